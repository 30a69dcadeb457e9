package vn.trich.models.train;

import java.util.Arrays;
import java.util.BitSet;
import vn.trich.models.language.LanguageModel;
import vn.trich.models.language.Vocabulary;

/**
 * Makes a small back-off model of a large interpolated one: drops n-grams that say little more than their shorter form
 * (weighted difference, Seymore and Rosenfeld 1996), works out the back-off weights, rounds to 256 steps.
 */
final class ModelPruning {

    private static final int ORDER = LanguageModel.ORDER;

    private final CountedNgrams[] ngrams;
    private final float[][] probabilities;
    private final BitSet[] kept = new BitSet[ORDER + 1];

    /**
     * @param ngrams by order, from 1; order 1 unused
     * @param probabilities by order; order 1 by word number
     */
    ModelPruning(CountedNgrams[] ngrams, float[][] probabilities) {
        this.ngrams = ngrams;
        this.probabilities = probabilities;
    }

    /**
     * @param vocabulary the words
     * @param capitals see {@link LanguageModel#of}
     * @param thresholds by order: least gain, count times difference of logarithms, for which an n-gram stays
     * @param leastCounts by order: least count
     */
    LanguageModel prune(Vocabulary vocabulary, byte[] capitals, double[] thresholds, int[] leastCounts) {
        for (int order = ORDER; order >= 2; order--) {
            if (kept[order] == null) {
                kept[order] = new BitSet();
            }
            keepWorthy(order, thresholds[order], leastCounts[order]);
            if (order > 2) {
                keepPrefixes(order);
            }
        }
        long[][] keys = new long[ORDER + 1][];
        float[][] p = new float[ORDER + 1][];
        for (int order = 2; order <= ORDER; order++) {
            compact(order, keys, p);
        }
        p[1] = probabilities[1];
        LanguageModel.Levels levels = new LanguageModel.Levels();
        levels.words[0] = new char[vocabulary.size()];
        for (int i = 0; i < vocabulary.size(); i++) {
            levels.words[0][i] = (char) i;
        }
        float[][] backoffs = new float[ORDER][];
        for (int order = 1; order < ORDER; order++) {
            backoffs[order] = backoffs(order, keys, p, backoffs);
            levels.backoffSteps[order - 1] = new float[256];
            levels.backoffs[order - 1] = quantised(backoffs[order], levels.backoffSteps[order - 1]);
        }
        for (int order = 1; order <= ORDER; order++) {
            float[] logs = new float[p[order].length];
            for (int i = 0; i < logs.length; i++) {
                logs[i] = (float) Math.log(p[order][i]);
            }
            levels.probabilitySteps[order - 1] = new float[256];
            levels.probabilities[order - 1] = quantised(logs, levels.probabilitySteps[order - 1]);
            if (order > 1) {
                levels.words[order - 1] = new char[keys[order].length];
                for (int i = 0; i < keys[order].length; i++) {
                    levels.words[order - 1][i] = (char) keys[order][i];
                }
            }
        }
        for (int order = 1; order < ORDER; order++) {
            levels.firstChild[order - 1] = firstChildren(order, keys, vocabulary.size());
        }
        return LanguageModel.of(vocabulary, capitals, levels);
    }

    private void keepWorthy(int order, double threshold, int leastCount) {
        CountedNgrams counted = ngrams[order];
        long mask = (1L << 16 * (order - 1)) - 1;
        for (int i = 0; i < counted.keys.length; i++) {
            if (counted.counts[i] < leastCount) {
                continue;
            }
            long suffix = counted.keys[i] & mask;
            float below = probabilities[order - 1][order == 2 ? (int) suffix : ngrams[order - 1].find(suffix)];
            if (counted.counts[i] * Math.abs(Math.log(probabilities[order][i] / below)) >= threshold) {
                kept[order].set(i);
            }
        }
    }

