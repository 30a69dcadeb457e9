package vn.trich.models.restore;

import java.util.Locale;

/** How a word is capitalised. */
enum LetterCase {
    LOWER,
    CAPITALISED,
    UPPER;

    /** The pattern of a printed word; signs and figures do not count. Two capitals of three letters or more are UPPER. */
    static LetterCase of(String printed) {
        int letters = 0;
        int upper = 0;
        boolean first = false;
        for (int i = 0; i < printed.length(); i++) {
            char c = printed.charAt(i);
            if (Character.isLetter(c)) {
                boolean capital = Character.isUpperCase(c);
                first |= capital && letters == 0;
                letters++;
                upper += capital ? 1 : 0;
            }
        }
        if (upper == letters && letters > 1 || upper * 2 > letters && upper > 1) {
            return UPPER;
        }
        return first ? CAPITALISED : LOWER;
    }

    /** A word in lower case, in this pattern. */
    String apply(String word) {
        return switch (this) {
            case LOWER -> word;
            case CAPITALISED -> word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1);
            case UPPER -> word.toUpperCase(Locale.ROOT);
        };
    }
}
