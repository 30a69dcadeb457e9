package vn.trich.pipeline.table;

import java.util.List;
import java.util.Optional;
import vn.trich.output.ColumnRole;
import vn.trich.output.Region;
import vn.trich.output.TableRecord;

/**
 * A table, joined over its pages.
 *
 * @param kind what it holds
 * @param rows rows, header included
 * @param columns columns
 * @param headerRows rows of the header, a row of column numbers included
 * @param roles one per column
 * @param rowKinds one per row
 * @param cells by row, then column
 * @param regions its part on each page, in order
 * @param doubts why a person should look, a word or two each
 */
public record Table(
        TableRecord.Kind kind,
        int rows,
        int columns,
        int headerRows,
        List<ColumnRole> roles,
        List<RowKind> rowKinds,
        List<Cell> cells,
        List<Region> regions,
        List<String> doubts) {

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if roles or row kinds do not fit the size
     */
    public Table {
        roles = List.copyOf(roles);
        rowKinds = List.copyOf(rowKinds);
        cells = List.copyOf(cells);
        regions = List.copyOf(regions);
        doubts = List.copyOf(doubts);
        if (roles.size() != columns || rowKinds.size() != rows) {
            throw new IllegalArgumentException(
                    rows + "x" + columns + " but " + rowKinds.size() + " row kinds, " + roles.size() + " roles");
        }
    }

    /** The cell that covers that row and column (both from 1), spans counted. */
    public Optional<Cell> at(int row, int column) {
        return cells.stream()
                .filter(c -> c.row() <= row
                        && row < c.row() + c.rowSpan()
                        && c.column() <= column
                        && column < c.column() + c.columnSpan())
                .findFirst();
    }

    /** What a row is. */
    public enum RowKind {
        /** Part of the header, the row of column numbers included. */
        HEADER,
        /** A heading inside the table that names what follows. */
        GROUP,
        /** A row of its own. */
        BODY
    }
}
