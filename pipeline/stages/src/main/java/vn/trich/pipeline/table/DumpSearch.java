package vn.trich.pipeline.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.trich.models.language.Vocabulary;
import vn.trich.output.ColumnRole;
import vn.trich.pipeline.page.Word;

/**
 * Puts the words of a table whose grid is lost back into rows and columns. Whatever order the text has (row by row with
 * cells one below the other, or line by line across columns, or both by turns), each word goes on with a cell or begins
 * one; of all ways the one is sought whose cells read best: as sentences, as what their columns hold, in the order of
 * labels and columns, in lines as wide as their column. A beam search over words; time grows with words times columns.
 */
final class DumpSearch {

    private static final int BEAM = 120;
    /** So many states in all: a longer text is searched in a narrower beam, so that the time stays bounded. */
    private static final int STATES = 1_200_000;

    private static final int LEAST_BEAM = 20;
    private static final int OPENING_WORDS = 4;
    private static final int FAR = 12;

    /** How much the language model's word counts beside the rest. */
    private static final double FLOW = 0.5;

    private static final double NEW_ROW = -0.5;
    private static final double NEW_ROW_TIGHT = -1;
    private static final double NO_LABEL = -1.7;
    private static final double MOST_LABELLED = -3;
    private static final double LEAST_LABELLED = -0.7;
    private static final double NEXT_LABEL = 3.5;
    private static final double EMPTY_CELL = -1.1;
    private static final double NEW_PARAGRAPH = -1;
    private static final double NEXT_COLUMN = -0.3;
    private static final double NEXT_COLUMN_TIGHT = -1;
    private static final double ACROSS = -2.2;
    private static final double LEAST_ACROSS = -3.5;
    private static final double MOST_ACROSS = -1.5;
    private static final double BEFORE_LEARNING = 0.05;
    private static final double MOST_KNOWN = 3;
    private static final double BACK = -1.4;
    private static final double BACK_EMPTY = -4;
    private static final double SKIPPED = -0.6;
    private static final double LOWER_CASE_OPENING = -2.5;
    private static final double WIDE_GAP = 3;
    private static final int LONG_DUE = 14;
    private static final int LONG_UNITS = 25;
    private static final double TOO_LONG = -0.5;
    private static final double BAR = 3;
    private static final int SOME_LABELS = 3;
    private static final double MOST_LABELS = 0.6;
    /** What it costs to part a cell where no blank line does, or not to where one does, if they part all others. */
    private static final double AGAINST_BLANKS = -5;

    private final List<ColumnRole> roles;
    private final List<Token> tokens = new ArrayList<>();
    private final TextFlow flow;
    private final boolean gaps;
    /** Whether blank lines part all cells. */
    private final boolean blocks;
    /** What a first reading told; empty before. */
    private Optional<Habits> habits = Optional.empty();

    /**
     * How a text lays out its table.
     *
     * @param widths the widest usual line of each column in characters
     * @param across the logarithm of how often a line goes on in another column after a word
     * @param unlabelled the logarithm of how often a row has no label
     * @param known for each column how much likelier its cells begin in some way than text does there
     */
    private record Habits(int[] widths, double across, double unlabelled, List<Map<String, Double>> known) {}

    /** A word with what the search asks of it. */
    private record Token(
            Word word,
            boolean first,
            boolean blank,
            boolean wideGap,
            boolean afterBar,
            boolean lower,
            boolean opens,
            boolean sign,
            boolean ends,
            int line,
            int length,
            int number,
            String opening,
            Set<CellOpenings.Kind> kinds,
            List<RowLabel> labels) {}

    /**
     * Where the words belong, in the order of the text.
     *
     * @param rows the row of each, from 0
     * @param columns the column of each
     * @param score how well that fits, as a logarithm
     */
    record Places(int[] rows, int[] columns, double score) {}

    DumpSearch(List<DumpText.TextLine> lines, List<ColumnRole> roles, CellOpenings openings, TextFlow flow) {
        this.roles = roles;
        this.flow = flow;
        long wide = lines.stream()
                .filter(l -> l.words().size() > 1)
                .filter(l -> wideGaps(l) > 0)
                .count();
        this.gaps = wide * 3 > lines.size();
        this.blocks = blankLinesPartCells(lines);
        lines.forEach(line -> addTokens(line, openings));
    }

