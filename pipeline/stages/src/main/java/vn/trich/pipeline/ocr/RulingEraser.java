package vn.trich.pipeline.ocr;

import java.util.List;
import vn.trich.pipeline.page.Ruling;

/** Takes ruling lines off a page's ink and leaves what crosses them. */
final class RulingEraser {

    /** A line is no thicker than this, in inches; what is thicker there is a letter that touches it. */
    private static final double THICKEST_INCHES = 1 / 28.0;

    /** How far from its place a line may wander, in inches. */
    private static final double WANDER_INCHES = 0.02;

    /**
     * The ink without lines.
     *
     * @param page the ink
     * @param rulings in pixels
     */
    Bitmap apply(Bitmap page, List<Ruling> rulings) {
        if (rulings.isEmpty()) {
            return page;
        }
        byte[] ink = page.ink().clone();
        int thickest = Math.max(3, (int) Math.round(page.dpi() * THICKEST_INCHES));
        int wander = Math.max(2, (int) Math.round(page.dpi() * WANDER_INCHES));
        for (Ruling ruling : rulings) {
            int length = ruling.horizontal() ? page.width() : page.height();
            int across = ruling.horizontal() ? page.height() : page.width();
            int along = ruling.horizontal() ? 1 : page.width();
            int step = ruling.horizontal() ? page.width() : 1;
            int from = (int) Math.max(0, ruling.from() - wander);
            int to = (int) Math.min(length, ruling.to() + wander);
            int at = (int) ruling.at();
            for (int i = from; i < to; i++) {
                erase(ink, i * along, step, at, wander, thickest, across);
            }
        }
        return new Bitmap(page.width(), page.height(), page.dpi(), ink);
    }

    /** Erases the runs of ink across a line that start near its place and are no thicker than a line. */
    private static void erase(byte[] ink, int offset, int step, int at, int wander, int thickest, int across) {
        int low = Math.max(0, at - wander);
        int high = Math.min(across - 1, at + wander);
        for (int k = low; k <= high; k++) {
            if (ink[offset + k * step] == 0) {
                continue;
            }
            int start = k;
            while (start > 0 && k - start <= thickest && ink[offset + (start - 1) * step] == 1) {
                start--;
            }
            int end = k;
            while (end + 1 < across && end - start <= thickest && ink[offset + (end + 1) * step] == 1) {
                end++;
            }
            if (end - start + 1 <= thickest) {
                for (int j = start; j <= end; j++) {
                    ink[offset + j * step] = 0;
                }
            }
            k = end;
        }
    }
}
