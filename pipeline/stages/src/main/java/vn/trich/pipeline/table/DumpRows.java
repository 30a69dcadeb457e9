package vn.trich.pipeline.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.trich.output.Box;
import vn.trich.output.ColumnRole;
import vn.trich.pipeline.layout.PageLayout;
import vn.trich.pipeline.page.Word;

/**
 * Rebuilds task tables of plain text whose grid is lost: cells printed one below the other, or line by line across
 * columns. The header names the columns; a label that counts on begins a row; what follows goes to columns by their
 * order and by how units and deadlines begin. Every word ends up in its row; which column is a guess, and flagged.
 */
final class DumpRows {

    private static final Pattern HEAD = Pattern.compile("^(- )?(so )?(stt|tt|sttt|srt|s tt)\\b.*");
    private static final Pattern UNIT = Pattern.compile(
            "^(van ph|cac ph|cac b|cac don|cac d|cac co|cac c|cac to|cac s|cac t|cac ho|ubnd|uy ban|lanh dao|tat ca|cong an|ca tinh"
                    + "|don vi|thanh tra|kho bac|lien doan|dai phat|chi cuc|hoi d|hoi l|mat tran|trung tam|bo phan|b phan"
                    + "|phong [a-z]|ban [a-z]|so [a-z]|bo [a-z]|cuc [a-z]|vien [a-z]|benh vien|cong ty).*");
    private static final Pattern DUE =
            Pattern.compile("^(th\\w* xuy|t\\w* xuyen|trong (nam|quy|thang|qu)|qu[yi]? ?[iv1l]"
                    + "|thang ?\\d|thang [a-z]?\\d|nam 20|theo (k|ch|ti|th|su|yeu|quy|t[rd])|sau khi|tr\\w* ng[aà]y|dinh k|hang (nam|quy|thang)"
                    + "|h.ng nam|ca nam|giai doan 20|\\d{1,2} \\d{1,2} 20\\d\\d|thang \\d|6 thang|tu nam|khi ).*");
    /** Words after which a unit's name belongs to the sentence. */
    private static final Pattern GOVERNING =
            Pattern.compile("c.?[ua]|cna|cia|trinh|boi|tai|voi|thuoc|va|cho|do|den|tu|theo|giua|trong|tren");

    private static final int HEADER_LINES = 14;
    private static final int LEAST_ROLES = 3;
    private static final int MAX_LINES = 200_000;

    private final PageLayout page;
    private final RoleVocabulary vocabulary;
    private final List<TextLine> lines = new ArrayList<>();

    DumpRows(PageLayout page, RoleVocabulary vocabulary) {
        this.page = page;
        this.vocabulary = vocabulary;
    }

    /** A printed line: its height, its words, its bare text. */
    private record TextLine(double y, List<Word> words, String bare) {}

    /** A row being rebuilt: its label and lines, each with the number of blank gaps before it in the row. */
    private static final class Row {
        private final List<Word> label = new ArrayList<>();
        private final List<TextLine> lines = new ArrayList<>();
        private final List<Integer> blocks = new ArrayList<>();
    }

    /** The tables of the page that no tabs part. */
    List<Draft> find(List<Draft> known) {
        Map<Double, List<Word>> byHeight = new TreeMap<>();
        for (Word word : page.page().words()) {
            boolean taken = known.stream().anyMatch(d -> d.parts().get(0).box().holdsCentreOf(word.box()));
            if (!taken) {
                byHeight.computeIfAbsent(word.box().y0(), y -> new ArrayList<>())
                        .add(word);
            }
        }
        byHeight.forEach((y, words) -> {
            words.sort(Comparator.comparingDouble(w -> w.box().x0()));
            lines.add(new TextLine(y, words, bare(words)));
        });
        if (lines.size() > MAX_LINES) {
            return List.of();
        }
        return table().map(List::of).orElse(List.of());
    }

