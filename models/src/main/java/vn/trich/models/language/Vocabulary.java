package vn.trich.models.language;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The words of a language model with their numbers, 0 to 65535. Words are lower case, tone marks on the first vowel. */
public final class Vocabulary {

    /** Number of every word that is not in the vocabulary. */
    public static final int UNKNOWN = 0;
    /** Number of the end of a sentence or clause. */
    public static final int STOP = 1;
    /** Number of figures and dates. */
    public static final int NUMBER = 2;
    /** Number of document numbers and other codes. */
    public static final int CODE = 3;
    /** Number of the first real word. */
    public static final int FIRST_WORD = 4;

    private static final Pattern FIGURES = Pattern.compile("[\\d.,/%()-]*\\d[\\d.,/%()-]*");
    private static final Pattern DOCUMENT_NUMBER = Pattern.compile(".*\\d.*/.*\\p{L}.*");
    private static final List<String> CLASSES = List.of("<unk>", "<stop>", "<num>", "<code>");

    private final List<String> words;
    private final Map<String, Integer> numbers;

    /**
     * @param words real words, the most frequent first; their numbers begin at {@link #FIRST_WORD}
     * @throws IllegalArgumentException if there are too many
     */
    public Vocabulary(List<String> words) {
        List<String> all = new ArrayList<>(CLASSES);
        all.addAll(words);
        if (all.size() > 0xFFFF) {
            throw new IllegalArgumentException(words.size() + " words");
        }
        this.words = Collections.unmodifiableList(all);
        this.numbers = new HashMap<>(all.size() * 2);
        for (int i = 0; i < all.size(); i++) {
            numbers.put(all.get(i), i);
        }
    }

    /** The form under which a word stands in the vocabulary. */
    public static String normal(String word) {
        return ToneMarks.onFirstVowel(word.toLowerCase(Locale.ROOT));
    }

    /**
     * The number of what is printed without signs around it: {@link #NUMBER} of figures, {@link #CODE} of document numbers, else
     * that of the word.
     */
    public int numberOfPrinted(String core) {
        if (FIGURES.matcher(core).matches()) {
            return NUMBER;
        }
        return DOCUMENT_NUMBER.matcher(core).matches() ? CODE : number(normal(core));
    }

    /** The number of a word in normal form, {@link #UNKNOWN} if it has none. */
    public int number(String normal) {
        return numbers.getOrDefault(normal, UNKNOWN);
    }

    /** The word with this number. */
    public String word(int number) {
        return words.get(number);
    }

    /** How many numbers there are, classes included. */
    public int size() {
        return words.size();
    }

    /** The number by which the language model sees a piece; -1 if it passes over it. */
    public int number(Piece piece, CharSequence text) {
        return switch (piece.kind()) {
            case WORD ->
                number(normal(text.subSequence(piece.start(), piece.end()).toString()));
            case NUMBER -> NUMBER;
            case CODE -> CODE;
            case STOP -> STOP;
            case SIGN -> -1;
        };
    }
}
