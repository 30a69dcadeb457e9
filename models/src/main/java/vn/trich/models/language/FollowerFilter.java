package vn.trich.models.language;

/**
 * Tells of most words that they do not follow an n-gram in a model, by one look into memory: for each n-gram a Bloom filter (Bloom
 * 1970) of one hash function and eight bits per follower, which lies at the place of the followers in the model. What it lets pass is
 * still to be looked up. Immutable.
 */
final class FollowerFilter {

    private final byte[] bits;

    private FollowerFilter(byte[] bits) {
        this.bits = bits;
    }

    /**
     * A filter of all n-grams of one length.
     *
     * @param first where the followers of each n-gram begin; one more entry than n-grams
     * @param words the followers
     */
    static FollowerFilter of(int[] first, char[] words) {
        byte[] bits = new byte[words.length];
        for (int node = 0; node + 1 < first.length; node++) {
            int begin = first[node];
            int end = first[node + 1];
            for (int i = begin; i < end; i++) {
                int bit = bit(begin, end, words[i]);
                bits[begin + (bit >>> 3)] |= (byte) (1 << (bit & 7));
            }
        }
        return new FollowerFilter(bits);
    }

    /** Whether a word may be among the followers from {@code begin} to before {@code end}; if not, it surely is not. */
    boolean mayHave(int begin, int end, int word) {
        int bit = bit(begin, end, word);
        return (bits[begin + (bit >>> 3)] & 1 << (bit & 7)) != 0;
    }

    private static int bit(int begin, int end, int word) {
        int hash = (word + 1) * 0x9E3779B1;
        return (int) ((hash & 0xFFFFFFFFL) * (8L * (end - begin)) >>> 32);
    }
}
