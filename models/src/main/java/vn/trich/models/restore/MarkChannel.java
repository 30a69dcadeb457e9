package vn.trich.models.restore;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.trich.models.language.Letters;

/**
 * How a recogniser of Vietnamese misreads marks: how likely a printed letter is read as the same letter with other marks.
 * What is usual, and on top of it what one document shows: every scan loses marks in its own way, a worn or coarse one many
 * of a few kinds ({@code ố} read as {@code ô}, {@code đ} as {@code d}), a good one none. Counts of single letters fall back
 * on those of their kind: which marks became which, whatever the letter. Logarithms are natural. Immutable.
 */
final class MarkChannel {

    private static final double HOOK_AS_ACUTE = Math.exp(-5.2);
    // The dot of an i is taken for a tone mark, or a tone mark for the dot.
    private static final double DOT_AND_TONE = Math.exp(-6.5);
    private static final double OTHER_MARKS = Math.exp(-8);
    private static final double MARK_OF_NOTHING = Math.exp(-9);
    private static final float FOREIGN_MARKS = -3;
    private static final float LEAST = -12;
    private static final float SUSPECT = -6;
    private static final double MOST = 0.3;
    // How many letters of a kind what is usual weighs as much as, and how many of one letter its kind.
    private static final double USUAL_WEIGHT = 250;
    private static final double KIND_WEIGHT = 40;

    // A word that seems misread more often than so, and than so many times what its marks let expect, is hardly a
    // misreading.
    private static final int CHANCE = 3;
    private static final double MUCH_MORE = 20;

    private final Map<Integer, Double> letters;
    private final Map<Integer, Double> kinds;
    private final Set<Observation> suspect;

    private MarkChannel(Map<Integer, Double> letters, Map<Integer, Double> kinds, Set<Observation> suspect) {
        this.letters = letters;
        this.kinds = kinds;
        this.suspect = suspect;
    }

    /** What is usual of good scans. */
    static MarkChannel usual() {
        return new MarkChannel(Map.of(), Map.of(), Set.of());
    }

    /**
     * A word and what was read of it.
     *
     * @param printed in lower case
     * @param read as long as the printed word, and equal to it but for marks
     */
    record Observation(String printed, String read) {}

    /**
     * What is usual, and what these observations of one document tell beyond it. A word that would have been misread again
     * and again, where the letters of other words were not, may be a word of the document that the language model does
     * not know: it is suspect, and stays unless all else speaks for another.
     */
    static MarkChannel of(List<Observation> observations) {
        Map<String, Integer> words = new HashMap<>();
        Map<Observation, Integer> misread = new HashMap<>();
        for (Observation seen : observations) {
            words.merge(seen.printed, 1, Integer::sum);
            if (!seen.printed.equals(seen.read)) {
                misread.merge(seen, 1, Integer::sum);
            }
        }
        Set<Observation> suspect = new HashSet<>();
        misread.forEach((seen, count) -> {
            if (count > CHANCE) {
                List<Observation> others =
                        observations.stream().filter(o -> !o.equals(seen)).toList();
                double share = Math.exp(counted(others, Set.of()).log(seen.printed, seen.read));
                if (count > CHANCE + MUCH_MORE * share * words.get(seen.printed)) {
                    suspect.add(seen);
                }
            }
        });
        return counted(observations, Set.copyOf(suspect));
    }

    private static MarkChannel counted(List<Observation> observations, Set<Observation> suspect) {
        Map<Integer, Double> letters = new HashMap<>();
        Map<Integer, Double> kinds = new HashMap<>();
        for (Observation seen : observations) {
            String truth = suspect.contains(seen) ? seen.read : seen.printed;
            for (int i = 0; i < truth.length(); i++) {
                char printed = truth.charAt(i);
                char read = seen.read.charAt(i);
                letters.merge(pair(printed, (char) 0), 1.0, Double::sum);
                kinds.merge(pair(kind(printed), 0), 1.0, Double::sum);
                if (printed != read) {
                    letters.merge(pair(printed, read), 1.0, Double::sum);
                    kinds.merge(pair(kind(printed), kind(read)), 1.0, Double::sum);
                }
            }
        }
        return new MarkChannel(Map.copyOf(letters), Map.copyOf(kinds), suspect);
    }

    /**
     * Logarithm of the probability that a word was read so, over that of its being read right.
     *
     * @param printed in lower case
     * @param read of the same letters but for marks, as long
     */
    float log(String printed, String read) {
        double sum = 0;
        for (int i = 0; i < printed.length(); i++) {
            if (printed.charAt(i) != read.charAt(i)) {
                sum += log(printed.charAt(i), read.charAt(i));
            }
        }
        return (float) Math.max(LEAST, sum) + (suspect.contains(new Observation(printed, read)) ? SUSPECT : 0);
    }

    private double log(char printed, char read) {
        if (!Letters.isVietnamese(read)) {
            return FOREIGN_MARKS;
        }
        double ofKind = share(kinds, kind(printed), kind(read), usual(printed, read), USUAL_WEIGHT);
        return Math.log(Math.min(MOST, share(letters, printed, read, ofKind, KIND_WEIGHT)));
    }

    private static double usual(char printed, char read) {
        boolean sameShape = Letters.shape(printed) == Letters.shape(read);
        if (sameShape && Letters.tone(printed) == 4 && Letters.tone(read) == 2) {
            return HOOK_AS_ACUTE;
        }
        if (Letters.bare(printed) == 'i') {
            return DOT_AND_TONE;
        }
        return Letters.isMarked(printed) ? OTHER_MARKS : MARK_OF_NOTHING;
    }

    private static double share(Map<Integer, Double> counts, int printed, int read, double before, double weight) {
        double all = counts.getOrDefault(pair(printed, 0), 0.0);
        double so = counts.getOrDefault(pair(printed, read), 0.0);
        return (so + weight * before) / (all + weight);
    }

    // Its tone and whether its shape bears a mark; consonants apart. Never 0.
    private static int kind(char letter) {
        char shape = Letters.shape(letter);
        int marked = shape != Letters.bare(letter) ? 1 : 0;
        int consonant = Letters.bare(letter) == 'd' ? 1 : 0;
        return 1 + Letters.tone(letter) + 8 * marked + 16 * consonant;
    }

    private static int pair(int printed, int read) {
        return printed << 16 | read;
    }
}
