package vn.trich.pipeline.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import vn.trich.models.language.LanguageModel;
import vn.trich.output.Box;
import vn.trich.output.ColumnRole;
import vn.trich.pipeline.page.Word;

/**
 * Rebuilds task tables of plain text whose grid is lost: cells printed one below the other, or line by line across
 * columns. The header names the columns; {@link DumpSearch} finds what belongs where. Every word ends up in a row;
 * which one and in which column is a guess, and flagged.
 */
final class DumpRows {

    private static final int MAX_WORDS = 60_000;
    /** A heading that long is none. */
    private static final int MOST_HEADING_WORDS = 40;

    /** Stands for the cell over those who lead and who take part. */
    private static final int OVER = -1;

    private final RoleVocabulary vocabulary;
    private final DumpToken.Knowledge known;

    DumpRows(RoleVocabulary vocabulary, ColumnWords words, Optional<LanguageModel> model) {
        this.vocabulary = vocabulary;
        this.known = new DumpToken.Knowledge(new CellOpenings(), words, new TextFlow(model));
    }

    /**
     * The tables of a text.
     *
     * @param text its lines without those of tables that are known
     * @param width the width of its pages in points
     */
    List<Draft> find(DumpText text, double width) {
        List<Draft> tables = new ArrayList<>();
        int words = text.lines().stream().mapToInt(l -> l.words().size()).sum();
        if (words > MAX_WORDS) {
            return tables;
        }
        DumpHeaders headers = new DumpHeaders(text.lines(), vocabulary);
        int start = 0;
        Optional<DumpHeaders.Found> found = headers.find(start);
        while (found.isPresent()) {
            List<DumpText.TextLine> body = new ArrayList<>();
            start = body(text.lines(), headers, found.get(), body);
            table(text.lines(), found.get(), body, width).ifPresent(tables::add);
            found = headers.find(start);
        }
        return tables;
    }

    /** Collects the lines below a table's headers; gives the line after its last. */
    private static int body(
            List<DumpText.TextLine> lines, DumpHeaders headers, DumpHeaders.Found found, List<DumpText.TextLine> body) {
        int next = 0;
        int i = found.all().get(0).from();
        while (i < lines.size()) {
            if (next < found.all().size() && i == found.all().get(next).from()) {
                i = found.all().get(next++).to();
            } else if (headers.endsTable(i)) {
                break;
            } else {
                body.add(lines.get(i++));
            }
        }
        return i;
    }

    private Optional<Draft> table(
            List<DumpText.TextLine> lines, DumpHeaders.Found found, List<DumpText.TextLine> body, double width) {
        DumpHeaders.Header header = found.best();
        boolean tasks =
                header.roles().contains(ColumnRole.TASK) || header.roles().contains(ColumnRole.ACTIVITY);
        if (!tasks || body.isEmpty()) {
            return Optional.empty();
        }
        DumpSearch.Places places = places(header, body);
        Optional<DumpHeaders.Header> other = header.withDueLast();
        if (other.isPresent() && !DumpSearch.blankLinesPartCells(body)) {
            DumpSearch.Places instead = places(other.get(), body);
            if (instead.score() > places.score()) {
                places = instead;
                header = other.get();
            }
        }
        int rows = places.rows()[places.rows().length - 1] + 1;
        return rows < 2 ? Optional.empty() : Optional.of(draft(lines, header, body, places, rows, width));
    }

    private DumpSearch.Places places(DumpHeaders.Header header, List<DumpText.TextLine> body) {
        List<ColumnRole> roles = new ArrayList<>(List.of(ColumnRole.STT));
        roles.addAll(header.roles());
        return new DumpSearch(body, roles, known).read();
    }

    private static Draft draft(
            List<DumpText.TextLine> lines,
            DumpHeaders.Header header,
            List<DumpText.TextLine> body,
            DumpSearch.Places places,
            int rows,
            double width) {
        int columns = header.heads().size() + 1;
        List<Double> edges = IntStream.rangeClosed(0, columns)
                .mapToObj(i -> width * i / columns)
                .toList();
        List<Draft.DraftCell> cells = new ArrayList<>();
        List<DumpText.TextLine> headerLines = lines.subList(header.from(), header.numbers());
        int page = headerLines.get(0).page();
        int deep = header.spanned().isPresent() ? 2 : 1;
        for (int c = 0; c < columns; c++) {
            int under = header.spanned().isPresent()
                            && (c == header.spanned().get()
                                    || c == header.spanned().get() + 1)
                    ? 1
                    : 0;
            List<Placed> words = headerWords(headerLines, header, c);
            cells.add(new Draft.DraftCell(under, c, deep - under, 1, pieces(words, c, c + 1, edges, page)));
        }
        if (deep > 1) {
            int c = header.spanned().get();
            List<Placed> words = headerWords(headerLines, header, OVER);
            cells.add(new Draft.DraftCell(0, c, 1, 2, pieces(words, c, c + 2, edges, page)));
        }
        int above = deep;
        if (header.numbers() < header.to()) {
            addNumbers(lines.subList(header.numbers(), header.to()), above, edges, cells);
            above++;
        }
        List<List<List<Placed>>> grid = grid(body, places, rows, columns);
        for (int r = 0; r < rows; r++) {
            List<List<Placed>> row = grid.get(r);
            page = row.stream()
                    .flatMap(List::stream)
                    .findFirst()
                    .map(Placed::page)
                    .orElse(page);
            if (isHeading(row)) {
                List<Placed> words = new ArrayList<>(row.get(0));
                words.addAll(row.get(1));
                cells.add(new Draft.DraftCell(r + above, 0, 1, columns, pieces(words, 0, columns, edges, page)));
                continue;
            }
            for (int c = 0; c < columns; c++) {
                cells.add(new Draft.DraftCell(r + above, c, 1, 1, pieces(row.get(c), c, c + 1, edges, page)));
            }
        }
        return new Draft(parts(cells, width), edges, rows + above, cells, true, List.of("rows rebuilt from text"));
    }

