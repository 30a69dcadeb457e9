package vn.trich.pipeline.table;

import java.util.List;
import vn.trich.output.Box;

/**
 * A grid of cells drawn on a page.
 *
 * @param xs x of the column edges, ascending, in points
 * @param ys y of the row edges, ascending, in points
 * @param cells rectangles of grid fields that cover the grid, none twice
 * @param doubts why a person should look
 */
record Grid(List<Double> xs, List<Double> ys, List<Span> cells, List<String> doubts) {

    Grid {
        xs = List.copyOf(xs);
        ys = List.copyOf(ys);
        cells = List.copyOf(cells);
        doubts = List.copyOf(doubts);
    }

    /** A rectangle of grid fields, counted from 0. */
    record Span(int row, int column, int rowSpan, int columnSpan) {}

    Box box() {
        return new Box(xs.get(0), ys.get(0), xs.get(xs.size() - 1), ys.get(ys.size() - 1));
    }

    Box boxOf(Span s) {
        return new Box(
                xs.get(s.column()),
                ys.get(s.row()),
                xs.get(s.column() + s.columnSpan()),
                ys.get(s.row() + s.rowSpan()));
    }
}
