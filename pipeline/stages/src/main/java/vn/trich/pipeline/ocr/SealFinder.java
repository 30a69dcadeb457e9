package vn.trich.pipeline.ocr;

import java.util.Arrays;
import java.util.Optional;

/**
 * Tells a round seal from a line of red text beside it, such as the signer's name, which is often set with a red name
 * stamp. Official seals are rings of 32 to 42 mm.
 */
final class SealFinder {

    private static final double CELL_INCHES = 0.02;
    private static final double LEAST_RADIUS = 0.55;
    private static final double MOST_RADIUS = 0.9;
    private static final int ANGLES = 72;

    /** Share of a ring that must be red. */
    private static final double LEAST_RING = 0.75;

    /** Larger patches are no single seal with a line of text. */
    private static final double MOST_PATCH = 4;

    /** What lies outside the ring is a line of text if it is no higher than this, in inches. */
    private static final double HIGHEST_LINE = 0.35;

    /** A line of text is at least this wide, in inches. */
    private static final double SHORTEST_LINE = 0.4;

    /**
     * A ring, in pixels of the picture.
     *
     * @param x its middle
     * @param y its middle
     * @param radius its outer radius
     */
    record Ring(double x, double y, double radius) {

        boolean contains(double px, double py) {
            return (px - x) * (px - x) + (py - y) * (py - y) <= radius * radius;
        }
    }

    /** Whether a pixel is of the seal's colour. */
    interface Colour {
        boolean at(int x, int y);
    }

    /**
     * The ring in a patch of colour, if what the patch holds besides is one line of text.
     *
     * @param patch where to look
     * @param dpi pixels per inch
     * @param colour tells which pixels are coloured
     */
    Optional<Ring> find(PixelBox patch, double dpi, Colour colour) {
        if (Math.max(patch.width(), patch.height()) > MOST_PATCH * dpi) {
            return Optional.empty();
        }
        double cell = CELL_INCHES * dpi;
        int columns = (int) Math.ceil(patch.width() / cell);
        int rows = (int) Math.ceil(patch.height() / cell);
        boolean[][] cells = cells(patch, cell, rows, columns, colour);
        Optional<Ring> found = ring(cells, rows, columns);
        return found.filter(ring -> besideIsOneLine(cells, rows, columns, ring))
                .map(ring -> new Ring(
                        patch.x0() + (ring.x() + 0.5) * cell,
                        patch.y0() + (ring.y() + 0.5) * cell,
                        (ring.radius() + 1) * cell));
    }

    private static boolean[][] cells(PixelBox patch, double cell, int rows, int columns, Colour colour) {
        boolean[][] cells = new boolean[rows][columns];
        for (int y = patch.y0(); y < patch.y1(); y++) {
            for (int x = patch.x0(); x < patch.x1(); x++) {
                if (colour.at(x, y)) {
                    cells[(int) ((y - patch.y0()) / cell)][(int) ((x - patch.x0()) / cell)] = true;
                }
            }
        }
        return cells;
    }

    /** The largest ring that is nearly as full as the fullest, in cells. */
    private static Optional<Ring> ring(boolean[][] cells, int rows, int columns) {
        Ring best = null;
        double bestScore = LEAST_RING;
        for (double radius = LEAST_RADIUS / CELL_INCHES; radius <= MOST_RADIUS / CELL_INCHES; radius += 0.5) {
            int[] dx = new int[ANGLES];
            int[] dy = new int[ANGLES];
            for (int i = 0; i < ANGLES; i++) {
                dx[i] = (int) Math.round(radius * Math.cos(2 * Math.PI * i / ANGLES));
                dy[i] = (int) Math.round(radius * Math.sin(2 * Math.PI * i / ANGLES));
            }
            int reach = (int) (0.8 * radius);
            for (int y = reach; y < rows - reach; y++) {
                for (int x = reach; x < columns - reach; x++) {
                    double score = score(cells, rows, columns, x, y, dx, dy);
                    // An outer ring is taken rather than an inner one that is a little fuller.
                    if (score >= bestScore - (best != null && radius > best.radius() + 1 ? 0.1 : 0)
                            && score >= LEAST_RING) {
                        bestScore = Math.max(bestScore, score);
                        best = new Ring(x, y, radius);
                    }
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private static double score(boolean[][] cells, int rows, int columns, int x, int y, int[] dx, int[] dy) {
        int hits = 0;
        for (int i = 0; i < ANGLES; i++) {
            int cx = x + dx[i];
            int cy = y + dy[i];
            if (cx >= 0 && cy >= 0 && cx < columns && cy < rows && cells[cy][cx]) {
                hits++;
            }
        }
        return (double) hits / ANGLES;
    }

    private static boolean besideIsOneLine(boolean[][] cells, int rows, int columns, Ring ring) {
        Ring around = new Ring(ring.x(), ring.y(), ring.radius() + 3);
        int[] perRow = new int[rows];
        int x0 = columns;
        int x1 = 0;
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                if (cells[y][x] && !around.contains(x, y)) {
                    perRow[y]++;
                    x0 = Math.min(x0, x);
                    x1 = Math.max(x1, x + 1);
                }
            }
        }
        // A smear is no line.
        int least = Math.max(3, Arrays.stream(perRow).max().orElse(0) / 5);
        int first = 0;
        while (first < rows && perRow[first] < least) {
            first++;
        }
        int last = rows - 1;
        while (last > first && perRow[last] < least) {
            last--;
        }
        return first < rows
                && (last - first + 1) * CELL_INCHES <= HIGHEST_LINE
                && (x1 - x0) * CELL_INCHES >= SHORTEST_LINE;
    }
}