    /** Whether most labels stand alone between blank lines: then all cells do. */
    static boolean blankLinesPartCells(List<DumpText.TextLine> lines) {
        int labels = 0;
        int alone = 0;
        for (int i = 0; i + 1 < lines.size(); i++) {
            DumpText.TextLine line = lines.get(i);
            if (RowLabel.parse(line.words().get(0).text()).isPresent()) {
                labels++;
                boolean next = lines.get(i + 1).blank() || lines.get(i + 1).page() != line.page();
                boolean before = line.blank() || i == 0 || lines.get(i - 1).page() != line.page();
                alone += line.words().size() == 1 && before && next ? 1 : 0;
            }
        }
        return alone >= SOME_LABELS && alone >= MOST_LABELS * labels;
    }

    private static int wideGaps(DumpText.TextLine line) {
        int count = 0;
        for (int i = 1; i < line.words().size(); i++) {
            count += line.gap(i) > 1 ? 1 : 0;
        }
        return count;
    }

    private void addTokens(DumpText.TextLine line, CellOpenings openings) {
        int length = line.words().stream().mapToInt(w -> w.text().length() + 1).sum();
        for (int i = 0; i < line.words().size(); i++) {
            Word word = line.words().get(i);
            String rest = line.words().subList(i, Math.min(line.words().size(), i + OPENING_WORDS + 1)).stream()
                    .map(Word::text)
                    .filter(t -> t.codePoints().anyMatch(Character::isLetterOrDigit))
                    .limit(OPENING_WORDS)
                    .collect(Collectors.joining(" "));
            tokens.add(new Token(
                    word,
                    i == 0,
                    i == 0 && line.blank(),
                    line.gap(i) > 1,
                    i > 0 && isBar(line.words().get(i - 1)),
                    Character.isLowerCase(word.text().codePointAt(0)),
                    i == 0 && opens(word.text()),
                    word.text().codePoints().noneMatch(Character::isLetterOrDigit),
                    word.text().matches(".*[.;:!?]\\W?"),
                    length,
                    word.text().length() + 1,
                    flow.number(meant(line.words(), i)),
                    firstWords(Fold.bare(rest)),
                    openings.of(Fold.bare(rest)),
                    i == 0 ? labels(word) : List.of()));
        }
    }

    /** A sign between words is read with the word after it. */
    private static String meant(List<Word> words, int i) {
        boolean sign = words.get(i).text().codePoints().noneMatch(Character::isLetterOrDigit);
        return words.get(sign && i + 1 < words.size() ? i + 1 : i).text();
    }

    /** Whether a line that begins so can begin a paragraph. */
    private static boolean opens(String word) {
        int first = word.codePointAt(0);
        return Character.isUpperCase(first) || "-–—+•".indexOf(first) >= 0;
    }

    private static String firstWords(String bare) {
        int one = bare.indexOf(' ');
        int two = one < 0 ? -1 : bare.indexOf(' ', one + 1);
        return two < 0 ? bare : bare.substring(0, two);
    }

    /** What a word can be as a row's label: a restored word may have been one, and a one looks like an I. */
    private static List<RowLabel> labels(Word word) {
        List<RowLabel> labels = new ArrayList<>();
        RowLabel.parse(word.text()).ifPresent(labels::add);
        if (!word.original().equals(word.text())) {
            RowLabel.parse(word.original()).ifPresent(labels::add);
        }
        if (word.original().matches("[Il]")) {
            labels.add(new RowLabel(RowLabel.Series.NUMBER, "", 1, "%"));
        }
        return labels;
    }

    private static boolean isBar(Word word) {
        return word.text().equals("|") || word.text().equals("¦");
    }

    /** Reads the text: once, and again with what that told about the widths of columns. */
    Places read() {
        Places places = search();
        habits = Optional.of(new Habits(widths(places), across(places), unlabelled(places), known(places)));
        return search();
    }

    private double across(Places places) {
        int jumps = 0;
        for (int i = 1; i < tokens.size(); i++) {
            boolean jump = !tokens.get(i).first() && places.columns()[i - 1] > 0;
            jumps += jump && places.columns()[i] != places.columns()[i - 1] ? 1 : 0;
        }
        double rate = Math.log((jumps + 1.0) / tokens.size());
        return Math.max(LEAST_ACROSS, Math.min(MOST_ACROSS, rate));
    }

    private double unlabelled(Places places) {
        int rows = places.rows()[tokens.size() - 1] + 1;
        long labelled = IntStream.range(0, tokens.size())
                .filter(i -> places.columns()[i] == 0)
                .map(i -> places.rows()[i])
                .distinct()
                .count();
        return Math.max(MOST_LABELLED, Math.min(LEAST_LABELLED, Math.log((rows - labelled + 1.0) / (rows + 2))));
    }

