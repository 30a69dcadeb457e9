package vn.trich.pipeline.page;

import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Turns painted paths into ruling lines: stroked straight segments, and filled rectangles thin enough to be a line.
 * Coordinates are those of the page as displayed. Pieces in one line that touch are joined.
 */
final class LineCollector {

    /** A filled rectangle up to this thickness, in points, is a line. */
    private static final double THICKEST = 3;

    /** Pieces shorter than this after joining, in points, are no ruling lines. */
    private static final double SHORTEST = 5;

    /** How far a line may lean, in points, and lie apart from a piece of the same line. */
    private static final double SLACK = 1;

    /** More pieces than any real page has; what comes after is left out. */
    private static final int MOST = 100_000;

    private final List<Ruling> pieces = new ArrayList<>();
    private final List<double[]> path = new ArrayList<>();
    private boolean curved;
    private double minX;
    private double minY;
    private double maxX;
    private double maxY;
    private final List<double[]> closedBoxes = new ArrayList<>();
    private Point2D start;
    private Point2D current;

    LineCollector() {
        drop();
    }

    Point2D current() {
        return current;
    }

    void moveTo(Point2D point) {
        endSubpath();
        start = point;
        current = point;
        reach(point);
    }

    void lineTo(Point2D point) {
        if (current != null && path.size() < MOST) {
            path.add(new double[] {current.getX(), current.getY(), point.getX(), point.getY()});
        }
        if (start == null) {
            start = point;
        }
        current = point;
        reach(point);
    }

    void curveTo(Point2D point) {
        curved = true;
        current = point;
        reach(point);
    }

    void close() {
        if (current != null && start != null) {
            Point2D to = start;
            if (current.distance(to) > 0.01) {
                lineTo(to);
            }
            current = to;
        }
    }

    /** Forgets the path. */
    void drop() {
        path.clear();
        closedBoxes.clear();
        start = null;
        current = null;
        resetSubpath();
    }

    void stroke(boolean visible) {
        if (visible) {
            for (double[] s : path) {
                segment(s[0], s[1], s[2], s[3]);
            }
        }
        drop();
    }

    void fill(boolean visible) {
        endSubpath();
        if (visible) {
            for (double[] b : closedBoxes) {
                thinRectangle(b[0], b[1], b[2], b[3]);
            }
        }
        drop();
    }

    void fillAndStroke(boolean fillVisible, boolean strokeVisible) {
        endSubpath();
        if (strokeVisible) {
            for (double[] s : path) {
                segment(s[0], s[1], s[2], s[3]);
            }
        }
        fill(fillVisible);
    }

    /** Notes a filled rectangle as a line if it is thin. */
    void thinRectangle(double x0, double y0, double x1, double y1) {
        double w = x1 - x0;
        double h = y1 - y0;
        if (h <= THICKEST && w > h) {
            add(new Ruling(true, (y0 + y1) / 2, x0, x1));
        } else if (w <= THICKEST && h > w) {
            add(new Ruling(false, (x0 + x1) / 2, y0, y1));
        }
    }

    private void segment(double x0, double y0, double x1, double y1) {
        if (Math.abs(y1 - y0) <= SLACK && Math.abs(x1 - x0) > Math.abs(y1 - y0)) {
            add(new Ruling(true, (y0 + y1) / 2, Math.min(x0, x1), Math.max(x0, x1)));
        } else if (Math.abs(x1 - x0) <= SLACK && Math.abs(y1 - y0) > Math.abs(x1 - x0)) {
            add(new Ruling(false, (x0 + x1) / 2, Math.min(y0, y1), Math.max(y0, y1)));
        }
    }

    private void add(Ruling piece) {
        if (pieces.size() < MOST && Double.isFinite(piece.at() + piece.from() + piece.to())) {
            pieces.add(piece);
        }
    }

    private void reach(Point2D point) {
        minX = Math.min(minX, point.getX());
        minY = Math.min(minY, point.getY());
        maxX = Math.max(maxX, point.getX());
        maxY = Math.max(maxY, point.getY());
    }

    private void endSubpath() {
        if (!curved && maxX > minX && closedBoxes.size() < MOST) {
            closedBoxes.add(new double[] {minX, minY, maxX, maxY});
        }
        resetSubpath();
    }

    private void resetSubpath() {
        curved = false;
        minX = Double.POSITIVE_INFINITY;
        minY = Double.POSITIVE_INFINITY;
        maxX = Double.NEGATIVE_INFINITY;
        maxY = Double.NEGATIVE_INFINITY;
    }

    /** All lines, level ones first, each group by position and then start. */
    List<Ruling> rulings() {
        List<Ruling> joined = new ArrayList<>();
        for (boolean horizontal : new boolean[] {true, false}) {
            joined.addAll(Rulings.join(
                    pieces.stream().filter(p -> p.horizontal() == horizontal).toList(), SLACK, 1.5 * SLACK));
        }
        return joined.stream()
                .filter(r -> r.length() >= SHORTEST)
                .sorted(Comparator.comparing(Ruling::horizontal)
                        .reversed()
                        .thenComparingDouble(Ruling::at)
                        .thenComparingDouble(Ruling::from))
                .toList();
    }
}
