package vn.trich.pipeline.ocr;

import java.util.Arrays;
import vn.trich.output.Box;

/**
 * A rectangle of pixels.
 *
 * @param x0 first column
 * @param y0 first row
 * @param x1 column after the last, not before {@code x0}
 * @param y1 row after the last, not before {@code y0}
 */
record PixelBox(int x0, int y0, int x1, int y1) {

    /**
     * Checks the order of the edges.
     *
     * @throws IllegalArgumentException if they are out of order
     */
    PixelBox {
        if (x1 < x0 || y1 < y0) {
            throw new IllegalArgumentException("edges out of order: " + x0 + " " + y0 + " " + x1 + " " + y1);
        }
    }

    int width() {
        return x1 - x0;
    }

    int height() {
        return y1 - y0;
    }

    long area() {
        return (long) width() * height();
    }

    /** Smaller (or with a negative margin larger) by {@code margin} on every side, never inside out. */
    PixelBox shrunk(int margin) {
        int dx = Math.min(margin, width() / 2);
        int dy = Math.min(margin, height() / 2);
        return new PixelBox(x0 + dx, y0 + dy, x1 - dx, y1 - dy);
    }

    PixelBox moved(int dx, int dy) {
        return new PixelBox(x0 + dx, y0 + dy, x1 + dx, y1 + dy);
    }

    /** The part inside {@code bounds}; empty at its edge if there is none. */
    PixelBox within(PixelBox bounds) {
        int a = Math.min(Math.max(x0, bounds.x0), bounds.x1);
        int b = Math.min(Math.max(y0, bounds.y0), bounds.y1);
        return new PixelBox(a, b, Math.max(a, Math.min(x1, bounds.x1)), Math.max(b, Math.min(y1, bounds.y1)));
    }

    boolean contains(double x, double y) {
        return x >= x0 && x < x1 && y >= y0 && y < y1;
    }

    /**
     * Sets every pixel of this rectangle.
     *
     * @param pixels rows one behind the other; the rectangle lies inside
     * @param width length of a row
     */
    void fill(byte[] pixels, int width, byte value) {
        for (int y = y0; y < y1; y++) {
            Arrays.fill(pixels, y * width + x0, y * width + x1, value);
        }
    }

    /** On the page, in points. */
    Box points(double dpi) {
        double scale = 72 / dpi;
        return new Box(x0 * scale, y0 * scale, x1 * scale, y1 * scale);
    }
}
