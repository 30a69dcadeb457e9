package vn.trich.models.train;

import java.util.Arrays;

/** N-grams of one length, each packed into a long of 16 bits a word, sorted, with their counts. */
final class CountedNgrams {

    final long[] keys;
    final int[] counts;

    CountedNgrams(long[] keys, int[] counts) {
        this.keys = keys;
        this.counts = counts;
    }

    /** Counts all n-grams of {@code order} in a sequence of word numbers; each occurrence counts {@code weight}. */
    static CountedNgrams of(char[] sequence, int length, int order, int weight) {
        int n = Math.max(0, length - order + 1);
        long[] keys = new long[n];
        long mask = order == 4 ? -1L : (1L << 16 * order) - 1;
        long key = 0;
        for (int i = 0; i < length; i++) {
            key = (key << 16 | sequence[i]) & mask;
            if (i >= order - 1) {
                keys[i - order + 1] = key;
            }
        }
        return counted(keys, weight);
    }

    /** Sorts the keys as unsigned numbers and counts equal ones. The array is used up. */
    static CountedNgrams counted(long[] keys, int weight) {
        for (int i = 0; i < keys.length; i++) {
            keys[i] ^= Long.MIN_VALUE;
        }
        Arrays.sort(keys);
        int[] counts = new int[keys.length];
        int n = 0;
        for (int i = 0; i < keys.length; i++) {
            long key = keys[i] ^ Long.MIN_VALUE;
            if (n > 0 && keys[n - 1] == key) {
                counts[n - 1] += weight;
            } else {
                keys[n] = key;
                counts[n++] = weight;
            }
        }
        return new CountedNgrams(Arrays.copyOf(keys, n), Arrays.copyOf(counts, n));
    }

    /** The union of two countings, counts added. */
    CountedNgrams plus(CountedNgrams other) {
        long[] allKeys = new long[keys.length + other.keys.length];
        int[] allCounts = new int[allKeys.length];
        int i = 0;
        int j = 0;
        int n = 0;
        while (i < keys.length || j < other.keys.length) {
            int order =
                    i == keys.length ? 1 : j == other.keys.length ? -1 : Long.compareUnsigned(keys[i], other.keys[j]);
            allKeys[n] = order <= 0 ? keys[i] : other.keys[j];
            allCounts[n++] = (order <= 0 ? counts[i] : 0) + (order >= 0 ? other.counts[j] : 0);
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return new CountedNgrams(Arrays.copyOf(allKeys, n), Arrays.copyOf(allCounts, n));
    }

    /** For the n-grams one shorter: by how many different words each is preceded. */
    CountedNgrams continuations(int order) {
        long mask = (1L << 16 * (order - 1)) - 1;
        long[] suffixes = new long[keys.length];
        for (int i = 0; i < keys.length; i++) {
            suffixes[i] = keys[i] & mask;
        }
        return counted(suffixes, 1);
    }

    /** Position of a key, or -1. */
    int find(long key) {
        int low = 0;
        int high = keys.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = Long.compareUnsigned(keys[middle], key);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }
}
