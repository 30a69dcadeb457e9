package vn.trich.models.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The structure of written Vietnamese syllables: which strings of letters can be one. */
public final class Syllables {

    // Longest first: "ngh" is tried before "ng" and "n".
    private static final List<String> ONSETS = List.of(
            "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d", "đ", "g", "h", "k", "l",
            "m", "n", "p", "q", "r", "s", "t", "v", "x", "");

    private final Set<String> rimes;
    private final Set<String> bareRimes;

    private Syllables(Set<String> rimes) {
        this.rimes = Set.copyOf(rimes);
        Set<String> bare = new HashSet<>();
        rimes.forEach(rime -> bare.add(Letters.bare(rime)));
        this.bareRimes = Set.copyOf(bare);
    }

    /**
     * Reads the rimes that come with the software.
     *
     * @throws UncheckedIOException if they cannot be read
     */
    public static Syllables load() {
        Set<String> rimes = new HashSet<>();
        try (InputStream in = Syllables.class.getResourceAsStream("rimes.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> rimes.addAll(List.of(line.split(" "))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Syllables(rimes);
    }

    /**
     * Whether the word is a possible syllable with its marks as they stand: onset and rime exist, one tone at most, and
     * a rime that ends in a stop bears the acute or the dot below. Case does not matter.
     */
    public boolean isSyllable(String word) {
        int tone = 0;
        StringBuilder shape = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = Character.toLowerCase(word.charAt(i));
            int t = Letters.tone(c);
            if (t != 0 && tone != 0) {
                return false;
            }
            tone = Math.max(tone, t);
            shape.append(Letters.shape(c));
        }
        String letters = shape.toString();
        boolean toneFits = !endsInStop(letters) || tone == 2 || tone == 5;
        return toneFits && splits(letters, rimes);
    }

    /** Whether some syllable has these letters when all marks are taken off. Case does not matter. */
    public boolean isBareSyllable(String word) {
        return splits(Letters.bare(word).toLowerCase(Locale.ROOT), bareRimes);
    }

    private static boolean splits(String letters, Set<String> known) {
        for (String onset : ONSETS) {
            if (letters.startsWith(onset) && known.contains(letters.substring(onset.length()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsInStop(String letters) {
        int last = letters.length() - 1;
        if (last < 1) {
            return false;
        }
        char c = letters.charAt(last);
        return c == 'c' || c == 'p' || c == 't' || c == 'h' && letters.charAt(last - 1) == 'c';
    }
}
