package vn.trich.models.restore;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vn.trich.models.language.LanguageModel;
import vn.trich.models.language.Letters;
import vn.trich.models.language.Vocabulary;

/**
 * How people are called: how often words stand as family, middle and given names and after one another there, and the whole names of
 * people known by name. Neither the words before a name nor those around say it, since most names were never met. Filled by one
 * thread before it is read.
 */
public final class NameParts {

    // How likely a name is one of those known; which one, by how often each was met.
    private static final double KNOWN = 0.85;
    private static final String PERSON = "PERSON";

    private final NameChain chain = new NameChain();
    // By their letters, and how often they were met.
    private final Map<String, Map<String, Integer>> known = new TreeMap<>();
    private int allKnown;
    // What was counted: a name that one text has a hundred times says no more than one it has once.
    private final Set<List<String>> met = new HashSet<>();

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
            lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .forEach(parts::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }

    private void read(String[] cells) {
        int times = Integer.parseInt(cells[2]);
        if (cells[0].equals(PERSON)) {
            addKnown(cells[1], times);
            return;
        }
        NameRuns.Role role = NameRuns.Role.valueOf(cells[0]);
        String[] words = cells[1].split(" ");
        if (words.length == 1) {
            chain.count(role, words[0], times);
        } else {
            chain.countAfter(words[0], role, words[1], times);
        }
    }

    /**
     * Counts the words of all that may be names in good text, each whole name once; the whole names of people known once too, but
     * each time that they are all of a paragraph, as in a list.
     *
     * @param model its words are counted
     * @param words of a paragraph, signs on them
     * @param isKnown whether its names are of people that others will name as well
     */
    public void count(LanguageModel model, List<String> words, boolean isKnown) {
        List<Slot> slots = new ArrayList<>();
        for (int token = 0; token < words.size(); token++) {
            slots.addAll(Slot.of(token, Letters.nfc(words.get(token))));
        }
        for (int at = 0; at < slots.size(); at++) {
            int from = at;
            NameRuns.name(slots, at).filter(name -> name.from() == from).ifPresent(name -> {
                List<String> parts = name.words(slots);
                boolean isNew = met.add(parts);
                if (isNew) {
                    countParts(model, parts);
                }
                boolean isListed = parts.size() == slots.size();
                if (isKnown && (isNew || isListed)) {
                    addKnown(model, parts);
                }
            });
        }
    }

    // Of what begins with no more than the letters of a family name only that word says something of names.
    private void countParts(LanguageModel model, List<String> words) {
        NameRuns.Name name = new NameRuns.Name(0, words.size());
        int counted = NameRuns.isFamily(words.get(0)) ? words.size() : 1;
        for (int at = 0; at < counted; at++) {
            if (isWord(model, words.get(at))) {
                chain.count(name.role(at), words.get(at), 1);
                if (at > 0) {
                    chain.countAfter(words.get(at - 1), name.role(at), words.get(at), 1);
                }
            }
        }
    }

    private void addKnown(LanguageModel model, List<String> words) {
        if (NameRuns.isFamily(words.get(0)) && words.stream().allMatch(word -> isWord(model, word))) {
            addKnown(String.join(" ", words), 1);
        }
    }

    private static boolean isWord(LanguageModel model, String word) {
        return model.vocabulary().number(word) != Vocabulary.UNKNOWN;
    }

    private void addKnown(String name, int times) {
        known.computeIfAbsent(Letters.bare(name), letters -> new TreeMap<>()).merge(name, times, Integer::sum);
        allKnown += times;
    }

    /**
     * Lines of the file, in order, tabs between the cells: part, word and count; part, word before, blank, word, and count;
     * {@code PERSON}, whole name and count.
     */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        chain.forEach((role, words, times) -> lines.add(role + "\t" + words + "\t" + times));
        known.values().forEach(names -> names.forEach((name, times) -> lines.add(PERSON + "\t" + name + "\t" + times)));
        return lines;
    }

    /**
     * Logarithm of how likely letters that are a name by themselves stand for a given name; 0 where nothing is known of the letters.
     *
     * @param word in normal form
     */
    float given(String word) {
        int letters = chain.times(NameRuns.Role.GIVEN, word);
        return letters == 0 ? 0 : log(chain.timesItself(NameRuns.Role.GIVEN, word), letters);
    }

    /**
     * What the readings of a word of a name are worth, the letters of the whole name known.
     *
     * @param known logarithms of how likely the letters stand for each reading
     * @param other the like of any other reading
     */
    record Worth(Map<String, Float> known, float other) {

        /** The logarithm for a reading, in normal form. */
        float of(String reading) {
            return known.getOrDefault(reading, other);
        }
    }

    /**
     * What the readings of a word of a name are worth.
     *
     * @param name two words at least, in normal form, marks or not
     * @param at which word
     */
    Worth worth(List<String> name, int at) {
        Map<String, Integer> people = known.getOrDefault(Letters.bare(String.join(" ", name)), Map.of());
        int met = chain.times(new NameRuns.Name(0, name.size()).role(at), name.get(at));
        if (met == 0 && people.isEmpty()) {
            return new Worth(Map.of(), 0);
        }
        Map<String, Double> readings = chain.readings(name, at);
        readings.replaceAll((reading, probability) -> (1 - KNOWN) * probability);
        people.forEach((person, times) -> readings.merge(person.split(" ")[at], KNOWN * times / allKnown, Double::sum));
        double all = readings.values().stream().mapToDouble(Double::doubleValue).sum();
        Map<String, Float> logs = new HashMap<>();
        readings.forEach((reading, probability) -> logs.put(reading, log(probability / all * met, met)));
        return new Worth(logs, log(0, met));
    }

    private static float log(double times, int letters) {
        return (float) Math.log((times + NameChain.LITTLE) / (letters + 1));
    }
}
