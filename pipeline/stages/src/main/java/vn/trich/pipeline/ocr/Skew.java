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
        byte[] in = picture.pixels();
        byte[] out = new byte[in.length];
        double sin = Math.sin(Math.toRadians(degrees));
        double cos = Math.cos(Math.toRadians(degrees));
        double cx = (width - 1) / 2.0;
        double cy = (height - 1) / 2.0;
        int one = 1 << 16;
        long stepX = Math.round(cos * one);
        long stepY = Math.round(-sin * one);
        for (int y = 0; y < height; y++) {
            // Where the first pixel of this row comes from, in 1/65536 of a pixel.
            long sx = Math.round((cx + (0 - cx) * cos + (y - cy) * sin) * one);
            long sy = Math.round((cy - (0 - cx) * sin + (y - cy) * cos) * one);
            for (int x = 0; x < width; x++, sx += stepX, sy += stepY) {
                int ix = (int) (sx >> 16);
                int iy = (int) (sy >> 16);
                int value = 255;
                if (ix >= 0 && iy >= 0 && ix < width - 1 && iy < height - 1) {
                    int fx = (int) (sx & 65535) >> 8;
                    int fy = (int) (sy & 65535) >> 8;
                    int i = iy * width + ix;
                    int top = (in[i] & 255) * (256 - fx) + (in[i + 1] & 255) * fx;
                    int bottom = (in[i + width] & 255) * (256 - fx) + (in[i + width + 1] & 255) * fx;
                    value = top * (256 - fy) + bottom * fy >> 16;
                }
                out[y * width + x] = (byte) value;
            }
        }
        return picture.with(out);
    }
}
