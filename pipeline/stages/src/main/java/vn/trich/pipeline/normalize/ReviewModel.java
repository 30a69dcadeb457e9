package vn.trich.pipeline.normalize;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How likely a record is wrong, by its signs: a sum of steps, each for a sign above a threshold, through the logistic
 * function. Learnt from records of generated documents by {@code vn.trich.pipeline.command.train.ReviewTraining}. Immutable.
 */
final class ReviewModel {

    private static final String FILE = "review-model.tsv";

    private final double start;
    private final double flagFrom;
    private final List<Step> steps;
    private final Set<String> always;

    /** Reads the committed model. */
    ReviewModel() {
        this(RuleFile.read(FILE));
    }

    /**
     * Of these lines: {@code start VALUE}, {@code step SIGN THRESHOLD BELOW ABOVE}, {@code flag PROBABILITY} from which on
     * records are flagged, {@code always DOUBT} for which they are flagged anyway.
     */
    ReviewModel(List<List<String>> lines) {
        double first = 0;
        double flag = 1;
        List<Step> read = new ArrayList<>();
        Set<String> doubts = new TreeSet<>();
        for (List<String> line : lines) {
            switch (line.get(0)) {
                case "start" -> first = Double.parseDouble(line.get(1));
                case "flag" -> flag = Double.parseDouble(line.get(1));
                case "step" ->
                    read.add(new Step(
                            line.get(1),
                            Double.parseDouble(line.get(2)),
                            Double.parseDouble(line.get(3)),
                            Double.parseDouble(line.get(4))));
                case "always" -> doubts.add(line.get(1));
                default -> throw new IllegalStateException(FILE + ": " + line);
            }
        }
        start = first;
        flagFrom = flag;
        steps = List.copyOf(read);
        always = Set.copyOf(doubts);
    }

    /** How likely a record with these signs is wrong, 0 to 1. */
    double wrong(Signs signs) {
        double sum = start;
        for (Step step : steps) {
            sum += step.of(signs);
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
        for (Step step : steps) {
            sums.merge(step.sign(), step.of(signs) - Math.min(step.below(), step.above()), Double::sum);
        }
        for (Map.Entry<String, Double> each : sums.entrySet()) {
            if (each.getValue() > most) {
                most = each.getValue();
                best = each.getKey();
            }
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(best);
    }

    private record Step(String sign, double threshold, double below, double above) {
        double of(Signs signs) {
            return signs.get(sign) > threshold ? above : below;
        }
    }
}
