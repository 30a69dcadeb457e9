package vn.trich.pipeline.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.trich.pipeline.page.Word;

/**
 * The header of a table in plain text whose columns blanks hold apart.
 *
 * @param from its first line
 * @param to the line after its last
 * @param columns its innermost names, from the left
 * @param over names that span several columns
 * @param numbers the numbers of the columns on its last line, if it has them
 */
record LayoutHeader(int from, int to, List<Name> columns, List<Name> over, List<Segment> numbers) {

    private static final Pattern NUMBER = Pattern.compile("\\(?\\d{1,2}\\)?(=[\\d/+x*-]+)?|\\(?[A-E]\\)?");
    private static final Pattern FIRST = Pattern.compile("^(- )?(so )?(stt|tt|sttt|ma|ma so)\\b.*");
    private static final int LEAST_COLUMNS = 3;
    private static final int LONGEST_NAME = 34;
    private static final int MOST_ABOVE = 3;
    private static final int MOST_BELOW = 6;
    private static final double SURE = 0.75;
    /** A part of a name is the name of another column if it is one so surely. */
    private static final double NAMED = 0.95;
    /** Names that stand over each other may miss each other by so many characters. */
    private static final int NEAR = 2;

    LayoutHeader {
        columns = List.copyOf(columns);
        over = List.copyOf(over);
        numbers = List.copyOf(numbers);
    }

    /**
     * Words that blanks hold apart from others.
     *
     * @param line their line
     * @param from where they begin, in characters
     * @param to where they end
     * @param words themselves
     */
    record Segment(int line, int from, int to, List<Word> words) {

        String text() {
            return words.stream().map(Word::text).collect(Collectors.joining(" "));
        }

        boolean touches(int start, int end) {
            return from < end && start < to;
        }
    }

    /**
     * A name over one or several columns.
     *
     * @param from where it begins, in characters
     * @param to where it ends
     * @param segments its lines, from the top
     */
    record Name(int from, int to, List<Segment> segments) {

        Name with(Segment segment) {
            List<Segment> all = new ArrayList<>(segments);
            all.add(segment);
            all.sort(Comparator.comparingInt(Segment::line));
            return new Name(Math.min(from, segment.from()), Math.max(to, segment.to()), all);
        }
    }

    /** What stands apart on a line. */
    static List<Segment> segments(List<DumpText.TextLine> lines, int index) {
        DumpText.TextLine line = lines.get(index);
        List<Segment> segments = new ArrayList<>();
        int first = 0;
        for (int w = 1; w <= line.words().size(); w++) {
            if (w == line.words().size() || line.gap(w) >= LayoutColumns.GAP) {
                segments.add(new Segment(
                        index,
                        LayoutColumns.start(line, first),
                        LayoutColumns.end(line, w - 1),
                        line.words().subList(first, w)));
                first = w;
            }
        }
        return segments;
    }

    /** The first line of the header that has a line among its own; empty if it is of none. */
    static Optional<Integer> from(List<DumpText.TextLine> lines, int line, RoleVocabulary vocabulary) {
        for (int i = line; i < Math.min(lines.size(), line + MOST_ABOVE + 1); i++) {
            Optional<LayoutHeader> header = at(lines, i, vocabulary);
            if (header.isPresent() && header.get().from() <= line) {
                return Optional.of(header.get().from());
            }
        }
        return Optional.empty();
    }

    /** The header whose middle line is this one, if there is one. */
    static Optional<LayoutHeader> at(List<DumpText.TextLine> lines, int index, RoleVocabulary vocabulary) {
        List<Segment> anchor = segments(lines, index);
        boolean labels = FIRST.matcher(lines.get(index).bare()).matches();
        if (anchor.size() < (labels ? 2 : LEAST_COLUMNS) || !names(anchor, labels, vocabulary)) {
            return Optional.empty();
        }
        int page = lines.get(index).page();
        List<Segment> all = new ArrayList<>(anchor);
        int from = index;
        while (from > 0 && index - from < MOST_ABOVE && !lines.get(from).blank() && namesAbove(lines, from - 1, page)) {
            from--;
            all.addAll(segments(lines, from));
        }
        int to = index + 1;
        while (to < lines.size() && to - index < MOST_BELOW && namesBelow(lines, to, page, all, vocabulary)) {
            all.addAll(segments(lines, to++));
        }
        boolean below = to < lines.size() && lines.get(to).page() == page;
        List<Segment> numbers = below && isNumbers(segments(lines, to)) ? segments(lines, to) : List.of();
        List<Segment> parts = all.stream()
                .flatMap(s -> parts(s, numbers, vocabulary).stream())
                .toList();
        List<Segment> over = parts.stream().filter(s -> isOver(s, parts)).toList();
        List<Name> columns = named(parts.stream().filter(s -> !over.contains(s)).toList());
        return columns.size() < LEAST_COLUMNS
                ? Optional.empty()
                : Optional.of(new LayoutHeader(from, numbers.isEmpty() ? to : to + 1, columns, named(over), numbers));
    }

    private static boolean names(List<Segment> segments, boolean labels, RoleVocabulary vocabulary) {
        long named = segments.stream()
                .filter(s -> s.to() - s.from() <= LONGEST_NAME)
                .filter(s -> !Character.isLowerCase(s.text().codePointAt(0)))
                .filter(s -> vocabulary
                        .match(s.text(), RoleVocabulary.Family.ANY)
                        .filter(m -> m.score() > SURE)
                        .isPresent())
                .count();
        return named >= 2 && (labels || 2 * named >= segments.size()) || named >= 1 && labels && segments.size() > 3;
    }

