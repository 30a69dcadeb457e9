package vn.trich.models.restore;

import java.util.List;

/**
 * A run of characters without blanks, to be restored.
 *
 * @param text as read
 * @param confidence how sure its reader was of it, 0..1; 1 where nothing is known
 * @param alternatives other readings of the reader, best first
 */
public record Token(String text, double confidence, List<Alternative> alternatives) {

    /**
     * Another reading.
     *
     * @param text NFC
     * @param likelihood natural logarithm of how likely the reader holds it, over what it read; 0 or less
     */
    public record Alternative(String text, double likelihood) {}

    /** Copies the alternatives. */
    public Token {
        alternatives = List.copyOf(alternatives);
    }

    /** A token of which nothing but the text is known. */
    public static Token of(String text) {
        return new Token(text, 1, List.of());
    }
}
