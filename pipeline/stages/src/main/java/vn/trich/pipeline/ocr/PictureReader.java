package vn.trich.pipeline.ocr;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import vn.trich.output.Box;
import vn.trich.output.PageRegion;
import vn.trich.output.WordSource;
import vn.trich.pipeline.PictureStep;
import vn.trich.pipeline.page.QuarterTurn;
import vn.trich.pipeline.page.Ruling;
import vn.trich.pipeline.page.Word;
import vn.trich.pipeline.page.Word.Style;

/**
 * Reads a page's picture: levels light, finds how it lies, sets it straight, finds ruling lines, reads each cell of
 * ruled tables for itself and the rest of the page as a page.
 */
final class PictureReader {

    /**
     * Pictures finer than this are reduced. The recogniser errs more on large letters: the same pages at 300 dpi had
     * 0.987 of their words right as they came, 0.992 at 225 dpi, 0.994 at 200 and 0.992 at 180.
     */
    private static final double FINEST_DPI = 240;

    private static final double USUAL_DPI = 200;

    /** Ink, as a share of all pixels, under which a page is blank. */
    private static final double BLANK_INK = 0.0002;

    private final Recogniser recogniser;
    private final Set<PictureStep> steps;
    private final Orientation orientation;
    private final Despeckle despeckle = new Despeckle();
    private final LightLevelling levelling = new LightLevelling();
    private final Binarisation binarisation = new Binarisation();
    private final Skew skew = new Skew();
    private final DarkEdges edges = new DarkEdges();
    private final Tone tone = new Tone();

    /**
     * Reads with a recogniser.
     *
     * @param recogniser what reads text
     * @param vietnamese tells whether a word could be Vietnamese; by it the page's top is found
     * @param steps what is done to pictures
     */
    PictureReader(Recogniser recogniser, Predicate<String> vietnamese, Set<PictureStep> steps) {
        this.recogniser = recogniser;
        this.steps = Set.copyOf(steps);
        this.orientation = new Orientation(recogniser, vietnamese);
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
        if (gray.dpi() > FINEST_DPI && steps.contains(PictureStep.REDUCTION)) {
            gray = gray.reducedTo(USUAL_DPI);
        }
        GrayPicture clean = steps.contains(PictureStep.SPECKS) ? despeckle.apply(gray) : gray;
        GrayPicture lit = steps.contains(PictureStep.LIGHT) ? levelling.apply(clean) : clean;
        GrayPicture levelled = steps.contains(PictureStep.EDGES) ? edges.apply(lit) : lit;
        Bitmap ink = binarisation.apply(levelled);
        if (ink.inkIn(gray.bounds()) < BLANK_INK * gray.bounds().area()) {
            return new Reading(0, 0, List.of(), List.of(), List.of(), true);
        }
        Attempt asItLies = attempt(levelled, ink);
        if (!steps.contains(PictureStep.ORIENTATION) || !orientation.doubtful(asItLies.lines())) {
            return result(0, asItLies, picture);
        }
        int turn = orientation.find(levelled, ink);
        if (turn == 0) {
            return result(0, asItLies, picture);
        }
        GrayPicture turned = levelled.turned(turn);
        return result(turn, attempt(turned, binarisation.apply(turned)), picture);
    }

    /** A page read in one orientation: the angle by which it was set level, the page, its lines of text. */
    private record Attempt(double angle, PreparedPage page, List<RecognisedLine> lines) {}

    private Attempt attempt(GrayPicture picture, Bitmap ink) {
        double angle = steps.contains(PictureStep.DESKEW) ? skew.find(ink) : 0;
        GrayPicture level = skew.turn(picture, angle);
        GrayPicture toned = steps.contains(PictureStep.TONE) ? tone.apply(level) : level;
        PreparedPage page = PreparedPage.of(
                toned, toned == picture ? ink : binarisation.apply(toned), binarisation.withFaintLines(level));
        return new Attempt(angle, page, recogniser.read(page));
    }

    private static Reading result(int turn, Attempt attempt, InkSeparation.Separated source) {
        GrayPicture picture = attempt.page().picture();
        double dpi = picture.dpi();
        double scale = 72 / dpi;
        List<Word> words = new ArrayList<>();
        for (RecognisedLine line : attempt.lines()) {
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
        List<Ruling> inPoints = attempt.page().rulings().stream()
                .map(r -> new Ruling(r.horizontal(), r.at() * scale, r.from() * scale, r.to() * scale))
                .toList();
        GrayPicture given = source.gray();
        QuarterTurn quarter =
                new QuarterTurn(turn, given.width() * 72 / given.dpi(), given.height() * 72 / given.dpi());
        List<PageRegion> regions = new ArrayList<>();
        source.stamps().forEach(b -> regions.add(region(PageRegion.Kind.STAMP, b, given, quarter, attempt.angle())));
        source.strokes()
                .forEach(b -> regions.add(region(PageRegion.Kind.SIGNATURE, b, given, quarter, attempt.angle())));
        return new Reading(turn, attempt.angle(), words, inPoints, regions, false);
    }

    /** A region of the picture as given, on the page as read. */
    private static PageRegion region(
            PageRegion.Kind kind, PixelBox pixels, GrayPicture given, QuarterTurn quarter, double angle) {
        Box turned = quarter.turn(pixels.points(given.dpi()));
        double cx = quarter.turnedWidth() / 2;
        double cy = quarter.turnedHeight() / 2;
        double sin = Math.sin(Math.toRadians(angle));
        double cos = Math.cos(Math.toRadians(angle));
        double x = cx + (turned.centreX() - cx) * cos - (turned.centreY() - cy) * sin;
        double y = cy + (turned.centreX() - cx) * sin + (turned.centreY() - cy) * cos;
        double w = turned.width() / 2;
        double h = turned.height() / 2;
        return new PageRegion(kind, new Box(x - w, y - h, x + w, y + h), "");
    }
}
