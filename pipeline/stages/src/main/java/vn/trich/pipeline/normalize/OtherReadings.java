package vn.trich.pipeline.normalize;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import vn.trich.pipeline.page.Word;

/** What a recogniser could have read instead: how likely its second choices are beside its first. */
final class OtherReadings {

    private OtherReadings() {}

    /** How likely the likeliest other word is that differs by more than its marks, 0 to 1; 0 if there is none. */
    static double likeliest(List<Word> words) {
        return likeliest(words, (read, other) -> !BareText.of(read).equals(BareText.of(other)));
    }

    /** How likely the likeliest other word is that differs by its marks alone, 0 to 1; 0 if there is none. */
    static double likeliestMarks(List<Word> words) {
        return likeliest(
                words,
                (read, other) -> BareText.of(read).equals(BareText.of(other))
                        && !plain(read).equals(plain(other)));
    }

    private static double likeliest(List<Word> words, BiPredicate<String, String> differs) {
        return words.stream()
                .flatMap(word -> word.alternatives().stream()
                        .filter(other -> differs.test(word.text(), other.text()))
                        .map(other -> Math.exp(Math.min(0, other.likelihood()))))
                .mapToDouble(likelihood -> likelihood)
                .max()
                .orElse(0);
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
