package vn.trich.models.restore;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import vn.trich.models.language.Letters;

/**
 * How likely words make up a person's name: each is chosen by its part of the name and, as far as that was met, by the word
 * before it. Counts of pairs are smoothed by those of single words (a Dirichlet prior; MacKay and Peto, 1995). Filled by one
 * thread before it is read.
 */
final class NameChain {

    /** A word never met counts as much as this share of one that was met once. */
    static final double LITTLE = 0.3;

    // What a word is by itself counts as much as so many names with the word before.
    private static final double ALONE = 60;

    private final Map<NameRuns.Role, Words> parts = new EnumMap<>(NameRuns.Role.class);

    /** Nothing met yet. */
    NameChain() {
        for (NameRuns.Role role : NameRuns.Role.values()) {
            parts.put(role, new Words());
        }
    }

    /** The words of one part of names. */
    private static final class Words {
        // By their letters.
        private final Map<String, Map<String, Integer>> readings = new TreeMap<>();
        private int all;
        // By the word before.
        private final Map<String, Map<String, Integer>> after = new TreeMap<>();
        private final Map<String, Integer> allAfter = new HashMap<>();

        // Never empty: letters of which nothing is known stand for themselves.
        private Map<String, Integer> readings(String word) {
            String letters = Letters.bare(word);
            return readings.getOrDefault(letters, Map.of(letters, 0));
        }

        private double share(String word) {
            return (readings(word).getOrDefault(word, 0) + LITTLE) / (all + 1);
        }

        private double share(String before, String word) {
            int times = after.getOrDefault(before, Map.of()).getOrDefault(word, 0);
            return (times + ALONE * share(word)) / (allAfter.getOrDefault(before, 0) + ALONE);
        }
    }

    /** Counts a word that stands as a part of names, whatever the word before. */
    void count(NameRuns.Role role, String word, int times) {
        Words words = parts.get(role);
        words.readings
                .computeIfAbsent(Letters.bare(word), letters -> new TreeMap<>())
                .merge(word, times, Integer::sum);
        words.all += times;
    }

    /** Counts a word that stands as a part of names after another, which {@link #count} does not do. */
    void countAfter(String before, NameRuns.Role role, String word, int times) {
        Words words = parts.get(role);
        words.after.computeIfAbsent(before, first -> new TreeMap<>()).merge(word, times, Integer::sum);
        words.allAfter.merge(before, times, Integer::sum);
    }

    /** Takes what was counted. */
    interface Taker {

        /**
         * A word or two and how often they were met.
         *
         * @param role the part of the last
         * @param words one, or the word before and the word, a blank between
         */
        void take(NameRuns.Role role, String words, int times);
    }

    /** Gives all that was counted, in order. */
    void forEach(Taker taker) {
        parts.forEach((role, words) -> {
            words.readings
                    .values()
                    .forEach(readings -> readings.forEach((word, times) -> taker.take(role, word, times)));
            words.after.forEach(
                    (before, after) -> after.forEach((word, times) -> taker.take(role, before + " " + word, times)));
        });
    }

    /** How often the letters of a word were met as a part of names. */
    int times(NameRuns.Role role, String word) {
        return sum(parts.get(role).readings(word));
    }

    /** How often a word was met as a part of names. */
    int timesItself(NameRuns.Role role, String word) {
        return parts.get(role).readings(word).getOrDefault(word, 0);
    }

    private static int sum(Map<String, Integer> readings) {
        return readings.values().stream().mapToInt(Integer::intValue).sum();
    }

    /**
     * For each reading of a word of a name, in order, the probability of all the name's letters with that reading there.
     *
     * @param name its words in normal form, marks or not
     * @param at which word
     */
    Map<String, Double> readings(List<String> name, int at) {
        Map<String, Double> ahead = ahead(name, at);
        Map<String, Double> behind = behind(name, at);
        ahead.replaceAll((reading, probability) -> probability * behind.get(reading));
        return ahead;
    }

    // With the letters before and its own.
    private Map<String, Double> ahead(List<String> name, int at) {
        Words words = words(name, at);
        if (at == 0) {
            return each(words, name.get(0), words::share);
        }
        Map<String, Double> before = ahead(name, at - 1);
        return each(
                words,
                name.get(at),
                word -> before.entrySet().stream()
                        .mapToDouble(first -> first.getValue() * words.share(first.getKey(), word))
                        .sum());
    }

    // Of the letters after, it given.
    private Map<String, Double> behind(List<String> name, int at) {
        if (at == name.size() - 1) {
            return each(words(name, at), name.get(at), word -> 1);
        }
        Words next = words(name, at + 1);
        Map<String, Double> after = behind(name, at + 1);
        return each(
                words(name, at),
                name.get(at),
                word -> after.entrySet().stream()
                        .mapToDouble(second -> next.share(word, second.getKey()) * second.getValue())
                        .sum());
    }

    private Words words(List<String> name, int at) {
        return parts.get(new NameRuns.Name(0, name.size()).role(at));
    }

    // Ordered, so that sums are the same always.
    private static Map<String, Double> each(Words words, String letters, ToDoubleFunction<String> probability) {
        Map<String, Double> each = new TreeMap<>();
        for (String word : words.readings(letters).keySet()) {
            each.put(word, probability.applyAsDouble(word));
        }
        return each;
    }
}
