package vn.trich.pipeline.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.trich.output.Box;
import vn.trich.pipeline.layout.PageLayout;
import vn.trich.pipeline.page.Word;

/**
 * Tables in plain text whose cells are parted by tabs, a row to a line. The width of a gap tells how many tabs made it
 * (see {@link vn.trich.pipeline.page.PageText}), so empty cells are known.
 */
final class TabbedRows {

    private static final double CHARACTER = 6;
    private static final int TAB_STOP = 8;
    private static final int LEAST_GAP = 3;
    private static final int LEAST_COLUMNS = 3;
    private static final int MAX_COLUMNS = 60;
    /** Share of the wide gaps of a page that tabs must have made. */
    private static final double MOSTLY = 0.7;
    /** Blank lines that may stand between two rows. */
    private static final int MAX_BLANK = 2;

    private final PageLayout page;

    TabbedRows(PageLayout page) {
        this.page = page;
    }

    /** The words of one line by cell. */
    private record Row(double y, List<List<Word>> cells) {}

    /** The tables of a page of plain text, from the top. */
    List<Draft> find() {
        Map<Double, List<Word>> lines = new TreeMap<>();
        for (Word word : page.page().words()) {
            lines.computeIfAbsent(word.box().y0(), y -> new ArrayList<>()).add(word);
        }
        List<Draft> tables = new ArrayList<>();
        List<Row> run = new ArrayList<>();
        for (Map.Entry<Double, List<Word>> line : lines.entrySet()) {
            Row row = row(line.getKey(), line.getValue());
            boolean follows =
                    !run.isEmpty() && row.y() - run.get(run.size() - 1).y() <= 12.0 * (MAX_BLANK + 1);
            boolean again = run.size() > 1 && text(row).equals(text(run.get(0)));
            if (row.cells().size() < 2 || !run.isEmpty() && !follows || again) {
                addTable(run, tables);
                run = new ArrayList<>();
            }
            if (row.cells().size() >= 2) {
                run.add(row);
            }
        }
        addTable(run, tables);
        return tables;
    }

    /** Whether tabs made the gaps of plain text: blanks end at tab stops by chance alone. */
    static boolean holdsTabs(List<PageLayout> pages) {
        int wide = 0;
        int tabs = 0;
        for (DumpText.TextLine line : DumpText.of(pages, w -> true).lines()) {
            for (int i = 1; i < line.words().size(); i++) {
                int gap = line.gap(i);
                int start =
                        DumpText.TextLine.character(line.words().get(i).box().x0());
                wide += gap >= LEAST_GAP ? 1 : 0;
                tabs += tabs(start - gap, start) > 0 ? 1 : 0;
            }
        }
        return tabs >= MOSTLY * wide;
    }

    /** The text of a row; the same as that of the first row where the header is repeated. */
    private static String text(Row row) {
        return row.cells().stream()
                .map(c -> c.stream().map(Word::text).collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\t"));
    }

    private static Row row(double y, List<Word> words) {
        words.sort(Comparator.comparingDouble(w -> w.box().x0()));
        List<List<Word>> cells = new ArrayList<>();
        int end = 0;
        for (Word word : words) {
            int start = (int) Math.round(word.box().x0() / CHARACTER);
            int tabs = tabs(end, start);
            for (int i = 0; i < Math.min(tabs, MAX_COLUMNS) || cells.isEmpty(); i++) {
                cells.add(new ArrayList<>());
            }
            if (cells.size() == tabs && end == 0 && tabs > 0) {
                cells.add(new ArrayList<>());
            }
            cells.get(cells.size() - 1).add(word);
            end = (int) Math.round(word.box().x1() / CHARACTER);
        }
        return new Row(y, cells);
    }

    /** How many tabs lead from one column of characters to another; 0 if blanks do. */
    private static int tabs(int end, int start) {
        int stop = ((end + LEAST_GAP - 1) / TAB_STOP + 1) * TAB_STOP;
        boolean fits = start >= stop && (start - stop) % TAB_STOP == 0 && start - end >= LEAST_GAP;
        return fits ? 1 + (start - stop) / TAB_STOP : 0;
    }

    private void addTable(List<Row> rows, List<Draft> tables) {
        int columns = rows.stream().mapToInt(r -> r.cells().size()).max().orElse(0);
        long wide = rows.stream().filter(r -> r.cells().size() == columns).count();
        if (columns < LEAST_COLUMNS || columns > MAX_COLUMNS || wide * 3 < rows.size()) {
            return;
        }
        double right = page.page().width();
        List<Double> edges = IntStream.rangeClosed(0, columns)
                .mapToObj(i -> right * i / columns)
                .toList();
        List<Draft.DraftCell> cells = new ArrayList<>();
        for (int r = 0; r < rows.size(); r++) {
            double y = rows.get(r).y();
            for (int c = 0; c < columns; c++) {
                List<Word> words =
                        c < rows.get(r).cells().size() ? rows.get(r).cells().get(c) : List.of();
                Box box = new Box(edges.get(c), y, edges.get(c + 1), y + 12);
                cells.add(new Draft.DraftCell(
                        r, c, 1, 1, List.of(CellText.piece(page.page().number(), box, words))));
            }
        }
        double top = rows.get(0).y();
        Box box = new Box(0, top, right, rows.get(rows.size() - 1).y() + 12);
        tables.add(new Draft(
                List.of(new Draft.Part(page.page().number(), box)), edges, rows.size(), cells, true, List.of()));
    }
}
