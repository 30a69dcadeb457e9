package vn.trich.pipeline.ocr;

/**
 * Tells ink from paper. The paper's brightness is taken block by block, so that uneven light and tinted paper do not
 * matter; what is darker than the paper around it by a share set by Otsu's method (1979) over the levelled picture is
 * ink.
 */
final class Binarisation {

    private static final int LOWEST_THRESHOLD = 90;
    private static final int HIGHEST_THRESHOLD = 200;

    /** Brightness under which a pixel may belong to a line that is thinner than a pixel. */
    private static final int FAINT_THRESHOLD = 200;

    /** Ink and paper of a picture that {@link LightLevelling} has levelled. */
    Bitmap apply(GrayPicture levelled) {
        return darkerThan(levelled, threshold(levelled.pixels()));
    }

    /** All that may be ink: too much for reading, enough for finding faint lines. */
    Bitmap withFaintLines(GrayPicture levelled) {
        return darkerThan(levelled, FAINT_THRESHOLD);
    }

    private static Bitmap darkerThan(GrayPicture levelled, int threshold) {
        byte[] pixels = levelled.pixels();
        byte[] ink = new byte[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            ink[i] = (byte) ((pixels[i] & 255) < threshold ? 1 : 0);
        }
        return new Bitmap(levelled.width(), levelled.height(), levelled.dpi(), ink);
    }

    /** Grey value below which a pixel is ink. */
    private static int threshold(byte[] pixels) {
        long[] counts = new long[256];
        for (byte pixel : pixels) {
            counts[pixel & 255]++;
        }
        double total = pixels.length;
        double sum = 0;
        for (int i = 0; i < 256; i++) {
            sum += (double) i * counts[i];
        }
        double below = 0;
        double sumBelow = 0;
        double best = -1;
        int threshold = 128;
        for (int i = 0; i < 255; i++) {
            below += counts[i];
            sumBelow += (double) i * counts[i];
            if (below == 0 || below == total) {
                continue;
            }
            double difference = sumBelow / below - (sum - sumBelow) / (total - below);
            double between = below * (total - below) * difference * difference;
            if (between > best) {
                best = between;
                threshold = i + 1;
            }
        }
        return Math.max(LOWEST_THRESHOLD, Math.min(HIGHEST_THRESHOLD, threshold));
    }
}
