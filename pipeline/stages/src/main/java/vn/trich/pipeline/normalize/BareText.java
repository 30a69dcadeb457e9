package vn.trich.pipeline.normalize;

import java.text.Normalizer;

/**
 * Text without marks and case, character for character, so that a place found in it is the same place in the text. Rule
 * words are matched on it: a reader that lost the marks of {@code Tháng} is understood all the same.
 */
final class BareText {

    private BareText() {}

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
        return of(nfc).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }

    /** The text in NFC with white space runs as single blanks; line feeds are kept as they part paragraphs. */
    static String tidy(String text) {
        String nfc = Normalizer.normalize(text, Normalizer.Form.NFC);
        return nfc.replaceAll("[ \\t\\u00a0\\u200b]+", " ")
                .replaceAll(" ?\\R ?", "\n")
                .strip();
    }

    private static char of(char c) {
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
