package vn.trich.pipeline.command.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Additive logistic regression by steps: in each round the one sign and threshold whose step lowers the loss most is
 * added, shrunk (Friedman, Hastie, Tibshirani: Additive logistic regression, 2000; Friedman: Greedy function
 * approximation, 2001). Deterministic.
 */
final class BoostedSteps {

    private static final double SHRINK = 0.15;
    /** Steps from fewer samples than this on one side are not taken. */
    private static final int LEAST = 12;
    /** Damps what few samples say. */
    private static final double PRIOR = 4;

    private static final int CUTS = 24;

    private final List<Map<String, Double>> signs;
    private final boolean[] wrong;
    private final double[] weights;
    private final double[] sums;
    private final Map<String, double[]> cuts = new TreeMap<>();
    private final Map<String, int[]> bins = new TreeMap<>();
    private final Map<String, Map<Double, double[]>> steps = new TreeMap<>();
    private final double start;

    /** Prepares to learn from samples, which weigh as given. */
    BoostedSteps(List<Map<String, Double>> signs, boolean[] wrong, double[] weights) {
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
    BoostedSteps learn(int rounds) {
        for (int round = 0; round < rounds; round++) {
            step();
        }
        return this;
    }

    private void step() {
        double[] gradient = new double[wrong.length];
        double[] curve = new double[wrong.length];
        for (int i = 0; i < wrong.length; i++) {
            double p = 1 / (1 + Math.exp(-sums[i]));
            gradient[i] = weights[i] * ((wrong[i] ? 1 : 0) - p);
            curve[i] = weights[i] * p * (1 - p);
        }
        Choice best = null;
        for (String name : cuts.keySet()) {
            Choice choice = choice(name, gradient, curve);
            if (choice != null && (best == null || choice.gain() > best.gain())) {
                best = choice;
            }
        }
        if (best != null) {
            take(best);
        }
    }

    /** The best step of one sign; {@code null} if none is allowed. */
    private Choice choice(String name, double[] gradient, double[] curve) {
        double[] at = cuts.get(name);
        int[] places = bins.get(name);
        double[] g = new double[at.length + 1];
        double[] h = new double[at.length + 1];
        int[] n = new int[at.length + 1];
        for (int i = 0; i < places.length; i++) {
            g[places[i]] += gradient[i];
            h[places[i]] += curve[i];
            n[places[i]]++;
        }
        double allG = Arrays.stream(g).sum();
        double allH = Arrays.stream(h).sum();
        Choice best = null;
        double belowG = 0;
        double belowH = 0;
        int below = 0;
        for (int cut = 0; cut < at.length; cut++) {
            belowG += g[cut];
            belowH += h[cut];
            below += n[cut];
            double low = belowG / (belowH + PRIOR);
            double high = (allG - belowG) / (allH - belowH + PRIOR);
            double gain = belowG * low + (allG - belowG) * high;
            if (Math.min(below, places.length - below) >= LEAST && (best == null || gain > best.gain())) {
                best = new Choice(name, cut, gain, low, high);
            }
        }
        return best;
    }

    private void take(Choice choice) {
        double[] total = steps.computeIfAbsent(choice.name(), name -> new TreeMap<>())
                .computeIfAbsent(cuts.get(choice.name())[choice.cut()], cut -> new double[2]);
        total[0] += SHRINK * choice.low();
        total[1] += SHRINK * choice.high();
        int[] places = bins.get(choice.name());
        for (int i = 0; i < places.length; i++) {
            sums[i] += SHRINK * (places[i] > choice.cut() ? choice.high() : choice.low());
        }
    }

    private record Choice(String name, int cut, double gain, double low, double high) {}

    /** How likely a sample with these signs is wrong. */
    double wrong(Map<String, Double> sample) {
        double sum = start;
        for (Map.Entry<String, Map<Double, double[]>> sign : steps.entrySet()) {
            for (Map.Entry<Double, double[]> step : sign.getValue().entrySet()) {
                sum += step.getValue()[sample.getOrDefault(sign.getKey(), 0.0) > step.getKey() ? 1 : 0];
            }
        }
        return 1 / (1 + Math.exp(-sum));
    }

    /** The model in the form that the stage reads, without the probability from which records are flagged. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "start\t%.4f", start));
        steps.forEach((name, cutsOf) -> cutsOf.forEach((cut, step) ->
                lines.add(String.format(Locale.ROOT, "step\t%s\t%.5f\t%.4f\t%.4f", name, cut, step[0], step[1]))));
        return lines;
    }
}
