package vn.trich.pipeline.ocr;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import vn.trich.pipeline.ocr.Components.Component;

/**
 * Reads again what stands beside and under seals and signatures that no colour sets apart, as in grey and in black and
 * white copies: a page's layout analysis takes them together with the text they touch for a picture, and position and
 * name of the signer are lost with it. Where the seal's ink is paler than the text's it is bleached, then pieces too
 * large for letters are taken off, and every line left is read alone.
 */
final class SealedText {

    /** Sides of a seal, with the strokes that touch it, in inches. */
    private static final double LEAST_SIDE = 0.8;

    private static final double WIDEST = 4.5;
    private static final double HIGHEST = 2.4;

    /** Share of its box that a seal's ink covers, at most: it is a ring, a star and letters. */
    private static final double MOST_INK = 0.4;

    private static final int MOST_SEALS = 4;

    /** How far around a seal is looked, in inches: to the right, above and below. */
    private static final double ASIDE = 2.4;

    private static final double ABOVE = 0.75;
    private static final double BELOW = 0.6;

    /** Difference of grey levels from which a seal's ink is paler than text. */
    private static final int PALER = 25;

    /** The darker pixels of text are its strokes, the others their edges. */
    private static final double DARK = 0.15;

    /** The darkest pixels in a seal are those of the text under it. */
    private static final double PALE = 0.3;

    /** Larger pieces of ink are no letters, in inches. */
    private static final double LETTER_WIDTH = 0.9;

    private static final double LETTER_HEIGHT = 0.42;

    /** Only lines read at least this surely count. */
    private static final double SURE = 0.72;

    /** What was read more surely the first time, over most of the line, is not read again. */
    private static final double WELL = 0.94;

    private static final double DOUBTFUL = 0.7;

    private static final double COVERING = 0.8;

    private static final double SHORTEST = 0.3;
    private static final double MARGIN = 0.12;

    private final Components components = new Components();
    private final LineFinder finder = new LineFinder();

    /**
     * What was read of a page, with the lines beside its seals as they read without them, where that is surer.
     *
     * @param page the page
     * @param read what was read of it
     * @param reader reads the line on a picture that holds nothing else
     */
    List<RecognisedLine> apply(
            PreparedPage page, List<RecognisedLine> read, Function<GrayPicture, List<RecognisedLine>> reader) {
        List<RecognisedLine> lines = read;
        for (PixelBox seal : seals(page)) {
            Zone zone = cleaned(page, seal);
            for (TextLine line : finder.find(zone.ink(), zone.box())) {
                boolean longEnough =
                        line.box().width() >= SHORTEST * page.picture().dpi();
                if (longEnough && !inside(line.box(), seal) && !readWell(line, lines)) {
                    lines = merged(lines, again(line, zone.picture(), reader));
                }
            }
        }
        return lines;
    }

    private static boolean readWell(TextLine line, List<RecognisedLine> lines) {
        RecognisedLine whole = new RecognisedLine(line.box(), List.of());
        List<RecognisedWord> there = wordsAt(whole, lines);
        return new RecognisedLine(line.box(), there).confidence() > WELL
                && width(there) >= COVERING * line.box().width();
    }

    private List<PixelBox> seals(PreparedPage page) {
        double dpi = page.picture().dpi();
        return components.find(page.textInkOutsideGrids(), page.picture().bounds()).stream()
                .filter(c -> c.area() <= MOST_INK * c.box().area())
                .map(Component::box)
                .filter(b -> b.width() >= LEAST_SIDE * dpi && b.width() <= WIDEST * dpi)
                .filter(b -> b.height() >= LEAST_SIDE * dpi && b.height() <= HIGHEST * dpi)
                .sorted(Comparator.comparingLong(PixelBox::area).reversed())
                .limit(MOST_SEALS)
                .toList();
    }

    /**
     * A part of a page without its seal.
     *
     * @param box the part
     * @param picture the whole page, cleaned there
     * @param ink the whole page's ink, cleaned there
     */
    private record Zone(PixelBox box, GrayPicture picture, Bitmap ink) {}

