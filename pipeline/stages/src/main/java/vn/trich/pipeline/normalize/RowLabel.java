package vn.trich.pipeline.normalize;

import java.util.List;
import java.util.Locale;
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

    private static final String LETTERS = "abcdđeghiklmnopqrstuvxy";
    private static final Pattern LEADING = Pattern.compile(
            "^\\s*(\\(?(?:[IVXLC]{1,6}|[A-ZĐ]|[a-zđ]|\\d{1,3}(?:\\.\\d{1,3})*))(?:\\s*[.)/:]\\s*|\\s*[-–]\\s+)(?=\\S)");

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

    /** The label as printed, without dots and brackets around it. */
    static String clean(String printed) {
        return printed.strip().replaceAll("^[(\\s]+", "").replaceAll("[\\s.):/,;-]+$", "");
    }

    /** The label that a text opens with, and what follows it; empty if it opens with none. */
    static Optional<Labelled> leading(String text) {
        Matcher m = LEADING.matcher(text);
        return m.find()
                ? Optional.of(
                        new Labelled(clean(m.group(1)), text.substring(m.end()).strip()))
                : Optional.empty();
    }

    /** What the label may be, the likeliest first: {@code C} may be a letter or a hundred. */
    static List<RowLabel> readings(String label) {
        if (label.matches("\\d{1,4}(\\.\\d{1,4})*")) {
            int dot = label.lastIndexOf('.') + 1;
            return List.of(new RowLabel(Style.NUMBER, label.substring(0, dot), Integer.parseInt(label.substring(dot))));
        }
        if (label.matches("[a-zđ]")) {
            return List.of(new RowLabel(Style.LETTER, "", place(label)));
        }
        boolean roman = label.matches("[IVXLC]{1,7}");
        boolean capital = label.matches("[A-ZĐ]");
        RowLabel asRoman = new RowLabel(Style.ROMAN, "", roman ? roman(label) : 0);
        RowLabel asCapital = new RowLabel(Style.CAPITAL, "", place(label));
        if (roman && capital) {
            return label.matches("[IVX]") ? List.of(asRoman, asCapital) : List.of(asCapital, asRoman);
        }
        return roman ? List.of(asRoman) : capital ? List.of(asCapital) : List.of(NONE);
    }

    /** Whether this comes right after the other in one count. */
    boolean follows(RowLabel other) {
        return sameCount(other) && (style == Style.NONE || value == other.value + 1);
    }

    /** Whether both are places in one count. */
    boolean sameCount(RowLabel other) {
        return style == other.style && stem.equals(other.stem);
    }

    /** How many numbers a dotted number has; 1 for any other label. */
    int depth() {
        return (int) stem.chars().filter(c -> c == '.').count() + 1;
    }

    /** The stem of labels one level below: {@code 2.} of {@code 2}. */
    String stemBelow() {
        return stem + value + ".";
    }

    private static int place(String letter) {
        return LETTERS.indexOf(letter.toLowerCase(Locale.ROOT)) + 1;
    }

    private static int roman(String label) {
        int sum = 0;
        for (int i = 0; i < label.length(); i++) {
            int value = digit(label.charAt(i));
            sum += i + 1 < label.length() && value < digit(label.charAt(i + 1)) ? -value : value;
        }
        return sum;
    }

    private static int digit(char c) {
        return switch (c) {
            case 'I' -> 1;
            case 'V' -> 5;
            case 'X' -> 10;
            case 'L' -> 50;
            default -> 100;
        };
    }

    /**
     * A text parted from its label.
     *
     * @param label without dots and brackets
     * @param text the rest
     */
    record Labelled(String label, String text) {}
}
