package vn.trich.models.language;

/**
 * A part of a text that the language model sees as one word or passes over.
 *
 * @param kind what it is
 * @param start index of its first character
 * @param end index after its last character
 */
public record Piece(Kind kind, int start, int end) {

    /** Kinds of pieces. */
    public enum Kind {
        /** A run of letters: mostly one syllable. */
        WORD,
        /** Figures, dates, percentages. */
        NUMBER,
        /** Document numbers, codes, addresses: letters joined with digits or signs. Never to be changed. */
        CODE,
        /** Punctuation that ends a sentence or a clause: {@code . ; : ? !}. */
        STOP,
        /** Other signs, passed over. */
        SIGN
    }
}
