package vn.trich.output;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * One measured figure of a report.
 *
 * @param indicatorId unique in its document
 * @param tableId the table it stands in
 * @param row row of the table, from 1
 * @param code as printed, or empty
 * @param name what is measured
 * @param unit unit of measure
 * @param value the figure, empty if the cell is empty or no number
 * @param valueText the figure as printed
 * @param note text of the note column
 * @param groupPath headings above it, outermost first
 * @param regions where it stands
 * @param trust how far to trust it
 */
public record IndicatorRecord(
        String indicatorId,
        String tableId,
        int row,
        String code,
        String name,
        String unit,
        Optional<BigDecimal> value,
        String valueText,
        String note,
        List<String> groupPath,
        List<Region> regions,
        Trust trust) {

    /** Copies the lists. */
    public IndicatorRecord {
        groupPath = List.copyOf(groupPath);
        regions = List.copyOf(regions);
    }
}