    /** How cells of each column began, as far as it happened more than once. */
    private List<Map<String, Double>> known(Places places) {
        Map<String, Integer> anywhere = new LinkedHashMap<>();
        tokens.forEach(t -> anywhere.merge(t.opening(), 1, Integer::sum));
        List<Map<String, Integer>> openings = new ArrayList<>();
        roles.forEach(r -> openings.add(new LinkedHashMap<>()));
        int[] cells = new int[roles.size()];
        int[] rows = new int[roles.size()];
        Arrays.fill(rows, -1);
        for (int i = 0; i < tokens.size(); i++) {
            int c = places.columns()[i];
            if (rows[c] != places.rows()[i]) {
                rows[c] = places.rows()[i];
                cells[c]++;
                openings.get(c).merge(tokens.get(i).opening(), 1, Integer::sum);
            }
        }
        List<Map<String, Double>> known = new ArrayList<>();
        for (int c = 0; c < roles.size(); c++) {
            Map<String, Double> gains = new LinkedHashMap<>();
            int all = cells[c];
            openings.get(c).forEach((opening, count) -> {
                double here = (count - 1 + BEFORE_LEARNING) / all;
                double text = (double) anywhere.get(opening) / tokens.size();
                gains.put(opening, Math.max(0, Math.min(MOST_KNOWN, Math.log(here / text))));
            });
            known.add(gains);
        }
        return known;
    }

    private int[] widths(Places places) {
        List<List<Integer>> lengths = new ArrayList<>();
        roles.forEach(r -> lengths.add(new ArrayList<>()));
        int length = 0;
        for (int i = 0; i < tokens.size(); i++) {
            length += tokens.get(i).length();
            boolean ends = i + 1 == tokens.size()
                    || tokens.get(i + 1).first()
                    || places.columns()[i + 1] != places.columns()[i];
            if (ends) {
                lengths.get(places.columns()[i]).add(length);
                length = 0;
            }
        }
        return lengths.stream().mapToInt(DumpSearch::usual).toArray();
    }

    /** The length that nine of ten lines do not pass. */
    private static int usual(List<Integer> lengths) {
        lengths.sort(Comparator.naturalOrder());
        return lengths.isEmpty() ? 0 : lengths.get((int) (0.9 * (lengths.size() - 1)));
    }

    private Places search() {
        int width = Math.max(LEAST_BEAM, Math.min(BEAM, STATES / Math.max(1, tokens.size())));
        List<DumpState> beam = List.of(DumpState.start(roles.size()));
        for (int i = 0; i < tokens.size(); i++) {
            Map<DumpState.Key, DumpState> next = new LinkedHashMap<>();
            for (DumpState state : beam) {
                for (DumpState s : steps(state, i)) {
                    next.merge(s.key(), s, (a, b) -> b.score() > a.score() ? b : a);
                }
            }
            beam = next.values().stream()
                    .sorted(Comparator.comparingDouble((DumpState s) -> -s.score())
                            .thenComparingInt(DumpState::row)
                            .thenComparingInt(DumpState::column))
                    .limit(width)
                    .toList();
        }
        DumpState best = beam.stream()
                .max(Comparator.comparingDouble(s -> s.score() + rowEnd(s)))
                .orElseThrow();
        double score = best.score() + rowEnd(best);
        int[] rows = new int[tokens.size()];
        int[] columns = new int[tokens.size()];
        for (int i = tokens.size() - 1; i >= 0; i--) {
            rows[i] = best.row();
            columns[i] = best.column();
            best = best.before();
        }
        return new Places(rows, columns, score);
    }

    private List<DumpState> steps(DumpState state, int i) {
        List<DumpState> steps = new ArrayList<>();
        Token token = tokens.get(i);
        if (token.first() || state.row() < 0) {
            lineStart(state, i, steps);
        } else {
            inLine(state, i, steps);
        }
        return steps;
    }

    private void inLine(DumpState state, int i, List<DumpState> steps) {
        Token token = tokens.get(i);
        int from = state.column();
        double apart = token.afterBar() ? BAR : token.wideGap() ? WIDE_GAP : gaps ? -WIDE_GAP : 0;
        if (from > 0) {
            double wide = width(from, state.reach() + token.length());
            steps.add(state.with(
                    i, from, state.reach() + token.length(), follow(state, from, i) - Math.max(0, apart) + wide));
        }
        for (int c = from + 1; c < roles.size(); c++) {
            boolean label = from == 0;
            boolean may = label || apart > 0 || !token.lower() || state.has(c);
            if (may) {
                double way = (label ? 0 : (blocks ? AGAINST_BLANKS : 0) + across(token) + Math.max(apart, -WIDE_GAP))
                        + skipped(state, from, c);
                double broken = label ? 0 : brokenOff(state, from);
                steps.add(state.with(i, c, token.length(), way + broken + put(state, c, i)));
            }
        }
    }

