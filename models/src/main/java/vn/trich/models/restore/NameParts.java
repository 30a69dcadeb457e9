package vn.trich.models.restore;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vn.trich.models.language.LanguageModel;
import vn.trich.models.language.Letters;
import vn.trich.models.language.Vocabulary;

/**
 * How often words stand as family, middle and given names: what neither the words before nor those around say, since most
 * names of people were never met. Filled by one thread before it is read.
 */
public final class NameParts {

    // A reading never met counts as much as this share of one that was met once.
    private static final double LITTLE = 0.3;

    private final Map<String, Map<String, Integer>> counts = new TreeMap<>();
    // What was counted: a name that one text has a hundred times says no more than one it has once.
    private final Set<String> met = new HashSet<>();

    /** Nothing known yet. */
    public NameParts() {}

    /**
     * Reads those that come with the software.
     *
     * @throws UncheckedIOException if they cannot be read
     */
    static NameParts load() {
        NameParts parts = new NameParts();
        try (InputStream in = NameParts.class.getResourceAsStream("names.tsv");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                String[] cells = line.split("\t");
                parts.count(NameRuns.Role.valueOf(cells[0]), cells[1], Integer.parseInt(cells[2]));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }

    /**
     * Counts the words of all that may be names in good text, each whole name once.
     *
     * @param model its words are counted
     * @param documents each the words of a document, signs on them
     */
    public void count(LanguageModel model, List<List<String>> documents) {
        for (List<String> words : documents) {
            List<Slot> slots = new ArrayList<>();
            for (int token = 0; token < words.size(); token++) {
                slots.addAll(Slot.of(token, Letters.nfc(words.get(token))));
            }
            for (int at = 0; at < slots.size(); at++) {
                String word = Vocabulary.normal(slots.get(at).text());
                int place = at;
                NameRuns.part(slots, at)
                        .filter(part -> model.vocabulary().number(word) != Vocabulary.UNKNOWN)
                        .filter(part -> part.role() == NameRuns.Role.FAMILY
                                || NameRuns.isFamily(Vocabulary.normal(
                                        slots.get(part.family()).text())))
                        .filter(part -> met.add(name(slots, part.family()) + (place - part.family())))
                        .ifPresent(part -> count(part.role(), word, 1));
            }
        }
    }

    /**
     * Counts a given name.
     *
     * @param name in normal form
     * @param times how often
     */
    public void countGiven(String name, int times) {
        count(NameRuns.Role.GIVEN, name, times);
    }

    private static String name(List<Slot> slots, int family) {
        StringBuilder name = new StringBuilder();
        for (int i = family; i < NameRuns.run(slots, family).orElseThrow().to(); i++) {
            name.append(Vocabulary.normal(slots.get(i).text())).append(' ');
        }
        return name.toString();
    }

    private void count(NameRuns.Role role, String word, int times) {
        counts.computeIfAbsent(key(role, word), key -> new TreeMap<>()).merge(word, times, Integer::sum);
    }

    private static String key(NameRuns.Role role, String word) {
        return role + " " + Letters.bare(word);
    }

    /**
     * Lines of the file: role, word and count, tabs between; words met less often left out.
     *
     * @param least count of a word that is kept
     */
    public List<String> lines(int least) {
        List<String> lines = new ArrayList<>();
        counts.forEach((key, readings) -> readings.forEach((word, count) -> {
            if (count >= least) {
                lines.add(key.substring(0, key.indexOf(' ')) + "\t" + word + "\t" + count);
            }
        }));
        return lines;
    }

    /**
     * Logarithm of how likely letters in a name stand for a word; 0 where nothing is known of the letters.
     *
     * @param role what part of the name they are
     * @param word in normal form
     */
    float log(NameRuns.Role role, String word) {
        Map<String, Integer> readings = counts.get(key(role, word));
        if (readings == null) {
            return 0;
        }
        int sum = readings.values().stream().mapToInt(Integer::intValue).sum();
        return (float) Math.log((readings.getOrDefault(word, 0) + LITTLE) / (sum + 1));
    }
}
