package vn.trich.pipeline.normalize;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How likely a record is wrong, by its signs: a sum of small trees, each of a sign above a threshold and of a second one on
 * either side of it, through the logistic function. Learnt from records of generated documents by {@code vn.trich.pipeline.command.train.ReviewTraining}. Immutable.
 */
final class ReviewModel {

    private static final String FILE = "review-model.tsv";
    /** Where a tree has no second sign. */
    private static final String NONE = "-";

    private final double start;
    private final double flagFrom;
    private final List<Tree> trees;
    private final Set<String> always;

    /** Reads the committed model. */
    ReviewModel() {
        this(RuleFile.read(FILE));
    }

    /**
     * Of these lines: {@code start VALUE}, {@code tree SIGN THRESHOLD}, followed by {@code SIGN THRESHOLD
     * BELOW ABOVE} for what is below and for what is above, {@code flag PROBABILITY} from which on records are flagged, {@code always DOUBT} for which they are flagged anyway.
     */
    ReviewModel(List<List<String>> lines) {
        double first = 0;
        double flag = 1;
        List<Tree> read = new ArrayList<>();
        Set<String> doubts = new TreeSet<>();
        for (List<String> line : lines) {
            switch (line.get(0)) {
                case "start" -> first = Double.parseDouble(line.get(1));
                case "flag" -> flag = Double.parseDouble(line.get(1));
                case "tree" ->
                    read.add(new Tree(
                            line.get(1),
                            Double.parseDouble(line.get(2)),
                            step(line.subList(3, 7)),
                            step(line.subList(7, 11))));
                case "always" -> doubts.add(line.get(1));
                default -> throw new IllegalStateException(FILE + ": " + line);
            }
        }
        start = first;
        flagFrom = flag;
        trees = List.copyOf(read);
        always = Set.copyOf(doubts);
    }

    /** How likely a record with these signs is wrong, 0 to 1. */
    double wrong(Signs signs) {
        double sum = start;
        for (Tree tree : trees) {
            sum += tree.of(signs);
        }
        return 1 / (1 + Math.exp(-sum));
    }

    /** Whether a person should look at a record that is wrong with that probability and of which those doubts were raised. */
    boolean flags(double wrong, List<String> doubts) {
        return wrong >= flagFrom || doubts.stream().anyMatch(always::contains);
    }

    /** The sign that speaks loudest against a record. */
    Optional<String> loudest(Signs signs) {
        String best = "";
        double most = 0;
        Map<String, Double> sums = new TreeMap<>();
        for (Tree tree : trees) {
            double over = (tree.of(signs) - tree.least()) / 2;
            sums.merge(tree.sign(), over, Double::sum);
            String second = tree.side(signs).sign();
            sums.merge(second.equals(NONE) ? tree.sign() : second, over, Double::sum);
        }
        for (Map.Entry<String, Double> each : sums.entrySet()) {
            if (each.getValue() > most) {
                most = each.getValue();
                best = each.getKey();
            }
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(best);
    }

    private static Step step(List<String> fields) {
        return new Step(
                fields.get(0),
                Double.parseDouble(fields.get(1)),
                Double.parseDouble(fields.get(2)),
                Double.parseDouble(fields.get(3)));
    }

    private record Tree(String sign, double threshold, Step low, Step high) {
        Step side(Signs signs) {
            return signs.get(sign) > threshold ? high : low;
        }

        double of(Signs signs) {
            return side(signs).of(signs);
        }

        double least() {
            return Math.min(Math.min(low.below(), low.above()), Math.min(high.below(), high.above()));
        }
    }

    private record Step(String sign, double threshold, double below, double above) {
        double of(Signs signs) {
            return signs.get(sign) > threshold ? above : below;
        }
    }
}