    private void lineStart(DumpState state, int i, List<DumpState> steps) {
        Token token = tokens.get(i);
        if (state.row() >= 0) {
            for (int c = 1; c < roles.size(); c++) {
                steps.add(state.with(
                        i,
                        c,
                        token.length(),
                        way(state, c, token)
                                + put(state, c, i)
                                + (c == state.column() ? 0 : brokenOff(state, state.column()))));
            }
            for (RowLabel label : state.has(0) ? List.<RowLabel>of() : token.labels()) {
                steps.add(state.with(i, 0, token.length(), BACK + label(state, i, label))
                        .labelled(label));
            }
        }
        double ended = state.row() < 0 ? 0 : rowEnd(state) + brokenOff(state, state.column());
        double tight = blocks ? AGAINST_BLANKS : NEW_ROW_TIGHT;
        double row = ended + NEW_ROW + (token.blank() || state.row() < 0 ? 0 : tight);
        for (RowLabel label : token.labels()) {
            steps.add(state.inNewRow(i, 0, token.length(), row + label(state, i, label))
                    .labelled(label));
        }
        DumpState fresh = state.inNewRow(i, 0, 0, 0);
        for (int c = 1; c < roles.size(); c++) {
            double way = row + habits.map(Habits::unlabelled).orElse(NO_LABEL) + skipped(fresh, 0, c) * 2;
            steps.add(state.inNewRow(i, c, token.length(), way + open(c, i)));
        }
    }

    /** What it costs to go on in another column; a line longer than any column's lines must. */
    private double across(Token token) {
        if (habits.isEmpty()) {
            return ACROSS;
        }
        int widest = Arrays.stream(habits.get().widths()).max().orElse(0);
        return token.line() > 1.25 * widest ? MOST_ACROSS : habits.get().across();
    }

    /** From a line to the next in the same row. */
    private double way(DumpState state, int c, Token token) {
        int from = state.column();
        if (c == from) {
            double stays = blocks ? AGAINST_BLANKS / 2 : token.lower() ? 0 : NEW_PARAGRAPH;
            return token.blank() ? stays : 0;
        }
        if (blocks && !token.blank()) {
            return AGAINST_BLANKS + (c > from ? skipped(state, from, c) : BACK_EMPTY);
        }
        if (c > from) {
            boolean tight = !token.blank() && from > 0;
            return (tight ? NEXT_COLUMN_TIGHT : NEXT_COLUMN) + skipped(state, from, c);
        }
        double blank = token.blank() ? -1 : 0;
        return blank + (state.has(c) ? BACK : BACK_EMPTY);
    }

    /** What stands empty between two columns. */
    private double skipped(DumpState state, int from, int to) {
        double cost = 0;
        for (int c = from + 1; c < to; c++) {
            if (!state.has(c)) {
                cost += isOptional(c) ? SKIPPED / 2 : SKIPPED;
            }
        }
        return cost;
    }

    /** Whether the column is often empty, or its cells often span rows. */
    private boolean isOptional(int c) {
        return switch (roles.get(c)) {
            case OBJECTIVE, FUNDING, NOTE, OTHER, STT -> true;
            case TASK -> roles.contains(ColumnRole.ACTIVITY);
            default -> false;
        };
    }

    /** A word that goes on with a cell, or begins it. */
    private double put(DumpState state, int c, int i) {
        if (!state.has(c)) {
            return open(c, i);
        }
        double resumed = c == state.column() ? 0 : -brokenOff(state, c);
        return resumed + follow(state, c, i) + width(c, tokens.get(i).length());
    }

    private double open(int c, int i) {
        Token token = tokens.get(i);
        double flows = FLOW * flow.gain(Vocabulary.STOP, Vocabulary.UNKNOWN, token.number());
        double lower = token.lower() ? LOWER_CASE_OPENING : 0;
        double known = habits.map(h -> h.known().get(c).getOrDefault(token.opening(), 0.0))
                .orElse(0.0);
        return flows + lower + known + CellOpenings.fit(token.kinds(), roles.get(c)) + width(c, token.length());
    }

