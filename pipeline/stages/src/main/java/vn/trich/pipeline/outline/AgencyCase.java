package vn.trich.pipeline.outline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.trich.models.language.EditDistance;

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
    private static final int SHORTEST_POSITION = 8;
    private static final Pattern PLACED =
            Pattern.compile("(.*\\S) (T[IÍÌỈĨỊ]NH|TH[AÀÁẢÃẠ]NH PH[ÓÔỐỒỔỖỘO]) (\\S+(?: \\S+){0,3})");

    /** A committee and its place. */
    private static final Pattern COMMITTEE = Pattern.compile(
            "((?:UBND|[ỦU][ỶYỲ] BAN NHÂN DÂN|HĐND|HỘI ĐỒNG NHÂN DÂN) (?:TỈNH|THÀNH PHỐ|TP|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN)) (\\S+(?: \\S+){0,3})");

    private final Map<String, String> phrases = new HashMap<>();
    private final Map<String, String> damaged = new HashMap<>();
    private final Map<String, String> positions = new HashMap<>();
    private final Set<String> lower;

    private final KnownNames known;

    AgencyCase(KnownNames known) {
        this.known = known;
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
        Optional<String> glued = glued(name);
        if (glued.isPresent()) {
            return glued.get();
        }
        Optional<String> agency = name.indexOf(' ') < 0 && name.length() < 5 ? Optional.empty() : known.agency(name);
        if (agency.isPresent() && !agency.get().equalsIgnoreCase(name)) {
            return cased(agency.get().toUpperCase(Locale.ROOT));
        }
        Matcher placed = PLACED.matcher(name);
        Optional<String> province = placed.matches() ? known.province(placed.group(3)) : Optional.empty();
        return province.isPresent()
                ? committee(placed.group(1))
                        + (Bare.of(placed.group(2)).startsWith("ti") ? " tỉnh " : " thành phố ")
                        + province.get()
                : cased(name);
    }

    /** Whether the gazetteer knows an agency of that name. */
    boolean knows(String name) {
        return known.agency(name).isPresent();
    }

    /**
     * The name of a committee with its place as the place of issue has it, if the name was cut inside the place or bears
     * wrong marks there.
     */
    String withPlace(String name, String place) {
        Matcher m = COMMITTEE.matcher(name);
        if (place.isBlank() || !m.matches()) {
            return name;
        }
        String own = Bare.words(m.group(2));
        String whole = Bare.words(place);
        boolean cut = whole.startsWith(own + " ");
        boolean marks = whole.equals(own) && !m.group(2).equalsIgnoreCase(place);
        boolean provincial = known.province(m.group(2)).isPresent();
        return cut || marks && !provincial ? m.group(1) + " " + place.toUpperCase(Locale.ROOT) : name;
    }

    /** The province that the name of a committee ends with; empty if it names none. */
    String placeNamedBy(String name) {
        Matcher m = COMMITTEE.matcher(name);
        return m.matches() ? known.province(m.group(2)).orElse("") : "";
    }

    /** The name of a province's committee whose blanks were lost. */
    private Optional<String> glued(String name) {
        String compact = Bare.compact(name);
        for (String begin : List.of("ubndtinh", "ubndthanhpho", "uybannhandantinh", "uybannhandanthanhpho")) {
            if (compact.startsWith(begin) && !COMMITTEE.matcher(name).matches()) {
                Optional<String> province = known.province(compact.substring(begin.length()));
                if (province.isPresent()) {
                    return Optional.of((begin.startsWith("ubnd") ? "UBND" : "Ủy ban nhân dân")
                            + (begin.endsWith("tinh") ? " tỉnh " : " thành phố ")
                            + province.get());
                }
            }
        }
        return Optional.empty();
    }

    /** A committee's name, its abbreviation set right if a letter is wrong. */
    private String committee(String name) {
        return EditDistance.upTo(Bare.compact(name), "ubnd", 1) <= 1 ? "UBND" : cased(name);
    }

    /** A place in normal case, as the gazetteer spells it if it is a province. */
    String place(String name) {
        return known.province(name).orElseGet(() -> of(name));
    }

    private String cased(String name) {
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
        List<String> parts = new ArrayList<>();
        List<String> part = new ArrayList<>();
        for (String word : text.strip().split("\\s+")) {
            if (word.matches("(?:KT|TM|TL|TUQ|Q|K/T|T/M|T/L)[.,]?")) {
                flush(part, parts);
                parts.add(word);
            } else {
                part.add(word);
            }
        }
        flush(part, parts);
        return String.join(" ", parts);
    }

    private void flush(List<String> part, List<String> parts) {
        if (!part.isEmpty()) {
            parts.add(settled(String.join(" ", part)));
            part.clear();
        }
    }

    /** The position that is one letter away, if it is one alone; empty otherwise. */
    private String nearest(String bare) {
        List<String> near = bare.length() < SHORTEST_POSITION
                ? List.of()
                : positions.keySet().stream()
                        .filter(p -> EditDistance.upTo(bare, p, 1) <= 1)
                        .limit(2)
                        .toList();
        return near.size() == 1 ? positions.get(near.get(0)) : "";
    }

    /** A position or an agency for which somebody signs. */
    private String settled(String capitals) {
        String bare = Bare.words(capitals);
        String position = positions.containsKey(bare) ? positions.get(bare) : nearest(bare);
        if (!position.isEmpty()) {
            return capital(position);
        }
        if (bare.startsWith("uy ban") || bare.startsWith("hoi dong") || bare.startsWith("ban ")) {
            return of(capitals);
        }
        List<String> words = new ArrayList<>();
        for (String word : capitals.split(" ")) {
            words.add(ABBREVIATIONS.contains(word) ? word : word.toLowerCase(Locale.ROOT));
        }
        return capital(String.join(" ", words));
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
