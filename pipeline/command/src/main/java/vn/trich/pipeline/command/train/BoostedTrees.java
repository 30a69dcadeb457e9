package vn.trich.pipeline.command.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Additive logistic regression by small trees: in each round the sign and threshold whose step lowers the loss most, and on
 * either side of it the next such, are added, shrunk (Friedman, Hastie, Tibshirani: Additive logistic regression, 2000;
 * Friedman: Greedy function approximation, 2001). Each round sees a part of the samples and of the signs (Friedman:
 * Stochastic gradient boosting, 2002), always the same part, so that the same samples give the same trees.
 */
final class BoostedTrees {

    private static final double SHRINK = 0.08;
    /** Steps from fewer samples than this on one side are not taken. */
    private static final int LEAST = 10;
    /** Damps what few samples say. */
    private static final double PRIOR = 0.1;

    private static final int CUTS = 80;
    /** Shares of samples and of signs that a round sees. */
    private static final double SAMPLES = 0.7;

    private static final double SIGNS = 0.3;

    private final List<Map<String, Double>> signs;
    private final boolean[] wrong;
    private final double[] weights;
    private final double[] sums;
    private final Map<String, double[]> cuts = new TreeMap<>();
    private final Map<String, int[]> bins = new TreeMap<>();
    private final List<Tree> trees = new ArrayList<>();
    private final double start;
    private int rounds;

    /** Prepares to learn from samples, which weigh as given. */
    BoostedTrees(List<Map<String, Double>> signs, boolean[] wrong, double[] weights) {
        this.signs = signs;
        this.wrong = wrong;
        this.weights = weights;
        double bad = 0;
        double all = 0;
        for (int i = 0; i < wrong.length; i++) {
            bad += wrong[i] ? weights[i] : 0;
            all += weights[i];
        }
        start = Math.log((bad + 1) / (all - bad + 1));
        sums = new double[wrong.length];
        Arrays.fill(sums, start);
        TreeSet<String> names = new TreeSet<>();
        signs.forEach(sample -> names.addAll(sample.keySet()));
        for (String name : names) {
            double[] at = thresholds(name);
            cuts.put(name, at);
            bins.put(
                    name,
                    signs.stream()
                            .mapToInt(sample -> bin(at, sample.getOrDefault(name, 0.0)))
                            .toArray());
        }
    }

    /** How many thresholds the value is above. */
    private static int bin(double[] at, double value) {
        int bin = 0;
        while (bin < at.length && value > at[bin]) {
            bin++;
        }
        return bin;
    }

