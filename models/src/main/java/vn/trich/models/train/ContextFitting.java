package vn.trich.models.train;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import vn.trich.models.restore.ContextExamples;
import vn.trich.models.restore.ContextModel;

/**
 * Fits the weights of a {@link ContextModel}: logistic regression over the readings of each place, by stochastic gradients
 * with a rate of its own for each weight (AdaGrad, Duchi et al. 2011); weights shrink towards 0 each time they are met.
 */
final class ContextFitting {

    private static final int INDEX_SHIFT = 32 - ContextModel.KEY_BITS;
    private static final float LITTLE = 0.005f;

    private final ContextSet examples;
    private final Settings settings;
    private final float[] weights = new float[1 << ContextModel.KEY_BITS];
    private final float[] squares = new float[1 << ContextModel.KEY_BITS];
    private final byte[] occurrences = new byte[1 << ContextModel.KEY_BITS];
    private final float[] dense = new float[ContextExamples.DENSE];
    private final float[] denseSquares = new float[ContextExamples.DENSE];
    private int[] order;

    /**
     * How to fit.
     *
     * @param rounds how often each example is met
     * @param rate of learning
     * @param shrink how much a weight shrinks each time it is met
     * @param least features met less often are left out
     */
    record Settings(int rounds, float rate, float shrink, int least) {}

    ContextFitting(ContextSet examples, Settings settings) {
        this.examples = examples;
        this.settings = settings;
        dense[0] = 1;
        dense[1] = 0.3f;
    }

    /** The weights, fitted, in a model of so many buckets. */
    ContextModel fitted(int bucketBits) {
        for (int e = 0; e < examples.size(); e++) {
            for (int k = 0; k < examples.candidates(e); k++) {
                for (int c = 0; c < examples.width(); c++) {
                    int index = examples.key(e, k, c) >>> INDEX_SHIFT;
                    occurrences[index] = (byte) Math.min(100, occurrences[index] + 1);
                }
            }
        }
        for (int round = 0; round < settings.rounds; round++) {
            round(round);
        }
        return model(bucketBits);
    }

    private void round(int round) {
        int wrong = 0;
        int wrongBefore = 0;
        // All examples once, in an order that mixes the documents.
        long stride = 2_654_435_761L;
        while (gcd(stride, examples.size()) != 1) {
            stride++;
        }
        for (long i = 1; i <= examples.size(); i++) {
            int example = (int) (i * stride % examples.size());
            float[] scores = scores(example);
            wrong += best(scores) == examples.right(example) ? 0 : 1;
            wrongBefore += examples.number(example, examples.right(example), 0) < 0 ? 1 : 0;
            step(example, scores);
        }
        System.out.printf(
                Locale.ROOT,
                "round %d: wrong before they were learnt %.4f, by the language model alone %.4f, dense weights %s%n",
                round,
                (double) wrong / examples.size(),
                (double) wrongBefore / examples.size(),
                Arrays.toString(dense));
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    private static int best(float[] scores) {
        int best = 0;
        for (int k = 1; k < scores.length; k++) {
            best = scores[k] > scores[best] ? k : best;
        }
        return best;
    }

    private float[] scores(int example) {
        float[] scores = new float[examples.candidates(example)];
        for (int k = 0; k < scores.length; k++) {
            float sum = 0;
            for (int d = 0; d < dense.length; d++) {
                sum += dense[d] * examples.number(example, k, d);
            }
            for (int c = 0; c < examples.width(); c++) {
                sum += weights[examples.key(example, k, c) >>> INDEX_SHIFT];
            }
            scores[k] = sum;
        }
        return scores;
    }

    private void step(int example, float[] scores) {
        float best = scores[best(scores)];
        double sum = 0;
        for (float score : scores) {
            sum += Math.exp(score - best);
        }
        for (int k = 0; k < scores.length; k++) {
            double p = Math.exp(scores[k] - best) / sum;
            float gradient = (float) (k == examples.right(example) ? 1 - p : -p);
            if (Math.abs(gradient) > LITTLE) {
                update(example, k, gradient);
            }
        }
    }

    private void update(int example, int candidate, float gradient) {
        for (int d = 0; d < dense.length; d++) {
            float g = gradient * examples.number(example, candidate, d);
            denseSquares[d] += g * g;
            dense[d] += (float) (0.02f * g / Math.sqrt(1 + denseSquares[d]));
        }
        for (int c = 0; c < examples.width(); c++) {
            int index = examples.key(example, candidate, c) >>> INDEX_SHIFT;
            if (occurrences[index] >= settings.least) {
                squares[index] += gradient * gradient;
                float rate = (float) (settings.rate / Math.sqrt(1 + squares[index]));
                float moved = weights[index] + rate * gradient;
                float shrink = rate * settings.shrink;
                weights[index] = moved > shrink ? moved - shrink : moved < -shrink ? moved + shrink : 0;
            }
        }
    }

    private ContextModel model(int bucketBits) {
        int[] used = IntStream.range(0, weights.length)
                .filter(i -> Math.abs(weights[i]) > 0.01f)
                .toArray();
        int room = 4 << bucketBits;
        long[] byWorth = new long[used.length];
        for (int i = 0; i < used.length; i++) {
            byWorth[i] = (long) Float.floatToIntBits(worth(used[i])) << 32 | used[i];
        }
        Arrays.sort(byWorth);
        int kept = Math.min(room, used.length);
        int[] keys = new int[kept];
        float[] values = new float[kept];
        for (int i = 0; i < kept; i++) {
            int index = (int) byWorth[used.length - 1 - i];
            keys[i] = index << INDEX_SHIFT;
            values[i] = weights[index];
        }
        System.out.println(used.length + " weights, kept " + kept);
        return ContextModel.of(bucketBits, dense, keys, values);
    }

    // What a weight does: how much, times how often it mattered.
    private float worth(int index) {
        return (float) (Math.abs(weights[index]) * Math.sqrt(Math.min(30, squares[index])));
    }
}
