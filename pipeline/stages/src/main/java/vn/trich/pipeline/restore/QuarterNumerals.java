package vn.trich.pipeline.restore;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.trich.output.Box;
import vn.trich.output.WordSource;
import vn.trich.pipeline.page.Word;

/**
 * Counts the strokes of the numerals of quarters ({@code Quý II}) by the room they take: recognisers often read two
 * strokes where three stand, and nothing but the paper can tell. The width of the word before, which is set alike, is the
 * measure. Only where the document's numerals have the widths of the faces that decrees prescribe is any of them changed.
 */
final class QuarterNumerals {

    private static final Pattern QUARTER = Pattern.compile("([Qq])u[yýỳỷỹ]");
    /** Strokes, or what two of them side by side are read as, and a year whose slash may be read as a figure. */
    private static final Pattern STROKES =
            Pattern.compile("([I1l|!TJLHU\\[\\]]{1,4}?)((?:[/7Z](?:19|20)\\d{2})?)([.,;:]?)");

    private static final Pattern GLUED = Pattern.compile("(([Qq])u[yýỳỷỹ])(" + STROKES.pattern() + ")");

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
    /** The blank between the word and the strokes, where both were read as one word. */
    private static final double BLANK = 0.19;
    /** How far before the word, in its widths, the next line may begin. */
    private static final double MOST_INDENT = 8;
    /** How much the heights of two words that are set alike may differ. */
    private static final double ALIKE = 0.12;

    private static final Pattern ARABIC = Pattern.compile("[234](?:/\\d{4})?[.,;:]?");

    private final boolean usualFace;
    /** The word {@code Quý} wherever it stands by itself, for the width of those that run together with their strokes. */
    private final List<Word> quarters = new ArrayList<>();
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
                if (at(words, i) && words.get(i - 1).text().startsWith("Q")) {
                    quarters.add(words.get(i - 1));
                }
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
        List<Word> counted = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            if (i > 0 && at(words, i)) {
                counted.add(counted(words.get(i - 1), words.get(i)));
            } else {
                counted.addAll(parted(words.get(i)));
            }
        }
        return counted;
    }

    /** A quarter and its strokes that were read as one word, parted and counted; the word itself where that is not sure. */
    private List<Word> parted(Word word) {
        Matcher glued = GLUED.matcher(word.text());
        if (word.source() != WordSource.OCR || !glued.matches()) {
            return List.of(word);
        }
        double[] alike = quarters.stream()
                .map(Word::box)
                .filter(box -> Math.abs(box.height() - word.box().height()) < ALIKE * box.height())
                .mapToDouble(Box::width)
                .sorted()
                .toArray();
        if (alike.length == 0) {
            return List.of(word);
        }
        Box box = word.box();
        double width = alike[alike.length / 2] * (glued.group(2).equals("q") ? SMALL : 1);
        double cut = box.x0() + width;
        double from = cut + BLANK * alike[alike.length / 2];
        if (from >= box.x1()) {
            return List.of(word);
        }
        Word quarter = part(word, glued.group(1), new Box(box.x0(), box.y0(), cut, box.y1()));
        Word numeral = part(word, glued.group(3), new Box(from, box.y0(), box.x1(), box.y1()));
        return strokes(quarter, numeral) == 0 ? List.of(word) : List.of(quarter, counted(quarter, numeral));
    }

    private static Word part(Word word, String text, Box box) {
        return new Word(
                text, word.original(), box, Math.min(SURE, word.confidence()), word.source(), List.of(), word.style());
    }

    private Word counted(Word quarter, Word numeral) {
        if (arabic && numeral.text().startsWith("1")) {
            return numeral;
        }
        int strokes = strokes(quarter, numeral);
        Matcher m = STROKES.matcher(numeral.text());
        if (strokes == 0 || !m.matches()) {
            return numeral;
        }
        String year = m.group(2).isEmpty() ? "" : "/" + m.group(2).substring(1);
        String right = "I".repeat(strokes) + year + m.group(3);
        boolean same =
                m.group(1).matches("[I1l|!]{" + strokes + "}") && !m.group(2).matches("[7Z].*");
        return same ? numeral : numeral.restored(right, Math.min(SURE, numeral.confidence()));
    }

    /** Whether there the numeral of a quarter was read off a picture, on one line with its word or beginning the next. */
    private static boolean at(List<Word> words, int i) {
        Word quarter = words.get(i - 1);
        Word numeral = words.get(i);
        return numeral.source() == WordSource.OCR
                && QUARTER.matcher(quarter.text()).matches()
                && STROKES.matcher(numeral.text()).matches()
                && (beside(quarter.box(), numeral.box()) || below(quarter.box(), numeral.box()));
    }

    private static boolean beside(Box quarter, Box numeral) {
        return numeral.x0() > quarter.x1()
                && numeral.x0() - quarter.x1() < quarter.width()
                && numeral.y0() < quarter.y1()
                && quarter.y0() < numeral.y1();
    }

    /** Whether the one stands on the line below the other, before it or under it. */
    private static boolean below(Box quarter, Box numeral) {
        return numeral.y0() > quarter.centreY()
                && numeral.y0() - quarter.y1() < quarter.height()
                && numeral.x0() < quarter.x1()
                && quarter.x0() - numeral.x1() < MOST_INDENT * quarter.width();
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
