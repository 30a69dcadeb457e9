package vn.trich.pipeline.ocr;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import vn.trich.output.PageRegion;
import vn.trich.output.WordSource;
import vn.trich.pipeline.page.Ruling;
import vn.trich.pipeline.page.Word;
import vn.trich.pipeline.page.Word.Style;

/**
 * Reads a page's picture: levels light, finds how it lies, sets it straight, finds ruling lines, reads each cell of
 * ruled tables for itself and the rest of the page as a page.
 */
final class PictureReader {

    /** Pictures finer than this are reduced: more pixels cost time and bring nothing. */
    private static final double FINEST_DPI = 310;

    private static final double USUAL_DPI = 300;

    /** Ink, as a share of all pixels, under which a page is blank. */
    private static final double BLANK_INK = 0.0002;

    private final Recogniser recogniser;
    private final Predicate<String> vietnamese;
    private final Despeckle despeckle = new Despeckle();
    private final LightLevelling levelling = new LightLevelling();
    private final Binarisation binarisation = new Binarisation();
    private final Skew skew = new Skew();
    private final RulingFinder rulings = new RulingFinder();
    private final CellFinder cells = new CellFinder();

    /**
     * Reads with a recogniser.
     *
     * @param recogniser what reads text
     * @param vietnamese tells whether a word could be Vietnamese; by it the page's top is found
     */
    PictureReader(Recogniser recogniser, Predicate<String> vietnamese) {
        this.recogniser = recogniser;
        this.vietnamese = vietnamese;
    }

    /**
     * What was read. Boxes in points of the picture as read.
     *
     * @param turn degrees clockwise, by quarters, by which the picture was turned
     * @param skew degrees clockwise by which it was then turned about its middle
     * @param words all words
     * @param rulings all ruling lines
     * @param regions stamps and strokes
     * @param blank whether there was nothing to read
     */
    record Reading(
            int turn, double skew, List<Word> words, List<Ruling> rulings, List<PageRegion> regions, boolean blank) {}

    /** Reads a picture. */
    Reading read(InkSeparation.Separated picture) {
        GrayPicture gray = picture.gray();
        if (gray.dpi() > FINEST_DPI) {
            gray = gray.reducedTo(USUAL_DPI);
        }
        GrayPicture levelled = levelling.apply(despeckle.apply(gray));
        Bitmap ink = binarisation.apply(levelled);
        if (ink.inkIn(gray.bounds()) < BLANK_INK * gray.bounds().area()) {
            return new Reading(0, 0, List.of(), List.of(), List.of(), true);
        }
        int turn = 0;
        double angle = skew.find(ink);
        GrayPicture straight = skew.turn(levelled, angle);
        Bitmap straightInk = angle == 0 ? ink : binarisation.apply(straight);
        List<Ruling> lines = rulings.find(straightInk);
        List<CellGrid> grids = cells.find(lines, straight.bounds(), straight.dpi());
        List<RecognisedLine> read = readRegions(straight, straightInk, grids);
        return result(turn, angle, straight, read, lines, picture);
    }

    private List<RecognisedLine> readRegions(GrayPicture picture, Bitmap ink, List<CellGrid> grids) {
        List<RecognisedLine> read = new ArrayList<>();
        if (grids.isEmpty()) {
            recogniser.look(picture);
            read.addAll(recogniser.read(picture.bounds(), Recogniser.Segmentation.PAGE));
            return read;
        }
        recogniser.look(picture);
        int inset = Math.max(2, (int) Math.round(picture.dpi() * 0.015));
        for (CellGrid grid : grids) {
            for (PixelBox cell : grid.cells()) {
                PixelBox inside = cell.shrunk(inset);
                if (hasText(ink, inside)) {
                    read.addAll(recogniser.read(inside, Recogniser.Segmentation.BLOCK));
                }
            }
        }
        GrayPicture rest = without(picture, grids, 2 * inset);
        if (hasTextOutside(ink, grids, 2 * inset)) {
            recogniser.look(rest);
            read.addAll(recogniser.read(rest.bounds(), Recogniser.Segmentation.PAGE));
        }
        return read;
    }

    /** Whether a cell holds more ink than specks. */
    private static boolean hasText(Bitmap ink, PixelBox box) {
        double letter = ink.dpi() / 100 * (ink.dpi() / 100);
        return box.width() > 3 && box.height() > 3 && ink.inkIn(box) >= 4 * letter;
    }

    private static boolean hasTextOutside(Bitmap ink, List<CellGrid> grids, int margin) {
        int sum = ink.inkIn(new PixelBox(0, 0, ink.width(), ink.height()));
        for (CellGrid grid : grids) {
            sum -= ink.inkIn(grid.bounds().shrunk(-margin).within(new PixelBox(0, 0, ink.width(), ink.height())));
        }
        double letter = ink.dpi() / 100 * (ink.dpi() / 100);
        return sum >= 8 * letter;
    }

    private static GrayPicture without(GrayPicture picture, List<CellGrid> grids, int margin) {
        byte[] pixels = picture.pixels().clone();
        for (CellGrid grid : grids) {
            PixelBox box = grid.bounds().shrunk(-margin).within(picture.bounds());
            for (int y = box.y0(); y < box.y1(); y++) {
                java.util.Arrays.fill(
                        pixels, y * picture.width() + box.x0(), y * picture.width() + box.x1(), (byte) 255);
            }
        }
        return picture.with(pixels);
    }

    private Reading result(
            int turn,
            double angle,
            GrayPicture picture,
            List<RecognisedLine> read,
            List<Ruling> lines,
            InkSeparation.Separated source) {
        double dpi = picture.dpi();
        double scale = 72 / dpi;
        List<Word> words = new ArrayList<>();
        for (RecognisedLine line : read) {
            Style style = new Style(line.box().height() * scale, false, false);
            for (RecognisedWord word : line.words()) {
                words.add(new Word(
                        word.text(),
                        word.text(),
                        word.box().points(dpi),
                        word.confidence(),
                        WordSource.OCR,
                        word.alternatives(),
                        style));
            }
        }
        List<Ruling> inPoints = lines.stream()
                .map(r -> new Ruling(r.horizontal(), r.at() * scale, r.from() * scale, r.to() * scale))
                .toList();
        List<PageRegion> regions = new ArrayList<>();
        double sourceDpi = source.gray().dpi();
        source.stamps().forEach(b -> regions.add(new PageRegion(PageRegion.Kind.STAMP, b.points(sourceDpi), "")));
        source.strokes().forEach(b -> regions.add(new PageRegion(PageRegion.Kind.SIGNATURE, b.points(sourceDpi), "")));
        return new Reading(turn, angle, words, inPoints, regions, false);
    }
}
