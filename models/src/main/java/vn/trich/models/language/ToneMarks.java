package vn.trich.models.language;

/** The two placements of tone marks: {@code hòa, khỏe, thúy} and {@code hoà, khoẻ, thuý}. */
public final class ToneMarks {

    private ToneMarks() {}

    /** The word with the mark placed on the first of {@code oa, oe, uy} where these end it; others unchanged. */
    public static String onFirstVowel(String word) {
        int last = word.length() - 1;
        return last < 1 || Letters.tone(word.charAt(last)) == 0 || !hasTwoPlacements(word)
                ? word
                : moved(word, last, last - 1);
    }

    /** The word with the mark placed on the second of {@code oa, oe, uy} where these end it; others unchanged. */
    public static String onSecondVowel(String word) {
        int last = word.length() - 1;
        return last < 1 || Letters.tone(word.charAt(last - 1)) == 0 || !hasTwoPlacements(word)
                ? word
                : moved(word, last - 1, last);
    }

    /** Whether the word ends in a pair of vowels either of which may bear the tone mark. */
    public static boolean hasTwoPlacements(String word) {
        int last = word.length() - 1;
        if (last < 1) {
            return false;
        }
        char a = Character.toLowerCase(Letters.shape(word.charAt(last - 1)));
        char b = Character.toLowerCase(Letters.shape(word.charAt(last)));
        boolean afterQ = last >= 2 && Character.toLowerCase(word.charAt(last - 2)) == 'q';
        return a == 'o' && (b == 'a' || b == 'e') || a == 'u' && b == 'y' && !afterQ;
    }

    private static String moved(String word, int from, int to) {
        char[] letters = word.toCharArray();
        int tone = Letters.tone(letters[from]);
        letters[from] = Letters.shape(letters[from]);
        letters[to] = Letters.withTone(letters[to], tone);
        return new String(letters);
    }
}
