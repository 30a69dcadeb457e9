package vn.trich.corpus.gold;

import java.util.List;
import java.util.Optional;

/**
 * A true table, a page break never parting it.
 *
 * @param kind {@code tasks}, {@code statistics}, {@code indicators} or {@code other}
 * @param columnCount columns
 * @param roles for each column its role in lower case, empty where gold gives none
 * @param rows the rows, header rows first
 * @param cells the cells by row, then column; a spanned cell once
 */
public record GoldTable(
        String kind, int columnCount, List<Optional<String>> roles, List<Row> rows, List<GoldCell> cells) {

    /** Copies the lists. */
    public GoldTable {
        roles = List.copyOf(roles);
        rows = List.copyOf(rows);
        cells = List.copyOf(cells);
    }

    /** What a row is. */
    public enum RowKind {
        /** Part of the header, a row of column numbers included. */
        HEADER,
        /** A heading inside the table. */
        GROUP,
        /** A task. */
        TASK,
        /** One measured figure. */
        INDICATOR,
        /** Any other row. */
        OTHER
    }

    /**
     * A row.
     *
     * @param kind what it is
     * @param label its printed label; empty where gold gives none
     */
    public record Row(RowKind kind, Optional<String> label) {}

    /** The cells that begin in a row, counted from 1. */
    public List<GoldCell> cellsOf(int row) {
        return cells.stream().filter(cell -> cell.row() == row).toList();
    }

    /** The cells of the columns of that role that cover a row, counted from 1; empty if no column has the role. */
    public List<GoldCell> cellsFor(int row, String role) {
        return cells.stream()
                .filter(cell -> cell.coversRow(row) && hasRole(cell, role))
                .toList();
    }

    /** Whether a column has that role. */
    public boolean hasRole(String role) {
        return roles.contains(Optional.of(role));
    }

    private boolean hasRole(GoldCell cell, String role) {
        return roles.get(cell.column() - 1).filter(role::equals).isPresent();
    }
}
