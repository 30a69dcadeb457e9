package vn.trich.pipeline.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.trich.output.Box;
import vn.trich.pipeline.page.Word;

/**
 * Puts the words of a page into the cells of a grid: each by its centre; a word that a column line cuts is parted
 * there.
 */
final class GridReader {

    /** Words may stick out of the outermost lines by this much, in points. */
    private static final double OUTSIDE = 3;
    /** A word is parted by a line only if this share of its width stands on either side. */
    private static final double CUT_SHARE = 0.25;

    private final int page;
    private final Grid grid;
    private final List<String> doubts = new ArrayList<>();

    GridReader(int page, Grid grid) {
        this.page = page;
        this.grid = grid;
    }

    /** The words of the page whose centre lies on the grid. */
    static List<Word> wordsOn(Grid grid, List<Word> words) {
        Box area = grid.box().grow(OUTSIDE);
        return words.stream().filter(w -> area.holdsCentreOf(w.box())).toList();
    }

    /** The table of the grid with these words, each in one cell. */
    Draft read(List<Word> words) {
        int columns = grid.xs().size() - 1;
        int[][] owner = owners();
        Map<Integer, List<Word>> byCell = new HashMap<>();
        for (Word word : words) {
            for (Word piece : parted(word, owner)) {
                int row = index(grid.ys(), piece.box().centreY());
                int column = index(grid.xs(), piece.box().centreX());
                byCell.computeIfAbsent(owner[row][column], c -> new ArrayList<>())
                        .add(piece);
            }
        }
        List<Draft.DraftCell> cells = new ArrayList<>();
        for (int i = 0; i < grid.cells().size(); i++) {
            Grid.Span span = grid.cells().get(i);
            Draft.Piece piece = CellText.piece(page, grid.boxOf(span), byCell.getOrDefault(i, List.of()));
            cells.add(
                    new Draft.DraftCell(span.row(), span.column(), span.rowSpan(), span.columnSpan(), List.of(piece)));
        }
        cells.sort(Comparator.comparingInt(Draft.DraftCell::row).thenComparingInt(Draft.DraftCell::column));
        doubts.addAll(grid.doubts());
        return new Draft(
                List.of(new Draft.Part(page, grid.box())),
                grid.xs(),
                grid.ys().size() - 1,
                cells,
                false,
                columns > 0 ? doubts : List.of());
    }

    private int[][] owners() {
        int[][] owner = new int[grid.ys().size() - 1][grid.xs().size() - 1];
        for (int i = 0; i < grid.cells().size(); i++) {
            Grid.Span span = grid.cells().get(i);
            for (int r = span.row(); r < span.row() + span.rowSpan(); r++) {
                for (int c = span.column(); c < span.column() + span.columnSpan(); c++) {
                    owner[r][c] = i;
                }
            }
        }
        return owner;
    }

    /** The interval that holds a position; the first or last for one outside. */
    static int index(List<Double> edges, double position) {
        int index = 0;
        while (index < edges.size() - 2 && position >= edges.get(index + 1)) {
            index++;
        }
        return index;
    }

    private List<Word> parted(Word word, int[][] owner) {
        int row = index(grid.ys(), word.box().centreY());
        for (int e = 1; e < grid.xs().size() - 1; e++) {
            double x = grid.xs().get(e);
            double before = x - word.box().x0();
            double share = before / Math.max(1e-6, word.box().width());
            boolean cuts = share >= CUT_SHARE && share <= 1 - CUT_SHARE && owner[row][e - 1] != owner[row][e];
            int length = word.text().length();
            int at = cuts ? splitPoint(word.text(), share) : 0;
            if (at > 0 && at < length && before > word.box().height()) {
                doubts.add("word across a line");
                List<Word> parts =
                        new ArrayList<>(List.of(part(word, 0, at, word.box().x0(), x)));
                parts.addAll(parted(part(word, at, length, x, word.box().x1()), owner));
                return parts;
            }
        }
        return List.of(word);
    }

    /** Where in a text its share lies, moved to where letters of another kind begin if that is near. */
    private static int splitPoint(String text, double share) {
        int middle = (int) Math.round(share * text.length());
        if (text.length() < 6) {
            return 0;
        }
        for (int off = 0; off <= 2; off++) {
            for (int at : new int[] {middle - off, middle + off}) {
                if (at > 1 && at < text.length() - 1 && begins(text.charAt(at - 1), text.charAt(at))) {
                    return at;
                }
            }
        }
        return middle;
    }

    private static boolean begins(char before, char after) {
        return Character.isLowerCase(before) && Character.isUpperCase(after)
                || Character.isDigit(before) != Character.isDigit(after)
                || before == '|';
    }

    private static Word part(Word word, int from, int to, double x0, double x1) {
        Box box = new Box(x0, word.box().y0(), x1, word.box().y1());
        return new Word(
                word.text().substring(from, to),
                word.original().equals(word.text()) ? word.text().substring(from, to) : word.original(),
                box,
                word.confidence(),
                word.source(),
                List.of(),
                word.style());
    }
}
