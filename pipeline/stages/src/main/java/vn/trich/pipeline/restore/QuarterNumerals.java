package vn.trich.pipeline.restore;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.trich.output.WordSource;
import vn.trich.pipeline.page.Word;

/**
 * Counts the strokes of the numerals of quarters ({@code Quý II}) by the room they take: recognisers often read two
 * strokes where three stand, and nothing but the paper can tell. The width of the word before, which is set alike, is the
 * measure. Only where the document's numerals have the widths of the faces that decrees prescribe is any of them changed.
 */
final class QuarterNumerals {

    private static final Pattern QUARTER = Pattern.compile("([Qq])u[yýỳỷỹ]");
    private static final Pattern STROKES = Pattern.compile("([I1l|!]{1,4})((?:/(?:19|20)\\d{2})?)([.,;:]?)");

    /** Widths of one, two and three strokes, as shares of the width of {@code Quý}, in faces like Times. */
    private static final double[] WIDTHS = {0.15, 0.325, 0.54};
    /** What a year and a stop after the strokes take. */
    private static final double YEAR = 1.37;

    private static final double STOP = 0.14;
    /** {@code quý} is that much narrower than {@code Quý}. */
    private static final double SMALL = 0.87;
    /** How far a width may be off to be a numeral's. */
    private static final double NEAR = 0.065;

    private static final double NEAR_WITH_YEAR = 0.08;
    private static final double SURE = 0.8;

    private static final Pattern ARABIC = Pattern.compile("[234](?:/\\d{4})?[.,;:]?");

    private final boolean usualFace;
    /** Whether the document writes quarters in Arabic digits, so that a {@code 1} is one. */
    private final boolean arabic;

    /** Learns from the words of a document whether its numerals have the usual widths. */
    QuarterNumerals(List<List<Word>> pages) {
        int near = 0;
        int all = 0;
        boolean digits = false;
        for (List<Word> words : pages) {
            for (int i = 1; i < words.size(); i++) {
                digits |= QUARTER.matcher(words.get(i - 1).text()).matches()
                        && ARABIC.matcher(words.get(i).text()).matches();
                if (at(words, i)) {
                    all++;
                    near += strokes(words.get(i - 1), words.get(i)) > 0 ? 1 : 0;
                }
            }
        }
        usualFace = near * 3 >= all * 2;
        arabic = digits;
    }

    /** The words with the numerals set right. */
    List<Word> counted(List<Word> words) {
        if (!usualFace) {
            return words;
        }
        List<Word> counted = new ArrayList<>(words);
        for (int i = 1; i < words.size(); i++) {
            if (at(words, i)) {
                counted.set(i, counted(words.get(i - 1), words.get(i)));
            }
        }
        return counted;
    }

    private Word counted(Word quarter, Word numeral) {
        if (arabic && numeral.text().startsWith("1")) {
            return numeral;
        }
        int strokes = strokes(quarter, numeral);
        Matcher m = STROKES.matcher(numeral.text());
        if (strokes == 0 || !m.matches() || m.group(1).length() == strokes) {
            return numeral;
        }
        return numeral.restored("I".repeat(strokes) + m.group(2) + m.group(3), Math.min(SURE, numeral.confidence()));
    }

    /** Whether there the numeral of a quarter was read off a picture, on one line with its word. */
    private static boolean at(List<Word> words, int i) {
        Word quarter = words.get(i - 1);
        Word numeral = words.get(i);
        return numeral.source() == WordSource.OCR
                && QUARTER.matcher(quarter.text()).matches()
                && STROKES.matcher(numeral.text()).matches()
                && numeral.box().x0() > quarter.box().x1()
                && numeral.box().x0() - quarter.box().x1() < quarter.box().width()
                && numeral.box().y0() < quarter.box().y1()
                && quarter.box().y0() < numeral.box().y1();
    }

    /** How many strokes take that room; 0 if no number of them does. */
    private static int strokes(Word quarter, Word numeral) {
        Matcher m = STROKES.matcher(numeral.text());
        Matcher q = QUARTER.matcher(quarter.text());
        if (!m.matches() || !q.matches() || quarter.box().width() <= 0) {
            return 0;
        }
        double width =
                numeral.box().width() / quarter.box().width() * (q.group(1).equals("q") ? SMALL : 1);
        boolean year = !m.group(2).isEmpty();
        double strokes = width - (year ? YEAR : 0) - (m.group(3).isEmpty() ? 0 : STOP);
        int best = 0;
        double least = year ? NEAR_WITH_YEAR : NEAR;
        for (int n = 1; n <= WIDTHS.length; n++) {
            double off = Math.abs(strokes - WIDTHS[n - 1]);
            if (off < least) {
                least = off;
                best = n;
            }
        }
        return best;
    }
}
