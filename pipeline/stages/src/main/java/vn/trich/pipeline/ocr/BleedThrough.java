package vn.trich.pipeline.ocr;

import java.util.Arrays;

/**
 * Takes off what shows through from the back of the paper: grey that stands by itself, with nothing as dark as print in
 * or beside it. What the recogniser does with such shadows is beyond telling: it may take them for text, or lose the
 * lines that stand among them.
 */
final class BleedThrough {

    /** Share of the contrast between print and paper from which something is print. */
    private static final double LEAST_CONTRAST = 0.33;

    private static final int LOWEST_THRESHOLD = 150;

    /** Grey this near to print, in inches, is its edge. */
    private static final double EDGE_INCHES = 0.02;

    /** Brightness from which nothing is to be seen. */
    private static final int PAPER = 240;

    /** Less grey than this share of the page is left as it is. */
    private static final double LEAST_SHARE = 0.002;

    /**
     * The picture without what shows through; the picture itself if next to nothing does.
     *
     * @param picture evenly lit, paper white
     */
    GrayPicture apply(GrayPicture picture) {
        byte[] pixels = picture.pixels();
        boolean[] print = printAndEdges(picture, threshold(pixels));
        long grey = 0;
        for (int i = 0; i < pixels.length; i++) {
            if (!print[i] && (pixels[i] & 255) < PAPER) {
                grey++;
            }
        }
        if (grey < LEAST_SHARE * pixels.length) {
            return picture;
        }
        byte[] out = pixels.clone();
        for (int i = 0; i < out.length; i++) {
            if (!print[i]) {
                out[i] = (byte) 255;
            }
        }
        return picture.with(out);
    }

    /** Brightness under which a pixel is print: by the mean of what is plainly dark. */
    private static int threshold(byte[] pixels) {
        long sum = 0;
        long count = 0;
        for (byte pixel : pixels) {
            int value = pixel & 255;
            if (value < LOWEST_THRESHOLD) {
                sum += value;
                count++;
            }
        }
        double ink = count == 0 ? 0 : sum / (double) count;
        return Math.max(LOWEST_THRESHOLD, (int) Math.round(255 - LEAST_CONTRAST * (255 - ink)));
    }

    /** Pixels darker than a threshold, and those near them in their row or in that of a near row. */
    private static boolean[] printAndEdges(GrayPicture picture, int threshold) {
        int width = picture.width();
        int height = picture.height();
        int reach = Math.max(1, (int) Math.round(picture.dpi() * EDGE_INCHES));
        byte[] pixels = picture.pixels();
        boolean[] rows = new boolean[pixels.length];
        for (int y = 0; y < height; y++) {
            int until = -1;
            for (int x = 0; x < width; x++) {
                int i = y * width + x;
                if ((pixels[i] & 255) < threshold) {
                    for (int before = Math.max(Math.max(0, x - reach), until + 1); before < x; before++) {
                        rows[y * width + before] = true;
                    }
                    until = x + reach;
                }
                rows[i] = x <= until;
            }
        }
        boolean[] near = new boolean[pixels.length];
        int[] since = new int[width];
        Arrays.fill(since, reach + 1);
        for (int y = 0; y < height; y++) {
            spread(rows, near, y * width, since, reach);
        }
        Arrays.fill(since, reach + 1);
        for (int y = height - 1; y >= 0; y--) {
            spread(rows, near, y * width, since, reach);
        }
        return near;
    }

    private static void spread(boolean[] rows, boolean[] near, int offset, int[] since, int reach) {
        for (int x = 0; x < since.length; x++) {
            since[x] = rows[offset + x] ? 0 : since[x] + 1;
            if (since[x] <= reach) {
                near[offset + x] = true;
            }
        }
    }
}
