package vn.trich.corpus.gold;

import java.util.Locale;

/** Printed labels of sections and table rows ({@code I}, {@code 2.1}, {@code a}, {@code Điều 1}). */
public final class Labels {

    private Labels() {}

    /**
     * Where the text after a leading label begins.
     *
     * @param text text that may begin with the label
     * @param label the label without its dot or bracket
     * @return index behind the label and the marks and blanks after it; 0 if the text does not begin with the label or
     *     the label is empty
     */
    public static int end(String text, String label) {
        if (label.isEmpty() || !text.toLowerCase(Locale.ROOT).startsWith(label.toLowerCase(Locale.ROOT))) {
            return 0;
        }
        int end = label.length();
        if (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
            return 0;
        }
        while (end < text.length() && isMark(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isMark(char c) {
        return Character.isWhitespace(c) || ".):/-–—".indexOf(c) >= 0;
    }
}