    private double[] thresholds(String name) {
        double[] values = signs.stream()
                .mapToDouble(s -> s.getOrDefault(name, 0.0))
                .sorted()
                .distinct()
                .toArray();
        List<Double> found = new ArrayList<>();
        int parts = Math.min(CUTS, values.length - 1);
        for (int i = 1; i <= parts; i++) {
            int at = (int) Math.round((double) i * (values.length - 1) / (parts + 1));
            double middle = (values[at] + values[Math.min(at + 1, values.length - 1)]) / 2;
            if (!found.contains(middle)) {
                found.add(middle);
            }
        }
        return found.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Learns for so many rounds. */
    BoostedTrees learn(int more) {
        for (int round = 0; round < more; round++) {
            step(new SplittableRandom(rounds++));
        }
        return this;
    }

    private void step(SplittableRandom random) {
        double[] gradient = new double[wrong.length];
        double[] curve = new double[wrong.length];
        for (int i = 0; i < wrong.length; i++) {
            double p = 1 / (1 + Math.exp(-sums[i]));
            gradient[i] = weights[i] * ((wrong[i] ? 1 : 0) - p);
            curve[i] = weights[i] * p * (1 - p);
        }
        int[] all = IntStream.range(0, wrong.length)
                .filter(i -> random.nextDouble() < SAMPLES)
                .toArray();
        Choice first = best(all, some(random), gradient, curve);
        if (first == null) {
            return;
        }
        int[] places = bins.get(first.name());
        Branch low = branch(
                IntStream.of(all).filter(i -> places[i] <= first.cut()).toArray(),
                some(random),
                gradient,
                curve,
                first.low());
        Branch high = branch(
                IntStream.of(all).filter(i -> places[i] > first.cut()).toArray(),
                some(random),
                gradient,
                curve,
                first.high());
        Tree tree = new Tree(first.name(), cuts.get(first.name())[first.cut()], low, high);
        trees.add(tree);
        for (int i = 0; i < sums.length; i++) {
            sums[i] += tree.of(signs.get(i));
        }
    }

    /** A part of the signs. */
    private List<String> some(SplittableRandom random) {
        return cuts.keySet().stream()
                .filter(name -> random.nextDouble() < SIGNS)
                .toList();
    }

    private Branch branch(int[] samples, List<String> seen, double[] gradient, double[] curve, double value) {
        Choice next = best(samples, seen, gradient, curve);
        return next == null
                ? new Branch("", 0, SHRINK * value, SHRINK * value)
                : new Branch(next.name(), cuts.get(next.name())[next.cut()], SHRINK * next.low(), SHRINK * next.high());
    }

    /** The best step of one of those signs over those samples; {@code null} if none is allowed. */
    private Choice best(int[] samples, List<String> seen, double[] gradient, double[] curve) {
        Choice best = null;
        for (String name : seen) {
            Choice choice = choice(name, samples, gradient, curve);
            if (choice != null && (best == null || choice.gain() > best.gain())) {
                best = choice;
            }
        }
        return best;
    }

    /** The best step of one sign; {@code null} if none is allowed. */
    private Choice choice(String name, int[] samples, double[] gradient, double[] curve) {
        double[] at = cuts.get(name);
        int[] places = bins.get(name);
        double[] g = new double[at.length + 1];
        double[] h = new double[at.length + 1];
        double[] w = new double[at.length + 1];
        int[] n = new int[at.length + 1];
        for (int i : samples) {
            g[places[i]] += gradient[i];
            h[places[i]] += curve[i];
            w[places[i]] += weights[i];
            n[places[i]]++;
        }
        double allG = Arrays.stream(g).sum();
        double allH = Arrays.stream(h).sum();
        double allW = Arrays.stream(w).sum();
        Choice best = null;
        double belowG = 0;
        double belowH = 0;
        double belowW = 0;
        int below = 0;
        for (int cut = 0; cut < at.length; cut++) {
            belowG += g[cut];
            belowH += h[cut];
            belowW += w[cut];
            below += n[cut];
            double low = belowG / (belowH + PRIOR);
            double high = (allG - belowG) / (allH - belowH + PRIOR);
            double apart = belowG / belowW - (allG - belowG) / (allW - belowW);
            double gain = belowW * (allW - belowW) / allW * apart * apart;
            if (Math.min(below, samples.length - below) >= LEAST && (best == null || gain > best.gain())) {
                best = new Choice(name, cut, gain, low, high);
            }
        }
        return best;
    }

    private record Choice(String name, int cut, double gain, double low, double high) {}

    private record Branch(String sign, double threshold, double below, double above) {

        double of(Map<String, Double> sample) {
            return sample.getOrDefault(sign, 0.0) > threshold ? above : below;
        }

        String line() {
            return String.format(
                    Locale.ROOT, "%s\t%.5f\t%.4f\t%.4f", sign.isEmpty() ? "-" : sign, threshold, below, above);
        }
    }

    private record Tree(String sign, double threshold, Branch low, Branch high) {

        double of(Map<String, Double> sample) {
            return sample.getOrDefault(sign, 0.0) > threshold ? high.of(sample) : low.of(sample);
        }
    }

    /** How likely a sample with these signs is wrong. */
    double wrong(Map<String, Double> sample) {
        return 1
                / (1
                        + Math.exp(-start
                                - trees.stream()
                                        .mapToDouble(tree -> tree.of(sample))
                                        .sum()));
    }

    /** The model in the form that the stage reads, without the probability from which records are flagged. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "start\t%.4f", start));
        trees.forEach(tree -> lines.add(String.format(Locale.ROOT, "tree\t%s\t%.5f", tree.sign(), tree.threshold())
                + "\t" + tree.low().line() + "\t" + tree.high().line()));
        return lines;
    }
}
