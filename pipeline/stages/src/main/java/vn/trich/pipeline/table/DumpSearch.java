package vn.trich.pipeline.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.trich.models.language.Vocabulary;
import vn.trich.output.ColumnRole;

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
    private static final int FAR = 12;

    /** How much the language model's word counts beside the rest. */
    private static final double FLOW = 0.5;
    /** How much it counts that a word is one of a column's; more than that lets single words tear cells apart. */
    private static final double FIT = 0.3;

    private static final double NEW_ROW = -0.5;
    private static final double NEW_ROW_TIGHT = -1;
    private static final double NO_LABEL = -1.7;
    private static final double NEXT_LABEL = 3.5;
    private static final double EMPTY_CELL = -1.1;
    private static final double NEW_PARAGRAPH = -1;
    private static final double NEXT_COLUMN = -0.3;
    private static final double NEXT_COLUMN_TIGHT = -1;
    private static final double ACROSS = -2.2;
    static final double MOST_ACROSS = -1.5;
    /** A label below the first line of its row, as where it stands in the middle; the row does not lack one then. */
    private static final double LATE = -2.4;

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
    private final List<DumpToken> tokens = new ArrayList<>();
    private final TextFlow flow;
    private final boolean gaps;
    /** Whether blank lines part all cells. */
    private final boolean blocks;
    /** What a first reading told; empty before. */
    private Optional<DumpHabits> habits = Optional.empty();

    /**
     * Where the words belong, in the order of the text.
     *
     * @param rows the row of each, from 0
     * @param columns the column of each
     * @param score how well that fits, as a logarithm
     */
    record Places(int[] rows, int[] columns, double score) {}

    DumpSearch(List<DumpText.TextLine> lines, List<ColumnRole> roles, DumpToken.Knowledge known) {
        this.roles = roles;
        this.flow = known.flow();
        long wide = lines.stream()
                .filter(l -> l.words().size() > 1)
                .filter(l -> wideGaps(l) > 0)
                .count();
        this.gaps = wide * 3 > lines.size();
        this.blocks = blankLinesPartCells(lines);
        lines.forEach(line -> tokens.addAll(DumpToken.of(line, roles, known)));
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

    /** Reads the text: once, and again with what that told about the widths of columns. */
    Places read() {
        Places places = search();
        habits = Optional.of(DumpHabits.of(tokens, places, roles.size()));
        return search();
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
        DumpToken token = tokens.get(i);
        if (token.first() || state.row() < 0) {
            lineStart(state, i, steps);
        } else {
            inLine(state, i, steps);
        }
        return steps;
    }

    private void inLine(DumpState state, int i, List<DumpState> steps) {
        DumpToken token = tokens.get(i);
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
        DumpToken token = tokens.get(i);
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
                steps.add(state.with(i, 0, token.length(), LATE - unlabelled() + label(state, i, label))
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
            double way = row + unlabelled() + skipped(fresh, 0, c) * 2;
            steps.add(state.inNewRow(i, c, token.length(), way + open(c, i)));
        }
    }

    private double unlabelled() {
        return habits.map(DumpHabits::unlabelled).orElse(NO_LABEL);
    }

    /** What it costs to go on in another column; a line longer than any column's lines must. */
    private double across(DumpToken token) {
        if (habits.isEmpty()) {
            return ACROSS;
        }
        int widest = Arrays.stream(habits.get().widths()).max().orElse(0);
        return token.line() > 1.25 * widest ? MOST_ACROSS : habits.get().across();
    }

    /** From a line to the next in the same row. */
    private double way(DumpState state, int c, DumpToken token) {
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
        DumpToken token = tokens.get(i);
        double flows = FLOW * flow.gain(Vocabulary.STOP, Vocabulary.UNKNOWN, token.number());
        double lower = token.lower() ? LOWER_CASE_OPENING : 0;
        double known = habits.map(h -> h.known().get(c).getOrDefault(token.opening(), 0.0))
                .orElse(0.0);
        return flows
                + FIT * token.fit()[c]
                + lower
                + known
                + CellOpenings.fit(token.kinds(), roles.get(c))
                + width(c, token.length());
    }

    private double follow(DumpState state, int c, int i) {
        DumpToken token = tokens.get(i);
        DumpToken before = tokens.get(state.last()[c]);
        boolean adjacent = state.last()[c] == i - 1 && !token.first();
        int one = before.ends() ? Vocabulary.STOP : before.number();
        boolean run = state.last()[c] == i - 1 && state.last()[c] > 0 && !before.ends();
        int two = run ? tokens.get(state.last()[c] - 1).number() : Vocabulary.UNKNOWN;
        boolean afterSign = before.sign() && run;
        double flows = FIT * token.fit()[c] + (afterSign ? 0 : FLOW * flow.gain(one, two, token.number()));
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
        DumpToken last = tokens.get(state.last()[c]);
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
