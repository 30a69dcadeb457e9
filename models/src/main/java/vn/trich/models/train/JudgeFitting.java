package vn.trich.models.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntConsumer;
import vn.trich.models.restore.ReadingJudge;

/**
 * Fits a {@link ReadingJudge}: cross entropy of the right reading by stochastic gradients (Adam, Kingma and Ba 2015) with a rate
 * that falls to nothing; weights may be drawn to nothing as well (Loshchilov and Hutter, "Decoupled Weight Decay
 * Regularization", 2019). The same examples give the same judge.
 */
final class JudgeFitting {

    private static final int ROUNDS = 12;
    private static final int BATCH = 256;
    private static final double RATE = 5e-3;
    private static final double FIRST_MEAN = 0.9;
    private static final double SQUARE_MEAN = 0.999;
    private static final double LITTLE = 1e-8;

    private final List<Example> examples;
    private final Shape shape;
    private final int witnesses;
    // A hidden unit's numbers: its bias, its output, its factors.
    private final int unitLength;
    private final double[] mean;
    private final double[] spread;
    private final double[] weights;
    private final double[] slopes;
    private final double[] slopeMeans;
    private final double[] squareMeans;
    private int steps;

    /**
     * A word whose readings are known.
     *
     * @param witnesses for each reading, what is said for it
     * @param right which is the right one
     */
    record Example(float[][] witnesses, int right) {}

    /**
     * What kind of judge to fit.
     *
     * @param units how many hidden units it has
     * @param decay how strongly weights are drawn to nothing in each step, beside its rate; 0 for not at all
     */
    record Shape(int units, double decay) {}

    /**
     * @param shape what kind of judge
     * @param examples at least one, all with the same number of witnesses, of which the first is how good a reading is without a
     *     judge, a logarithm
     */
    JudgeFitting(Shape shape, List<Example> examples) {
        this.shape = shape;
        this.examples = new ArrayList<>(examples);
        witnesses = examples.get(0).witnesses[0].length;
        unitLength = 2 + witnesses;
        mean = new double[witnesses];
        spread = new double[witnesses];
        weights = new double[witnesses + shape.units * unitLength];
        slopes = new double[weights.length];
        slopeMeans = new double[weights.length];
        squareMeans = new double[weights.length];
        measure();
        Random random = new Random(1);
        double most = 1 / Math.sqrt(witnesses);
        // What was found so far, and nothing else, is where it starts from.
        weights[0] = 1;
        for (int unit = 0; unit < shape.units; unit++) {
            for (int i = 0; i < unitLength; i++) {
                weights[witnesses + unit * unitLength + i] = i == 1 ? 0 : most * (2 * random.nextDouble() - 1);
            }
        }
    }

    // Hidden units are shown all witnesses on one scale.
    private void measure() {
        long n = 0;
        for (Example example : examples) {
            for (float[] reading : example.witnesses) {
                n++;
                for (int i = 0; i < witnesses; i++) {
                    mean[i] += reading[i];
                    spread[i] += (double) reading[i] * reading[i];
                }
            }
        }
        for (int i = 0; i < witnesses; i++) {
            mean[i] /= n;
            spread[i] = Math.sqrt(Math.max(LITTLE, spread[i] / n - mean[i] * mean[i]));
        }
    }

    /**
     * The judge, fitted.
     *
     * @param told is told after each round how many examples were wrong before they were learnt
     */
    ReadingJudge fitted(IntConsumer told) {
        Random random = new Random(2);
        for (int round = 0; round < ROUNDS; round++) {
            Collections.shuffle(examples, random);
            int wrong = 0;
            for (int from = 0; from < examples.size(); from += BATCH) {
                List<Example> batch = examples.subList(from, Math.min(examples.size(), from + BATCH));
                for (Example example : batch) {
                    wrong += learn(example) ? 0 : 1;
                }
                step(RATE * (1 - (round + (double) from / examples.size()) / ROUNDS), batch.size());
            }
            told.accept(wrong);
        }
        return judge();
    }

    // Adds to the slopes; whether the judge was right.
    private boolean learn(Example example) {
        int n = example.witnesses.length;
        double[] scores = new double[n];
        int best = 0;
        for (int k = 0; k < n; k++) {
            scores[k] = score(example.witnesses[k]);
            best = scores[k] > scores[best] ? k : best;
        }
        double sum = 0;
        double highest = scores[best];
        for (int k = 0; k < n; k++) {
            scores[k] = Math.exp(scores[k] - highest);
            sum += scores[k];
        }
        for (int k = 0; k < n; k++) {
            double slope = scores[k] / sum - (k == example.right ? 1 : 0);
            addSlopes(example.witnesses[k], slope);
        }
        return best == example.right;
    }

    private double score(float[] reading) {
        double score = 0;
        for (int i = 0; i < witnesses; i++) {
            score += weights[i] * reading[i];
        }
        for (int unit = witnesses; unit < weights.length; unit += unitLength) {
            score += weights[unit + 1] * Math.max(0, hidden(unit, reading));
        }
        return score;
    }

    private double hidden(int unit, float[] reading) {
        double sum = weights[unit];
        for (int i = 0; i < witnesses; i++) {
            sum += weights[unit + 2 + i] * (reading[i] - mean[i]) / spread[i];
        }
        return sum;
    }

    private void addSlopes(float[] reading, double slope) {
        for (int i = 0; i < witnesses; i++) {
            slopes[i] += slope * reading[i];
        }
        for (int unit = witnesses; unit < weights.length; unit += unitLength) {
            double hidden = hidden(unit, reading);
            if (hidden > 0) {
                double inner = slope * weights[unit + 1];
                slopes[unit] += inner;
                slopes[unit + 1] += slope * hidden;
                for (int i = 0; i < witnesses; i++) {
                    slopes[unit + 2 + i] += inner * (reading[i] - mean[i]) / spread[i];
                }
            }
        }
    }

    private void step(double rate, int count) {
        steps++;
        double first = 1 - Math.pow(FIRST_MEAN, steps);
        double second = 1 - Math.pow(SQUARE_MEAN, steps);
        for (int i = 0; i < weights.length; i++) {
            double slope = slopes[i] / count;
            slopeMeans[i] += (1 - FIRST_MEAN) * (slope - slopeMeans[i]);
            squareMeans[i] += (1 - SQUARE_MEAN) * (slope * slope - squareMeans[i]);
            weights[i] -= rate * shape.decay * weights[i];
            weights[i] -= rate * slopeMeans[i] / first / (Math.sqrt(squareMeans[i] / second) + LITTLE);
        }
        Arrays.fill(slopes, 0);
    }

    // With the scale of the witnesses as they come.
    private ReadingJudge judge() {
        float[] straight = new float[witnesses];
        float[][] hidden = new float[shape.units][witnesses];
        float[] bias = new float[shape.units];
        float[] output = new float[shape.units];
        for (int i = 0; i < witnesses; i++) {
            straight[i] = (float) weights[i];
        }
        for (int unit = 0; unit < shape.units; unit++) {
            int at = witnesses + unit * unitLength;
            double all = weights[at];
            for (int i = 0; i < witnesses; i++) {
                double factor = weights[at + 2 + i] / spread[i];
                hidden[unit][i] = (float) factor;
                all -= factor * mean[i];
            }
            bias[unit] = (float) all;
            output[unit] = (float) weights[at + 1];
        }
        return new ReadingJudge(straight, hidden, bias, output);
    }
}
