package vn.trich.pipeline.ocr;

import java.util.ArrayList;
import java.util.List;
import vn.trich.pipeline.page.Ruling;
import vn.trich.pipeline.page.Rulings;

/**
 * Finds ruling lines on a level page. Pieces of ink that are long, nearly unbroken and white on at least one side are
 * gathered row by row, then joined over gaps; only long joined lines stay. So faint and broken lines are found whole
 * and text is not.
 */
final class RulingFinder {

    /** Shortest pieces and shortest lines, in inches. */
    private static final double PIECE_INCHES = 0.14;

    /** Shortest pieces of what is hardly darker than paper: no blurred word is as long. */
    private static final double FAINT_PIECE_INCHES = 0.9;

    private static final double LEVEL_LINE_INCHES = 0.4;
    private static final double UPRIGHT_LINE_INCHES = 0.2;

    /** Shorter upright lines must end at a level one; else they may be tall letters below each other. */
    private static final double FREE_LINE_INCHES = 0.6;

    /** Gaps over which pieces of one line are joined, in inches. */
    private static final double GAP_INCHES = 0.12;

    /** How much ink a joined line must have along its length. */
    private static final double LEAST_COVER = 0.55;

    /** Level lines shorter than this, in inches, may be the feet of letters that stand close together. */
    private static final double LONGEST_FEET_INCHES = 1;

    /** Share of ink right above or below such a line from which letters stand on it. */
    private static final double LETTERS = 0.15;

    private final DottedLines dotted = new DottedLines();

    /**
     * All ruling lines, in pixels.
     *
     * @param page the ink
     * @param faint the ink and what is hardly darker than paper; lines thinner than a pixel show there
     */
    List<Ruling> find(Bitmap page, Bitmap faint) {
        boolean same = page == faint;
        List<Ruling> level =
                lines(page, same ? List.of() : pieces(faint, true, FAINT_PIECE_INCHES), true, LEVEL_LINE_INCHES);
        List<Ruling> rulings = new ArrayList<>(level);
        List<Ruling> more = same ? List.of() : pieces(faint.transposed(), false, FAINT_PIECE_INCHES);
        for (Ruling upright : lines(page.transposed(), more, false, UPRIGHT_LINE_INCHES)) {
            if (upright.length() >= FREE_LINE_INCHES * page.dpi() || meets(upright, level, page.dpi() / 12)) {
                rulings.add(upright);
            }
        }
        List<Ruling> uprights = rulings.stream().filter(r -> !r.horizontal()).toList();
        rulings.removeIf(r -> r.horizontal() && isFeet(r, page, uprights));
        dotted.find(faint, uprights).stream()
                .filter(d -> level.stream().noneMatch(l -> isSame(l, d, page.dpi())))
                .forEach(rulings::add);
        return rulings;
    }

    /** Whether a dotted line is part of a line found whole. */
    private static boolean isSame(Ruling line, Ruling dotted, double dpi) {
        return Math.abs(line.at() - dotted.at()) <= dpi / 50
                && Math.min(line.to(), dotted.to()) - Math.max(line.from(), dotted.from()) > 0.5 * dotted.length();
    }

    private static List<Ruling> pieces(Bitmap page, boolean horizontal, double leastInches) {
        List<Ruling> pieces = new ArrayList<>();
        for (int y = 1; y < page.height() - 1; y++) {
            addPieces(page, y, horizontal, leastInches, pieces);
        }
        return pieces;
    }

    private static List<Ruling> lines(Bitmap page, List<Ruling> faint, boolean horizontal, double leastInches) {
        List<Ruling> pieces = pieces(page, horizontal, PIECE_INCHES);
        pieces.addAll(faint);
        double dpi = page.dpi();
        // First thick lines and slight leans become one, then gaps are closed.
        List<Ruling> strokes = Rulings.join(pieces, Math.max(2, dpi / 75), 2);
        List<Ruling> joined = Rulings.join(strokes, Math.max(2, dpi / 60), dpi * GAP_INCHES);
        List<Ruling> lines = new ArrayList<>();
        for (Ruling line : joined) {
            if (line.length() >= leastInches * dpi && cover(line, strokes, dpi / 50) >= LEAST_COVER) {
                lines.add(line);
            }
        }
        return lines;
    }

