package vn.trich.pipeline.table;

import java.util.Arrays;

/**
 * Finds the part of a text that is most like a phrase of up to 64 characters, and says how many edits they are apart
 * (P. H. Sellers, 1980), all of a column of the table of distances at once in the bits of two words (G. Myers, 1999).
 */
final class PhraseSearch {

    private static final int LONGEST = Long.SIZE;

    /** Distinct characters of the phrase, in order, and for each the places where it stands, as bits. */
    private final char[] letters;

    private final long[] places;
    private final int length;

    /**
     * For a phrase.
     *
     * @throws IllegalArgumentException if it is empty or longer than 64 characters
     */
    PhraseSearch(String phrase) {
        if (phrase.isEmpty() || phrase.length() > LONGEST) {
            throw new IllegalArgumentException("a phrase has 1 to " + LONGEST + " characters, not " + phrase.length());
        }
        length = phrase.length();
        char[] sorted = phrase.toCharArray();
        Arrays.sort(sorted);
        int distinct = 0;
        for (char c : sorted) {
            if (distinct == 0 || sorted[distinct - 1] != c) {
                sorted[distinct++] = c;
            }
        }
        letters = Arrays.copyOf(sorted, distinct);
        places = new long[distinct];
        for (int i = 0; i < length; i++) {
            places[Arrays.binarySearch(letters, phrase.charAt(i))] |= 1L << i;
        }
    }

    /** The least number of edits that turn the phrase into some part of {@code text}, at most the phrase's length. */
    int distance(String text) {
        long last = 1L << length - 1;
        long up = -1;
        long down = 0;
        int edits = length;
        int best = length;
        for (int i = 0; i < text.length(); i++) {
            int letter = Arrays.binarySearch(letters, text.charAt(i));
            long same = letter < 0 ? 0 : places[letter];
            long diagonal = ((same & up) + up ^ up) | same | down;
            long right = down | ~(diagonal | up);
            long left = up & diagonal;
            if ((right & last) != 0) {
                edits++;
            } else if ((left & last) != 0) {
                edits--;
            }
            best = Math.min(best, edits);
            // The text may begin anywhere, so nothing is carried in from above the first row.
            right <<= 1;
            up = left << 1 | ~(diagonal | right);
            down = right & diagonal;
        }
        return best;
    }
}
