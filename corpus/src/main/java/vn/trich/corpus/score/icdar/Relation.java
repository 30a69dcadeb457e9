package vn.trich.corpus.score.icdar;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import vn.trich.corpus.score.icdar.Grid.Cell;

/**
 * That one cell's content is the next to another's: the adjacency relation of Göbel, Hassan, Oro and Orsi 2012, "A
 * methodology for evaluating algorithms for table understanding in PDF documents". Each cell with content is related to
 * its nearest neighbour with content to the right and below; blank cells between are passed over, and two cells are
 * related once however many rows or columns they share.
 *
 * @param from text of the left or upper cell, without white space
 * @param to text of the right or lower cell, without white space
 * @param direction which way
 */
public record Relation(String from, String to, Direction direction) {

    /** Which way a neighbour lies. */
    public enum Direction {
        /** To the right. */
        RIGHT,
        /** Below. */
        DOWN
    }

    /** The relations of a table, one for each pair of neighbouring cells. */
    public static List<Relation> of(Grid grid) {
        List<Cell> filled = grid.cells().stream()
                .filter(cell -> !content(cell).isEmpty())
                .sorted(Comparator.comparingInt(Cell::row).thenComparingInt(Cell::column))
                .toList();
        List<Relation> relations = new ArrayList<>();
        for (Cell cell : filled) {
            for (Cell right : neighbours(cell, filled, Direction.RIGHT)) {
                relations.add(new Relation(content(cell), content(right), Direction.RIGHT));
            }
            for (Cell below : neighbours(cell, filled, Direction.DOWN)) {
                relations.add(new Relation(content(cell), content(below), Direction.DOWN));
            }
        }
        return relations;
    }

    /** For each line of the grid that the cell covers, the nearest filled cell behind it, each once. */
    private static Iterable<Cell> neighbours(Cell cell, List<Cell> filled, Direction direction) {
        boolean right = direction == Direction.RIGHT;
        SortedSet<Cell> found = new TreeSet<>(Comparator.comparingInt(Cell::row).thenComparingInt(Cell::column));
        int lines = right ? cell.rowSpan() : cell.columnSpan();
        for (int line = 0; line < lines; line++) {
            int at = line + (right ? cell.row() : cell.column());
            Optional<Cell> nearest = filled.stream()
                    .filter(other -> right ? isRightOf(cell, other, at) : isBelow(cell, other, at))
                    .min(Comparator.comparingInt(right ? Cell::column : Cell::row));
            nearest.ifPresent(found::add);
        }
        return found;
    }

    private static boolean isRightOf(Cell cell, Cell other, int row) {
        return other.column() >= cell.column() + cell.columnSpan() && other.covers(row, other.column());
    }

    private static boolean isBelow(Cell cell, Cell other, int column) {
        return other.row() >= cell.row() + cell.rowSpan() && other.covers(other.row(), column);
    }

    /** Text in compatibility form without white space and characters that do not print. */
    private static String content(Cell cell) {
        StringBuilder text = new StringBuilder();
        Normalizer.normalize(cell.text(), Normalizer.Form.NFKC)
                .codePoints()
                .filter(c -> !Character.isWhitespace(c)
                        && !Character.isSpaceChar(c)
                        && !Character.isISOControl(c)
                        && Character.getType(c) != Character.FORMAT)
                .forEach(text::appendCodePoint);
        return text.toString();
    }
}
