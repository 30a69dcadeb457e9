package vn.trich.pipeline.normalize;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.trich.output.ColumnRole;
import vn.trich.output.IndicatorRecord;
import vn.trich.output.Trust;
import vn.trich.pipeline.table.Cell;
import vn.trich.pipeline.table.Table;

/** Reads the measured figures of a table that has one per row. */
final class IndicatorReader {

    private static final double BADLY_READ = 0.75;

    /** The figures in row order; ids go on from {@code first}. */
    List<IndicatorRecord> read(Table table, String tableId, int first) {
        TableGrid grid = new TableGrid(table);
        Set<Cell> failing = new TotalCheck().failing(table);
        List<IndicatorRecord> records = new ArrayList<>();
        for (NumberedRows.Numbered row : NumberedRows.of(table, grid)) {
            if (!row.heading() && !grid.text(row.row(), ColumnRole.NAME).isEmpty()) {
                boolean fails = grid.cells(row.row(), ColumnRole.VALUE).stream().anyMatch(failing::contains);
                records.add(record(grid, row, tableId, "i" + (first + records.size()), fails));
            }
        }
        return records;
    }

    private static IndicatorRecord record(
            TableGrid grid, NumberedRows.Numbered numbered, String tableId, String id, boolean totalFails) {
        int row = numbered.row();
        String code = numbered.label();
        String printed = grid.text(row, ColumnRole.VALUE);
        Optional<BigDecimal> value = Numbers.parse(printed).map(Numbers::tidy);
        Evidence evidence = grid.evidence(row);
        List<String> doubts = new ArrayList<>();
        if (value.isEmpty() && printed.chars().anyMatch(Character::isDigit)) {
            doubts.add("value unread");
        }
        if (evidence.confidence() < BADLY_READ) {
            doubts.add("low ocr");
        }
        if (totalFails) {
            doubts.add("total");
        }
        double confidence = evidence.confidence() * (value.isEmpty() && !printed.isEmpty() ? 0.6 : 1);
        return new IndicatorRecord(
                id,
                tableId,
                row,
                code,
                grid.text(row, ColumnRole.NAME),
                grid.text(row, ColumnRole.UNIT),
                value,
                printed,
                grid.text(row, ColumnRole.NOTE),
                numbered.groups(),
                evidence.regions(),
                new Trust(confidence, doubts));
    }
}
