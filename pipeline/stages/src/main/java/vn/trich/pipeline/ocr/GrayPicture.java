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
     * Made smaller by averaging over exact areas (a pixel that two new ones share counts in part for each), so that its resolution becomes {@code target}.
     *
     * @param target pixels per inch, not above the present resolution
     */
    GrayPicture reducedTo(double target) {
        double factor = dpi / target;
        int w = Math.max(1, (int) Math.round(width / factor));
        int h = Math.max(1, (int) Math.round(height / factor));
        Share[] columns = shares(w, width);
        Share[] rows = shares(h, height);
        byte[] out = new byte[w * h];
        float[] line = new float[w];
        for (int y = 0; y < h; y++) {
            java.util.Arrays.fill(line, 0);
            for (int i = 0; i < rows[y].weights.length; i++) {
                int row = (rows[y].first + i) * width;
                for (int x = 0; x < w; x++) {
                    line[x] += rows[y].weights[i] * columns[x].of(pixels, row);
                }
            }
            for (int x = 0; x < w; x++) {
                out[y * w + x] = (byte) Math.round(line[x]);
            }
        }
        return new GrayPicture(w, h, target, out);
    }

    /** What each of a run of old pixels gives to one new pixel that covers them, the outer ones in part. */
    private record Share(int first, float[] weights) {

        float of(byte[] pixels, int offset) {
            float sum = 0;
            for (int i = 0; i < weights.length; i++) {
                sum += weights[i] * (pixels[offset + first + i] & 255);
            }
            return sum;
        }
    }

    private static Share[] shares(int count, int length) {
        Share[] shares = new Share[count];
        double step = (double) length / count;
        for (int i = 0; i < count; i++) {
            int first = (int) Math.floor(i * step);
            int last = Math.min(length, (int) Math.ceil((i + 1) * step - 1e-9));
            float[] weights = new float[last - first];
            for (int k = first; k < last; k++) {
                weights[k - first] = (float) ((Math.min(k + 1, (i + 1) * step) - Math.max(k, i * step)) / step);
            }
            shares[i] = new Share(first, weights);
        }
        return shares;
    }
}
