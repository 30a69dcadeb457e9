package vn.trich.pipeline.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.trich.output.Box;
import vn.trich.output.WordSource;
import vn.trich.pipeline.layout.Line;
import vn.trich.pipeline.layout.PageLayout;
import vn.trich.pipeline.page.Word;

/** Finds the tables of one page. */
final class PageTables {

    /** In an empty cell a recogniser reads specks as words, and believes in them this little. */
    private static final double SPECKS = 0.3;

    private static final int LONG_WORD = 5;

    /**
     * What was found on a page.
     *
     * @param drafts the tables, from the top
     * @param noise words on their area that were read from specks in empty cells, and are in no cell
     */
    record Found(List<Draft> drafts, List<Word> noise) {}

    /**
     * The tables of a page.
     *
     * @param tabs whether tabs part cells, where it is plain text
     */
    Found find(PageLayout page, boolean tabs) {
        if (page.page().synthetic()) {
            return new Found(tabs ? new TabbedRows(page).find() : List.of(), List.of());
        }
        List<Word> noise = new ArrayList<>();
        List<Draft> drafts =
                ruled(page).stream().map(d -> withoutSpecks(d, noise)).toList();
        return new Found(drafts, noise);
    }

    private static Draft withoutSpecks(Draft table, List<Word> noise) {
        List<Draft.DraftCell> cells = new ArrayList<>();
        for (Draft.DraftCell cell : table.cells()) {
            if (cell.column() > 0 && isSpecks(cell.words())) {
                noise.addAll(cell.words());
                Draft.Piece piece = cell.pieces().get(0);
                cells.add(cell.with(List.of(new Draft.Piece(piece.page(), piece.box(), List.of(), ""))));
            } else {
                cells.add(cell);
            }
        }
        return table.withCells(cells);
    }

    private static boolean isSpecks(List<Word> words) {
        return !words.isEmpty()
                && words.stream()
                        .allMatch(w -> w.source() == WordSource.OCR && w.text().length() < LONG_WORD)
                && words.stream().mapToDouble(Word::confidence).average().orElse(1) < SPECKS
                && words.stream().filter(w -> w.confidence() > 0.6).count() * 4 <= words.size();
    }

    private List<Draft> ruled(PageLayout page) {
        List<Word> words = inOrder(textWords(page), page);
        LineWork work = new LineWork(page.page().rulings(), page.page().words());
        List<Draft> open = new OpenTables(page.page(), words, work.lines(true)).find();
        List<Draft> drafts = new ArrayList<>();
        for (Grid grid : new GridFinder(page.page(), work).find()) {
            List<Word> inside = GridReader.wordsOn(grid, words);
            boolean openInstead = open.stream().anyMatch(o -> overlap(o, grid.box()) && isBetter(o, grid, work));
            if (!inside.isEmpty() && !openInstead) {
                drafts.add(new GridReader(page.page().number(), grid).read(inside));
            }
        }
        List<Draft> framed = List.copyOf(drafts);
        open.stream()
                .filter(o -> framed.stream()
                        .noneMatch(d -> overlap(o, d.parts().get(0).box())))
                .forEach(drafts::add);
        drafts.sort(
                Comparator.comparingDouble((Draft d) -> d.parts().get(0).box().y0())
                        .thenComparingDouble(d -> d.parts().get(0).box().x0()));
        return drafts;
    }

    private static boolean overlap(Draft table, Box box) {
        Box own = table.parts().get(0).box();
        return own.grow(1).sharedArea(box.grow(1)) > 0;
    }

    /** Whether a table of open columns is nearer to the truth than a grid: that has few columns and no frame. */
    private static boolean isBetter(Draft open, Grid grid, LineWork work) {
        Box box = grid.box();
        boolean framed = work.lines(false).stream()
                .anyMatch(v -> Math.abs(v.at() - box.x1()) < 6
                        && Math.min(v.to(), box.y1()) - Math.max(v.from(), box.y0()) > 0.6 * box.height());
        return !framed && open.columns() > grid.xs().size() - 1;
    }

    /** The words of the page that were put into a table. */
    static List<Word> sources(PageLayout page, Draft table) {
        Optional<Draft.Part> part = table.parts().stream()
                .filter(p -> p.page() == page.page().number())
                .findFirst();
        if (part.isEmpty()) {
            return List.of();
        }
        Box area = part.get().box().grow(3);
        return textWords(page).stream().filter(w -> area.holdsCentreOf(w.box())).toList();
    }

    private static List<Word> textWords(PageLayout page) {
        return page.lines().stream()
                .filter(l -> l.kind() == Line.Kind.BODY || l.kind() == Line.Kind.FOOTNOTE)
                .flatMap(l -> l.words().stream())
                .toList();
    }

    /** The words in the order in which the page shows them. */
    private static List<Word> inOrder(List<Word> words, PageLayout page) {
        Map<Word, Integer> places = new IdentityHashMap<>();
        page.page().words().forEach(word -> places.put(word, places.size()));
        return words.stream()
                .sorted(Comparator.comparingInt(word -> places.getOrDefault(word, Integer.MAX_VALUE)))
                .toList();
    }
}
