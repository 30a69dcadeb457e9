package vn.trich.pipeline.command.train;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import vn.trich.pipeline.command.train.TaskSamples.Sample;

/**
 * Learns how likely a task record is wrong, and measures it on documents held back:
 * {@code ReviewTraining PAGES MODEL FOLDER... + FOLDER... -- FOLDER...}. PAGES keeps pages that were read; MODEL is written;
 * of the folders, as {@code trich generate} writes them, the first ones teach and tell how many are flagged, those after
 * {@code +}, whose kept pages were read by recognisers of before, teach only, and those after {@code --} are held back.
 *
 * <p>The number of rounds and the probability from which records are flagged are chosen on the teaching documents, each
 * judged by a model that was taught by others.
 */
public final class ReviewTraining {

    private static final int FOLDS = 5;
    private static final int[] ROUNDS = {120, 160, 200, 250, 300, 360, 450};
    /** The share of records of generated fair scans that people are asked to look at: real ones, at most a quarter, are asked about oftener. */
    private static final double MOST_FLAGGED = 0.17;

    /** Doubts that were right nearly always, or that are for a person to settle whatever the odds. */
    private static final List<String> ALWAYS = List.of(
            "cut off",
            "due before date",
            "due odd",
            "due unread",
            "no lead",
            "no task",
            "rows run together",
            "unit unknown",
            "units run together");

    private static final int BINS = 10;

    private final PrintStream out;

    private ReviewTraining(PrintStream out) {
        this.out = out;
    }

    /** Runs the training. */
    public static void main(String[] arguments) throws IOException {
        List<String> all = List.of(arguments);
        int bar = all.indexOf("--");
        int plus = all.indexOf("+") < 0 ? bar : all.indexOf("+");
        if (bar < 3 || plus > bar) {
            System.err.println("usage: ReviewTraining PAGES MODEL FOLDER... + FOLDER... -- FOLDER...");
            System.exit(2);
        }
        try (TaskSamples reading = new TaskSamples(Path.of(all.get(0)))) {
            List<Sample> teaching = samples(reading, all.subList(2, plus));
            int telling = teaching.size();
            teaching.addAll(samples(reading, all.subList(Math.min(bar, plus + 1), bar)));
            ReviewTraining training = new ReviewTraining(System.out);
            BoostedTrees model = training.train(teaching, telling, Path.of(all.get(1)));
            for (String folder : all.subList(bar + 1, all.size())) {
                List<Sample> held = reading.read(Path.of(folder));
                training.report(folder, held, sample -> model.wrong(sample.signs()));
            }
        }
    }