    /**
     * Whether a short level line is but the feet of letters: they stand on it, and it ends at no upright line, as the lines
     * of cells do.
     */
    private static boolean isFeet(Ruling level, Bitmap page, List<Ruling> uprights) {
        double near = page.dpi() / 40;
        boolean ends = uprights.stream()
                .anyMatch(u -> u.from() - near <= level.at()
                        && level.at() <= u.to() + near
                        && (Math.abs(u.at() - level.from()) <= near || Math.abs(u.at() - level.to()) <= near));
        return !ends
                && level.length() < LONGEST_FEET_INCHES * page.dpi()
                && Math.max(beside(page, level, -1), beside(page, level, 1)) >= LETTERS;
    }

    /** The share of ink right below a level line, or above it where {@code side} is -1. */
    private static double beside(Bitmap page, Ruling level, int side) {
        int near = Math.max(4, (int) (page.dpi() / 40));
        int far = Math.max(near + 2, (int) (page.dpi() / 25));
        double sum = 0;
        for (int off = near; off <= far; off++) {
            sum += inkShare(page, (int) level.at() + side * off, (int) level.from(), (int) level.to());
        }
        return sum / (far - near + 1);
    }

    /** Whether one of an upright line's ends lies at a level line. */
    private static boolean meets(Ruling upright, List<Ruling> level, double near) {
        return level.stream()
                .anyMatch(l -> upright.at() >= l.from() - near
                        && upright.at() <= l.to() + near
                        && (Math.abs(l.at() - upright.from()) <= near || Math.abs(l.at() - upright.to()) <= near));
    }

    /** The share of a line's length that strokes lie along. */
    private static double cover(Ruling line, List<Ruling> strokes, double slack) {
        double sum = 0;
        for (Ruling stroke : strokes) {
            if (Math.abs(stroke.at() - line.at()) <= slack) {
                sum += Math.max(0, Math.min(stroke.to(), line.to()) - Math.max(stroke.from(), line.from()));
            }
        }
        return sum / Math.max(1, line.length());
    }

    private static void addPieces(Bitmap page, int y, boolean horizontal, double leastInches, List<Ruling> pieces) {
        int width = page.width();
        byte[] ink = page.ink();
        int row = y * width;
        int least = (int) (page.dpi() * leastInches);
        int mostGap = Math.max(1, (int) (page.dpi() / 90));
        int start = -1;
        int last = -1;
        int count = 0;
        for (int x = 0; x <= width; x++) {
            boolean dark = x < width && ink[row + x] == 1;
            if (dark) {
                if (start < 0) {
                    start = x;
                    count = 0;
                }
                count++;
                last = x;
            } else if (start >= 0 && (x == width || x - last > mostGap)) {
                int length = last - start + 1;
                if (length >= least && count >= 0.8 * length && thin(page, y, start, last + 1)) {
                    pieces.add(new Ruling(horizontal, y + 0.5, start, last + 1));
                }
                start = -1;
            }
        }
    }

    /** Whether a piece has paper near above or below it along most of its length: no part of a picture or of text. */
    private static boolean thin(Bitmap page, int y, int from, int to) {
        int reach = Math.max(4, (int) (page.dpi() / 32));
        double above = inkShare(page, y - reach, from, to);
        double below = inkShare(page, y + reach, from, to);
        return Math.min(above, below) <= 0.25 && Math.max(above, below) <= 0.6;
    }

    private static double inkShare(Bitmap page, int y, int from, int to) {
        if (y < 0 || y >= page.height()) {
            return 0;
        }
        int sum = 0;
        for (int i = y * page.width() + from; i < y * page.width() + to; i++) {
            sum += page.ink()[i];
        }
        return (double) sum / (to - from);
    }
}