    private double follow(DumpState state, int c, int i) {
        Token token = tokens.get(i);
        Token before = tokens.get(state.last()[c]);
        boolean adjacent = state.last()[c] == i - 1 && !token.first();
        int one = before.ends() ? Vocabulary.STOP : before.number();
        boolean run = state.last()[c] == i - 1 && state.last()[c] > 0 && !before.ends();
        int two = run ? tokens.get(state.last()[c] - 1).number() : Vocabulary.UNKNOWN;
        boolean afterSign = before.sign() && run;
        double flows = afterSign ? 0 : FLOW * flow.gain(one, two, token.number());
        double tooLong = length(state, c);
        if (adjacent) {
            return flows + tooLong;
        }
        double foreign = token.opens() ? Math.min(0, CellOpenings.fit(token.kinds(), roles.get(c))) / 2 : 0;
        return flows + foreign + unfilled(state, c, i) + tooLong;
    }

    /** Deadlines and names of units are short. */
    private double length(DumpState state, int c) {
        return switch (roles.get(c)) {
            case DUE -> state.count()[c] > LONG_DUE ? TOO_LONG : 0;
            case LEAD, COORD -> state.count()[c] > LONG_UNITS ? TOO_LONG : 0;
            default -> 0;
        };
    }

    /** A line of a cell breaks where the next word has no room: what breaks early ends a paragraph. */
    private double unfilled(DumpState state, int c, int i) {
        if (habits.isEmpty() || state.column() != c) {
            return 0;
        }
        int room = habits.get().widths()[c] - state.reach() - tokens.get(i).length();
        boolean early = room > 0.35 * habits.get().widths()[c];
        return early ? -1.2 : 0;
    }

    private double width(int c, int characters) {
        if (habits.isEmpty() || c == 0) {
            return 0;
        }
        double over = characters - 1.15 * habits.get().widths()[c];
        return over > 0 ? -Math.min(1.5, 0.2 * over) : 0;
    }

    /** What it costs to leave a cell in the middle of a sentence; given back where the cell goes on. */
    private double brokenOff(DumpState state, int c) {
        if (c == 0 || !state.has(c)) {
            return 0;
        }
        Token last = tokens.get(state.last()[c]);
        String text = last.word().text();
        boolean dangling = text.endsWith(",") || text.endsWith(";");
        if (last.ends()) {
            return dangling ? -1 : 0;
        }
        double ends = FLOW * flow.gain(last.number(), Vocabulary.UNKNOWN, Vocabulary.STOP);
        return (dangling ? -1 : 0) + Math.min(0, ends);
    }

    private double label(DumpState state, int i, RowLabel label) {
        boolean alone = i + 1 == tokens.size() || tokens.get(i + 1).first();
        double form = alone || !tokens.get(i + 1).lower() ? 0 : -0.5;
        return form + counting(state.open(), label);
    }

    private static double counting(List<RowLabel> open, RowLabel label) {
        if (open.isEmpty()) {
            return label.value() == 1 ? NEXT_LABEL : -1;
        }
        double best = -3;
        for (int depth = 0; depth < open.size(); depth++) {
            RowLabel list = open.get(depth);
            int step = label.value() - list.value();
            if (list.sameList(label) && step > 0 && step <= FAR) {
                best = Math.max(best, step == 1 ? NEXT_LABEL : NEXT_LABEL / 2 - 0.15 * step);
            }
        }
        RowLabel innermost = open.get(open.size() - 1);
        boolean below = innermost.firstBelow().stream().anyMatch(f -> f.sameList(label));
        boolean anew = open.stream().noneMatch(l -> l.sameList(label))
                || !label.prefix().isEmpty();
        if (label.value() <= 3 && (below || anew)) {
            double first = label.value() == 1 ? NEXT_LABEL : NEXT_LABEL / 2 - 0.3 * label.value();
            best = Math.max(best, below ? first : first - 0.7);
        }
        return best;
    }

    /** What a row lacks, seen at its end. */
    private double rowEnd(DumpState state) {
        int empty = 0;
        int filled = 0;
        for (int c = 1; c < roles.size(); c++) {
            if (state.has(c)) {
                filled++;
            } else if (!isOptional(c)) {
                empty++;
            }
        }
        if (filled == 0) {
            return 2 * EMPTY_CELL;
        }
        boolean outer = state.label().filter(DumpState::isOuter).isPresent();
        if (outer) {
            return filled == 1 ? 0 : -1.5;
        }
        boolean heading = filled == 1 && state.label().isPresent();
        return heading ? -2 : EMPTY_CELL * empty;
    }
}
