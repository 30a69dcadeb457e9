package vn.trich.pipeline;

import java.text.Normalizer;

/** Tells whether a text is Vietnamese. */
final class Language {

    /** Every second or third syllable bears a mark; a text with far fewer is in another language. */
    private static final double LEAST_MARKED = 0.05;

    /** {@code vi} if at least one letter in twenty bears a Vietnamese mark, else empty. */
    String of(String text) {
        int letters = 0;
        int marked = 0;
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            if (Character.isLetter(c)) {
                letters++;
                marked += c == 'đ' || c == 'Đ' ? 1 : 0;
            } else if (Character.getType(c) == Character.NON_SPACING_MARK) {
                marked++;
            }
        }
        return letters > 0 && marked >= LEAST_MARKED * letters ? "vi" : "";
    }
}
