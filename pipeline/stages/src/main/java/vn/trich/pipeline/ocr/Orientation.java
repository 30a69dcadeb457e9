package vn.trich.pipeline.ocr;

import java.util.List;
import java.util.function.Predicate;
import vn.trich.output.Box;
import vn.trich.pipeline.page.QuarterTurn;

/**
 * Finds which way up a page is by which way it reads as Vietnamese. Only a page that reads badly as it lies is tried
 * the other ways, on its part that holds most ink.
 */
final class Orientation {

    /** Share of words that must be syllables for a page to be taken to lie right. */
    private static final double LEAST_SYLLABLES = 0.5;

    /** Letters that must be read in syllables before any share means something. */
    private static final int LEAST_LETTERS = 60;

    /** How much better another way must read. */
    private static final double CLEARLY = 1.5;

    /** Size of the part that is tried, as a share of the page's sides. */
    private static final double TRIED = 0.5;

    private final Recogniser recogniser;
    private final Predicate<String> syllable;

    Orientation(Recogniser recogniser, Predicate<String> syllable) {
        this.recogniser = recogniser;
        this.syllable = syllable;
    }

    /** Whether a reading makes it doubtful that the page lies right. */
    boolean doubtful(List<RecognisedLine> read) {
        int words = 0;
        int syllables = 0;
        int letters = 0;
        for (RecognisedLine line : read) {
            for (RecognisedWord word : line.words()) {
                String core = core(word.text());
                if (core.length() >= 3 && level(word)) {
                    words++;
                    boolean is = syllable.test(core);
                    syllables += is ? 1 : 0;
                    letters += is ? core.length() : 0;
                }
            }
        }
        return letters < LEAST_LETTERS || syllables < LEAST_SYLLABLES * words;
    }

    /**
     * The turn that makes the page read best.
     *
     * @param picture the page as it lies
     * @param ink its ink
     * @return degrees clockwise: 0, 90, 180 or 270
     */
    int find(GrayPicture picture, Bitmap ink) {
        PixelBox part = fullest(ink);
        int best = 0;
        double bestScore = CLEARLY * Math.max(1, score(picture, part));
        for (int turn : new int[] {90, 270, 180}) {
            QuarterTurn quarter = new QuarterTurn(turn, picture.width(), picture.height());
            Box box = quarter.turn(new Box(part.x0(), part.y0(), part.x1(), part.y1()));
            PixelBox turned = new PixelBox((int) box.x0(), (int) box.y0(), (int) box.x1(), (int) box.y1());
            double score = score(picture.turned(turn), turned);
            if (score > bestScore) {
                bestScore = score;
                best = turn;
            }
        }
        return best;
    }

    /** Letters read in syllables, weighted by confidence. */
    private double score(GrayPicture picture, PixelBox part) {
        double score = 0;
        for (RecognisedLine line : recogniser.sample(picture, part.within(picture.bounds()))) {
            for (RecognisedWord word : line.words()) {
                String core = core(word.text());
                if (core.length() >= 3 && level(word) && syllable.test(core)) {
                    score += core.length() * word.confidence();
                }
            }
        }
        return score;
    }

    /** Whether a word runs to the right: a recogniser may read upright columns of text as they stand. */
    private static boolean level(RecognisedWord word) {
        return word.box().width() > word.box().height();
    }

    /** The part of the page with most ink. */
    private static PixelBox fullest(Bitmap ink) {
        int width = Math.max(1, (int) (ink.width() * TRIED));
        int height = Math.max(1, (int) (ink.height() * TRIED));
        PixelBox best = new PixelBox(0, 0, width, height);
        int most = -1;
        for (int r = 0; r <= 2; r++) {
            for (int c = 0; c <= 2; c++) {
                int x = (ink.width() - width) * c / 2;
                int y = (ink.height() - height) * r / 2;
                PixelBox box = new PixelBox(x, y, x + width, y + height);
                int sum = ink.inkIn(box);
                if (sum > most) {
                    most = sum;
                    best = box;
                }
            }
        }
        return best;
    }

    /** A word's letters without what stands around them. */
    private static String core(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && !Character.isLetter(text.charAt(start))) {
            start++;
        }
        while (end > start && !Character.isLetter(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }
}
