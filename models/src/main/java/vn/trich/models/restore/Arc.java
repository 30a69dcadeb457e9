package vn.trich.models.restore;

/**
 * One reading of a stretch of slots.
 *
 * @param to the slot after the stretch
 * @param words numbers of the words it stands for, as the language model sees them
 * @param text the reading, blanks between words; {@code null} keeps what is printed
 * @param literal whether the text's case is right as it is; else it is in lower case and takes the printed one
 * @param score logarithm of the probability that the words were read as what is printed
 */
record Arc(int to, int[] words, String text, boolean literal, float score) {

    /** What is printed, as one word or class of the model. */
    static Arc printed(int to, int word, float score) {
        return new Arc(to, new int[] {word}, null, true, score);
    }

    /** Another word, in the printed one's case. */
    static Arc word(int to, int word, String text, float score) {
        return new Arc(to, new int[] {word}, text, false, score);
    }

    /** Whether it makes one word of one slot. */
    boolean isWordOf(int slot) {
        return words.length == 1 && to == slot + 1;
    }

    /** The same with another score. */
    Arc with(float other) {
        return new Arc(to, words, text, literal, other);
    }

    /** A code or figure, perhaps written otherwise than printed. */
    static Arc code(int to, int word, String text) {
        return new Arc(to, new int[] {word}, text, true, 0);
    }
}
