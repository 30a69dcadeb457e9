package vn.trich.models.restore;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import vn.trich.models.language.Letters;
import vn.trich.models.language.Vocabulary;

/**
 * What a doubtful run of capitals may stand for: an abbreviation that the document has elsewhere, read surely and more than
 * once, or that is known in general. Recognisers err on such runs, for they follow no syllable: {@code CCHC} is read as
 * {@code CCHOC}, {@code ISO} as {@code 1SO}. Immutable.
 */
final class Acronyms {

    private static final Pattern RUN = Pattern.compile("[\\p{Lu}0-9]{2,8}");
    private static final Pattern KNOWN = Pattern.compile("\\p{Lu}{3,7}");
    private static final Set<String> WITH_VOWEL = Set.of("ISO", "HIV");
    private static final double SURELY_READ = 0.85;
    private static final int OFTEN = 2;
    private static final int MUCH_MORE = 3;
    // What is read for what is printed, both in capitals.
    private static final Map<String, List<String>> CONFUSIONS = confusions();

    private final Vocabulary vocabulary;
    private final Set<String> own;

    private Acronyms(Vocabulary vocabulary, Set<String> own) {
        this.vocabulary = vocabulary;
        this.own = own;
    }

    /** Those known in general: words of the language model that are spelt, not spoken. */
    static Acronyms known(Vocabulary vocabulary) {
        return new Acronyms(vocabulary, Set.of());
    }

    private static Map<String, List<String>> confusions() {
        Map<String, List<String>> map = new LinkedHashMap<>();
        for (String read : List.of("CO", "OC", "CG", "GC", "CQ", "QC", "O", "G", "Q", "Ò", "Ó", "Ọ")) {
            map.put(read, List.of("C"));
        }
        map.put("T", List.of("I"));
        map.put("1", List.of("I"));
        map.put("D", List.of("Đ"));
        map.put("IĐ", List.of("Đ"));
        map.put("ID", List.of("D"));
        map.put("0", List.of("O"));
        map.put("Ơ", List.of("O"));
        map.put("5", List.of("S"));
        return Map.copyOf(map);
    }

    /** These with a document's own: runs of capitals without a vowel that were read surely more than once. */
    Acronyms with(List<List<Token>> blocks) {
        Map<String, Integer> sure = new TreeMap<>();
        for (List<Token> block : blocks) {
            for (Token token : block) {
                String text = stripped(token.text());
                if (token.confidence() >= SURELY_READ && KNOWN.matcher(text).matches() && isSpelt(text)) {
                    sure.merge(text, 1, Integer::sum);
                }
            }
        }
        Set<String> often = new TreeSet<>();
        sure.forEach((text, count) -> {
            if (count >= OFTEN && !isMisread(text, count, sure)) {
                often.add(text);
            }
        });
        return new Acronyms(vocabulary, often);
    }

    // A misreading may be sure, and not rare; what it was misread from is far more frequent, or known.
    private boolean isMisread(String text, int count, Map<String, Integer> sure) {
        if (isKnown(text)) {
            return false;
        }
        return edits(text).stream()
                .anyMatch(other -> sure.getOrDefault(other, 0) > MUCH_MORE * count
                        || isKnown(other) && sure.getOrDefault(other, 0) >= count);
    }

    /** A word without the signs around it, NFC. */
    static String stripped(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && !Character.isLetterOrDigit(text.charAt(from))) {
            from++;
        }
        while (to > from && !Character.isLetterOrDigit(text.charAt(to - 1))) {
            to--;
        }
        return Letters.nfc(text.substring(from, to));
    }

    // Words in capitals are no abbreviations: those have no vowel but U (UBND), or are among the few that have.
    private static boolean isSpelt(String text) {
        return WITH_VOWEL.contains(text)
                || text.chars().noneMatch(c -> "AEIOY".indexOf(Letters.bare((char) c)) >= 0)
                        && (text.length() > 3 || text.indexOf('U') < 0);
    }

    /** Whether it is an abbreviation of this document or a known one. */
    boolean isKnown(String text) {
        return own.contains(text)
                || WITH_VOWEL.contains(text)
                || KNOWN.matcher(text).matches()
                        && isSpelt(text)
                        && vocabulary.number(Vocabulary.normal(text)) >= Vocabulary.FIRST_WORD;
    }

    /** Whether the document has it elsewhere. */
    boolean isOwn(String text) {
        return own.contains(text);
    }

    /**
     * The abbreviations that a run of capitals and digits may have been misread from, with the number of errors; none
     * for other text, and for an abbreviation that the document has elsewhere.
     */
    Map<String, Integer> readings(String read) {
        if (!RUN.matcher(read).matches() || isOwn(read) || read.chars().noneMatch(Character::isUpperCase)) {
            return Map.of();
        }
        Map<String, Integer> found = new TreeMap<>();
        Set<String> once = edits(read);
        once.forEach(text -> put(text, 1, found));
        once.forEach(text -> edits(text).forEach(twice -> put(twice, 2, found)));
        found.remove(read);
        return found;
    }

    private void put(String text, int errors, Map<String, Integer> found) {
        if (errors == 1 ? isKnown(text) : isOwn(text)) {
            found.merge(text, errors, Math::min);
        }
    }

    private static Set<String> edits(String read) {
        Set<String> out = new TreeSet<>();
        CONFUSIONS.forEach((from, tos) -> {
            for (int at = read.indexOf(from); at >= 0; at = read.indexOf(from, at + 1)) {
                for (String to : tos) {
                    out.add(read.substring(0, at) + to + read.substring(at + from.length()));
                }
            }
        });
        return out;
    }
}
