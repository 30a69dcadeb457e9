package vn.trich.output;

import java.text.Normalizer;

/** The form that every text takes on its way out: Unicode NFC, no control characters but tab, line feed and form feed. */
public final class CleanText {

    private CleanText() {}

    /**
     * Puts a text into that form. Carriage returns before a line feed go, others become line feeds; halves of surrogate
     * pairs, which UTF-8 cannot hold, become U+FFFD.
     */
    public static String of(String text) {
        String nfc = Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC);
        for (int i = 0; i < nfc.length(); i++) {
            if (suspect(nfc.charAt(i))) {
                return rebuild(nfc);
            }
        }
        return nfc;
    }

    private static boolean suspect(char c) {
        return (c < ' ' && c != '\n' && c != '\t' && c != '\f') || c == 0x7f || Character.isSurrogate(c);
    }

    private static String rebuild(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!suspect(c)) {
                clean.append(c);
            } else if (c == '\r') {
                if (i + 1 == text.length() || text.charAt(i + 1) != '\n') {
                    clean.append('\n');
                }
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                clean.append(c).append(text.charAt(++i));
            } else if (Character.isSurrogate(c)) {
                clean.append('\ufffd');
            }
        }
        return clean.toString();
    }
}
