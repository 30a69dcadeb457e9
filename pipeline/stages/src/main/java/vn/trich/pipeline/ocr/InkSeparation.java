package vn.trich.pipeline.ocr;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.trich.pipeline.PictureStep;

/**
 * Turns a picture grey and takes stamps and signatures off the text under them on the way. Red ink reflects red light
 * and blue ink blue light, so where a stamp or a pen stroke lies, the brightest channel shows the paper and black text
 * alone. Only large patches of a colour are taken for stamps and strokes; coloured letters stay ink, and so does a line
 * of red text that a round seal touches.
 */
final class InkSeparation {

    /** How much brighter one channel must be than the others to call a pixel coloured. */
    private static final int LEAST_DIFFERENCE = 25;

    /** Patches are looked for on squares of this many inches. */
    private static final double SQUARE_INCHES = 1 / 30.0;

    /** A patch smaller than this on its longer, or lower than this on its shorter side, in inches, is lettering. */
    private static final double LEAST_STAMP_INCHES = 0.5;

    private static final double LEAST_STROKE_INCHES = 0.4;
    private static final double LETTER_INCHES = 0.25;

    private final Set<PictureStep> steps;
    private final SealFinder seals = new SealFinder();

    /** Takes off what {@code steps} say; regions are found in any case. */
    InkSeparation(Set<PictureStep> steps) {
        this.steps = Set.copyOf(steps);
    }

    /**
     * The outcome.
     *
     * @param gray the picture without stamps and strokes
     * @param stamps where red stamps were
     * @param strokes where blue strokes were
     */
    record Separated(GrayPicture gray, List<PixelBox> stamps, List<PixelBox> strokes) {

        Separated {
            stamps = List.copyOf(stamps);
            strokes = List.copyOf(strokes);
        }
    }

    /** Separates a picture; one without colour comes back as it is, in grey. */
    Separated apply(BufferedImage image, double dpi) {
        int width = image.getWidth();
        int height = image.getHeight();
        if (image.getType() == BufferedImage.TYPE_BYTE_GRAY) {
            byte[] gray = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
            return new Separated(new GrayPicture(width, height, dpi, gray), List.of(), List.of());
        }
        int square = Math.max(2, (int) Math.round(dpi * SQUARE_INCHES));
        int columns = (width + square - 1) / square;
        int rows = (height + square - 1) / square;
        byte[] gray = new byte[width * height];
        int[] red = new int[columns * rows];
        int[] blue = new int[columns * rows];
        int[] line = new int[width];
        RgbRows pixels = RgbRows.of(image);
        for (int y = 0; y < height; y++) {
            pixels.read(y, line);
            for (int x = 0; x < width; x++) {
                int r = line[x] >> 16 & 255;
                int g = line[x] >> 8 & 255;
                int b = line[x] & 255;
                gray[y * width + x] = (byte) ((r * 77 + g * 150 + b * 29) >> 8);
                int at = y / square * columns + x / square;
                if (r - Math.max(g, b) > LEAST_DIFFERENCE) {
                    red[at]++;
                } else if (b - Math.max(r, g) > LEAST_DIFFERENCE) {
                    blue[at]++;
                }
            }
        }
        GrayPicture picture = new GrayPicture(width, height, dpi, gray);
        List<PixelBox> stamps = patches(red, columns, rows, square, dpi * LEAST_STAMP_INCHES, picture);
        List<PixelBox> strokes = patches(blue, columns, rows, square, dpi * LEAST_STROKE_INCHES, picture);
        if (steps.contains(PictureStep.STAMPS)) {
            stamps.forEach(box -> {
                Optional<SealFinder.Ring> ring = seals.find(box, dpi, (x, y) -> isRed(image.getRGB(x, y)));
                lift(image, gray, box, 16, ring);
            });
        }
        if (steps.contains(PictureStep.STROKES)) {
            strokes.forEach(box -> lift(image, gray, box, 0, Optional.empty()));
        }
        return new Separated(picture, stamps, strokes);
    }

    private static boolean isRed(int pixel) {
        return (pixel >> 16 & 255) - Math.max(pixel >> 8 & 255, pixel & 255) > LEAST_DIFFERENCE;
    }

    /** Boxes around connected coloured squares that are too large for lettering. */
    private static List<PixelBox> patches(
            int[] counts, int columns, int rows, int square, double least, GrayPicture picture) {
        int threshold = Math.max(2, square * square / 12);
        boolean[] seen = new boolean[counts.length];
        List<PixelBox> patches = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            if (!seen[i] && counts[i] >= threshold) {
                PixelBox squares = flood(counts, seen, i, columns, rows, threshold);
                PixelBox box = new PixelBox(
                                squares.x0() * square,
                                squares.y0() * square,
                                squares.x1() * square,
                                squares.y1() * square)
                        .within(picture.bounds());
                int shorter = Math.min(box.width(), box.height());
                int longer = Math.max(box.width(), box.height());
                if (longer >= least && shorter >= picture.dpi() * LETTER_INCHES) {
                    patches.add(box);
                }
            }
        }
        return patches;
    }

    /** The bounds, in squares, of the coloured squares that hang together with one; gaps of one square are crossed. */
    private static PixelBox flood(int[] counts, boolean[] seen, int start, int columns, int rows, int threshold) {
        ArrayDeque<Integer> open = new ArrayDeque<>();
        open.add(start);
        seen[start] = true;
        int x0 = columns;
        int y0 = rows;
        int x1 = 0;
        int y1 = 0;
        while (!open.isEmpty()) {
            int at = open.poll();
            int cx = at % columns;
            int cy = at / columns;
            x0 = Math.min(x0, cx);
            y0 = Math.min(y0, cy);
            x1 = Math.max(x1, cx + 1);
            y1 = Math.max(y1, cy + 1);
            for (int y = Math.max(0, cy - 2); y <= Math.min(rows - 1, cy + 2); y++) {
                for (int x = Math.max(0, cx - 2); x <= Math.min(columns - 1, cx + 2); x++) {
                    int next = y * columns + x;
                    if (!seen[next] && counts[next] >= threshold) {
                        seen[next] = true;
                        open.add(next);
                    }
                }
            }
        }
        return new PixelBox(x0, y0, x1, y1);
    }

    /**
     * Gives the pixels of a box the brightness of one channel, raised by how coloured they are: the ink's own channel
     * is not quite as bright as paper.
     *
     * @param ring if there is one, nothing outside it is changed
     */
    private static void lift(
            BufferedImage image, byte[] gray, PixelBox box, int channel, Optional<SealFinder.Ring> ring) {
        int width = image.getWidth();
        int[] line = new int[box.width()];
        for (int y = box.y0(); y < box.y1(); y++) {
            image.getRGB(box.x0(), y, box.width(), 1, line, 0, box.width());
            for (int x = 0; x < box.width(); x++) {
                if (ring.isPresent() && !ring.get().contains(box.x0() + x, y)) {
                    continue;
                }
                int own = line[x] >> channel & 255;
                int other = Math.max(line[x] >> (16 - channel) & 255, line[x] >> 8 & 255);
                int colour = Math.max(0, own - other);
                int at = y * width + box.x0() + x;
                gray[at] = (byte) Math.max(gray[at] & 255, Math.min(255, own + colour / 2));
            }
        }
    }
}
