package vn.trich.pipeline.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import vn.trich.output.ColumnRole;

/**
 * Finds tables in plain text that keeps the layout of its pages: columns held apart by blanks, cells over several lines.
 * A header opens a table; columns come from what stands apart on the lines below, page by page; rows from labels and
 * from where text stands and sentences begin. Rows are a guess, and flagged.
 */
final class LayoutTables {

    /** A line so long without a wide gap, of so many words, is prose. */
    private static final double PROSE = 0.55;

    private static final int PROSE_WORDS = 8;

    /** So many characters into the third column text of the second does not reach. */
    private static final int BEYOND = 8;

    /** The label below a heading stands no more lines away. */
    private static final int FAR = 12;

    private static final Pattern END =
            Pattern.compile("^(noi nhan|phu luc|bieu (so )?\\d|(tm|kt|tl|tuq|q) [a-z].*|ngu?oi lap).*");

    private final RoleVocabulary vocabulary;
    private final ColumnRoles columnRoles;

    LayoutTables(RoleVocabulary vocabulary, ColumnRoles columnRoles) {
        this.vocabulary = vocabulary;
        this.columnRoles = columnRoles;
    }

    /**
     * The tables of a text.
     *
     * @param text its lines without those of tables that are known
     * @param width the width of its pages in points
     */
    List<Draft> find(DumpText text, double width) {
        List<Draft> tables = new ArrayList<>();
        List<DumpText.TextLine> lines = text.lines();
        int at = 0;
        while (at < lines.size()) {
            Optional<LayoutHeader> header = LayoutHeader.at(lines, at, vocabulary);
            if (header.isEmpty()) {
                at++;
                continue;
            }
            int end = end(lines, header.get());
            table(lines, header.get(), end, width).ifPresent(tables::add);
            at = Math.max(at + 1, end);
        }
        return tables;
    }

    /** The line after a table's last. */
    private int end(List<DumpText.TextLine> lines, LayoutHeader header) {
        Set<String> names = names(lines, header);
        int end = header.to();
        while (end < lines.size() && !endsAt(lines, end, header, names)) {
            end++;
        }
        // Headings of sections above the prose that ends a table are none of its rows.
        while (end < lines.size() && end > header.to() && isProse(lines, end, header) && isLabelled(lines, end - 1)) {
            end--;
        }
        return end;
    }

    private boolean endsAt(List<DumpText.TextLine> lines, int line, LayoutHeader header, Set<String> names) {
        boolean prose = isProse(lines, line, header)
                && (line + 1 == lines.size()
                        || isProse(lines, line + 1, header)
                        || isRest(lines, line + 1, header)
                        || lines.get(line).blank());
        if (prose || END.matcher(lines.get(line).bare()).matches()) {
            return true;
        }
        return !names.contains(lines.get(line).bare())
                && LayoutHeader.from(lines, line, vocabulary)
                        .filter(from ->
                                from == line && !names.contains(lines.get(from).bare()))
                        .isPresent();
    }

    /** Whether a line runs over several columns without a gap, as text above and below tables does. */
    private static boolean isProse(List<DumpText.TextLine> lines, int index, LayoutHeader header) {
        List<LayoutHeader.Segment> segments = LayoutHeader.segments(lines, index);
        LayoutHeader.Segment only = segments.get(0);
        int columns = header.columns().size();
        int left = header.columns().get(1).to();
        int right = header.columns().get(columns - 1).to();
        return segments.size() == 1
                && only.from() <= left
                && only.words().size() >= PROSE_WORDS
                && only.to() - only.from() > PROSE * right
                && only.to() > header.columns().get(2).from() + BEYOND;
    }

    /** Whether a line may be the last of a paragraph. */
    private static boolean isRest(List<DumpText.TextLine> lines, int index, LayoutHeader header) {
        List<LayoutHeader.Segment> segments = LayoutHeader.segments(lines, index);
        return segments.size() == 1
                && !lines.get(index).blank()
                && segments.get(0).from() <= header.columns().get(0).from()
                && RowLabel.parse(segments.get(0).words().get(0).text()).isEmpty();
    }

    private static boolean isLabelled(List<DumpText.TextLine> lines, int index) {
        return LayoutHeader.segments(lines, index).size() == 1
                && RowLabel.parse(lines.get(index).words().get(0).text()).isPresent();
    }

