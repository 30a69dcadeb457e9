package vn.trich.models.gazetteer;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Abbreviations of administrative writing. An abbreviation can mean another thing after a head word: CT after Sở. */
final class Abbreviations {

    // A head word and what follows it, or an abbreviation alone; & . - / stand inside an abbreviation.
    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}]+(?:[&./\\-][\\p{L}\\p{N}]+)*\\.?");

    private final Map<String, String> expansions;

    private Abbreviations(Map<String, String> expansions) {
        this.expansions = expansions;
    }

    /** From rows of abbreviation, head word (or nothing) and meaning. */
    static Abbreviations of(List<String[]> rows) {
        Map<String, String> expansions = new HashMap<>();
        for (String[] row : rows) {
            for (String head : row[1].split(",", -1)) {
                expansions.putIfAbsent(head.strip().toLowerCase(Locale.ROOT) + "|" + key(row[0]), row[2]);
            }
        }
        return new Abbreviations(Map.copyOf(expansions));
    }

    private static String key(String abbreviation) {
        return abbreviation.replaceAll("[&./\\- ]", "");
    }

    /** What it means after a head word; without one, and where the head says nothing, its general meaning. */
    Optional<String> expansion(String abbreviation, String head) {
        String key = key(abbreviation);
        String special = expansions.get(head.strip().toLowerCase(Locale.ROOT) + "|" + key);
        return Optional.ofNullable(special == null ? expansions.get("|" + key) : special);
    }

    Optional<String> placeAlias(String alias) {
        return Optional.ofNullable(expansions.get("place|" + key(alias).toUpperCase(Locale.ROOT)));
    }

    String spellOut(String name) {
        StringBuilder out = new StringBuilder(name.length() * 2);
        Matcher token = TOKEN.matcher(name);
        String head = "";
        int end = 0;
        while (token.find()) {
            String word = token.group();
            Optional<String> meaning = looksAbbreviated(word) ? expansion(word, head) : Optional.empty();
            out.append(name, end, token.start());
            boolean dotStays = meaning.isPresent()
                    && word.endsWith(".")
                    && token.end() == name.length()
                    && !key(word).isEmpty();
            out.append(meaning.orElse(word)).append(dotStays ? "." : "");
            head = meaning.orElse(word);
            end = token.end();
        }
        return out.append(name, end, name.length()).toString();
    }

    // At least two capitals; "Tp." and "TTr" pass as well.
    private static boolean looksAbbreviated(String word) {
        long capitals = word.chars().filter(Character::isUpperCase).count();
        return capitals >= 2 || capitals == 1 && word.length() <= 3 && word.endsWith(".");
    }
}
