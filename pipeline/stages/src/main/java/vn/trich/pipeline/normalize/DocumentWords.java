package vn.trich.pipeline.normalize;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.trich.models.language.Syllables;

/** How often a document uses its words and short runs of them, marks aside; and which of its words are odd. */
final class DocumentWords {

    private static final int LONGEST_RUN = 4;
    /** A word used this often is one, syllable or not. */
    private static final int USUAL = 3;

    private static final String TONES = "\u0300\u0301\u0303\u0309\u0323";
    /** Words of other languages that Vietnamese papers use. */
    private static final Set<String> FOREIGN = Set.of(
            "gov",
            "email",
            "website",
            "web",
            "internet",
            "online",
            "wifi",
            "facebook",
            "zalo",
            "covid",
            "logistics",
            "robot",
            "video",
            "clip",
            "fax",
            "app",
            "blockchain",
            "startup",
            "marketing",
            "fanpage",
            "youtube",
            "smart",
            "pano",
            "karaoke",
            "vaccine",
            "virus",
            "axit",
            "gram",
            "par",
            "index",
            "sipas",
            "ocop",
            "iso",
            "viettel");

    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{N}]*");

    private final Map<String, Integer> counts = new HashMap<>();
    /** Pairs of words by their bare form, with their marks, and how often. */
    private final Map<String, Map<String, Integer>> pairs = new HashMap<>();

    private final Syllables syllables;

    /** Counts the words of those paragraphs. */
    DocumentWords(List<String> paragraphs, Syllables syllables) {
        this.syllables = syllables;
        paragraphs.forEach(this::count);
        paragraphs.forEach(paragraph -> pairsOf(paragraph)
                .forEach(pair -> pairs.computeIfAbsent(BareText.of(pair), bare -> new HashMap<>())
                        .merge(pair, 1, Integer::sum)));
    }

    private static List<String> pairsOf(String text) {
        List<String> words = WORD.matcher(text)
                .results()
                .map(word -> word.group().toLowerCase(Locale.ROOT))
                .toList();
        return IntStream.range(1, words.size())
                .mapToObj(i -> words.get(i - 1) + " " + words.get(i))
                .toList();
    }

    /** How many pairs of neighbouring words of the text the document has with other marks, and oftener. */
    int markedOtherwise(String text) {
        return (int) pairsOf(text).stream()
                .filter(pair -> {
                    Map<String, Integer> forms = pairs.getOrDefault(BareText.of(pair), Map.of());
                    int own = forms.getOrDefault(pair, 0);
                    return forms.values().stream().anyMatch(times -> times > own);
                })
                .count();
    }

    private void count(String paragraph) {
        String[] words = BareText.words(paragraph).split(" ");
        for (int i = 0; i < words.length; i++) {
            StringBuilder run = new StringBuilder();
            for (int n = 0; n < LONGEST_RUN && i + n < words.length; n++) {
                run.append(n == 0 ? "" : " ").append(words[i + n]);
                counts.merge(run.toString(), 1, Integer::sum);
            }
        }
    }

    /** How often the document has that run of at most four words, marks aside. */
    int count(String run, int atMost) {
        return Math.min(atMost, counts.getOrDefault(BareText.words(run), 0));
    }

    /** Whether the document uses that word often. */
    boolean usual(String word) {
        return count(word, USUAL) >= USUAL;
    }

    /** How many words of the text are no Vietnamese syllables, no abbreviations and not used elsewhere either. */
    int odd(String text) {
        boolean capitals = text.chars().noneMatch(Character::isLowerCase);
        return (int) unused(text)
                .filter(word -> isAbbreviation(word) ? !capitals && toned(word) : !syllables.isSyllable(word))
                .count();
    }

    /** How many letters the longest word has that is no syllable, no abbreviation and not used elsewhere either. */
    int longestOdd(String text) {
        return unused(text)
                .filter(word -> !isAbbreviation(word) && !syllables.isSyllable(word))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    /** The words of a text that the document does not use often, known foreign ones left out. */
    private Stream<String> unused(String text) {
        return WORD.matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(word -> !usual(word) && !FOREIGN.contains(word.toLowerCase(Locale.ROOT)));
    }

    /** Two capitals or more, as in {@code TTHC}, {@code TTg}. */
    private static boolean isAbbreviation(String word) {
        return word.chars().filter(Character::isUpperCase).count() >= 2
                || word.length() == 1
                || word.chars().allMatch(c -> Character.isUpperCase(c) || Character.isDigit(c));
    }

    /** Whether it bears a tone, which no abbreviation does, nor a word in capitals among small letters. */
    private static boolean toned(String word) {
        String parts = Normalizer.normalize(word, Normalizer.Form.NFD);
        return word.length() <= 5 && parts.chars().anyMatch(c -> TONES.indexOf(c) >= 0);
    }
}
