package vn.trich.models.restore;

/**
 * What became of one token, or of several that are one word.
 *
 * @param from index of the first input token
 * @param to index after the last input token; more than {@code from + 1} where tokens were joined
 * @param text restored, NFC; with a blank inside where a token was split
 * @param original the input tokens, with blanks between them
 * @param margin by how much the logarithm of the reading's likelihood exceeds that of the next best one; at most
 *     {@link #SURE}
 */
public record RestoredToken(int from, int to, String text, String original, double margin) {

    /** The greatest margin: there was no other reading. */
    public static final double SURE = 20;

    /** Whether the text was changed. */
    public boolean changed() {
        return !text.equals(original);
    }

    /** The margin as a probability, 0.5 to 1, that this reading rather than the next best is right. */
    public double confidence() {
        return 1 / (1 + Math.exp(-margin));
    }
}
