package vn.trich.corpus.score;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import vn.trich.corpus.gold.GoldText;

/**
 * Folds text for comparison: NFC, lower case, the tone mark of a syllable in one place wherever it was written ({@code
 * hoà}, {@code hòa}), every run of characters that are neither letters nor digits one blank.
 */
final class Folding {

    private static final int LATIN_END = 0x2000;
    private static final String TONES = "\u0300\u0301\u0303\u0309\u0323";
    private static final String PLAIN_VOWELS = "aeiouy";
    private static final String SHAPED_VOWELS = "ăâêôơư";

    /** For each letter below {@link #LATIN_END} the letter without any mark, {@code đ} as {@code d}. */
    private static final char[] BASE = new char[LATIN_END];

    /** For each letter below {@link #LATIN_END} the letter without its tone mark but with its other marks. */
    private static final char[] TONELESS = new char[LATIN_END];

    /** For each letter below {@link #LATIN_END} its tone mark as a combining character, or 0. */
    private static final char[] TONE = new char[LATIN_END];

    static {
        for (char c = 0; c < LATIN_END; c++) {
            String parts = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
            boolean latin = parts.length() > 1 && parts.charAt(0) < 0x0250 && Character.isLetter(c);
            BASE[c] = latin ? parts.charAt(0) : c;
            TONELESS[c] = c;
            for (int i = 1; latin && i < parts.length(); i++) {
                if (TONES.indexOf(parts.charAt(i)) >= 0) {
                    TONE[c] = parts.charAt(i);
                    String rest = parts.substring(0, i) + parts.substring(i + 1);
                    TONELESS[c] =
                            Normalizer.normalize(rest, Normalizer.Form.NFC).charAt(0);
                }
            }
        }
        BASE['đ'] = 'd';
        BASE['Đ'] = 'D';
    }

    private Folding() {}

    /** The folded text. */
    static String fold(String text) {
        return fold(GoldText.of(text)).text();
    }

    /** The folded text without marks, {@code đ} as {@code d}. */
    static String bare(String text) {
        return bareOfFolded(fold(text));
    }