    /** The lines of a header as bare text, by which it is known again on later pages. */
    private static Set<String> names(List<DumpText.TextLine> lines, LayoutHeader header) {
        Set<String> names = new HashSet<>();
        lines.subList(header.from(), header.to()).forEach(l -> names.add(l.bare()));
        return names;
    }

    private Optional<Draft> table(List<DumpText.TextLine> lines, LayoutHeader header, int end, double width) {
        Set<String> names = names(lines, header);
        List<DumpText.TextLine> body = lines.subList(header.to(), end).stream()
                .filter(l -> !names.contains(l.bare()))
                .toList();
        List<LayoutLine> placed = placed(body, header);
        if (placed.size() < 2) {
            return Optional.empty();
        }
        LayoutDraft draft = new LayoutDraft(header, width);
        List<ColumnRole> roles =
                columnRoles.of(draft.preview(placed), draft.headerRows()).roles();
        return Optional.of(draft.make(placed, roles));
    }

    /** The lines by columns, page by page; a page begins with the columns of the page before. */
    private static List<LayoutLine> placed(List<DumpText.TextLine> body, LayoutHeader header) {
        int count = header.columns().size();
        int[] from = header.columns().stream().mapToInt(LayoutHeader.Name::from).toArray();
        int[] to = header.columns().stream().mapToInt(LayoutHeader.Name::to).toArray();
        List<LayoutLine> placed = new ArrayList<>();
        for (int i = 0; i < body.size(); ) {
            int page = body.get(i).page();
            int next = i;
            while (next < body.size() && body.get(next).page() == page) {
                next++;
            }
            List<DumpText.TextLine> lines = body.subList(i, next);
            boolean[] heading = new boolean[lines.size()];
            for (int l = 0; l < heading.length; l++) {
                heading[l] = isHeading(body, i + l);
            }
            List<DumpText.TextLine> cells = IntStream.range(0, heading.length)
                    .filter(l -> !heading[l])
                    .mapToObj(lines::get)
                    .toList();
            LayoutColumns columns = new LayoutColumns(cells, from, to);
            int[][] columnOf = columns.place();
            from = columns.from();
            to = columns.to();
            int cell = 0;
            for (int l = 0; l < heading.length; l++) {
                int[] own = heading[l] ? headingColumns(lines.get(l)) : columnOf[cell++];
                placed.add(LayoutLine.of(lines.get(l), heading[l], own, count));
            }
            i = next;
        }
        return placed;
    }

    /** Whether a line is a row with nothing but a label and a name, and names the rows below it. */
    private static boolean isHeading(List<DumpText.TextLine> lines, int index) {
        DumpText.TextLine line = lines.get(index);
        String text = line.words().get(0).text();
        Optional<RowLabel> label = RowLabel.parse(text);
        long gaps = IntStream.range(1, line.words().size())
                .filter(w -> line.gap(w) >= LayoutColumns.GAP)
                .count();
        boolean alone = line.words().size() > 1 && (gaps == 0 || gaps == 1 && line.gap(1) >= LayoutColumns.GAP);
        boolean outer = text.equals("Đ.") || label.filter(DumpState::isOuter).isPresent();
        return alone
                && (outer || label.filter(l -> countsBelow(lines, index, l)).isPresent());
    }

    /** Whether the next label begins a list below this one ({@code 1.1} below {@code 1}). */
    private static boolean countsBelow(List<DumpText.TextLine> lines, int index, RowLabel label) {
        return lines.subList(index + 1, Math.min(lines.size(), index + FAR)).stream()
                .map(l -> RowLabel.parse(l.words().get(0).text()))
                .flatMap(Optional::stream)
                .findFirst()
                .filter(next -> next.series() == RowLabel.Series.NUMBER
                        && next.value() == 1
                        && next.prefix().equals(label.prefix() + label.value() + "."))
                .isPresent();
    }

    /** A heading's label stands in the first column, its name in the second. */
    private static int[] headingColumns(DumpText.TextLine line) {
        int[] columns = new int[line.words().size()];
        Arrays.fill(columns, 1, columns.length, 1);
        return columns;
    }
}
