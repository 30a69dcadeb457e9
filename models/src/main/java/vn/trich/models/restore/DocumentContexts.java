package vn.trich.models.restore;

import java.util.List;
import vn.trich.models.language.Vocabulary;

/**
 * How often words seem to stand in a text, by themselves and beside the same letters: what a word is taken for after {@code thu}
 * and before {@code hanh} in one place, it mostly is in the others. Told by what the surroundings have already decided, which is
 * more than {@link DocumentWords} knows. Filled by one thread before it is read.
 */
final class DocumentContexts {

    private static final float LEAST = 0.01f;

    private static final int ALONE = 1;
    private static final int AFTER = 2;
    private static final int BEFORE = 3;
    private static final int KIND_BITS = 2;
    private static final int LETTER_BITS = 32;

    // Open addressing; no key is 0.
    private long[] keys;
    private float[] counts;
    private int size;

    /** Nothing known yet. */
    DocumentContexts() {
        this(new long[1 << 12], new float[1 << 12], 0);
    }

    private DocumentContexts(long[] keys, float[] counts, int size) {
        this.keys = keys;
        this.counts = counts;
        this.size = size;
    }

    /** What some stretches seem to say. */
    static DocumentContexts of(List<ContextRescoring.Weighed> stretches) {
        DocumentContexts contexts = new DocumentContexts();
        stretches.forEach(contexts::add);
        return contexts;
    }

    /** The same, to be filled further. */
    DocumentContexts copy() {
        return new DocumentContexts(keys.clone(), counts.clone(), size);
    }

    /** Adds what a stretch seems to say: each reading of a word in doubt by its likelihood, the others as they are. */
    void add(ContextRescoring.Weighed stretch) {
        PathWords path = stretch.path();
        int next = 0;
        for (int place = 0; place < path.size(); place++) {
            List<ContextRescoring.WeighedWord> inDoubt = stretch.words();
            if (next < inDoubt.size() && inDoubt.get(next).doubt().place() == place) {
                add(path, inDoubt.get(next++));
            } else if (path.word(place) >= Vocabulary.FIRST_WORD) {
                add(path, place, path.word(place), 1);
            }
        }
    }

    private void add(PathWords path, ContextRescoring.WeighedWord word) {
        float[] shares = DocumentWords.shares(word.scores());
        for (int k = 0; k < shares.length; k++) {
            if (shares[k] > LEAST) {
                add(path, word.doubt().place(), word.doubt().words()[k], shares[k]);
            }
        }
    }

    private void add(PathWords path, int place, int word, float share) {
        add(key(ALONE, word, 0), share);
        add(key(AFTER, word, path.letters(place - 1)), share);
        add(key(BEFORE, word, path.letters(place + 1)), share);
    }

    /**
     * How often the readings of a word seem to stand in the rest of the text: for each reading by itself, after what stands
     * before it here, and before what stands after it here.
     *
     * @param path the word's surroundings
     * @param word with its readings, counted here or not yet
     */
    float[][] elsewhere(PathWords path, ContextRescoring.WeighedWord word) {
        int place = word.doubt().place();
        float[] shares = DocumentWords.shares(word.scores());
        float[][] out = new float[shares.length][];
        for (int k = 0; k < out.length; k++) {
            out[k] = elsewhere(path, place, word.doubt().words()[k], shares[k]);
        }
        return out;
    }

    /**
     * How often a word seems to stand in the rest of the text: by itself, after what stands before it here, and before what
     * stands after it here.
     *
     * @param path the surroundings
     * @param place where it may stand
     * @param word the word
     * @param share how much it was counted for this place itself
     */
    float[] elsewhere(PathWords path, int place, int word, float share) {
        float own = share > LEAST ? share : 0;
        return new float[] {
            count(key(ALONE, word, 0), own),
            count(key(AFTER, word, path.letters(place - 1)), own),
            count(key(BEFORE, word, path.letters(place + 1)), own)
        };
    }

    private static long key(int kind, int word, int letters) {
        return ((long) word << KIND_BITS | kind) << LETTER_BITS | letters & 0xFFFFFFFFL;
    }

    private float count(long key, float own) {
        return Math.max(0, counts[index(keys, key)] - own);
    }

    private void add(long key, float share) {
        int index = index(keys, key);
        if (keys[index] == 0) {
            if (2 * ++size > keys.length) {
                grow();
                index = index(keys, key);
            }
            keys[index] = key;
        }
        counts[index] += share;
    }

    // Where a key is or would be.
    private static int index(long[] keys, long key) {
        int index = (int) (key * 0x9E3779B97F4A7C15L >>> Long.SIZE - Integer.numberOfTrailingZeros(keys.length));
        while (keys[index] != 0 && keys[index] != key) {
            index = index + 1 & keys.length - 1;
        }
        return index;
    }

    private void grow() {
        long[] more = new long[2 * keys.length];
        float[] moreCounts = new float[more.length];
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != 0) {
                int index = index(more, keys[i]);
                more[index] = keys[i];
                moreCounts[index] = counts[i];
            }
        }
        keys = more;
        counts = moreCounts;
    }
}