    private static List<Sample> samples(TaskSamples reading, List<String> folders) throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (String folder : folders) {
            samples.addAll(reading.read(Path.of(folder)));
        }
        return samples;
    }

    /** Teaches by all samples; the first ones, so many, tell from where on records are flagged. */
    private BoostedTrees train(List<Sample> teaching, int telling, Path file) throws IOException {
        int best = ROUNDS[0];
        double least = Double.MAX_VALUE;
        Map<Integer, double[]> crossed = new TreeMap<>();
        crossed.putAll(crossed(teaching));
        for (Map.Entry<Integer, double[]> each : crossed.entrySet()) {
            double loss = loss(teaching, each.getValue());
            out.printf(Locale.ROOT, "%d rounds: loss %.4f%n", each.getKey(), loss);
            if (loss < least - 1e-4) {
                least = loss;
                best = each.getKey();
            }
        }
        double[] p = crossed.get(best);
        double flag = threshold(teaching.subList(0, telling), p);
        Map<Sample, Double> judged = new IdentityHashMap<>();
        for (int i = 0; i < p.length; i++) {
            judged.put(teaching.get(i), p[i]);
        }
        flagFrom = flag;
        Map<String, List<Sample>> states = new TreeMap<>();
        report("those that tell, each judged by a model taught by others", teaching.subList(0, telling), judged::get);
        teaching.forEach(sample ->
                states.computeIfAbsent(state(sample), key -> new ArrayList<>()).add(sample));
        states.forEach(
                (state, samples) -> report("each judged by a model taught by others, " + state, samples, judged::get));
        BoostedTrees model = steps(teaching).learn(best);
        List<String> lines = new ArrayList<>();
        lines.add(
                "# How likely a task record is wrong, by its signs. Learnt by vn.trich.pipeline.command.train.ReviewTraining");
        lines.add("# from " + teaching.size() + " records of generated documents; do not edit.");
        lines.addAll(model.lines());
        lines.add(String.format(Locale.ROOT, "flag\t%.4f", flag));
        ALWAYS.forEach(doubt -> lines.add("always\t" + doubt));
        Files.writeString(file, String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
        return model;
    }

    private double flagFrom;

    private static BoostedTrees steps(List<Sample> samples) {
        boolean[] wrong = new boolean[samples.size()];
        double[] weights = new double[samples.size()];
        Map<String, Integer> ofFile = new TreeMap<>();
        samples.forEach(sample -> ofFile.merge(sample.file(), 1, Integer::sum));
        for (int i = 0; i < wrong.length; i++) {
            wrong[i] = samples.get(i).wrong();
            // A document of a hundred rows teaches little more than one of thirty: its rows fail together.
            weights[i] = Math.min(1, 30.0 / ofFile.get(samples.get(i).file()));
        }
        return new BoostedTrees(samples.stream().map(Sample::signs).toList(), wrong, weights);
    }

    /** How likely each is wrong by a model taught by the documents of the other folds, by number of rounds. */
    private static Map<Integer, double[]> crossed(List<Sample> samples) {
        Map<Integer, double[]> crossed = new TreeMap<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int held = fold;
            BoostedTrees model = steps(
                    samples.stream().filter(sample -> foldOf(sample) != held).toList());
            int done = 0;
            for (int rounds : ROUNDS) {
                model.learn(rounds - done);
                done = rounds;
                double[] p = crossed.computeIfAbsent(rounds, key -> new double[samples.size()]);
                for (int i = 0; i < p.length; i++) {
                    if (foldOf(samples.get(i)) == held) {
                        p[i] = model.wrong(samples.get(i).signs());
                    }
                }
            }
        }
        return crossed;
    }

    private static int foldOf(Sample sample) {
        return Math.floorMod(sample.file().hashCode(), FOLDS);
    }

    private static double loss(List<Sample> samples, double[] p) {
        double loss = 0;
        for (int i = 0; i < p.length; i++) {
            loss -= Math.log(Math.max(1e-6, samples.get(i).wrong() ? p[i] : 1 - p[i]));
        }
        return loss / p.length;
    }

    /** The probability from which records must be flagged for the wanted share of those of fair scans to be, doubts counted. */
    private static double threshold(List<Sample> samples, double[] p) {
        double[] fair = IntStream.range(0, samples.size())
                .filter(i -> state(samples.get(i)).equals("fair"))
                .mapToDouble(i -> always(samples.get(i)) ? 1 : p[i])
                .sorted()
                .toArray();
        return fair.length == 0 ? 0.5 : fair[(int) Math.round((fair.length - 1) * (1 - MOST_FLAGGED))];
    }

    private static boolean always(Sample sample) {
        return ALWAYS.stream().anyMatch(doubt -> sample.signs().containsKey("doubt: " + doubt));
    }

    /** {@code fair} of {@code kh-001-2020.fair.pdf}. */
    private static String state(Sample sample) {
        String[] parts = sample.file().split("\\.");
        return parts.length < 3 ? "" : parts[parts.length - 2];
    }

    private void report(String name, List<Sample> samples, ToDoubleFunction<Sample> wrong) {
        if (samples.isEmpty()) {
            return;
        }
        long bad = samples.stream().filter(Sample::wrong).count();
        out.printf(Locale.ROOT, "%s: %d records, %d wrong%n", name, samples.size(), bad);
        out.printf(
                Locale.ROOT,
                "  model: %s%n",
                caught(samples, bad, s -> wrong.applyAsDouble(s) >= flagFrom || always(s)));
        out.printf(Locale.ROOT, "  as it was: %s%n", caught(samples, bad, Sample::flagged));
        out.printf(
                Locale.ROOT,
                "  calibration error %.3f, as it was %.3f%n",
                calibrationError(samples, wrong),
                calibrationError(samples, s -> 1 - s.confidence()));
        List<Sample> sorted = new ArrayList<>(samples);
        sorted.sort((a, b) -> Double.compare(wrong.applyAsDouble(b), wrong.applyAsDouble(a)));
        StringBuilder curve = new StringBuilder("  caught at shares flagged:");
        for (int percent : new int[] {5, 10, 15, 20, 25, 30, 40}) {
            long hit = sorted.subList(0, samples.size() * percent / 100).stream()
                    .filter(Sample::wrong)
                    .count();
            curve.append(String.format(Locale.ROOT, " %d%% %.2f", percent, bad == 0 ? 1 : (double) hit / bad));
        }
        out.println(curve);
    }

    private static String caught(List<Sample> samples, long bad, Predicate<Sample> flags) {
        long flagged = samples.stream().filter(flags).count();
        long hit = samples.stream().filter(Sample::wrong).filter(flags).count();
        return String.format(
                Locale.ROOT,
                "caught %.3f, flagged %.3f",
                bad == 0 ? 1 : (double) hit / bad,
                (double) flagged / samples.size());
    }

    /** Mean gap between how likely records are said to be wrong and how many are, over bins of equal size. */
    private static double calibrationError(List<Sample> samples, ToDoubleFunction<Sample> wrong) {
        List<Sample> sorted = new ArrayList<>(samples);
        sorted.sort((a, b) -> Double.compare(wrong.applyAsDouble(a), wrong.applyAsDouble(b)));
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            List<Sample> part = sorted.subList(sorted.size() * bin / BINS, sorted.size() * (bin + 1) / BINS);
            double said = part.stream().mapToDouble(wrong).sum();
            long are = part.stream().filter(Sample::wrong).count();
            error += Math.abs(said - are);
        }
        return error / sorted.size();
    }
}
