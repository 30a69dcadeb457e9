package vn.trich.pipeline.normalize;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Text without marks and case, character for character, so that a place found in it is the same place in the text. Rule
 * words are matched on it: a reader that lost the marks of {@code Tháng} is understood all the same.
 */
final class BareText {

    private static final Pattern BLANKS = Pattern.compile("[ \\t\\u00a0\\u200b]+");
    private static final Pattern BREAK = Pattern.compile(" ?\\R ?");
    private static final int TABLED = 0x2000;
    private static final char[] BARE = table();

    private BareText() {}

    private static char[] table() {
        char[] bare = new char[TABLED];
        for (char c = 0; c < TABLED; c++) {
            bare[c] = strip(c);
        }
        return bare;
    }

    /**
     * Takes marks and case off and makes every dash a hyphen and every kind of white space a blank.
     *
     * @param nfc text in NFC
     * @return as many characters as {@code nfc} has
     */
    static String of(String nfc) {
        StringBuilder bare = new StringBuilder(nfc.length());
        for (int i = 0; i < nfc.length(); i++) {
            bare.append(of(nfc.charAt(i)));
        }
        return bare.toString();
    }

    /** Bare words with single blanks between them, nothing but letters and digits left. */
    static String words(String nfc) {
        StringBuilder words = new StringBuilder(nfc.length());
        for (int i = 0; i < nfc.length(); i++) {
            char c = of(nfc.charAt(i));
            if (Character.isLetterOrDigit(c)) {
                words.append(c);
            } else if (words.length() > 0 && words.charAt(words.length() - 1) != ' ') {
                words.append(' ');
            }
        }
        return words.toString().stripTrailing();
    }

    /** The text in NFC with white space runs as single blanks; line feeds are kept as they part paragraphs. */
    static String tidy(String text) {
        String nfc = Normalizer.normalize(text, Normalizer.Form.NFC);
        return BREAK.matcher(BLANKS.matcher(nfc).replaceAll(" "))
                .replaceAll("\n")
                .strip();
    }

    private static char of(char c) {
        return c < TABLED ? BARE[c] : strip(c);
    }

    private static char strip(char c) {
        if (c < 0x80) {
            return Character.toLowerCase(c);
        }
        if (c == 'đ' || c == 'Đ') {
            return 'd';
        }
        if (Character.getType(c) == Character.DASH_PUNCTUATION || c == '−') {
            return '-';
        }
        if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
            return ' ';
        }
        String parts = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
        return Character.toLowerCase(parts.charAt(0));
    }
}
