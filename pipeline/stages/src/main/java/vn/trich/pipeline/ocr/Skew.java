package vn.trich.pipeline.ocr;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds how far a page lies askew and sets it level. The angle is the one at which ink, added up row by row, changes
 * most from row to row (W. Postl, 1986: the squared differences of neighbouring rows are largest when lines are level).
 */
final class Skew {

    private static final double WORKING_DPI = 100;
    private static final double MOST_DEGREES = 6;
    private static final int MOST_POINTS = 120_000;

    private static final int ONE = 1 << 16;
    private static final int[][] WEIGHTS = weights();

    /** Smaller angles are left alone: turning costs sharpness. */
    private static final double LEAST_DEGREES = 0.08;

    /**
     * The angle by which the page must be turned clockwise to lie level.
     *
     * @return degrees, 0 where nothing speaks for turning
     */
    double find(Bitmap page) {
        List<float[]> points = points(page);
        if (points.size() < 500) {
            return 0;
        }
        double rows = page.height() * WORKING_DPI / page.dpi();
        double best = peak(points, rows, 0, MOST_DEGREES, 0.5);
        best = peak(points, rows, best, 0.5, 0.1);
        best = peak(points, rows, best, 0.1, 0.02);
        return Math.abs(best) < LEAST_DEGREES || Math.abs(best) >= MOST_DEGREES - 0.1 ? 0 : best;
    }

    private static double peak(List<float[]> points, double rows, double middle, double reach, double step) {
        double best = middle;
        double bestScore = score(points, rows, middle) * 1.0001;
        int steps = (int) Math.round(reach / step);
        for (int i = -steps; i <= steps; i++) {
            double angle = middle + i * step;
            double score = score(points, rows, angle);
            if (score > bestScore) {
                bestScore = score;
                best = angle;
            }
        }
        return best;
    }

    /** How uneven the rows are when the page is turned clockwise by an angle. */
    private static double score(List<float[]> points, double rows, double degrees) {
        double sin = Math.sin(Math.toRadians(degrees));
        double cos = Math.cos(Math.toRadians(degrees));
        int offset = (int) rows;
        int[] counts = new int[3 * offset + 4];
        for (float[] p : points) {
            int row = (int) Math.round(p[0] * sin + p[1] * cos) + offset;
            if (row >= 0 && row < counts.length) {
                counts[row]++;
            }
        }
        double sum = 0;
        for (int i = 1; i < counts.length; i++) {
            double d = counts[i] - counts[i - 1];
            sum += d * d;
        }
        return sum;
    }

    /** Lower edges of ink, at the working resolution: they mark baselines and do not pile up in solid black. */
    private static List<float[]> points(Bitmap page) {
        float scale = (float) (WORKING_DPI / page.dpi());
        int step = Math.max(1, (int) Math.round(page.dpi() / WORKING_DPI));
        List<float[]> points = new ArrayList<>();
        int width = page.width();
        byte[] ink = page.ink();
        for (int x = 0; x < width; x += step) {
            for (int y = 0; y + 1 < page.height(); y++) {
                if (ink[y * width + x] == 1 && ink[(y + 1) * width + x] == 0) {
                    points.add(new float[] {x * scale, y * scale});
                }
            }
        }
        if (points.size() <= MOST_POINTS) {
            return points;
        }
        List<float[]> fewer = new ArrayList<>(MOST_POINTS);
        for (int i = 0; i < MOST_POINTS; i++) {
            fewer.add(points.get((int) ((long) i * points.size() / MOST_POINTS)));
        }
        return fewer;
    }

    /**
     * Turns a picture about its middle; its size stays, what comes in at the corners is white.
     *
     * @param degrees clockwise
     */
    GrayPicture turn(GrayPicture picture, double degrees) {
        if (degrees == 0) {
            return picture;
        }
        int width = picture.width();
        int height = picture.height();
        double cx = (width - 1) / 2.0;
        double cy = (height - 1) / 2.0;
        double radians = Math.toRadians(degrees);
        // A turn is a shift of every column by itself, then one of every row (E. Catmull, A. R. Smith, 1980).
        byte[] columns = new byte[width * height];
        for (int y = 0; y < height; y++) {
            double middle = cy + (y - cy) / Math.cos(radians) + cx * Math.tan(radians);
            shiftColumns(picture, y, Math.round(middle * ONE), Math.round(-Math.tan(radians) * ONE), columns);
        }
        byte[] out = new byte[width * height];
        for (int y = 0; y < height; y++) {
            double start = cx - cx * Math.cos(radians) + (y - cy) * Math.sin(radians);
            shiftRow(columns, y * width, width, Math.round(start * ONE), Math.round(Math.cos(radians) * ONE), out);
        }
        return picture.with(out);
    }

    /** One row of a picture whose pixels come from places in their own columns, given in 1/65536 of a pixel. */
    private static void shiftColumns(GrayPicture picture, int y, long from, long step, byte[] out) {
        int width = picture.width();
        int height = picture.height();
        byte[] in = picture.pixels();
        long at = from;
        for (int x = 0; x < width; x++, at += step) {
            int row = (int) (at >> 16);
            int value = 255;
            if (row >= 1 && row < height - 2) {
                int[] weights = WEIGHTS[(int) (at & 65535) >> 8];
                int i = (row - 1) * width + x;
                value = weights[0] * (in[i] & 255)
                        + weights[1] * (in[i + width] & 255)
                        + weights[2] * (in[i + 2 * width] & 255)
                        + weights[3] * (in[i + 3 * width] & 255);
                value = Math.max(0, Math.min(255, value + 512 >> 10));
            }
            out[y * width + x] = (byte) value;
        }
    }

    /** One row whose pixels come from places in the same row. */
    private static void shiftRow(byte[] in, int offset, int width, long from, long step, byte[] out) {
        long at = from;
        for (int x = 0; x < width; x++, at += step) {
            int column = (int) (at >> 16);
            int value = 255;
            if (column >= 1 && column < width - 2) {
                int[] weights = WEIGHTS[(int) (at & 65535) >> 8];
                int i = offset + column - 1;
                value = weights[0] * (in[i] & 255)
                        + weights[1] * (in[i + 1] & 255)
                        + weights[2] * (in[i + 2] & 255)
                        + weights[3] * (in[i + 3] & 255);
                value = Math.max(0, Math.min(255, value + 512 >> 10));
            }
            out[offset + x] = (byte) value;
        }
    }

    /** Shares, in 1/1024, of four neighbours in what lies between the middle two (R. Keys, 1981), by 1/256 of the way. */
    private static int[][] weights() {
        int[][] weights = new int[256][4];
        for (int i = 0; i < 256; i++) {
            int sum = 0;
            for (int k = 0; k < 4; k++) {
                double d = Math.abs(i / 256.0 - (k - 1));
                double weight = d < 1 ? (1.5 * d - 2.5) * d * d + 1 : ((-0.5 * d + 2.5) * d - 4) * d + 2;
                weights[i][k] = (int) Math.round(1024 * weight);
                sum += weights[i][k];
            }
            weights[i][i < 128 ? 1 : 2] += 1024 - sum;
        }
        return weights;
    }
}
