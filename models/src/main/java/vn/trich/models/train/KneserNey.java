package vn.trich.models.train;

/**
 * Interpolated Kneser-Ney smoothing with three discounts (Chen and Goodman 1999). Probabilities of all seen n-grams of every
 * order; what is pruned afterwards is left to {@link ModelPruning}.
 */
final class KneserNey {

    private KneserNey() {}

    /** Probabilities of words by themselves. */
    static float[] unigrams(CountedNgrams counted, int vocabularySize) {
        float[] p = new float[vocabularySize];
        long total = 0;
        for (int count : counted.counts) {
            total += count;
        }
        double discount = 0.5;
        double left = discount * counted.keys.length / total;
        for (int i = 0; i < p.length; i++) {
            p[i] = (float) (left / vocabularySize);
        }
        for (int i = 0; i < counted.keys.length; i++) {
            p[(int) counted.keys[i]] += (float) ((counted.counts[i] - discount) / total);
        }
        return p;
    }

    /**
     * Probabilities of n-grams, in the order of their keys.
     *
     * @param counted n-grams of this order
     * @param order from 2
     * @param lower n-grams one shorter; for order 2 unused
     * @param lowerProbabilities theirs, by position, or by word number for order 2
     */
    static float[] probabilities(CountedNgrams counted, int order, CountedNgrams lower, float[] lowerProbabilities) {
        double[] discounts = discounts(counted);
        float[] p = new float[counted.keys.length];
        long mask = (1L << 16 * (order - 1)) - 1;
        int begin = 0;
        while (begin < p.length) {
            int end = begin;
            long total = 0;
            double left = 0;
            while (end < p.length && counted.keys[end] >>> 16 == counted.keys[begin] >>> 16) {
                total += counted.counts[end];
                left += discounts[Math.min(3, counted.counts[end])];
                end++;
            }
            for (int i = begin; i < end; i++) {
                long suffix = counted.keys[i] & mask;
                float below = lowerProbabilities[order == 2 ? (int) suffix : lower.find(suffix)];
                double own = counted.counts[i] - discounts[Math.min(3, counted.counts[i])];
                p[i] = (float) ((own + left * below) / total);
            }
            begin = end;
        }
        return p;
    }

    private static double[] discounts(CountedNgrams counted) {
        long[] n = new long[5];
        for (int count : counted.counts) {
            if (count <= 4) {
                n[count]++;
            }
        }
        double y = (double) n[1] / Math.max(1, n[1] + 2 * n[2]);
        double[] d = {
            0,
            1 - 2 * y * n[2] / Math.max(1, n[1]),
            2 - 3 * y * n[3] / Math.max(1, n[2]),
            3 - 4 * y * n[4] / Math.max(1, n[3])
        };
        // Weighted counts have gaps; keep the discounts within what plain counts give.
        d[1] = Math.min(0.9, Math.max(0.5, d[1]));
        d[2] = Math.min(1.4, Math.max(0.8, d[2]));
        d[3] = Math.min(1.8, Math.max(1.0, d[3]));
        return d;
    }
}