    /** Takes the marks off folded text; lengths stay. */
    static String bareOfFolded(String folded) {
        char[] chars = folded.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            chars[i] = bare(chars[i]);
        }
        return new String(chars);
    }

    /** A letter without its marks, {@code đ} as {@code d}; any other character itself. */
    static char bare(char c) {
        return c < LATIN_END ? BASE[c] : c;
    }

    /** Whether a letter bears a mark, {@code đ} among them. */
    static boolean isMarked(char c) {
        return c < LATIN_END && BASE[c] != c;
    }

    /** The folded text, its doubtful characters marked as such. */
    static GoldText fold(GoldText text) {
        String nfc = text.hasUnsure() ? text.text() : Normalizer.normalize(text.text(), Normalizer.Form.NFC);
        char[] chars = nfc.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            chars[i] = Character.toLowerCase(chars[i]);
        }
        for (int from = 0; from < chars.length; from++) {
            if (Character.isLetter(chars[from])) {
                int to = from;
                while (to < chars.length && Character.isLetter(chars[to])) {
                    to++;
                }
                placeTones(chars, from, to);
                from = to;
            }
        }
        return collapse(chars, text.unsure());
    }

    private static GoldText collapse(char[] chars, BitSet unsure) {
        StringBuilder folded = new StringBuilder(chars.length);
        BitSet mask = new BitSet();
        boolean gap = false;
        for (int i = 0; i < chars.length; i++) {
            if (!Character.isLetterOrDigit(chars[i])) {
                gap = true;
                continue;
            }
            if (gap && folded.length() > 0) {
                mask.set(folded.length(), unsure.get(i) && mask.get(folded.length() - 1));
                folded.append(' ');
            }
            gap = false;
            mask.set(folded.length(), unsure.get(i));
            folded.append(chars[i]);
        }
        return new GoldText(folded.toString(), mask);
    }

    /** Moves the tone mark of each group of vowels in a run of letters to its standard place. */
    private static void placeTones(char[] chars, int from, int to) {
        for (int start = from; start < to; start++) {
            if (!isVowel(chars[start])) {
                continue;
            }
            int end = start;
            while (end < to && isVowel(chars[end])) {
                end++;
            }
            placeTone(chars, from, start, end, to);
            start = end;
        }
    }

    private static void placeTone(char[] chars, int from, int start, int end, int to) {
        int toned = -1;
        for (int i = start; i < end; i++) {
            if (toneOf(chars[i]) != 0) {
                if (toned >= 0) {
                    return;
                }
                toned = i;
            }
        }
        if (toned < 0 || end - start < 2) {
            return;
        }
        boolean glide = start > from && isGlide(chars[start - 1], toneless(chars[start]));
        int place = standardPlace(chars, glide ? start + 1 : start, end, end < to);
        if (place != toned) {
            char tone = toneOf(chars[toned]);
            chars[toned] = toneless(chars[toned]);
            chars[place] = Normalizer.normalize("" + chars[place] + tone, Normalizer.Form.NFC)
                    .charAt(0);
        }
    }

    /** {@code qu} and {@code gi} are consonants before a vowel. */
    private static boolean isGlide(char before, char vowel) {
        return before == 'q' && vowel == 'u' || before == 'g' && vowel == 'i';
    }

    private static int standardPlace(char[] chars, int start, int end, boolean closed) {
        for (int i = end - 1; i >= start; i--) {
            if (SHAPED_VOWELS.indexOf(toneless(chars[i])) >= 0) {
                return i;
            }
        }
        return switch (end - start) {
            case 1 -> start;
            case 2 -> closed ? start + 1 : start;
            default -> start + 1;
        };
    }

    private static boolean isVowel(char c) {
        char plain = toneless(c);
        return PLAIN_VOWELS.indexOf(plain) >= 0 || SHAPED_VOWELS.indexOf(plain) >= 0;
    }

    private static char toneless(char c) {
        return c < LATIN_END ? TONELESS[c] : c;
    }

    private static char toneOf(char c) {
        return c < LATIN_END ? TONE[c] : 0;
    }

    /** The words of folded text. */
    static List<String> words(String folded) {
        return folded.isEmpty() ? List.of() : List.of(folded.split(" "));
    }

    /**
     * The words of a text with its doubtful ones marked.
     *
     * @param words the words
     * @param unsure the indexes of those that hold an undecidable character
     */
    record Words(List<String> words, BitSet unsure) {}

    /** The words between blanks, a word doubtful if any of its characters is. */
    static Words words(GoldText text) {
        List<String> words = new ArrayList<>();
        BitSet unsure = new BitSet();
        String all = text.text();
        for (int from = 0; from < all.length(); ) {
            int blank = all.indexOf(' ', from);
            int to = blank < 0 ? all.length() : blank;
            if (to > from) {
                int doubt = text.unsure().nextSetBit(from);
                unsure.set(words.size(), doubt >= 0 && doubt < to);
                words.add(all.substring(from, to));
            }
            from = to + 1;
        }
        return new Words(words, unsure);
    }

    /** Text in NFC with runs of white space as one blank, none at the ends; case and marks kept. */
    static String foldSpace(String text) {
        String nfc = Normalizer.normalize(text, Normalizer.Form.NFC);
        StringBuilder folded = new StringBuilder(nfc.length());
        boolean gap = false;
        for (int i = 0; i < nfc.length(); i++) {
            char c = nfc.charAt(i);
            if (Character.isWhitespace(c) || c == '\u00a0') {
                gap = true;
                continue;
            }
            if (gap && folded.length() > 0) {
                folded.append(' ');
            }
            gap = false;
            folded.append(c);
        }
        return folded.toString();
    }
}
