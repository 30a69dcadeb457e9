package vn.trich.pipeline.ocr;

/**
 * A grey picture: 8 bits a pixel, 0 black to 255 white, rows from the top without padding. The array is shared, not
 * copied, for its size; who holds a picture does not change it.
 *
 * @param width in pixels
 * @param height in pixels
 * @param dpi pixels per inch of paper
 * @param pixels {@code width * height} bytes
 */
record GrayPicture(int width, int height, double dpi, byte[] pixels) {

    /**
     * Checks the size.
     *
     * @throws IllegalArgumentException if the array does not fit
     */
    GrayPicture {
        if (pixels.length != (long) width * height) {
            throw new IllegalArgumentException(width + " x " + height + " in " + pixels.length + " bytes");
        }
    }

    int at(int x, int y) {
        return pixels[y * width + x] & 255;
    }

    /** A picture of the same size and resolution. */
    GrayPicture with(byte[] other) {
        return new GrayPicture(width, height, dpi, other);
    }

    PixelBox bounds() {
        return new PixelBox(0, 0, width, height);
    }

    /** Turned clockwise by quarters. */
    GrayPicture turned(int degrees) {
        int quarters = Math.floorMod(degrees / 90, 4);
        if (quarters == 0) {
            return this;
        }
        boolean swap = quarters % 2 == 1;
        int w = swap ? height : width;
        int h = swap ? width : height;
        byte[] out = new byte[pixels.length];
        // In blocks, so that both the rows read and the rows written stay in cache.
        int block = 64;
        for (int by = 0; by < height; by += block) {
            for (int bx = 0; bx < width; bx += block) {
                for (int y = by; y < Math.min(height, by + block); y++) {
                    for (int x = bx; x < Math.min(width, bx + block); x++) {
                        int to = quarters == 1
                                ? x * w + (height - 1 - y)
                                : quarters == 2 ? (height - 1 - y) * w + (width - 1 - x) : (width - 1 - x) * w + y;
                        out[to] = pixels[y * width + x];
                    }
                }
            }
        }
        return new GrayPicture(w, h, dpi, out);
    }

    /**
     * Made smaller by averaging, so that its resolution becomes {@code target}.
     *
     * @param target pixels per inch, not above the present resolution
     */
    GrayPicture reducedTo(double target) {
        double factor = dpi / target;
        int w = Math.max(1, (int) Math.round(width / factor));
        int h = Math.max(1, (int) Math.round(height / factor));
        int[] x0 = edges(w, width);
        int[] y0 = edges(h, height);
        byte[] out = new byte[w * h];
        int[] sums = new int[w];
        for (int y = 0; y < h; y++) {
            java.util.Arrays.fill(sums, 0);
            int bottom = Math.max(y0[y] + 1, y0[y + 1]);
            for (int sy = y0[y]; sy < bottom; sy++) {
                int row = sy * width;
                for (int x = 0; x < w; x++) {
                    int right = Math.max(x0[x] + 1, x0[x + 1]);
                    for (int sx = x0[x]; sx < right; sx++) {
                        sums[x] += pixels[row + sx] & 255;
                    }
                }
            }
            for (int x = 0; x < w; x++) {
                int count = Math.max(1, x0[x + 1] - x0[x]) * (bottom - y0[y]);
                out[y * w + x] = (byte) (sums[x] / count);
            }
        }
        return new GrayPicture(w, h, target, out);
    }

    private static int[] edges(int parts, int length) {
        int[] edges = new int[parts + 1];
        for (int i = 0; i <= parts; i++) {
            edges[i] = (int) ((long) i * length / parts);
        }
        return edges;
    }
}
