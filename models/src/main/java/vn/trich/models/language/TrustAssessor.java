package vn.trich.models.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import vn.trich.models.encoding.LegacyDecoder;
import vn.trich.models.encoding.LegacyEncoding;
import vn.trich.models.language.TextTrust.Verdict;

/**
 * Says how far a block of text can be trusted to be Vietnamese as it stands. Immutable, safe for use by many threads.
 *
 * <p>The thresholds were set on paragraphs of legal text, the same with marks stripped, and layers that an English engine
 * left on printed pages; {@code corpus/RESULTS.md} has the figures.
 */
public final class TrustAssessor {

    private static final int FEWEST_WORDS = 6;

    /** Pairs of words below which their share says nothing. */
    private static final int FEWEST_PAIRS = 30;

    private static final double FEWEST_KNOWN_PAIRS = 0.84;

    private static final double FEWEST_KNOWN_PAIRS_OF_BARE_TEXT = 0.91;

    private static final double SOME_MARKLESS = 0.015;

    private final Syllables syllables;
    private final LegacyDecoder decoder;
    private final Set<String> foreignWords;
    private final KnownPairs pairs;

    private TrustAssessor(Syllables syllables, LegacyDecoder decoder, Set<String> foreignWords, KnownPairs pairs) {
        this.pairs = pairs;
        this.syllables = syllables;
        this.decoder = decoder;
        this.foreignWords = foreignWords;
    }

