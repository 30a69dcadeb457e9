package vn.trich.corpus.gold;

import java.util.Map;

/**
 * A cell of a true table.
 *
 * @param row first row it covers, from 1, header rows first
 * @param column first column it covers, from 1
 * @param rowSpan rows it covers
 * @param columnSpan columns it covers
 * @param header whether it stands in the header
 * @param text its text
 * @param data what its {@code data-} attributes say, keyed without {@code data-}
 */
public record GoldCell(
        int row, int column, int rowSpan, int columnSpan, boolean header, GoldText text, Map<String, String> data) {

    /** Copies the attributes. */
    public GoldCell {
        data = Map.copyOf(data);
    }

    /** Whether the cell covers that row. */
    boolean coversRow(int r) {
        return row <= r && r < row + rowSpan;
    }
}
