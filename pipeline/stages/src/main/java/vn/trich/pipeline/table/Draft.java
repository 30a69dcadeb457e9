package vn.trich.pipeline.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.trich.output.Box;
import vn.trich.pipeline.page.Word;

/**
 * A table while it is being made: a grid of cells with their words, from one page or already joined over several.
 *
 * @param parts its part on each page, in order
 * @param edges x of the column edges on its first page, ascending, one more than columns
 * @param rows rows
 * @param cells by row, then column; together they cover the grid, none twice
 * @param synthetic whether its boxes are made up (plain text)
 * @param doubts why a person should look
 */
record Draft(
        List<Part> parts, List<Double> edges, int rows, List<DraftCell> cells, boolean synthetic, List<String> doubts) {

    static final Comparator<DraftCell> IN_ORDER =
            Comparator.comparingInt(DraftCell::row).thenComparingInt(DraftCell::column);

    Draft {
        parts = List.copyOf(parts);
        edges = List.copyOf(edges);
        cells = cells.stream().sorted(IN_ORDER).toList();
        doubts = doubts.stream().distinct().toList();
    }

    /**
     * The part of a table on one page.
     *
     * @param page page number
     * @param box around it
     */
    record Part(int page, Box box) {}

    /**
     * A cell, its position counted from 0.
     *
     * @param row its first row
     * @param column its first column
     * @param rowSpan rows it covers
     * @param columnSpan columns it covers
     * @param pieces what stands in it, page by page; at least one, without words if the cell is empty
     */
    record DraftCell(int row, int column, int rowSpan, int columnSpan, List<Piece> pieces) {

        DraftCell {
            pieces = List.copyOf(pieces);
        }

        boolean covers(int r, int c) {
            return row <= r && r < row + rowSpan && column <= c && c < column + columnSpan;
        }

        int endRow() {
            return row + rowSpan;
        }

        int endColumn() {
            return column + columnSpan;
        }

        boolean isEmpty() {
            return pieces.stream().allMatch(p -> p.words().isEmpty());
        }

        List<Word> words() {
            return pieces.stream().flatMap(p -> p.words().stream()).toList();
        }

        String text() {
            return CellText.join(pieces);
        }

        DraftCell at(int newRow, int newColumn) {
            return new DraftCell(newRow, newColumn, rowSpan, columnSpan, pieces);
        }

        DraftCell spanning(int newRowSpan, int newColumnSpan) {
            return new DraftCell(row, column, newRowSpan, newColumnSpan, pieces);
        }

        DraftCell with(List<Piece> newPieces) {
            return new DraftCell(row, column, rowSpan, columnSpan, newPieces);
        }

        /** This cell with the pieces of another after its own; empty pieces are left out where there are others. */
        DraftCell followedBy(DraftCell other) {
            List<Piece> all = new ArrayList<>(pieces);
            all.addAll(other.pieces());
            return with(all);
        }
    }

    /**
     * The part of a cell on one page.
     *
     * @param page page number
     * @param box the cell's box there
     * @param words its words in reading order
     * @param text their text, paragraphs parted by line feeds
     */
    record Piece(int page, Box box, List<Word> words, String text) {

        Piece {
            words = List.copyOf(words);
        }
    }

    int columns() {
        return edges.size() - 1;
    }

    /** The cell that covers the position, both from 0. */
    Optional<DraftCell> at(int row, int column) {
        for (int r = row; r >= 0; r--) {
            for (DraftCell cell : startingIn(r)) {
                if (cell.covers(row, column)) {
                    return Optional.of(cell);
                }
            }
        }
        return Optional.empty();
    }

    /** The cells that begin in a row. */
    List<DraftCell> startingIn(int row) {
        return cells.subList(firstFrom(row), firstFrom(row + 1));
    }

    private int firstFrom(int row) {
        int low = 0;
        int high = cells.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cells.get(middle).row() < row) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** All words, by cell. */
    List<Word> words() {
        return cells.stream().flatMap(c -> c.words().stream()).toList();
    }

    Draft withCells(List<DraftCell> newCells) {
        return new Draft(parts, edges, rows, newCells, synthetic, doubts);
    }

    Draft withDoubt(String doubt) {
        List<String> more = new ArrayList<>(doubts);
        more.add(doubt);
        return new Draft(parts, edges, rows, cells, synthetic, more);
    }

    /** This table without its first or its last column, if no word stands in that. */
    Optional<Draft> withoutEmpty(int column) {
        boolean first = column == 0;
        List<DraftCell> kept = new ArrayList<>();
        for (DraftCell cell : cells) {
            boolean inside = cell.column() <= column && column < cell.endColumn();
            int span = cell.columnSpan() - (inside ? 1 : 0);
            if (span == 0 && !cell.isEmpty()) {
                return Optional.empty();
            }
            if (span > 0) {
                int at = first && !inside ? cell.column() - 1 : cell.column();
                kept.add(new DraftCell(cell.row(), at, cell.rowSpan(), span, cell.pieces()));
            }
        }
        List<Double> left = first ? edges.subList(1, edges.size()) : edges.subList(0, edges.size() - 1);
        return columns() < 3 ? Optional.empty() : Optional.of(new Draft(parts, left, rows, kept, synthetic, doubts));
    }

    /** This table without its first rows; cells that reach beyond them keep their lower part. */
    Draft withoutFirstRows(int count) {
        List<DraftCell> kept = new ArrayList<>();
        for (DraftCell cell : cells) {
            if (cell.endRow() > count) {
                int row = Math.max(0, cell.row() - count);
                kept.add(new DraftCell(
                        row, cell.column(), cell.endRow() - count - row, cell.columnSpan(), cell.pieces()));
            }
        }
        return new Draft(parts, edges, rows - count, kept, synthetic, doubts);
    }
}
