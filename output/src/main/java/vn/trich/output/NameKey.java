package vn.trich.output;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names in the form in which they are compared. */
final class NameKey {

    private static final Pattern NOT_LETTER_OR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern MARK = Pattern.compile("\\p{M}+");

    private NameKey() {}

    /** Lower case, NFC, letters and digits with single blanks between words. */
    static String of(String name) {
        String lower = Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return NOT_LETTER_OR_DIGIT.matcher(lower).replaceAll(" ").strip();
    }

    /** The same without marks; {@code đ} is {@code d}. */
    static String bare(String name) {
        String decomposed = Normalizer.normalize(of(name), Normalizer.Form.NFD);
        return MARK.matcher(decomposed).replaceAll("").replace('đ', 'd');
    }
}
