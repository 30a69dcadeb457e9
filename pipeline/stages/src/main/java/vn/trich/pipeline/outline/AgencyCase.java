package vn.trich.pipeline.outline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Puts names that are printed in capitals into normal case, by the rules for names of agencies (Nghị định 30/2020/NĐ-CP,
 * Phụ lục II): kinds of agencies, functions and fields begin with a capital; small words and the kind of a place do not; each
 * syllable of a proper name does.
 */
final class AgencyCase {
    private static final Set<String> PLACES =
            Set.of("tỉnh", "huyện", "quận", "xã", "phường", "thành phố", "thị xã", "thị trấn", "đặc khu", "khu vực");
    private static final Set<String> ABBREVIATIONS =
            Set.of("UBND", "HĐND", "MTTQ", "UBMTTQ", "TP", "KCN", "KKT", "THPT", "THCS", "PTNT", "TNHH", "MTV", "XHCN");
    private static final int LONGEST = 5;

    private final Map<String, String> phrases = new HashMap<>();
    private final Map<String, String> damaged = new HashMap<>();
    private final Map<String, String> positions = new HashMap<>();
    private final Set<String> lower;

    AgencyCase() {
        for (String phrase : Lexicon.lines("capitalised-phrases.txt")) {
            phrases.put(phrase.toLowerCase(Locale.ROOT), phrase);
            damaged.putIfAbsent(Bare.of(phrase), phrase);
        }
        Lexicon.lines("positions.txt").forEach(p -> positions.merge(Bare.words(p), p, (a, b) -> ""));
        lower = Lexicon.lines("lower-case-words.txt").stream().collect(Collectors.toUnmodifiableSet());
    }

    /** A name in normal case; a text that is not in capitals is given back as it is. */
    String of(String name) {
        if (!FlowLine.capitals(name)) {
            return name;
        }
        List<String> words = Arrays.asList(name.strip().split("\\s+"));
        List<String> cased = new ArrayList<>();
        boolean place = false;
        for (int i = 0; i < words.size(); ) {
            int taken = place ? 0 : phrase(words, i, cased);
            if (taken == 0) {
                taken = small(words, i, cased);
                place = taken > 0 ? PLACES.contains(cased.get(cased.size() - 1)) : place;
            }
            if (taken == 0) {
                cased.add(proper(words.get(i)));
                taken = 1;
            }
            i += taken;
        }
        String text = String.join(" ", cased);
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /**
     * A position or an authority in normal case: a capital at its beginning. Marks that a known position has lost, or
     * wrong ones, are set right.
     */
    String position(String text) {
        if (!FlowLine.capitals(text)) {
            return text;
        }
        List<String> words = new ArrayList<>();
        boolean first = true;
        for (String word : text.strip().split("\\s+")) {
            if (word.matches("(?:KT|TM|TL|TUQ|Q|K/T|T/M|T/L)[.,]?")) {
                words.add(word);
                continue;
            }
            String small = word.toLowerCase(Locale.ROOT);
            words.add(first ? capital(small) : ABBREVIATIONS.contains(word) ? word : small);
            first = false;
        }
        return known(String.join(" ", words));
    }

    private String known(String position) {
        int prefix = position.matches("^(?:KT|TM|TL|TUQ|Q|K/T|T/M|T/L)[.,]? .*") ? position.indexOf(' ') + 1 : 0;
        String found = positions.get(Bare.words(position.substring(prefix)));
        return found == null || found.isEmpty()
                ? position
                : position.substring(0, prefix) + found.substring(0, 1).toUpperCase(Locale.ROOT) + found.substring(1);
    }

    private int phrase(List<String> words, int from, List<String> cased) {
        for (int length = Math.min(LONGEST, words.size() - from); length > 0; length--) {
            String key = String.join(" ", words.subList(from, from + length)).toLowerCase(Locale.ROOT);
            String bare = key.replaceAll("[,;]$", "");
            String found = phrases.get(bare.replace("uỷ", "ủy"));
            if (found == null && (length > 1 || from == 0)) {
                found = damaged.get(Bare.of(bare));
            }
            if (found != null) {
                String spelt = key.contains("uỷ") ? found.replace("Ủy", "Uỷ").replace("ủy", "uỷ") : found;
                cased.add(spelt + key.substring(bare.length()));
                return length;
            }
        }
        return 0;
    }

    private int small(List<String> words, int from, List<String> cased) {
        for (int length = Math.min(3, words.size() - from); length > 0; length--) {
            String key = String.join(" ", words.subList(from, from + length)).toLowerCase(Locale.ROOT);
            if (lower.contains(key)) {
                cased.add(key);
                return length;
            }
        }
        return 0;
    }

    private static String proper(String word) {
        boolean vowels = Bare.of(word).matches(".*[aeiouy].*");
        if (ABBREVIATIONS.contains(word.replaceAll("[^\\p{L}]", "")) || !vowels || word.matches("[IVX]+")) {
            return word;
        }
        StringBuilder cased = new StringBuilder();
        for (String part : word.split("(?<=[-–.])")) {
            cased.append(capital(part.toLowerCase(Locale.ROOT)));
        }
        return cased.toString();
    }

    private static String capital(String word) {
        return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