    /** A segment, or its parts where it holds names of several columns that one blank parts. */
    private static List<Segment> parts(Segment segment, List<Segment> numbers, RoleVocabulary vocabulary) {
        for (int w = 1; w < segment.words().size(); w++) {
            Segment left = part(segment, 0, w);
            Segment right = part(segment, w, segment.words().size());
            boolean capital = Character.isUpperCase(right.text().codePointAt(0));
            boolean named = capital && isNamed(left, vocabulary) && isNamed(right, vocabulary);
            boolean numbered = capital && hasOwnNumbers(left, right, numbers);
            if (numbered || named && numbers.isEmpty()) {
                List<Segment> parts = new ArrayList<>(List.of(left));
                parts.addAll(parts(right, numbers, vocabulary));
                return parts;
            }
        }
        return List.of(segment);
    }

    private static Segment part(Segment segment, int from, int to) {
        List<Word> words = segment.words().subList(from, to);
        return new Segment(
                segment.line(),
                DumpText.TextLine.character(words.get(0).box().x0()),
                DumpText.TextLine.character(words.get(words.size() - 1).box().x1()),
                words);
    }

    private static boolean isNamed(Segment segment, RoleVocabulary vocabulary) {
        return vocabulary
                .match(segment.text(), RoleVocabulary.Family.TASKS)
                .filter(m -> m.score() > NAMED)
                .isPresent();
    }

    /** Whether one number of a column stands below either part, right in its middle. */
    private static boolean hasOwnNumbers(Segment left, Segment right, List<Segment> numbers) {
        return numbers.stream().filter(n -> isBelow(n, left)).count() == 1
                && numbers.stream().anyMatch(n -> isBelow(n, right));
    }

    private static boolean isBelow(Segment number, Segment name) {
        double middle = (number.from() + number.to()) / 2.0;
        return name.from() - 1 <= middle && middle <= name.to() + 1;
    }

    private static boolean namesAbove(List<DumpText.TextLine> lines, int index, int page) {
        List<Segment> segments = segments(lines, index);
        return lines.get(index).page() == page
                && segments.stream().allMatch(s -> s.to() - s.from() <= LONGEST_NAME)
                && segments.stream().noneMatch(s -> s.text().startsWith("("));
    }

    private static boolean namesBelow(
            List<DumpText.TextLine> lines, int index, int page, List<Segment> all, RoleVocabulary vocabulary) {
        List<Segment> segments = segments(lines, index);
        DumpText.TextLine line = lines.get(index);
        boolean row = RowLabel.parse(line.words().get(0).text()).isPresent()
                || RowLabel.parse(line.words().get(0).text().replaceFirst("[.)]$", ""))
                        .filter(DumpState::isOuter)
                        .isPresent();
        boolean numbers = isNumbers(segments);
        boolean parts = all.stream()
                .anyMatch(a -> segments.stream()
                                .filter(s -> s.touches(a.from() - NEAR, a.to() + NEAR))
                                .count()
                        > 1);
        boolean goesOn = segments.stream()
                .allMatch(s -> !Character.isUpperCase(s.text().codePointAt(0))
                        || vocabulary
                                .match(s.text(), RoleVocabulary.Family.ANY)
                                .filter(m -> m.score() > SURE)
                                .isPresent());
        return line.page() == page
                && (parts || goesOn)
                && !row
                && !numbers
                && segments.stream().allMatch(s -> s.to() - s.from() <= LONGEST_NAME)
                && segments.stream()
                        .allMatch(s -> all.stream().anyMatch(a -> s.touches(a.from() - NEAR, a.to() + NEAR)));
    }

    static boolean isNumbers(List<Segment> segments) {
        return segments.size() >= LEAST_COLUMNS
                && segments.stream().allMatch(s -> NUMBER.matcher(s.text()).matches())
                && segments.get(0).text().matches("\\(?[1A]\\)?");
    }

    /** Whether a name stands over several others of one line. */
    private static boolean isOver(Segment segment, List<Segment> all) {
        return all.stream()
                .filter(s -> s.line() > segment.line() && segment.touches(s.from() - NEAR, s.to() + NEAR))
                .collect(Collectors.groupingBy(Segment::line, Collectors.counting()))
                .values()
                .stream()
                .anyMatch(count -> count > 1);
    }

    /** Segments that stand below each other are lines of one name. */
    private static List<Name> named(List<Segment> segments) {
        List<Name> names = new ArrayList<>();
        List<Segment> sorted = new ArrayList<>(segments);
        sorted.sort(Comparator.comparingInt(Segment::line).thenComparingInt(Segment::from));
        for (Segment segment : sorted) {
            int at = -1;
            for (int i = 0; i < names.size(); i++) {
                boolean sameLine = names.get(i).segments().stream().anyMatch(s -> s.line() == segment.line());
                at = !sameLine
                                && segment.touches(
                                        names.get(i).from(), names.get(i).to())
                        ? i
                        : at;
            }
            if (at < 0) {
                names.add(new Name(segment.from(), segment.to(), List.of(segment)));
            } else {
                names.set(at, names.get(at).with(segment));
            }
        }
        names.sort(Comparator.comparingInt(Name::from));
        return names;
    }
}
