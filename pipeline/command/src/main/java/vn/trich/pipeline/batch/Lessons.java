package vn.trich.pipeline.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import vn.trich.models.gazetteer.Gazetteer;
import vn.trich.models.language.EditDistance;
import vn.trich.models.language.Letters;
import vn.trich.models.language.Syllables;
import vn.trich.output.CorrectedRecord;
import vn.trich.output.Correction;
import vn.trich.output.Corrections;
import vn.trich.output.DocumentRecord;
import vn.trich.output.TaskRecord;
import vn.trich.output.UnitRecord;

/**
 * What corrections teach beyond the records they correct: other names of units, and words that were misread into what is
 * no word. Of what would be risky nothing is learned: a unit that took the place of an unlike one, a word that is one.
 */
final class Lessons {

    /** From this share of letters on two names are too unlike to be one unit's. */
    private static final double UNLIKE = 0.25;

    private static final Pattern EDGE = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$");

    private final Gazetteer gazetteer;
    private final Syllables syllables;
    private final Map<List<String>, String> aliases =
            new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
    private final Map<String, String> words = new TreeMap<>();
    private final List<String> disputed = new ArrayList<>();

    Lessons(Gazetteer gazetteer, Syllables syllables) {
        this.gazetteer = gazetteer;
        this.syllables = syllables;
    }

    /** Learns from a document that was corrected. */
    void learn(DocumentRecord document) {
        for (CorrectedRecord record : document.corrections()) {
            for (Correction field : record.fields()) {
                if (field.source().equals(Corrections.FILE)) {
                    if (field.field().endsWith("_units")) {
                        units(document, field);
                    } else {
                        words(field);
                    }
                }
            }
        }
    }

    /** Official names, by alias and issuer. */
    Map<List<String>, String> aliases() {
        return aliases;
    }

    /** Right words, by what was read. */
    Map<String, String> words() {
        return words;
    }

    /** What was taught in two ways, of which the first is learned, for people. */
    List<String> disputed() {
        return List.copyOf(disputed);
    }

    private void units(DocumentRecord document, Correction field) {
        List<String> read = new ArrayList<>(names(field.read()));
        List<String> right = new ArrayList<>(names(field.value()));
        List<String> kept = read.stream().filter(right::contains).toList();
        read.removeAll(kept);
        right.removeAll(kept);
        if (read.size() != right.size()) {
            return;
        }
        for (int i = 0; i < read.size(); i++) {
            String alias = read.get(i);
            if (gazetteer.agency(alias).isEmpty() && alike(alias, right.get(i))) {
                teach(aliases, List.of(alias, issuer(document, right.get(i))), right.get(i), alias);
            }
        }
    }

    /** The issuer if the name is that of a part of it. */
    private static String issuer(DocumentRecord document, String name) {
        for (TaskRecord task : document.tasks()) {
            for (TaskRecord.UnitRole role : task.unitRoles()) {
                if (role.part().name().equals(name)) {
                    return document.units().stream()
                            .filter(u -> u.unitId().equals(role.part().unitId()))
                            .filter(u -> !u.parentUnitId().isEmpty() || u.level() == UnitRecord.Level.INTERNAL)
                            .findFirst()
                            .map(u -> document.issuer())
                            .orElse("");
                }
            }
        }
        return "";
    }

    private void words(Correction field) {
        String[] read = field.read().strip().split("\\s+");
        String[] right = field.value().strip().split("\\s+");
        for (int i = 0; i < read.length && read.length == right.length; i++) {
            String wrong = EDGE.matcher(read[i]).replaceAll("");
            String word = EDGE.matcher(right[i]).replaceAll("");
            boolean letters = wrong.length() > 2 && wrong.chars().allMatch(Character::isLetter) && !word.isEmpty();
            if (letters
                    && !wrong.equals(word)
                    && word.chars().allMatch(Character::isLetter)
                    && !syllables.isSyllable(wrong.toLowerCase(java.util.Locale.ROOT))
                    && EditDistance.of(bare(wrong), bare(word)) <= Math.max(1, wrong.length() / 2)) {
                teach(words, wrong, word, wrong);
            }
        }
    }

    private <K> void teach(Map<K, String> lessons, K key, String right, String what) {
        String before = lessons.putIfAbsent(key, right);
        if (before != null && !before.equals(right)) {
            disputed.add("'" + what + "' was set to '" + before + "' and to '" + right + "'; the first is learned");
        }
    }

    /** Whether one may be a slip or a shortening of the other. */
    static boolean alike(String alias, String name) {
        String a = bare(alias);
        String b = bare(name);
        return EditDistance.of(a, b) <= UNLIKE * b.length()
                || shortens(List.of(alias.split("[\\s-–]+")), List.of(name.split("[\\s-–]+")));
    }

    /** Whether each word of the short form is one of the long form, or the initials of several, in order. */
    private static boolean shortens(List<String> parts, List<String> words) {
        if (parts.isEmpty()) {
            return words.isEmpty();
        }
        String part = parts.get(0);
        List<String> rest = parts.subList(1, parts.size());
        if (!words.isEmpty()
                && bare(part).equals(bare(words.get(0)))
                && shortens(rest, words.subList(1, words.size()))) {
            return true;
        }
        boolean initials = part.length() >= 2 && part.length() <= words.size() && part.equals(part.toUpperCase());
        for (int i = 0; initials && i < part.length(); i++) {
            initials = bare(part.substring(i, i + 1)).equals(bare(words.get(i)).substring(0, 1));
        }
        return initials && shortens(rest, words.subList(part.length(), words.size()));
    }

    private static String bare(String text) {
        return Letters.bare(Letters.nfc(text)).toLowerCase(java.util.Locale.ROOT);
    }

    private static List<String> names(String cell) {
        return Pattern.compile(";")
                .splitAsStream(cell)
                .map(String::strip)
                .filter(n -> !n.isEmpty())
                .toList();
    }
}
