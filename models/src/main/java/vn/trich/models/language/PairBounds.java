package vn.trich.models.language;

import java.util.Arrays;

/**
 * How likely a word can be after another at most, whatever stands before the two: what this says is hopeless, a decoder need not
 * look up. Immutable.
 */
public final class PairBounds {

    private static final int BITS = 22;

    // For each pair of the model, a logarithm.
    private final float[] bounds;
    // A Bloom filter (Bloom 1970) of one hash function: the pairs in which longer n-grams end though they themselves
    // were pruned.
    private final long[] pruned = new long[1 << BITS - 6];

    /** Gives the logarithm of the probability of the last word of an n-gram. */
    interface Values {
        /**
         * A logarithm.
         *
         * @param level length of the n-gram less one
         * @param node its node
         */
        float of(int level, int node);
    }

    /**
     * The bounds of a model.
     *
     * @param words of each level's nodes
     * @param first of each level but the last, where the children of each node begin
     * @param values probabilities of the nodes
     */
    PairBounds(char[][] words, int[][] first, Values values) {
        this.bounds = new float[words[1].length];
        Arrays.fill(bounds, Float.NEGATIVE_INFINITY);
        for (int level = 0; level < first.length; level++) {
            for (int node = 0; node < words[level].length; node++) {
                raise(words, first, level, node, values);
            }
        }
    }

    // By the n-grams that a node's children are: their last pair is the node's last word and the child's.
    private void raise(char[][] words, int[][] first, int level, int node, Values values) {
        int before = words[level][node];
        int from = first[0][before];
        int to = first[0][before + 1];
        for (int child = first[level][node]; child < first[level][node + 1]; child++) {
            char word = words[level + 1][child];
            int pair = Arrays.binarySearch(words[1], from, to, word);
            if (pair >= 0) {
                bounds[pair] = Math.max(bounds[pair], values.of(level + 1, child));
                from = pair;
            } else {
                int bit = bit(before, word);
                pruned[bit >>> 6] |= 1L << bit;
                from = -pair - 1;
            }
        }
    }

    /** The greatest logarithm of the probability of an n-gram's last word, of those that end in a pair, by the pair's node. */
    float of(int pair) {
        return bounds[pair];
    }

    /** Whether n-grams may end in a pair that the model has no node of; if not, none does. */
    boolean mayBePruned(int before, int word) {
        int bit = bit(before, word);
        return (pruned[bit >>> 6] & 1L << bit) != 0;
    }

    private static int bit(int before, int word) {
        return (before * 65537 + word) * 0x9E3779B1 >>> 32 - BITS;
    }
}
