package vn.trich.models.language;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * Which words were met one after the other in the texts that the language model was trained on: enough of the model to tell
 * text from well-formed nonsense, at a fraction of its size. Immutable.
 */
public final class KnownPairs {

    private final Vocabulary vocabulary;
    private final int[] firstFollower;
    private final char[] followers;

    /** The followers of word {@code w} are those from {@code firstFollower[w]} to {@code firstFollower[w + 1]}, sorted. */
    KnownPairs(Vocabulary vocabulary, int[] firstFollower, char[] followers) {
        this.vocabulary = vocabulary;
        this.firstFollower = firstFollower;
        this.followers = followers;
    }

    /**
     * Reads them from the language model that comes with the software.
     *
     * @throws UncheckedIOException if it cannot be read
     */
    public static KnownPairs load() {
        try (InputStream in = LanguageModel.class.getResourceAsStream("administrative.lm")) {
            return LanguageModel.readPairs(new DataInputStream(new BufferedInputStream(in, 1 << 16)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether {@code second} was met right after {@code first}; case does not matter. */
    public boolean contains(String first, String second) {
        int a = vocabulary.number(Vocabulary.normal(first));
        int b = vocabulary.number(Vocabulary.normal(second));
        return a != Vocabulary.UNKNOWN
                && b != Vocabulary.UNKNOWN
                && Arrays.binarySearch(followers, firstFollower[a], firstFollower[a + 1], (char) b) >= 0;
    }
}
