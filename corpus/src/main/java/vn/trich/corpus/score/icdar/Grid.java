package vn.trich.corpus.score.icdar;

import java.util.List;

/**
 * The part of a table that stands on one page.
 *
 * @param cells its cells, in no particular order
 */
public record Grid(List<Cell> cells) {

    /** Copies the cells. */
    public Grid {
        cells = List.copyOf(cells);
    }

    /**
     * A cell.
     *
     * @param row first row it covers
     * @param column first column it covers
     * @param rowSpan rows it covers, at least 1
     * @param columnSpan columns it covers, at least 1
     * @param text its text
     */
    public record Cell(int row, int column, int rowSpan, int columnSpan, String text) {

        /** Whether the cell covers a place of the grid. */
        boolean covers(int r, int c) {
            return row <= r && r < row + rowSpan && column <= c && c < column + columnSpan;
        }
    }
}
