package vn.trich.corpus.generate;

import java.util.List;
import java.util.Set;
import vn.trich.corpus.chance.Dice;
import vn.trich.corpus.paper.Grid;

/** Turns the names of narrow columns, as offices do where the columns are many. */
final class TurnedHeaders {

    private static final long OWN = 90_270;

    private final boolean any;
    private final boolean most;
    private final Grid.Align align;

    /**
     * Decides by dice of its own, so that these are left as they are.
     *
     * @param share of the tables that have turned names
     */
    TurnedHeaders(Dice dice, double share) {
        Dice own = dice.fork(OWN);
        any = own.chance(share);
        most = own.chance(0.6);
        align = own.chance(0.75) ? Grid.Align.BOLD_UP : Grid.Align.BOLD_DOWN;
    }

    /**
     * The header with the names of columns of these roles turned, where this table has turned ones.
     *
     * @param header its rows
     * @param roles roles of the columns whose names may be turned
     */
    List<Grid.Row> apply(List<Grid.Row> header, Set<String> roles) {
        if (!any) {
            return header;
        }
        return header.stream()
                .map(row -> new Grid.Row(
                        row.kind(),
                        row.label(),
                        row.data(),
                        row.cells().stream().map(cell -> turned(cell, roles)).toList()))
                .toList();
    }

    private Grid.Cell turned(Grid.Cell cell, Set<String> roles) {
        boolean turns = cell.columnSpan() == 1 && roles.contains(cell.role()) && (most || cell.rowSpan() > 1);
        return turns
                ? new Grid.Cell(
                        cell.column(),
                        cell.rowSpan(),
                        cell.columnSpan(),
                        cell.role(),
                        cell.data(),
                        cell.text(),
                        cell.truth(),
                        align)
                : cell;
    }
}
