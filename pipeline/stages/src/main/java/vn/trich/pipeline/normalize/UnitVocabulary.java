package vn.trich.pipeline.normalize;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.trich.output.UnitRecord;

/** The words that names of units are made of. All places are places in bare text. */
final class UnitVocabulary {

    private static final Pattern QUANTIFIER = Pattern.compile(
            "(?:tat ca(?: cac)?|toan bo(?: cac)?|toan the(?: cac)?|cac|nhung|moi|tung|mot so|nhieu|hai|ba|0\\d|100%)\\s+");

    private final List<Head> heads;
    private final Map<String, List<Head>> headsByWord;
    private final Map<String, List<String>> notHeadsByWord;
    private final Map<String, List<String>> fieldsByWord;
    private final Pattern verbs;
    private final List<Field> fields;

    /** Reads the vocabulary. */
    UnitVocabulary() {
        heads = RuleFile.read("unit-heads.tsv").stream()
                .map(rule -> new Head(
                        rule.get(0),
                        BareText.of(rule.get(0)),
                        UnitRecord.Kind.valueOf(rule.get(1).toUpperCase(Locale.ROOT)),
                        rule.get(2).isEmpty()
                                ? Optional.<UnitRecord.Level>empty()
                                : Optional.of(
                                        UnitRecord.Level.valueOf(rule.get(2).toUpperCase(Locale.ROOT))),
                        Head.Standing.valueOf(rule.get(3).toUpperCase(Locale.ROOT))))
                .sorted(Comparator.comparingInt((Head head) -> head.words().length())
                        .reversed())
                .toList();
        headsByWord = heads.stream().collect(Collectors.groupingBy(head -> firstWord(head.words())));
        notHeadsByWord = RuleFile.read("unit-not-heads.tsv").stream()
                .map(rule -> rule.get(0))
                .collect(Collectors.groupingBy(UnitVocabulary::firstWord));
        verbs = Pattern.compile(RuleFile.read("unit-verbs.tsv").stream()
                .map(rule -> "(?:" + rule.get(0) + ")")
                .collect(Collectors.joining("|", "(?<![\\p{L}\\d])(?:", ")(?![\\p{L}\\d])")));
        fields = RuleFile.read("fields.tsv").stream()
                .map(rule -> rule.get(0))
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(spelling -> new Field(spelling, BareText.of(spelling)))
                .toList();
        fieldsByWord = fields.stream().map(Field::words).collect(Collectors.groupingBy(UnitVocabulary::firstWord));
    }

    /** A field of a department ({@code nội vụ}): as it is spelt, and bare. */
    private record Field(String spelling, String words) {}

    /** All heads as they are spelt. */
    List<String> headSpellings() {
        return heads.stream().map(Head::spelling).toList();
    }

    /** The head that begins at that place, the longest one. */
    Optional<Head> headAt(String bare, int place) {
        String first = wordAt(bare, place);
        List<Head> candidates = headsByWord.getOrDefault(first, List.of());
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        for (String words : notHeadsByWord.getOrDefault(first, List.of())) {
            if (wordsAt(bare, place, words)) {
                return Optional.empty();
            }
        }
        for (Head head : candidates) {
            if (wordsAt(bare, place, head.words())) {
                return Optional.of(head);
            }
        }
        return Optional.empty();
    }

    /** As {@link #headAt}; of heads that differ by marks alone ({@code Trường}, {@code Trưởng}) the one that is written. */
    Optional<Head> headAt(String written, String bare, int place) {
        return headAt(bare, place)
                .map(found -> heads.stream()
                        .filter(head -> head.words().equals(found.words()))
                        .filter(head -> written.regionMatches(
                                true, place, head.spelling(), 0, found.words().length()))
                        .findFirst()
                        .orElse(found));
    }

    /** The word that begins at that place; empty if none does. */
    private static String wordAt(String bare, int place) {
        if (place > 0 && Character.isLetterOrDigit(bare.charAt(place - 1))) {
            return "";
        }
        int end = place;
        while (end < bare.length() && Character.isLetterOrDigit(bare.charAt(end))) {
            end++;
        }
        return bare.substring(place, end);
    }

    private static String firstWord(String words) {
        return wordAt(words, 0);
    }

    /** The head that begins at that place as it is spelt; as written, if that is a head too; empty if none begins there. */
    String spellingAt(String written, String bare, int place) {
        Optional<Head> found = headAt(bare, place);
        if (found.isEmpty()) {
            return "";
        }
        String words = written.substring(place, place + found.get().words().length());
        boolean right = heads.stream().anyMatch(head -> head.spelling().equalsIgnoreCase(words));
        return right ? words : found.get().spelling();
    }

    /** The field of a department that begins at that place as it is spelt; empty if none does. */
    String fieldSpellingAt(String bare, int place) {
        return fields.stream()
                .filter(field -> wordsAt(bare, place, field.words()))
                .map(Field::spelling)
                .findFirst()
                .orElse("");
    }

    /** How many characters the words that make one unit many ({@code tất cả các}) take at that place; 0 if none do. */
    int quantifierAt(String bare, int place) {
        Matcher m = QUANTIFIER.matcher(bare).region(place, bare.length());
        return m.lookingAt() ? m.end() - place : 0;
    }

    /** A matcher for what units do. */
    Matcher verbs(String bare) {
        return verbs.matcher(bare);
    }

    /** The field of a department or ministry ({@code nội vụ}) that begins there, the longest one; its length, or 0. */
    int fieldAt(String bare, int place) {
        return fieldsByWord.getOrDefault(wordAt(bare, place), List.of()).stream()
                .filter(words -> wordsAt(bare, place, words))
                .findFirst()
                .map(String::length)
                .orElse(0);
    }

    private static boolean wordsAt(String bare, int place, String words) {
        int end = place + words.length();
        return bare.startsWith(words, place)
                && (end == bare.length() || !Character.isLetterOrDigit(bare.charAt(end)))
                && (place == 0 || !Character.isLetterOrDigit(bare.charAt(place - 1)));
    }

    /**
     * A word that opens the name of a unit.
     *
     * @param spelling as it is spelt
     * @param words bare
     * @param kind what it names
     * @param level its level, where the word settles it
     * @param standing how it stands
     */
    record Head(
            String spelling, String words, UnitRecord.Kind kind, Optional<UnitRecord.Level> level, Standing standing) {

        /** How a head stands in a name. */
        enum Standing {
            /** A name or a place follows. */
            NAME,
            /** Whole by itself, or with what follows. */
            ALONE,
            /** A common noun; several make one collective unit. */
            NOUN
        }

        /** Whether it is a common noun. */
        boolean noun() {
            return standing == Standing.NOUN;
        }
    }
}
