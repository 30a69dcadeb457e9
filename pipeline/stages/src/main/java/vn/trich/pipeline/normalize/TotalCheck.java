package vn.trich.pipeline.normalize;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.trich.output.TableRecord;
import vn.trich.pipeline.table.Cell;
import vn.trich.pipeline.table.Table;

/**
 * Adds up tables of figures that print their totals: a sum that fails means that a figure was misread, or that the paper
 * is wrong. Only flat tables are added up: one row of totals, first or last, and all others parts of it. Immutable.
 */
public final class TotalCheck {

    private static final int LEAST_PARTS = 2;

    /** Whether some column's printed total is not the sum of its parts; false where there is nothing to add up. */
    public boolean fails(Table table) {
        if (table.kind() != TableRecord.Kind.STATISTICS) {
            return false;
        }
        List<Integer> body = new ArrayList<>();
        for (int row = 1; row <= table.rows(); row++) {
            if (table.rowKinds().get(row - 1) == Table.RowKind.GROUP) {
                return false;
            }
            if (table.rowKinds().get(row - 1) == Table.RowKind.BODY) {
                body.add(row);
            }
        }
        List<Integer> totals = body.stream().filter(row -> isTotal(table, row)).toList();
        if (totals.size() != 1 || body.size() <= LEAST_PARTS) {
            return false;
        }
        int total = totals.get(0);
        body.remove(Integer.valueOf(total));
        boolean atEdge = total < body.get(0) || total > body.get(body.size() - 1);
        for (int column = 1; atEdge && column <= table.columns(); column++) {
            if (!isShare(table, column) && isFlat(table, body) && fails(table, body, total, column)) {
                return true;
            }
        }
        return false;
    }

    private static boolean fails(Table table, List<Integer> parts, int total, int column) {
        Optional<BigDecimal> printed = number(table, total, column);
        BigDecimal sum = BigDecimal.ZERO;
        for (int row : parts) {
            Optional<BigDecimal> part = number(table, row, column);
            // Whole numbers only: decimals are rounded, and averages and shares do not add up.
            if (part.isEmpty() || part.get().stripTrailingZeros().scale() > 0) {
                return false;
            }
            sum = sum.add(part.get());
        }
        return printed.isPresent()
                && printed.get().stripTrailingZeros().scale() <= 0
                && printed.get().compareTo(sum) != 0;
    }

    private static Optional<BigDecimal> number(Table table, int row, int column) {
        return table.at(row, column)
                .filter(cell -> cell.row() == row && cell.rowSpan() == 1 && cell.columnSpan() == 1)
                .flatMap(cell -> Numbers.parse(cell.text()));
    }

    private static boolean isTotal(Table table, int row) {
        return table.cells().stream()
                .filter(cell -> cell.row() == row)
                .map(Cell::text)
                .anyMatch(text -> BareText.words(text).matches("(?:tong|tong so|tong cong|cong)"));
    }

    /** Whether the heading says that the column holds no amounts. */
    private static boolean isShare(Table table, int column) {
        for (int row = 1; row <= table.headerRows(); row++) {
            String heading = table.at(row, column).map(Cell::text).orElse("");
            if (heading.contains("%")
                    || BareText.words(heading)
                            .matches("(?:.* )?(?:ty le|binh quan|nam|so thu tu|stt|tt|diem)(?: .*)?")) {
                return true;
            }
        }
        return column == 1;
    }

    /** Whether no row is part of another: plain numbers in the first column, or none. */
    private static boolean isFlat(Table table, List<Integer> rows) {
        return rows.stream()
                .map(row -> table.at(row, 1).map(Cell::text).orElse("").strip())
                .allMatch(label -> label.isEmpty() || label.matches("\\d{1,3}\\.?"));
    }
}