    /** The row of column numbers: the n-th in the n-th column, what is beyond in the last. */
    private static void addNumbers(
            List<DumpText.TextLine> lines, int headerRow, List<Double> edges, List<Draft.DraftCell> cells) {
        int columns = edges.size() - 1;
        List<List<Placed>> row = new ArrayList<>();
        IntStream.range(0, columns).forEach(c -> row.add(new ArrayList<>()));
        for (int i = 0; i < lines.size(); i++) {
            int page = lines.get(i).page();
            List<Placed> cell = row.get(Math.min(i, columns - 1));
            lines.get(i).words().forEach(w -> cell.add(new Placed(page, w)));
        }
        for (int c = 0; c < columns; c++) {
            cells.add(new Draft.DraftCell(
                    headerRow,
                    c,
                    1,
                    1,
                    pieces(row.get(c), c, c + 1, edges, lines.get(0).page())));
        }
    }

    /** A word and its page. */
    private record Placed(int page, Word word) {}

    /** A row of an outer list with nothing but its name: such a row is one cell on paper. */
    private static boolean isHeading(List<List<Placed>> row) {
        boolean alone = row.subList(2, row.size()).stream().allMatch(List::isEmpty);
        boolean outer = row.get(0).size() == 1
                && RowLabel.parse(row.get(0).get(0).word().text())
                        .filter(DumpState::isOuter)
                        .isPresent();
        return alone && outer && !row.get(1).isEmpty() && row.get(1).size() <= MOST_HEADING_WORDS;
    }

    private static List<List<List<Placed>>> grid(
            List<DumpText.TextLine> body, DumpSearch.Places places, int rows, int columns) {
        List<List<List<Placed>>> grid = new ArrayList<>();
        for (int r = 0; r < rows; r++) {
            List<List<Placed>> row = new ArrayList<>();
            IntStream.range(0, columns).forEach(c -> row.add(new ArrayList<>()));
            grid.add(row);
        }
        int at = 0;
        for (DumpText.TextLine line : body) {
            for (Word word : line.words()) {
                int column = places.columns()[at];
                Word placed = column == 0 ? asLabel(word) : word;
                grid.get(places.rows()[at]).get(column).add(new Placed(line.page(), placed));
                at++;
            }
        }
        return grid;
    }

    /** A label that was taken for a word, as it was printed. */
    private static Word asLabel(Word word) {
        boolean mistaken = RowLabel.parse(word.text()).isEmpty()
                && RowLabel.parse(word.original()).isPresent();
        return mistaken ? word.restored(word.original(), word.confidence()) : word;
    }

    /** The header's words of a column: each goes to the column whose name began last. */
    private static List<Placed> headerWords(List<DumpText.TextLine> lines, DumpHeaders.Header header, int wanted) {
        List<Placed> words = new ArrayList<>();
        int place = 0;
        for (DumpText.TextLine line : lines) {
            for (Word word : line.words()) {
                int column = header.isOver(place) ? OVER : header.column(place);
                place++;
                if (column == wanted) {
                    words.add(new Placed(line.page(), word));
                }
            }
        }
        return words;
    }

    /** A cell's words page by page; an empty cell is one piece without words. */
    private static List<Draft.Piece> pieces(List<Placed> words, int from, int to, List<Double> edges, int page) {
        TreeSet<Integer> pages = new TreeSet<>();
        words.forEach(w -> pages.add(w.page()));
        if (pages.isEmpty()) {
            pages.add(page);
        }
        List<Draft.Piece> pieces = new ArrayList<>();
        for (int p : pages) {
            List<Word> here =
                    words.stream().filter(w -> w.page() == p).map(Placed::word).toList();
            double y0 = here.stream().mapToDouble(w -> w.box().y0()).min().orElse(0);
            double y1 = here.stream().mapToDouble(w -> w.box().y1()).max().orElse(y0);
            pieces.add(CellText.piece(p, new Box(edges.get(from), y0, edges.get(to), y1), here));
        }
        return pieces;
    }

    private static List<Draft.Part> parts(List<Draft.DraftCell> cells, double width) {
        TreeSet<Integer> pages = new TreeSet<>();
        List<Draft.Piece> filled = cells.stream()
                .flatMap(c -> c.pieces().stream())
                .filter(p -> !p.words().isEmpty())
                .toList();
        filled.forEach(p -> pages.add(p.page()));
        return pages.stream()
                .map(page -> {
                    double top = filled.stream()
                            .filter(p -> p.page() == page)
                            .mapToDouble(p -> p.box().y0())
                            .min()
                            .orElse(0);
                    double bottom = filled.stream()
                            .filter(p -> p.page() == page)
                            .mapToDouble(p -> p.box().y1())
                            .max()
                            .orElse(top);
                    return new Draft.Part(page, new Box(0, top, width, bottom));
                })
                .toList();
    }
}
