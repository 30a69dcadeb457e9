package vn.trich.pipeline.normalize;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.trich.models.language.EditDistance;
import vn.trich.models.language.Syllables;

/**
 * Mends the text of cells that name units or a deadline before they are read: words run together are parted into
 * syllables, and phrases that the document has elsewhere are read where one letter keeps the text from being one.
 */
final class UnitCellText {

    private static final Pattern LETTERS = Pattern.compile("\\p{L}{6,40}");
    private static final Pattern JUNK_TAIL =
            Pattern.compile("(?:[.,]\\s+\\p{Ll}{1,4}|\\s+\\p{Ll})$", Pattern.MULTILINE);
    /** A sign before a capital that no cell has there: dirt, or a corner of the table's line. */
    private static final Pattern SIGN = Pattern.compile("(?<=^|[\\s,;])['`\"\\[|.]+(?=\\p{Lu})", Pattern.MULTILINE);
    /** Dirt between words: a full stop before a small letter, signs that no name has. */
    private static final Pattern DIRT =
            Pattern.compile("(?<=\\p{Ll})\\.(?= \\p{Ll})|(?<=\\p{Ll})(\\.)(?=\\p{Lu}\\p{Ll})|[®©°*~_^=<>«»]+ ?");
    /** An abbreviation run together with the word before or after it. */
    private static final Pattern GLUED_CAPITALS =
            Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu}{2,})|(?<=\\p{Lu}{2})(?=\\p{Lu}\\p{Ll})");
    /** A single letter at the end names nothing, unless it counts. */
    private static final Pattern LONE_LETTER = Pattern.compile(" (?:\\p{Ll}|[EÊFJWZ])$", Pattern.MULTILINE);
    /** {@code cơ sở}, the second word taken for that of a department. */
    private static final Pattern GRASSROOTS = Pattern.compile("(?<=\\b[Cc]ơ)(\\s+)S[Ởở](?!\\p{L})");
    /** The committee whose first word was lost; a hamlet's {@code Ban nhân dân} is another. */
    private static final Pattern COMMITTEE = Pattern.compile(
            "(?<=^|[,;:–-] ?)[Bb]an nhân dân(?= (?:cấp|các|tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn)(?!\\p{L}))");
    /** Capitals and small letters run together: an abbreviation and a word. */
    private static final Pattern MIXED = Pattern.compile("(\\p{Lu}{2,})(\\p{Ll}{2,})");
    /** {@code CA} in {@code CA tỉnh} is no slip of {@code cấp}. */
    private static final Pattern ABBREVIATED = Pattern.compile("(?<!\\p{L})\\p{Lu}{2,}(?!\\p{L})");
    /** What a syllable that the document does not use otherwise costs, of one that it uses. */
    private static final double STRANGE = 1.6;

    private static final int LONGEST_PHRASE = 4;

    private final Syllables syllables;
    private final List<String> phrases;
    private final DocumentWords words;

    /**
     * For the cells of one document.
     *
     * @param syllables which strings can be syllables
     * @param vocabulary the words that names of units are made of
     * @param words the words of the document
     */
    UnitCellText(Syllables syllables, UnitVocabulary vocabulary, DocumentWords words) {
        this.syllables = syllables;
        this.words = words;
        phrases = Stream.concat(
                        vocabulary.headSpellings().stream(),
                        RuleFile.read("unit-phrases.tsv").stream().map(rule -> rule.get(0)))
                .filter(phrase -> phrase.contains(" ") && phrase.length() >= 7)
                .filter(phrase -> words.count(phrase, 3) >= 3)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(phrase -> phrase))
                .toList();
    }

    /** The text, mended. */
    String mend(String text) {
        String whole = COMMITTEE.matcher(text).replaceAll("Ủy ban nhân dân");
        String clean = GRASSROOTS
                .matcher(
                        DIRT.matcher(SIGN.matcher(whole).replaceAll("")).replaceAll(m -> m.group(1) == null ? "" : " "))
                .replaceAll("$1sở");
        clean = LONE_LETTER
                .matcher(GLUED_CAPITALS.matcher(clean).replaceAll(" "))
                .replaceAll("");
        String spaced = LETTERS.matcher(clean).replaceAll(m -> Matcher.quoteReplacement(parted(m.group())));
        return phrased(JUNK_TAIL.matcher(spaced).replaceAll(m -> words.usual(m.group()) ? "$0" : ""));
    }

    /** A run of letters that is no syllable, parted into the fewest syllables; as it is if there is no way. */
    private String parted(String run) {
        Matcher mixed = MIXED.matcher(run);
        if (mixed.matches()) {
            return parted(mixed.group(1)) + " " + parted(mixed.group(2));
        }
        if (run.equals(run.toUpperCase(Locale.ROOT)) || syllables.isSyllable(run)) {
            return run;
        }
        double[] fewest = new double[run.length() + 1];
        int[] from = new int[run.length() + 1];
        for (int end = 1; end <= run.length(); end++) {
            fewest[end] = Double.MAX_VALUE;
            for (int start = Math.max(0, end - 7); start <= end - 2; start++) {
                boolean reached = start == 0 || fewest[start] < Double.MAX_VALUE;
                String part = run.substring(start, end);
                double price = words.usual(part) ? 1 : STRANGE;
                if (reached && fewest[start] + price < fewest[end] && syllables.isSyllable(part)) {
                    fewest[end] = fewest[start] + price;
                    from[end] = start;
                }
            }
        }
        if (fewest[run.length()] == Double.MAX_VALUE) {
            return run;
        }
        List<String> parts = new ArrayList<>();
        for (int end = run.length(); end > 0; end = from[end]) {
            parts.add(run.substring(from[end], end));
        }
        Collections.reverse(parts);
        return String.join(" ", parts);
    }

    /** Words that nearly make a phrase of the document, made it. */
    private String phrased(String text) {
        StringBuilder mended = new StringBuilder();
        for (String line : text.split("(?<=\n)")) {
            mended.append(phrasedLine(line));
        }
        return mended.toString();
    }

    private String phrasedLine(String line) {
        Matcher m = Pattern.compile("\\p{L}+").matcher(line);
        List<int[]> found = new ArrayList<>();
        while (m.find()) {
            found.add(new int[] {m.start(), m.end()});
        }
        StringBuilder out = new StringBuilder();
        int copied = 0;
        for (int i = 0; i < found.size(); i++) {
            for (int n = Math.min(LONGEST_PHRASE, found.size() - i); n >= 2; n--) {
                int start = found.get(i)[0];
                int end = found.get(i + n - 1)[1];
                Optional<String> phrase = near(line.substring(start, end));
                if (phrase.isPresent() && !phraseFrom(line, found.get(i + n - 1)[0])) {
                    out.append(line, copied, start).append(inCaseOf(line.charAt(start), phrase.get()));
                    copied = end;
                    i += n - 1;
                    break;
                }
            }
        }
        return out.append(line.substring(copied)).toString();
    }

    /** Whether a phrase stands there as it should ({@code chủ trì} in {@code Hành chính chủ trì}). */
    private boolean phraseFrom(String line, int place) {
        String rest = BareText.of(line.substring(place));
        return phrases.stream().map(BareText::of).anyMatch(phrase -> rest.startsWith(phrase));
    }

    private Optional<String> near(String written) {
        boolean abbreviated = ABBREVIATED.matcher(written).find();
        if (written.indexOf(',') >= 0 || written.indexOf(';') >= 0 || abbreviated) {
            return Optional.empty();
        }
        String bare = BareText.words(written);
        if (bare.length() < 7 || words.count(bare, 2) > 1 || written.matches("[Cc]ác .*")) {
            return Optional.empty();
        }
        return phrases.stream()
                .filter(phrase -> Math.abs(phrase.length() - bare.length()) <= 1)
                .filter(phrase -> {
                    String wanted = BareText.of(phrase);
                    return !wanted.equals(bare) && words.count(wanted, 3) >= 3 && EditDistance.within(wanted, bare, 1);
                })
                .findFirst();
    }

    private static String inCaseOf(char first, String phrase) {
        return Character.isUpperCase(first)
                ? Character.toUpperCase(phrase.charAt(0)) + phrase.substring(1)
                : Character.toLowerCase(phrase.charAt(0)) + phrase.substring(1);
    }
}
