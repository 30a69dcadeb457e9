package vn.trich.pipeline.normalize;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import vn.trich.models.language.Syllables;

/** How often a document uses its words and short runs of them, marks aside; and which of its words are odd. */
final class DocumentWords {

    private static final int LONGEST_RUN = 4;
    /** A word used this often is one, syllable or not. */
    private static final int USUAL = 3;

    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{N}]*");

    private final Map<String, Integer> counts = new HashMap<>();
    private final Syllables syllables;

    /** Counts the words of those paragraphs. */
    DocumentWords(List<String> paragraphs, Syllables syllables) {
        this.syllables = syllables;
        paragraphs.forEach(this::count);
    }

    private void count(String paragraph) {
        String[] words = BareText.words(paragraph).split(" ");
        for (int i = 0; i < words.length; i++) {
            StringBuilder run = new StringBuilder();
            for (int n = 0; n < LONGEST_RUN && i + n < words.length; n++) {
                run.append(n == 0 ? "" : " ").append(words[i + n]);
                counts.merge(run.toString(), 1, Integer::sum);
            }
        }
    }

    /** How often the document has that run of at most four words, marks aside. */
    int count(String run, int atMost) {
        return Math.min(atMost, counts.getOrDefault(BareText.words(run), 0));
    }

    /** Whether the document uses that word often. */
    boolean usual(String word) {
        return count(word, USUAL) >= USUAL;
    }

    /** How many words of the text are no Vietnamese syllables, no abbreviations and not used elsewhere either. */
    int odd(String text) {
        return (int) WORD.matcher(text)
                .results()
                .map(word -> word.group())
                .filter(word -> !word.chars().allMatch(c -> Character.isUpperCase(c) || Character.isDigit(c)))
                .filter(word -> !syllables.isSyllable(word) && !usual(word))
                .count();
    }
}
