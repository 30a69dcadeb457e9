package vn.trich.output;

import java.util.List;

/**
 * A cell of a table.
 *
 * @param row from 1, header rows first
 * @param column from 1
 * @param rowSpan rows it covers, from 1
 * @param columnSpan columns it covers, from 1
 * @param header whether it belongs to the header
 * @param text its text, paragraphs parted by line feeds
 * @param regions where it stands; several where a page break cuts it
 * @param confidence 0..1
 * @param needsReview whether a person should look
 */
public record CellRecord(
        int row,
        int column,
        int rowSpan,
        int columnSpan,
        boolean header,
        String text,
        List<Region> regions,
        double confidence,
        boolean needsReview) {

    /** Copies the regions. */
    public CellRecord {
        regions = List.copyOf(regions);
    }
}