    private static Zone cleaned(PreparedPage page, PixelBox seal) {
        GrayPicture picture = page.picture();
        double dpi = picture.dpi();
        PixelBox box = new PixelBox(
                        seal.x0(), (int) Math.max(0, seal.y0() - ABOVE * dpi), (int) (seal.x1() + ASIDE * dpi), (int)
                                (seal.y1() + BELOW * dpi))
                .within(picture.bounds());
        int text = level(page, picture.bounds(), seal, DARK);
        int pale = level(page, seal, new PixelBox(0, 0, 0, 0), PALE);
        byte[] pixels = picture.pixels().clone();
        byte[] ink = page.textInk().ink().clone();
        if (pale - text >= PALER) {
            bleach(box, picture.width(), text, pale - (pale - text) / 10, pixels, ink);
        }
        erase(box, picture.width(), dpi, pixels, ink);
        return new Zone(box, picture.with(pixels), new Bitmap(picture.width(), picture.height(), dpi, ink));
    }

    /** The grey level that a share of the ink in a box, outside of another box, does not exceed. */
    private static int level(PreparedPage page, PixelBox box, PixelBox without, double share) {
        int[] counts = new int[256];
        int all = 0;
        GrayPicture picture = page.picture();
        for (int y = box.y0(); y < box.y1(); y++) {
            for (int x = box.x0(); x < box.x1(); x++) {
                if (page.textInk().ink()[y * picture.width() + x] == 1 && !without.contains(x, y)) {
                    counts[picture.at(x, y)]++;
                    all++;
                }
            }
        }
        int below = 0;
        for (int level = 0; level < 256; level++) {
            below += counts[level];
            if (below >= share * all) {
                return level;
            }
        }
        return 255;
    }

    /** Spreads the levels between text and seal over all of grey, so that the seal's own becomes paper. */
    private static void bleach(PixelBox box, int width, int text, int pale, byte[] pixels, byte[] ink) {
        for (int y = box.y0(); y < box.y1(); y++) {
            for (int i = y * width + box.x0(); i < y * width + box.x1(); i++) {
                int level = Math.max(0, Math.min(255, ((pixels[i] & 255) - text) * 255 / Math.max(1, pale - text)));
                pixels[i] = (byte) level;
                ink[i] = (byte) (ink[i] == 1 && level < 190 ? 1 : 0);
            }
        }
    }

    /** Whitens the pieces of ink that are too large for letters, edges included. */
    private static void erase(PixelBox box, int width, double dpi, byte[] pixels, byte[] ink) {
        byte[] left = ink.clone();
        ArrayDeque<Integer> open = new ArrayDeque<>();
        for (int y = box.y0(); y < box.y1(); y++) {
            for (int i = y * width + box.x0(); i < y * width + box.x1(); i++) {
                if (left[i] == 1) {
                    List<Integer> piece = piece(i, box, width, left, open);
                    if (isLarge(piece, width, dpi)) {
                        piece.forEach(at -> whiten(at, box, width, pixels, ink));
                    }
                }
            }
        }
    }

    private static List<Integer> piece(int start, PixelBox box, int width, byte[] left, ArrayDeque<Integer> open) {
        List<Integer> piece = new ArrayList<>();
        open.add(start);
        left[start] = 0;
        while (!open.isEmpty()) {
            int at = open.poll();
            piece.add(at);
            for (int y = at / width - 1; y <= at / width + 1; y++) {
                for (int x = at % width - 1; x <= at % width + 1; x++) {
                    if (box.contains(x, y) && left[y * width + x] == 1) {
                        left[y * width + x] = 0;
                        open.add(y * width + x);
                    }
                }
            }
        }
        return piece;
    }

    private static boolean isLarge(List<Integer> piece, int width, double dpi) {
        int[] x = piece.stream().mapToInt(at -> at % width).toArray();
        int x0 = Arrays.stream(x).min().orElse(0);
        int x1 = Arrays.stream(x).max().orElse(0);
        int y0 = piece.stream().mapToInt(at -> at / width).min().orElse(0);
        int y1 = piece.stream().mapToInt(at -> at / width).max().orElse(0);
        return x1 - x0 > LETTER_WIDTH * dpi || y1 - y0 > LETTER_HEIGHT * dpi;
    }

