package vn.trich.pipeline.ocr;

import java.util.Arrays;

/**
 * Makes the paper white everywhere: divides each pixel by the brightness of the paper around it, which is taken as the
 * brightness that nine in ten pixels of a block stay under, smoothed over neighbouring blocks.
 */
final class LightLevelling {

    /** Edge of a block in inches: wider than a heavy letter, narrower than a shadow. */
    private static final double BLOCK_INCHES = 0.3;

    /** Paper is never taken to be darker than this, else the inside of a black bar would turn white. */
    private static final int DARKEST_PAPER = 110;

    GrayPicture apply(GrayPicture picture) {
        int block = Math.max(8, (int) Math.round(picture.dpi() * BLOCK_INCHES));
        int columns = (picture.width() + block - 1) / block;
        int rows = (picture.height() + block - 1) / block;
        int[] paper = smoothed(paper(picture, block, columns, rows), columns, rows);
        if (Arrays.stream(paper).allMatch(p -> p >= 253)) {
            return picture;
        }
        return picture.with(divide(picture, paper, block, columns, rows));
    }

    private static int[] paper(GrayPicture picture, int block, int columns, int rows) {
        int[] paper = new int[columns * rows];
        int[] counts = new int[256];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                Arrays.fill(counts, 0);
                int x1 = Math.min(picture.width(), (c + 1) * block);
                int y1 = Math.min(picture.height(), (r + 1) * block);
                int total = 0;
                for (int y = r * block; y < y1; y += 2) {
                    for (int x = c * block; x < x1; x += 2) {
                        counts[picture.at(x, y)]++;
                        total++;
                    }
                }
                int above = 0;
                int level = 255;
                while (level > 0 && (above += counts[level]) * 10 < total) {
                    level--;
                }
                paper[r * columns + c] = Math.max(DARKEST_PAPER, level);
            }
        }
        return paper;
    }

    /** The brightest of each block's neighbourhood, then averaged: text-filled blocks borrow from their neighbours. */
    private static int[] smoothed(int[] paper, int columns, int rows) {
        int[] brightest = new int[paper.length];
        int[] mean = new int[paper.length];
        for (int pass = 0; pass < 2; pass++) {
            int[] from = pass == 0 ? paper : brightest;
            int[] to = pass == 0 ? brightest : mean;
            for (int r = 0; r < rows; r++) {
                for (int c = 0; c < columns; c++) {
                    int max = 0;
                    int sum = 0;
                    int count = 0;
                    for (int y = Math.max(0, r - 1); y <= Math.min(rows - 1, r + 1); y++) {
                        for (int x = Math.max(0, c - 1); x <= Math.min(columns - 1, c + 1); x++) {
                            int value = from[y * columns + x];
                            max = Math.max(max, value);
                            sum += value;
                            count++;
                        }
                    }
                    to[r * columns + c] = pass == 0 ? max : sum / count;
                }
            }
        }
        return mean;
    }

    private static byte[] divide(GrayPicture picture, int[] paper, int block, int columns, int rows) {
        int width = picture.width();
        byte[] in = picture.pixels();
        byte[] out = new byte[in.length];
        int[] rowPaper = new int[columns];
        for (int y = 0; y < picture.height(); y++) {
            double v = Math.max(0, Math.min(rows - 1, (y + 0.5) / block - 0.5));
            int r = Math.min((int) v, Math.max(0, rows - 2));
            double fy = rows == 1 ? 0 : v - r;
            for (int c = 0; c < columns; c++) {
                int top = paper[r * columns + c];
                int bottom = rows == 1 ? top : paper[(r + 1) * columns + c];
                rowPaper[c] = (int) Math.round((top + (bottom - top) * fy) * 256);
            }
            divideRow(in, out, y * width, width, rowPaper, block);
        }
        return out;
    }

    private static void divideRow(byte[] in, byte[] out, int offset, int width, int[] rowPaper, int block) {
        int last = Math.max(0, rowPaper.length - 2);
        int half = block / 2;
        for (int c = 0; c <= last; c++) {
            int left = rowPaper[c];
            int rise = rowPaper.length == 1 ? 0 : rowPaper[c + 1] - left;
            int from = c == 0 ? 0 : Math.min(width, c * block + half);
            int to = c == last ? width : Math.min(width, (c + 1) * block + half);
            for (int x = from; x < to; x++) {
                int along = Math.max(0, Math.min((rowPaper.length - 1) * block, x - half) - c * block);
                int level = left + rise * along / block;
                int pixel = in[offset + x] & 255;
                // Paper is most of a page: what is as bright as it needs no division.
                out[offset + x] = (byte) (pixel << 8 >= level ? 255 : pixel * 255 * 256 / level);
            }
        }
    }
}
