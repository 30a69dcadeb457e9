package vn.trich.pipeline.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The label of a row: its kind of counting and its place in the count.
 *
 * @param series how it counts
 * @param prefix what stands before the last part of a number in parts ({@code 2.} of {@code 2.1}), else empty
 * @param value its place, from 1
 * @param form how it is printed around the count: {@code %} stands for it ({@code (%)}, {@code %.})
 */
record RowLabel(Series series, String prefix, int value, String form) {

    private static final Pattern PARTS =
            Pattern.compile("([(]?)((?:\\d{1,3}\\.)*)(\\d{1,3}|[IVXL]{1,7}|[A-HK]|[a-zđ])([.)\\-:]{0,2})");
    /** Letters as Vietnamese lists count them. */
    private static final String LETTERS = "abcdđeghiklmnopqrstuvxy";

    /** Ways of counting. */
    enum Series {
        /** {@code A, B, C}. */
        CAPITAL,
        /** {@code I, II, III}. */
        ROMAN,
        /** {@code 1, 2, 3}, in parts too. */
        NUMBER,
        /** {@code a, b, c}. */
        LETTER
    }

    /** Reads a label exactly as printed. {@code I} alone is taken for a Roman number. */
    static Optional<RowLabel> parse(String text) {
        Matcher matcher = PARTS.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String count = matcher.group(3);
        String form = matcher.group(1) + "%" + matcher.group(4);
        char first = count.charAt(0);
        if (Character.isDigit(first)) {
            int value = Integer.parseInt(count);
            boolean plain = value > 0 && (count.charAt(0) != '0' || count.length() == 2);
            return plain ? Optional.of(new RowLabel(Series.NUMBER, matcher.group(2), value, form)) : Optional.empty();
        }
        if (!matcher.group(2).isEmpty()) {
            return Optional.empty();
        }
        if (Character.isLowerCase(first)) {
            int place = LETTERS.indexOf(first);
            return place < 0 ? Optional.empty() : Optional.of(new RowLabel(Series.LETTER, "", place + 1, form));
        }
        int roman = roman(count);
        if (roman > 0) {
            return Optional.of(new RowLabel(Series.ROMAN, "", roman, form));
        }
        return count.length() == 1
                ? Optional.of(new RowLabel(Series.CAPITAL, "", first - 'A' + 1, form))
                : Optional.empty();
    }

    private static int roman(String text) {
        for (int n = 1; n <= 40; n++) {
            if (roman(n).equals(text)) {
                return n;
            }
        }
        return 0;
    }

    private static String roman(int number) {
        StringBuilder text = new StringBuilder();
        int left = number;
        int[] values = {40, 10, 9, 5, 4, 1};
        String[] signs = {"XL", "X", "IX", "V", "IV", "I"};
        for (int i = 0; i < values.length; i++) {
            while (left >= values[i]) {
                text.append(signs[i]);
                left -= values[i];
            }
        }
        return text.toString();
    }

    /** The label as printed. */
    String text() {
        return form.replace("%", prefix + count());
    }

    private String count() {
        return switch (series) {
            case CAPITAL -> String.valueOf((char) ('A' + value - 1));
            case ROMAN -> roman(value);
            case NUMBER -> String.valueOf(value);
            case LETTER -> value <= LETTERS.length() ? String.valueOf(LETTERS.charAt(value - 1)) : "?";
        };
    }

    /** Whether the other counts on in the same list. */
    boolean sameList(RowLabel other) {
        return series == other.series && prefix.equals(other.prefix);
    }

    /** The next label of the list. */
    RowLabel next() {
        return new RowLabel(series, prefix, value + 1, form);
    }

    /** The first labels of lists that can stand below this label. */
    List<RowLabel> firstBelow() {
        List<RowLabel> below = new ArrayList<>();
        if (series == Series.NUMBER) {
            below.add(new RowLabel(Series.NUMBER, prefix + value + ".", 1, "%"));
            below.add(new RowLabel(Series.LETTER, "", 1, "%"));
        } else if (series != Series.LETTER) {
            below.add(new RowLabel(Series.NUMBER, "", 1, "%"));
            if (series == Series.CAPITAL) {
                below.add(new RowLabel(Series.ROMAN, "", 1, "%"));
            }
        }
        return below;
    }
}
