package vn.trich.models.restore;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/** Words that are written with a hyphen between them, as {@code mô-đun}. Nearly all others have a blank there. Immutable. */
final class HyphenatedPairs {

    private final Set<String> pairs;

    private HyphenatedPairs(Set<String> pairs) {
        this.pairs = pairs;
    }

    /**
     * Reads those that come with the software.
     *
     * @throws UncheckedIOException if they cannot be read
     */
    static HyphenatedPairs load() {
        try (InputStream in = HyphenatedPairs.class.getResourceAsStream("hyphenated.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return new HyphenatedPairs(
                    lines.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Whether two words are written with a hyphen, more often than a speck between them is read as one.
     *
     * @param first the first, in normal form
     * @param second the second, in normal form
     */
    boolean contains(String first, String second) {
        return pairs.contains(first + "-" + second);
    }
}