    private static String bare(List<Word> words) {
        return Fold.bare(words.stream().map(Word::text).collect(Collectors.joining(" ")));
    }

    private Optional<Draft> table() {
        List<int[]> headers = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (HEAD.matcher(lines.get(i).bare()).matches()) {
                int end = headerEnd(i);
                List<Head> heads = heads(i, end);
                if (heads.size() >= LEAST_ROLES) {
                    int tight = headers.isEmpty() ? end : lastLine(i, end, heads);
                    headers.add(new int[] {i, tight});
                    i = tight - 1;
                }
            }
        }
        if (headers.isEmpty()) {
            return Optional.empty();
        }
        Set<ColumnRole> usual = usual(headers);
        int[] best = headers.stream()
                .max(Comparator.comparingInt(h -> heads(h, usual).size()))
                .orElseThrow();
        List<Head> heads = heads(best, usual);
        List<Row> rows = rows(
                headers.stream().map(h -> h == best ? h : tightened(h, usual)).toList());
        boolean tasks = heads.stream().anyMatch(h -> h.role() == ColumnRole.TASK || h.role() == ColumnRole.ACTIVITY);
        return rows.size() < 2 || !tasks ? Optional.empty() : Optional.of(draft(best, heads, rows));
    }

    /** The columns that at least half of the repeated headers name: what one alone names is text below it. */
    private Set<ColumnRole> usual(List<int[]> headers) {
        Set<ColumnRole> usual = EnumSet.noneOf(ColumnRole.class);
        for (ColumnRole role : ColumnRole.values()) {
            long named = headers.stream()
                    .filter(h -> heads(h[0], h[1]).stream().anyMatch(n -> n.role() == role))
                    .count();
            if (2 * named >= headers.size() || headers.size() < 3) {
                usual.add(role);
            }
        }
        return usual;
    }

    /** A repeated header up to its last usual name: none of what follows may be lost with it. */
    private int[] tightened(int[] header, Set<ColumnRole> usual) {
        List<Head> heads = heads(header, usual);
        return heads.isEmpty() ? header : new int[] {header[0], lastLine(header[0], header[1], heads)};
    }

    private List<Head> heads(int[] header, Set<ColumnRole> usual) {
        return heads(header[0], header[1]).stream()
                .filter(h -> usual.contains(h.role()))
                .toList();
    }

    /** The line after the one that holds the last column's name: what follows a repeated header is text of a row. */
    private int lastLine(int start, int end, List<Head> heads) {
        int words = 0;
        int last = heads.get(heads.size() - 1).place();
        for (int i = start; i < end; i++) {
            words += lines.get(i).words().size();
            if (words > last) {
                return i + 1;
            }
        }
        return end;
    }

    /** The first line after a header that begins a row. */
    private int headerEnd(int start) {
        for (int i = start + 1; i < Math.min(lines.size(), start + HEADER_LINES); i++) {
            int words = lines.get(i).words().size();
            boolean first =
                    label(lines.get(i)).filter(l -> l.value() == 1 || words > 3).isPresent();
            if (first || words > 9) {
                return i;
            }
        }
        return Math.min(lines.size(), start + HEADER_LINES);
    }

    /**
     * A column's name in a header.
     *
     * @param role what it names
     * @param place the header's word it begins with
     * @param score how surely
     */
    private record Head(ColumnRole role, int place, double score) {}

    /** Roles named by the lines of a header in their order; each once. */
    private List<Head> heads(int start, int end) {
        List<String> words = new ArrayList<>();
        for (int i = start; i < end; i++) {
            lines.get(i).words().forEach(w -> words.add(Fold.bare(w.text())));
        }
        Map<ColumnRole, Head> found = new EnumMap<>(ColumnRole.class);
        for (int from = 0; from < words.size(); from++) {
            for (int length = 2; length <= 4 && from + length <= words.size(); length++) {
                String phrase = String.join(" ", words.subList(from, from + length));
                int place = from;
                vocabulary
                        .match(phrase, RoleVocabulary.Family.TASKS)
                        .filter(m -> m.score() > 0.8 && m.role() != ColumnRole.STT && m.role() != ColumnRole.OTHER)
                        .ifPresent(m -> found.merge(
                                m.role(),
                                new Head(m.role(), place, m.score()),
                                (a, b) -> b.score() > a.score() ? b : a));
            }
        }
        List<Head> heads = new ArrayList<>();
        found.values().stream()
                .sorted(Comparator.comparingInt(Head::place).thenComparing(h -> -h.score()))
                .filter(h -> h.score() > 0.86)
                .forEach(h -> {
                    if (heads.isEmpty() || heads.get(heads.size() - 1).place() < h.place()) {
                        heads.add(h);
                    }
                });
        return heads;
    }

    private static Optional<RowLabel> label(TextLine line) {
        String first = line.words().get(0).text();
        Optional<RowLabel> label = RowLabel.parse(first);
        boolean alone = line.words().size() == 1;
        return label.filter(l -> alone || l.value() < 60);
    }

    private List<Row> rows(List<int[]> headers) {
        List<Row> rows = new ArrayList<>();
        List<RowLabel> open = new ArrayList<>();
        int header = 0;
        int block = 0;
        for (int i = headers.get(0)[1]; i < lines.size(); i++) {
            while (header + 1 < headers.size() && i >= headers.get(header + 1)[0] && i < headers.get(header + 1)[1]) {
                i = headers.get(++header)[1];
            }
            if (i >= lines.size() || endsTable(lines.get(i))) {
                break;
            }
            boolean blank = i > 0 && lines.get(i).y() - lines.get(i - 1).y() > 18;
            boolean opens = blank
                    && lines.get(i).words().size() > 4
                    && startsUpper(lines.get(i).words().get(1));
            Optional<RowLabel> label = label(lines.get(i)).filter(l -> countsOn(open, l) || opens && skips(open, l));
            if (label.isPresent()) {
                take(open, label.get());
                Row before = rows.isEmpty() ? null : rows.get(rows.size() - 1);
                rows.add(new Row());
                if (before != null && i + 1 < lines.size() && !blank && goesOnAfterLabel(lines.get(i))) {
                    moveLastBlock(before, rows.get(rows.size() - 1));
                }
                rows.get(rows.size() - 1).label.add(lines.get(i).words().get(0));
                block = 0;
            } else if (rows.isEmpty()) {
                rows.add(new Row());
            } else if (blank) {
                block++;
            }
            Row row = rows.get(rows.size() - 1);
            List<Word> words = lines.get(i).words();
            List<Word> text = label.isPresent() ? words.subList(1, words.size()) : words;
            if (!text.isEmpty()) {
                row.lines.add(new TextLine(lines.get(i).y(), text, bare(text)));
                row.blocks.add(block);
            }
        }
        return rows;
    }

    private static boolean endsTable(TextLine line) {
        return line.bare().startsWith("noi nhan") || line.bare().startsWith("phu luc");
    }

    /** Whether a label is the next of an open list, or the first of a list that can stand here. */
    private static boolean countsOn(List<RowLabel> open, RowLabel label) {
        if (open.isEmpty()) {
            return label.value() == 1;
        }
        for (RowLabel list : open) {
            if (list.sameList(label) && (label.value() == list.value() + 1 || label.value() == list.value() + 2)) {
                return true;
            }
        }
        RowLabel innermost = open.get(open.size() - 1);
        return label.value() == 1
                && (innermost.firstBelow().stream().anyMatch(f -> f.sameList(label))
                        || open.stream().noneMatch(l -> l.sameList(label))
                        || label.series() == RowLabel.Series.NUMBER
                                && label.prefix().isEmpty()
                                && open.get(0).series() != RowLabel.Series.NUMBER);
    }

    /** Whether a label stands in the middle of its row's text, beside a line that goes on a sentence. */
    private static boolean goesOnAfterLabel(TextLine line) {
        return line.words().size() > 1
                && line.words().stream()
                        .skip(1)
                        .map(w -> w.text().codePointAt(0))
                        .filter(Character::isLetter)
                        .findFirst()
                        .filter(Character::isLowerCase)
                        .isPresent();
    }

    /** Moves the lines since the last blank line to the next row, unless they are all that a row has. */
    private static void moveLastBlock(Row from, Row to) {
        int last = from.lines.size() - 1;
        int start = last;
        while (start > 0 && from.blocks.get(start - 1).equals(from.blocks.get(last))) {
            start--;
        }
        if (start > 0) {
            for (int i = start; i <= last; i++) {
                to.lines.add(from.lines.get(i));
                to.blocks.add(0);
            }
            from.lines.subList(start, last + 1).clear();
            from.blocks.subList(start, last + 1).clear();
        }
    }

    private static boolean startsUpper(Word word) {
        return Character.isUpperCase(word.text().codePointAt(0));
    }

    /** Whether a label that opens a block of text counts on if some before it were lost. */
    private static boolean skips(List<RowLabel> open, RowLabel label) {
        Optional<RowLabel> same = open.stream().filter(l -> l.sameList(label)).findFirst();
        int from = same.map(RowLabel::value).orElse(0);
        return label.value() > from && label.value() <= from + 4 || label.value() == 1;
    }

    private static void take(List<RowLabel> open, RowLabel label) {
        for (int i = 0; i < open.size(); i++) {
            if (open.get(i).sameList(label)) {
                open.subList(i, open.size()).clear();
                break;
            }
        }
        open.add(label);
    }

    private Draft draft(int[] header, List<Head> heads, List<Row> rows) {
        List<ColumnRole> columns = heads.stream().map(Head::role).toList();
        List<Double> edges = IntStream.rangeClosed(0, columns.size() + 1)
                .mapToObj(i -> page.page().width() * i / (columns.size() + 1))
                .toList();
        List<Draft.DraftCell> cells = new ArrayList<>(headerCells(header, heads, edges));
        boolean blocks = rows.stream()
                                .filter(r -> r.blocks.stream().anyMatch(b -> b > 0))
                                .count()
                        * 2
                >= rows.size();
        for (int r = 0; r < rows.size(); r++) {
            List<List<Word>> texts = new RowTexts(columns, blocks).of(rows.get(r));
            texts.add(0, rows.get(r).label);
            for (int c = 0; c < texts.size(); c++) {
                cells.add(cell(r + 1, c, texts.get(c), edges));
            }
        }
        double top = cells.stream()
                .flatMap(c -> c.words().stream())
                .mapToDouble(w -> w.box().y0())
                .min()
                .orElse(0);
        double bottom = cells.stream()
                .flatMap(c -> c.words().stream())
                .mapToDouble(w -> w.box().y1())
                .max()
                .orElse(top);
        Box box = new Box(0, top, page.page().width(), bottom);
        Draft.Part part = new Draft.Part(page.page().number(), box);
        return new Draft(List.of(part), edges, rows.size() + 1, cells, true, List.of("rows rebuilt from text"));
    }

    private Draft.DraftCell cell(int row, int column, List<Word> words, List<Double> edges) {
        double y0 = words.stream().mapToDouble(w -> w.box().y0()).min().orElse(0);
        double y1 = words.stream().mapToDouble(w -> w.box().y1()).max().orElse(y0);
        Box box = new Box(edges.get(column), y0, edges.get(column + 1), y1);
        return new Draft.DraftCell(
                row, column, 1, 1, List.of(CellText.piece(page.page().number(), box, words)));
    }

    /** The header's words by column: each goes to the column whose name began last. */
    private List<Draft.DraftCell> headerCells(int[] header, List<Head> heads, List<Double> edges) {
        List<List<Word>> texts = new ArrayList<>();
        IntStream.rangeClosed(0, heads.size()).forEach(i -> texts.add(new ArrayList<>()));
        int place = 0;
        int column = 0;
        for (int i = header[0]; i < header[1]; i++) {
            for (Word word : lines.get(i).words()) {
                while (column < heads.size() && heads.get(column).place() <= place) {
                    column++;
                }
                texts.get(column).add(word);
                place++;
            }
        }
        List<Draft.DraftCell> cells = new ArrayList<>();
        for (int c = 0; c < texts.size(); c++) {
            cells.add(cell(0, c, texts.get(c), edges));
        }
        return cells;
    }

    /** Parts the text of one row into columns. */
    private static final class RowTexts {
        private final List<ColumnRole> columns;
        private final boolean blocks;
        private final List<List<Word>> texts = new ArrayList<>();
        private int column;

        RowTexts(List<ColumnRole> columns, boolean blocks) {
            this.columns = columns;
            this.blocks = blocks;
            columns.forEach(c -> texts.add(new ArrayList<>()));
        }

        List<List<Word>> of(Row row) {
            int task = Math.max(0, columns.indexOf(ColumnRole.TASK));
            for (int i = 0; i < row.lines.size(); i++) {
                List<Word> words = row.lines.get(i).words();
                int block = row.blocks.get(i);
                boolean opens = i == 0 || !row.blocks.get(i - 1).equals(block);
                boolean goesOn =
                        opens && Character.isLowerCase(words.get(0).text().codePointAt(0));
                column = block == 0 ? task : opens && !goesOn ? opening() : column;
                boolean whole = blocks && block == 0;
                addLine(words, whole, block > 0, opens);
            }
            return texts;
        }

        /** Where a new block goes that begins like no unit and no deadline: the product, if none was seen. */
        private int opening() {
            int product = columns.indexOf(ColumnRole.PRODUCT);
            return product >= 0 && texts.get(product).isEmpty() && product > column ? product : column;
        }

        private void addLine(List<Word> words, boolean whole, boolean later, boolean opens) {
            boolean inProduct = blocks && !opens && columns.get(column) == ColumnRole.PRODUCT;
            for (int w = 0; w < words.size(); w++) {
                boolean inPhrase = w > 0
                        && GOVERNING.matcher(bare(words.subList(w - 1, w))).matches();
                boolean mayOpen =
                        !inProduct && !inPhrase && !whole && (later || w >= 3) && opensWithCapital(words.get(w), w);
                if (mayOpen) {
                    String rest = bare(words.subList(w, Math.min(words.size(), w + 3)));
                    open(rest);
                }
                texts.get(column).add(words.get(w));
            }
        }

        private static boolean opensWithCapital(Word word, int place) {
            int first = word.text().codePointAt(0);
            return place == 0 || Character.isUpperCase(first) || Character.isDigit(first);
        }

        private void open(String rest) {
            int due = columns.indexOf(ColumnRole.DUE);
            if (due >= 0 && DUE.matcher(rest).matches()) {
                column = due;
            } else if (UNIT.matcher(rest).matches()) {
                column = unitColumn();
            }
        }

        private int unitColumn() {
            List<Integer> units = IntStream.range(0, columns.size())
                    .filter(c -> columns.get(c) == ColumnRole.LEAD
                            || columns.get(c) == ColumnRole.COORD
                            || columns.get(c) == ColumnRole.RESPONSIBILITY)
                    .boxed()
                    .toList();
            if (units.isEmpty()) {
                return column;
            }
            if (units.contains(column) && joins(texts.get(column))) {
                return column;
            }
            return units.stream()
                    .filter(c -> texts.get(c).isEmpty())
                    .findFirst()
                    .orElse(units.contains(column) ? column : units.get(units.size() - 1));
        }

        private static boolean joins(List<Word> words) {
            String last = words.isEmpty() ? "" : words.get(words.size() - 1).text();
            return last.endsWith(",") || last.endsWith(";");
        }
    }
}
