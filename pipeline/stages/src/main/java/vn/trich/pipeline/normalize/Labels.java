package vn.trich.pipeline.normalize;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How labels count on. A label that does not count, or has none after it, gives an empty text. */
final class Labels {

    private static final String LETTERS = "abcdđeghiklmnopqrstuvxy";
    private static final String[] ONES = {"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"};
    private static final String[] TENS = {"", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC"};

    private Labels() {}

    /** The label after that one in its count. */
    static String next(String label) {
        RowLabel read = RowLabel.readings(label).get(0);
        return written(read.style(), read.stem(), read.value() + 1);
    }

    /** The label after the one that a dotted number belongs to: {@code 3} after {@code 2.4}. */
    static String nextAbove(String label) {
        int dot = label.lastIndexOf('.');
        return dot < 0 ? "" : next(label.substring(0, dot));
    }

    /** The first label of the count below a number: {@code 2.1} below {@code 2}. */
    static String below(String label) {
        return RowLabel.readings(label).get(0).style() == RowLabel.Style.NUMBER ? label + ".1" : "";
    }

    /** The labels with which a level below that label can begin. */
    static List<String> firsts(String above) {
        List<String> firsts = new ArrayList<>(List.of("A", "I", "1", "a"));
        if (!below(above).isEmpty()) {
            firsts.add(below(above));
        }
        return firsts;
    }

    /** Whether it is a place in a count. */
    static boolean counts(String label) {
        return RowLabel.readings(label).get(0).style() != RowLabel.Style.NONE;
    }

    /** Whether both are of one style, and numbers of one depth. */
    static boolean sameKind(String one, String other) {
        RowLabel a = RowLabel.readings(one).get(0);
        RowLabel b = RowLabel.readings(other).get(0);
        return a.style() == b.style() && a.depth() == b.depth();
    }

    /** How deep labels of its kind usually stand: capitals above Roman numbers above numbers above letters. */
    static int rank(String label) {
        RowLabel read = RowLabel.readings(label).get(0);
        return switch (read.style()) {
            case NONE -> 0;
            case CAPITAL -> 1;
            case ROMAN -> 2;
            case NUMBER -> 2 + Math.min(4, read.depth());
            case LETTER -> 8;
        };
    }

    private static String written(RowLabel.Style style, String stem, int value) {
        return switch (style) {
            case NUMBER -> stem + value;
            case LETTER -> value <= LETTERS.length() ? LETTERS.substring(value - 1, value) : "";
            case CAPITAL ->
                value <= LETTERS.length() ? LETTERS.substring(value - 1, value).toUpperCase(Locale.ROOT) : "";
            case ROMAN -> value < 100 ? TENS[value / 10] + ONES[value % 10] : "";
            case NONE -> "";
        };
    }
}
