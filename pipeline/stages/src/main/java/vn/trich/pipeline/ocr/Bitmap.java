package vn.trich.pipeline.ocr;

/**
 * A picture in ink and paper.
 *
 * @param width in pixels
 * @param height in pixels
 * @param dpi pixels per inch of paper
 * @param ink {@code width * height} bytes, 1 where there is ink, else 0
 */
record Bitmap(int width, int height, double dpi, byte[] ink) {

    /** Rows for columns. */
    Bitmap transposed() {
        byte[] out = new byte[ink.length];
        int block = 64;
        for (int by = 0; by < height; by += block) {
            for (int bx = 0; bx < width; bx += block) {
                for (int y = by; y < Math.min(height, by + block); y++) {
                    for (int x = bx; x < Math.min(width, bx + block); x++) {
                        out[x * height + y] = ink[y * width + x];
                    }
                }
            }
        }
        return new Bitmap(height, width, dpi, out);
    }

    /** How many pixels of a box hold ink. */
    int inkIn(PixelBox box) {
        int sum = 0;
        for (int y = box.y0(); y < box.y1(); y++) {
            for (int i = y * width + box.x0(); i < y * width + box.x1(); i++) {
                sum += ink[i];
            }
        }
        return sum;
    }
}
