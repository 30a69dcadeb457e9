package vn.trich.pipeline.normalize;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What abbreviations stand for: those that the document itself explains ({@code thủ tục hành chính (TTHC)}) before those
 * of administrative writing.
 */
final class Abbreviations {

    private static final Pattern EXPLAINED =
            Pattern.compile("\\((?:(?:sau đây )?(?:gọi|viết) (?:tắt )?là:? ?)?([\\p{Lu}][\\p{Lu}&-]{1,9})\\)");
    private static final Pattern TOKEN =
            Pattern.compile("(?<![\\p{L}\\d])\\p{Lu}[\\p{Lu}&]*(?:[,-]\\p{Lu}[\\p{Lu}&]*)*(?![\\p{L}\\d])");
    private static final Set<String> UNCOUNTED = Set.of("va", "cac", "cua", "ve", "cho", "trong");

    private final Map<String, String> own;
    private final Map<String, String> common;
    private final Map<String, String> commonBare;

    private Abbreviations(Map<String, String> own, Map<String, String> common, Map<String, String> commonBare) {
        this.own = own;
        this.common = common;
        this.commonBare = commonBare;
    }

    /** Those of administrative writing alone. */
    static Abbreviations common() {
        Map<String, String> common = new HashMap<>();
        Map<String, String> bare = new HashMap<>();
        for (List<String> rule : RuleFile.read("abbreviations.tsv")) {
            common.put(rule.get(0), rule.get(1));
            bare.putIfAbsent(BareText.of(rule.get(0)), rule.get(1));
        }
        return new Abbreviations(Map.of(), common, bare);
    }

    /** These, and before them those that the paragraphs explain. */
    Abbreviations with(List<String> paragraphs) {
        Map<String, String> found = new HashMap<>();
        for (String paragraph : paragraphs) {
            Matcher m = EXPLAINED.matcher(paragraph);
            while (m.find()) {
                String letters = m.group(1);
                longForm(paragraph.substring(0, m.start()), letters)
                        .ifPresent(words -> found.putIfAbsent(letters, words));
            }
        }
        return new Abbreviations(found, common, commonBare);
    }

    /** The words right before whose first letters the abbreviation gives. */
    private static Optional<String> longForm(String before, String letters) {
        String initials = BareText.of(letters).replaceAll("[^a-z]", "");
        Matcher words = Pattern.compile("[\\p{L}\\p{N}]+").matcher(before);
        int[] starts = words.results().mapToInt(r -> r.start()).toArray();
        int letter = initials.length() - 1;
        for (int i = starts.length - 1; i >= 0 && starts.length - i <= 14; i--) {
            String word = BareText.of(before.substring(starts[i])).split("[^\\p{L}\\p{N}]", 2)[0];
            if (!word.isEmpty() && word.charAt(0) == initials.charAt(letter)) {
                letter--;
                if (letter < 0) {
                    return Optional.of(before.substring(starts[i]).strip());
                }
            } else if (!UNCOUNTED.contains(word)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** The text with every abbreviation known spelt out. */
    String spellOut(String text) {
        Matcher m = TOKEN.matcher(text);
        StringBuilder out = new StringBuilder();
        while (m.find()) {
            m.appendReplacement(out, Matcher.quoteReplacement(meaning(m.group()).orElse(m.group())));
        }
        return m.appendTail(out).toString();
    }

    /** What that abbreviation stands for, if known. A lost stroke of {@code Đ} is made good where that is known. */
    Optional<String> meaning(String letters) {
        if (letters.length() < 2) {
            return Optional.empty();
        }
        String known = own.getOrDefault(letters, common.get(letters));
        if (known == null && letters.equals(letters.toUpperCase(Locale.ROOT))) {
            known = commonBare.get(BareText.of(letters));
        }
        return Optional.ofNullable(known);
    }
}
