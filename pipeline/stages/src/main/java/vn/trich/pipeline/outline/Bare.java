package vn.trich.pipeline.outline;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Vietnamese text with its marks taken off, so that what OCR does to marks does not matter to a comparison. */
final class Bare {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_WORD = Pattern.compile("[^a-z0-9]+");

    private Bare() {}

    /** Lower case, without marks, {@code đ} as {@code d}; punctuation and blanks stay. */
    static String of(String text) {
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
        String plain = MARKS.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
        return plain.replace('đ', 'd').replace('ð', 'd');
    }

    /** As {@link #of}, every run of characters that are neither letters a-z nor digits one blank, none at the ends. */
    static String words(String text) {
        return NOT_WORD.matcher(of(text)).replaceAll(" ").strip();
    }

    /** As {@link #of}, letters a-z and digits alone. */
    static String compact(String text) {
        return NOT_WORD.matcher(of(text)).replaceAll("");
    }
}