    private void keepPrefixes(int order) {
        kept[order - 1] = new BitSet();
        long last = -1;
        for (int i = kept[order].nextSetBit(0); i >= 0; i = kept[order].nextSetBit(i + 1)) {
            long prefix = ngrams[order].keys[i] >>> 16;
            if (prefix != last) {
                int at = ngrams[order - 1].find(prefix);
                // A prefix that stands only at a text's end has no entry of its own.
                if (at >= 0) {
                    kept[order - 1].set(at);
                } else {
                    kept[order].clear(i);
                    continue;
                }
                last = prefix;
            }
        }
    }

    private void compact(int order, long[][] keys, float[][] p) {
        int n = kept[order].cardinality();
        keys[order] = new long[n];
        p[order] = new float[n];
        int k = 0;
        for (int i = kept[order].nextSetBit(0); i >= 0; i = kept[order].nextSetBit(i + 1)) {
            keys[order][k] = ngrams[order].keys[i];
            p[order][k++] = probabilities[order][i];
        }
    }

    private static int[] firstChildren(int order, long[][] keys, int vocabularySize) {
        int nodes = order == 1 ? vocabularySize : keys[order].length;
        int[] first = new int[nodes + 1];
        int child = 0;
        for (int i = 0; i < nodes; i++) {
            long key = order == 1 ? i : keys[order][i];
            first[i] = child;
            while (child < keys[order + 1].length && keys[order + 1][child] >>> 16 == key) {
                child++;
            }
        }
        first[nodes] = child;
        if (child != keys[order + 1].length) {
            throw new IllegalStateException("an n-gram of order " + (order + 1) + " has no prefix");
        }
        return first;
    }

    private static float[] backoffs(int order, long[][] keys, float[][] p, float[][] lowerBackoffs) {
        int nodes = order == 1 ? p[1].length : keys[order].length;
        float[] logs = new float[nodes];
        int child = 0;
        for (int i = 0; i < nodes; i++) {
            long key = order == 1 ? i : keys[order][i];
            double above = 0;
            double below = 0;
            while (child < keys[order + 1].length && keys[order + 1][child] >>> 16 == key) {
                above += p[order + 1][child];
                below += lower(keys[order + 1][child], order, keys, p, lowerBackoffs);
                child++;
            }
            logs[i] = (float) Math.log(Math.max(1e-4, 1 - above) / Math.max(1e-4, 1 - below));
        }
        return logs;
    }

    // Probability, in the pruned model, of the last word of a key after the words before it but the first.
    private static double lower(long key, int order, long[][] keys, float[][] p, float[][] backoffs) {
        double factor = 1;
        for (int k = order; k >= 2; k--) {
            long suffix = key & (1L << 16 * k) - 1;
            int at = Arrays.binarySearch(keys[k], suffix);
            if (at >= 0) {
                return factor * p[k][at];
            }
            long context = suffix >>> 16;
            int contextAt = k == 2 ? (int) context : Arrays.binarySearch(keys[k - 1], context);
            factor *= contextAt < 0 ? 1 : Math.exp(backoffs[k - 1][contextAt]);
        }
        return factor * p[1][(int) (key & 0xFFFF)];
    }

    // 256 steps of equal share, each the mean of its values.
    private static byte[] quantised(float[] values, float[] steps) {
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        float[] upper = new float[256];
        for (int s = 0; s < 256; s++) {
            int from = (int) ((long) sorted.length * s / 256);
            int to = Math.max(from + 1, (int) ((long) sorted.length * (s + 1) / 256));
            double sum = 0;
            int n = 0;
            for (int i = from; i < to && i < sorted.length; i++, n++) {
                sum += sorted[i];
            }
            steps[s] = n == 0 ? (s == 0 ? 0 : steps[s - 1]) : (float) (sum / n);
            upper[s] = sorted.length == 0 ? 0 : sorted[Math.min(sorted.length, to) - 1];
        }
        byte[] out = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            int low = 0;
            int high = 255;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (upper[middle] < values[i]) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            out[i] = (byte) low;
        }
        return out;
    }
}