    /**
     * With the tables that come with the software.
     *
     * @throws UncheckedIOException if they cannot be read
     */
    public static TrustAssessor load() {
        Set<String> foreign = new HashSet<>();
        try (InputStream in = TrustAssessor.class.getResourceAsStream("foreign-words.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> foreign.addAll(Set.of(line.split(" "))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new TrustAssessor(Syllables.load(), LegacyDecoder.load(), Set.copyOf(foreign), KnownPairs.load());
    }

    /**
     * Assesses a block: a paragraph, a page, all text of one font on a page. The longer, the surer.
     *
     * @param text any text, as a PDF reader gives it; not normalised beforehand, since a legacy encoding's codes would
     *     suffer
     */
    public TextTrust assess(String text) {
        Counts asIs = count(Letters.nfc(text));
        LegacyEncoding best = null;
        Counts bestCounts = asIs;
        for (LegacyEncoding encoding : LegacyEncoding.values()) {
            if (decoder.hasSignature(text, encoding)) {
                Counts decoded = count(decoder.decode(text, encoding, false));
                if (decoded.validShare() > bestCounts.validShare()) {
                    best = encoding;
                    bestCounts = decoded;
                }
            }
        }
        double gain = best == null ? 0 : bestCounts.validShare() - asIs.validShare();
        // A ruined layer has letters of other languages too, but decoding them makes few syllables and fewer common
        // marks.
        boolean legacy = best != null
                && bestCounts.words >= FEWEST_WORDS
                && gain >= 0.15
                && bestCounts.validShare() >= 0.8
                && bestCounts.markedShare() >= 0.4;
        Verdict verdict = legacy ? Verdict.LEGACY : verdict(asIs);
        return new TextTrust(
                asIs.words,
                asIs.validShare(),
                asIs.share(asIs.bare),
                asIs.markedShare(),
                asIs.share(asIs.markless),
                asIs.share(asIs.foreignMarks),
                asIs.share(asIs.foreignWords),
                asIs.knownPairShare(),
                gain,
                verdict,
                legacy ? Optional.of(best) : Optional.empty());
    }

    private static Verdict verdict(Counts counts) {
        if (counts.words < FEWEST_WORDS) {
            return Verdict.UNKNOWN;
        }
        double valid = counts.validShare();
        double marked = counts.markedShare();
        double markless = counts.share(counts.markless);
        double foreignMarks = counts.share(counts.foreignMarks);
        if (counts.share(counts.foreignWords) >= 0.12 && markless < 0.1 && marked < 0.3) {
            return Verdict.FOREIGN;
        }
        // In good text most words bear a mark and hardly any lacks one. Names and terms of other languages are no
        // syllables but bear no marks either; wrong readings are no syllables and often do.
        // A wrong mark mostly makes another syllable: only what stands beside it tells.
        if (counts.pairs >= FEWEST_PAIRS && marked >= 0.3 && isImprobable(counts)) {
            return Verdict.RUINED;
        }
        boolean marksAreThere = marked >= 0.68 && markless <= 0.05 && foreignMarks <= 0.02;
        if (marksAreThere && (valid >= 0.9 || valid >= 0.25 && counts.share(counts.wronglyMarked) <= 0.04)) {
            return Verdict.GOOD;
        }
        if (marked < 0.03 && foreignMarks < 0.02 && counts.share(counts.bare) >= 0.85) {
            return Verdict.STRIPPED;
        }
        // One or two odd words in a short text are a name, not damage.
        boolean fewOdd = counts.markless + counts.wronglyMarked + counts.foreignMarks < 3;
        return fewOdd && marked >= 0.5 ? Verdict.GOOD : Verdict.RUINED;
    }

    /** Whether words stand side by side that never do; fewer of them are enough where marks are missing as well. */
    private static boolean isImprobable(Counts counts) {
        double known = counts.knownPairShare();
        return known < FEWEST_KNOWN_PAIRS
                || known < FEWEST_KNOWN_PAIRS_OF_BARE_TEXT && counts.share(counts.markless) >= SOME_MARKLESS;
    }

    private Counts count(String text) {
        Counts counts = new Counts();
        String before = null;
        for (String run : text.split("[\\s\\u00A0,;:()\\[\\]\"“”‘’…]+")) {
            String word = trimmed(run);
            if (isWord(word)) {
                count(word, counts);
                boolean syllable = syllables.isSyllable(word);
                if (before != null && syllable) {
                    counts.pairs++;
                    counts.knownPairs += pairs.contains(before, word) ? 1 : 0;
                }
                // Across a point or other sign words are no pair.
                before = syllable && run.endsWith(word) ? word : null;
            } else {
                before = null;
            }
        }
        return counts;
    }

    private void count(String word, Counts counts) {
        counts.words++;
        boolean valid = syllables.isSyllable(word);
        boolean marked = Letters.isMarked(word);
        boolean bare = valid || syllables.isBareSyllable(word);
        counts.valid += valid ? 1 : 0;
        counts.bare += bare ? 1 : 0;
        counts.marked += valid && marked ? 1 : 0;
        counts.markless += !valid && bare && !marked ? 1 : 0;
        counts.wronglyMarked += !valid && marked ? 1 : 0;
        counts.foreignMarks += hasForeignLetter(word) ? 1 : 0;
        counts.foreignWords += foreignWords.contains(word.toLowerCase(Locale.ROOT)) ? 1 : 0;
    }

    private static String trimmed(String run) {
        int start = 0;
        int end = run.length();
        while (start < end && run.charAt(start) <= 0x7F && !Character.isLetter(run.charAt(start))) {
            start++;
        }
        while (end > start && run.charAt(end - 1) <= 0x7F && !Character.isLetter(run.charAt(end - 1))) {
            end--;
        }
        return run.substring(start, end);
    }

    // Codes, numbers, addresses and abbreviations say nothing about the language.
    private boolean isWord(String run) {
        int letters = 0;
        boolean lower = false;
        for (int i = 0; i < run.length(); i++) {
            char c = run.charAt(i);
            if (c <= 0x7F && !Character.isLetter(c)) {
                return false;
            }
            letters += Character.isLetter(c) ? 1 : 0;
            lower |= Character.isLowerCase(c);
        }
        // Capitals alone are often an abbreviation, unless they bear marks or are long.
        return letters >= 2 && (lower || letters > 5 || Letters.isMarked(run) && syllables.isBareSyllable(run));
    }

    private static boolean hasForeignLetter(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c > 0x7F && Character.isLetter(c) && !Letters.isVietnamese(c)) {
                return true;
            }
        }
        return false;
    }

    private static final class Counts {
        private int words;
        private int valid;
        private int bare;
        private int marked;
        private int markless;
        private int wronglyMarked;
        private int foreignMarks;
        private int foreignWords;
        private int pairs;
        private int knownPairs;

        double knownPairShare() {
            return pairs == 0 ? 1 : (double) knownPairs / pairs;
        }

        double share(int count) {
            return words == 0 ? 0 : (double) count / words;
        }

        double validShare() {
            return share(valid);
        }

        double markedShare() {
            return valid == 0 ? 0 : (double) marked / valid;
        }
    }
}