    private static void whiten(int at, PixelBox box, int width, byte[] pixels, byte[] ink) {
        ink[at] = 0;
        for (int y = at / width - 1; y <= at / width + 1; y++) {
            for (int x = at % width - 1; x <= at % width + 1; x++) {
                if (box.contains(x, y) && ink[y * width + x] == 0) {
                    pixels[y * width + x] = (byte) 255;
                }
            }
        }
    }

    /** Whether a line stands wholly inside the seal, whose ring is as wide as high and begins at its left. */
    private static boolean inside(PixelBox line, PixelBox seal) {
        int side = Math.min(seal.width(), seal.height());
        return line.x0() >= seal.x0()
                && line.x1() <= seal.x0() + 1.1 * side
                && line.y0() >= seal.y0() + 0.1 * side
                && line.y1() <= seal.y0() + 0.95 * side;
    }

    private static List<RecognisedLine> again(
            TextLine line, GrayPicture picture, Function<GrayPicture, List<RecognisedLine>> reader) {
        int margin = (int) Math.round(picture.dpi() * MARGIN);
        return reader.apply(line.cutOut(picture, margin)).stream()
                .map(r -> r.moved(line.box().x0() - margin, line.box().y0() - margin, picture.bounds()))
                .filter(SealedText::isText)
                .toList();
    }

    private static boolean isText(RecognisedLine line) {
        long letters = line.words().stream()
                .flatMapToInt(w -> w.text().codePoints())
                .filter(Character::isLetter)
                .count();
        long signs = line.words().stream().mapToInt(w -> w.text().length()).sum();
        return line.confidence() >= SURE && letters >= 4 && letters >= 0.75 * signs;
    }

    /** The lines with a newly read one in the place of what was read there less surely. */
    private static List<RecognisedLine> merged(List<RecognisedLine> lines, List<RecognisedLine> found) {
        List<RecognisedLine> merged = lines;
        for (RecognisedLine line : found) {
            List<RecognisedWord> there = wordsAt(line, merged);
            double before = there.isEmpty() ? 0 : new RecognisedLine(line.box(), there).confidence();
            boolean covers = width(there) >= COVERING * line.box().width();
            // A line that lost its ends with the seal is no better for being read more surely.
            boolean shorter = extent(there) > 1.05 * line.box().width() && before > DOUBTFUL;
            if (!shorter && (!covers || line.confidence() > before)) {
                merged = without(merged, there);
                merged.add(line);
            }
        }
        return merged;
    }

    private static List<RecognisedWord> wordsAt(RecognisedLine line, List<RecognisedLine> lines) {
        return lines.stream()
                .flatMap(l -> l.words().stream())
                .filter(w -> overlaps(w, line))
                .toList();
    }

    private static int width(List<RecognisedWord> words) {
        return words.stream().mapToInt(w -> w.box().width()).sum();
    }

    private static int extent(List<RecognisedWord> words) {
        int from = words.stream().mapToInt(w -> w.box().x0()).min().orElse(0);
        int to = words.stream().mapToInt(w -> w.box().x1()).max().orElse(0);
        return to - from;
    }

    private static boolean overlaps(RecognisedWord word, RecognisedLine line) {
        PixelBox shared = word.box().within(line.box());
        return 2 * shared.area() > word.box().area()
                || line.box()
                        .contains(
                                (word.box().x0() + word.box().x1()) / 2.0,
                                (word.box().y0() + word.box().y1()) / 2.0);
    }

    private static List<RecognisedLine> without(List<RecognisedLine> lines, List<RecognisedWord> gone) {
        List<RecognisedLine> kept = new ArrayList<>();
        for (RecognisedLine line : lines) {
            List<RecognisedWord> words =
                    line.words().stream().filter(w -> !gone.contains(w)).toList();
            if (words.size() == line.words().size()) {
                kept.add(line);
            } else if (!words.isEmpty()) {
                kept.add(new RecognisedLine(line.box(), words));
            }
        }
        return kept;
    }
}
