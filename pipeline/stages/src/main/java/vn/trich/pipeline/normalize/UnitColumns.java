package vn.trich.pipeline.normalize;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import vn.trich.output.ColumnRole;
import vn.trich.pipeline.table.Cell;
import vn.trich.pipeline.table.Table;

/** Finds columns of units by what their cells say, where the heading was misread for that of deadlines. */
final class UnitColumns {

    /** So many cells, and such a share of them, must open with a unit. */
    private static final int LEAST_CELLS = 3;

    private static final double MOST = 0.7;

    private UnitColumns() {}

    /**
     * The table; of several columns of deadlines those whose cells name units are the column of coordinating units, or of
     * leading ones, that it lacks.
     *
     * @param table a task table
     * @param opens whether a text opens with a unit
     */
    static Table settled(Table table, Predicate<String> opens) {
        List<ColumnRole> roles = new ArrayList<>(table.roles());
        for (int column = 1; column <= table.columns(); column++) {
            boolean several =
                    roles.stream().filter(role -> role == ColumnRole.DUE).count() > 1;
            if (several && roles.get(column - 1) == ColumnRole.DUE && namesUnits(table, column, opens)) {
                if (!roles.contains(ColumnRole.COORD)) {
                    roles.set(column - 1, ColumnRole.COORD);
                } else if (!roles.contains(ColumnRole.LEAD)) {
                    roles.set(column - 1, ColumnRole.LEAD);
                }
            }
        }
        return roles.equals(table.roles())
                ? table
                : new Table(
                        table.kind(),
                        table.rows(),
                        table.columns(),
                        table.headerRows(),
                        roles,
                        table.rowKinds(),
                        table.cells(),
                        table.regions(),
                        table.doubts());
    }

    private static boolean namesUnits(Table table, int column, Predicate<String> opens) {
        List<String> texts = table.cells().stream()
                .filter(cell -> cell.column() == column && cell.columnSpan() == 1 && cell.row() > table.headerRows())
                .map(Cell::text)
                .map(BareText::tidy)
                .filter(text -> !text.isEmpty())
                .toList();
        return texts.size() >= LEAST_CELLS && texts.stream().filter(opens).count() >= MOST * texts.size();
    }
}
