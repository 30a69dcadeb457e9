package vn.trich.pipeline.table;

import java.util.List;

/** What stands in the rows of a table. */
final class TableRows {

    private TableRows() {}

    /** The texts of the cells that begin in a row, from the left; rows count from 1. */
    static List<String> row(Table table, int row) {
        return table.cells().stream()
                .filter(c -> c.row() == row)
                .map(Cell::text)
                .toList();
    }
}
