package vn.trich.pipeline.table;

import java.util.ArrayList;
import java.util.List;
import vn.trich.output.Box;
import vn.trich.pipeline.page.Word;

/**
 * Compares the columns of two parts of a table and brings them to the same count: where one part lacks a line between
 * two columns that the other has, its cells are parted there, unless a word stands across.
 */
final class ColumnFit {

    /** Edges agree if they are this near, as a share of the table's width. */
    private static final double NEAR = 0.025;
    /** Edges of equal count may drift this far. */
    private static final double DRIFT = 0.07;

    private ColumnFit() {}

    /** Whether two parts have the same columns, lines missing in one of them aside. */
    static boolean agree(Draft one, Draft other) {
        double[] a = shares(one.edges());
        double[] b = shares(other.edges());
        if (a.length == b.length) {
            return near(a, b, DRIFT) == a.length && near(a, b, NEAR) >= 0.5 * a.length;
        }
        double[] fewer = a.length < b.length ? a : b;
        double[] more = a.length < b.length ? b : a;
        return more.length - fewer.length <= Math.max(1, more.length / 3) && fewer.length > 2 && subset(fewer, more);
    }

    private static int near(double[] a, double[] b, double distance) {
        int count = 0;
        for (int i = 0; i < a.length; i++) {
            count += Math.abs(a[i] - b[i]) <= distance ? 1 : 0;
        }
        return count;
    }

    private static boolean subset(double[] fewer, double[] more) {
        for (double edge : fewer) {
            if (nearest(more, edge) < 0) {
                return false;
            }
        }
        return true;
    }

    private static int nearest(double[] edges, double edge) {
        int best = -1;
        double distance = NEAR;
        for (int i = 0; i < edges.length; i++) {
            if (Math.abs(edges[i] - edge) <= distance) {
                distance = Math.abs(edges[i] - edge);
                best = i;
            }
        }
        return best;
    }

    /** Edges as shares of the width. */
    private static double[] shares(List<Double> edges) {
        double first = edges.get(0);
        double width = Math.max(1e-6, edges.get(edges.size() - 1) - first);
        return edges.stream().mapToDouble(e -> (e - first) / width).toArray();
    }

    /** A part with the column edges of another that agrees with it and has more of them. */
    static Draft refined(Draft coarse, Draft fine) {
        double[] shares = shares(fine.edges());
        double first = coarse.edges().get(0);
        double width = coarse.edges().get(coarse.columns()) - first;
        double[] own = shares(coarse.edges());
        List<Double> edges = new ArrayList<>();
        int[] place = new int[own.length];
        for (int i = 0; i < shares.length; i++) {
            int match = nearest(own, shares[i]);
            if (match >= 0) {
                place[match] = i;
            }
            edges.add(match >= 0 ? coarse.edges().get(match) : first + shares[i] * width);
        }
        List<Draft.DraftCell> cells = new ArrayList<>();
        for (Draft.DraftCell cell : coarse.cells()) {
            int from = place[cell.column()];
            int to = place[cell.endColumn()];
            cells.addAll(parted(
                    new Draft.DraftCell(cell.row(), from, cell.rowSpan(), to - from, cell.pieces()),
                    cell.columnSpan(),
                    edges));
        }
        return new Draft(coarse.parts(), edges, coarse.rows(), cells, coarse.synthetic(), coarse.doubts())
                .withDoubt("columns differ between pages");
    }

    /** A cell that covers more columns than it did, parted at the new edges that no word crosses. */
    private static List<Draft.DraftCell> parted(Draft.DraftCell cell, int spanBefore, List<Double> edges) {
        if (cell.columnSpan() == spanBefore || cell.pieces().size() != 1) {
            return List.of(cell);
        }
        Draft.Piece piece = cell.pieces().get(0);
        List<Draft.DraftCell> parts = new ArrayList<>();
        int from = cell.column();
        for (int c = from + 1; c <= cell.endColumn(); c++) {
            double edge = edges.get(c);
            boolean crossed = piece.words().stream()
                    .anyMatch(w -> w.box().x0() < edge - 2 && w.box().x1() > edge + 2);
            if (c == cell.endColumn() || !crossed && spanBefore == 1) {
                double left = from == cell.column() ? Double.NEGATIVE_INFINITY : edges.get(from);
                double right = c == cell.endColumn() ? Double.POSITIVE_INFINITY : edge;
                Box box = new Box(
                        from == cell.column() ? piece.box().x0() : edges.get(from),
                        piece.box().y0(),
                        c == cell.endColumn() ? piece.box().x1() : edge,
                        piece.box().y1());
                List<Word> words = piece.words().stream()
                        .filter(w -> w.box().centreX() >= left && w.box().centreX() < right)
                        .toList();
                parts.add(new Draft.DraftCell(
                        cell.row(), from, cell.rowSpan(), c - from, List.of(CellText.piece(piece.page(), box, words))));
                from = c;
            }
        }
        return parts;
    }
}
