package vn.trich.output;

import java.util.List;

/**
 * A table; one that runs over several pages is one.
 *
 * @param tableId unique in its document
 * @param sectionId the section it stands in, or empty
 * @param title its caption, or empty
 * @param kind what it holds
 * @param rowCount rows, header rows included
 * @param columnCount columns
 * @param headerRows rows of the header, a row of column numbers included
 * @param columnRoles one per column
 * @param regions its part on each page
 * @param cells its cells by row, then column; a spanned cell once, at its top left
 * @param trust how far to trust it
 */
public record TableRecord(
        String tableId,
        String sectionId,
        String title,
        Kind kind,
        int rowCount,
        int columnCount,
        int headerRows,
        List<ColumnRole> columnRoles,
        List<Region> regions,
        List<CellRecord> cells,
        Trust trust) {

    /** Copies the lists. */
    public TableRecord {
        columnRoles = List.copyOf(columnRoles);
        regions = List.copyOf(regions);
        cells = List.copyOf(cells);
    }

    /** Its last page, 0 where no region is known. */
    public int pageTo() {
        return regions.stream().mapToInt(Region::page).max().orElse(0);
    }

    /** Kinds of tables. */
    public enum Kind {
        /** Tasks with units and deadlines. */
        TASKS,
        /** One measured value per row. */
        INDICATORS,
        /** A grid of figures. */
        STATISTICS,
        /** Anything else. */
        OTHER
    }
}
