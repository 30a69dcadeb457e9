package vn.trich.pipeline.normalize;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A label as a place in a count.
 *
 * @param style what it is counted in
 * @param stem what comes before the counted part: {@code 2.} of {@code 2.1}; else empty
 * @param value its place in the count, from 1; 0 without a label
 */
record RowLabel(Style style, String stem, int value) {

    private static final int MAX_LENGTH = 16;
    private static final String LETTERS = "abcdđeghiklmnopqrstuvxy";
    private static final String CAPITALS = "ABCDĐEGHIKLMNOPQRSTUVXY";
    private static final String ROMAN_DIGITS = "IVXLC";
    private static final int[] ROMAN_WORTH = {1, 5, 10, 50, 100};
    private static final Pattern LEADING = Pattern.compile(
            "^\\s*(\\(?(?:[IVXLC]{1,6}|[A-ZĐ]|[a-zđ]|\\d{1,3}(?:\\.\\d{1,3})*))(?:\\s*[.)/:]\\s*|\\s*[-–]\\s+)(?=\\S)");

    /** What recognisers make of Roman numerals before a title: {@code JL Cải cách}, {@code VH. Công tác}. */
    private static final Pattern MISREAD_ROMAN =
            Pattern.compile("^\\s*([IVXLJHTUWYÌÍĨỈỊ1l|!]{2,5})(?:[.,:]\\s*|\\s+)(?=\\p{Lu}\\p{Ll})");

    /** Styles of labels. */
    enum Style {
        /** {@code A, B}. */
        CAPITAL,
        /** {@code I, II}. */
        ROMAN,
        /** {@code 1, 2, 2.1}. */
        NUMBER,
        /** {@code a, b}. */
        LETTER,
        /** No label, or none that counts. */
        NONE
    }

    /** Without a label. */
    static final RowLabel NONE = new RowLabel(Style.NONE, "", 0);

    private static final List<RowLabel> UNCOUNTED = List.of(NONE);

    /** The label as printed, without dots and brackets around it. */
    static String clean(String printed) {
        return printed.strip().replaceAll("^[(\\s]+", "").replaceAll("[\\s.):/,;-]+$", "");
    }

    /** The label that a text opens with, and what follows it; empty if it opens with none. */
    static Optional<Labelled> leading(String text) {
        Matcher m = LEADING.matcher(text);
        Matcher misread = MISREAD_ROMAN.matcher(text);
        if (misread.find() && !LEADING.matcher(text).find()) {
            return Optional.of(
                    new Labelled(misread.group(1), text.substring(misread.end()).strip()));
        }
        return m.find()
                ? Optional.of(
                        new Labelled(clean(m.group(1)), text.substring(m.end()).strip()))
                : Optional.empty();
    }

    /** What the label may be, the likeliest first: {@code C} may be a letter or a hundred. */
    static List<RowLabel> readings(String label) {
        if (label.isEmpty() || label.length() > MAX_LENGTH) {
            return UNCOUNTED;
        }
        char first = label.charAt(0);
        if (first >= '0' && first <= '9') {
            return number(label);
        }
        int place = label.length() == 1 ? LETTERS.indexOf(first) + 1 : 0;
        if (place > 0) {
            return List.of(new RowLabel(Style.LETTER, "", place));
        }
        int capital = label.length() == 1 ? CAPITALS.indexOf(first) + 1 : 0;
        int roman = roman(label);
        if (capital > 0 && roman > 0) {
            RowLabel asRoman = new RowLabel(Style.ROMAN, "", roman);
            RowLabel asCapital = new RowLabel(Style.CAPITAL, "", capital);
            return roman <= 10 ? List.of(asRoman, asCapital) : List.of(asCapital, asRoman);
        }
        if (capital > 0) {
            return List.of(new RowLabel(Style.CAPITAL, "", capital));
        }
        return roman > 0 ? List.of(new RowLabel(Style.ROMAN, "", roman)) : UNCOUNTED;
    }

    /** A number, dotted or not; anything else does not count. */
    private static List<RowLabel> number(String label) {
        int stem = 0;
        int digits = 0;
        for (int i = 0; i < label.length(); i++) {
            char c = label.charAt(i);
            if (c == '.' && digits > 0) {
                stem = i + 1;
                digits = 0;
            } else if (c >= '0' && c <= '9' && digits < 4) {
                digits++;
            } else {
                return UNCOUNTED;
            }
        }
        return digits == 0
                ? UNCOUNTED
                : List.of(
                        new RowLabel(Style.NUMBER, label.substring(0, stem), Integer.parseInt(label.substring(stem))));
    }

    /** Whether both are places in one count. */
    boolean sameCount(RowLabel other) {
        return style == other.style && stem.equals(other.stem);
    }

    /** How many numbers a dotted number has; 1 for any other label. */
    int depth() {
        return (int) stem.chars().filter(c -> c == '.').count() + 1;
    }

    /** The value of a Roman numeral below 100 in capitals; 0 if it is none. */
    private static int roman(String label) {
        int sum = 0;
        int above = 0;
        for (int i = label.length() - 1; i >= 0; i--) {
            int value = ROMAN_DIGITS.indexOf(label.charAt(i));
            if (value < 0) {
                return 0;
            }
            int worth = ROMAN_WORTH[value];
            sum += worth < above ? -worth : worth;
            above = Math.max(above, worth);
        }
        return sum;
    }

    /**
     * A text parted from its label.
     *
     * @param label without dots and brackets
     * @param text the rest
     */
    record Labelled(String label, String text) {}
}
