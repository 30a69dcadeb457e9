package vn.trich.corpus.score;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.trich.corpus.gold.GoldIndicator;
import vn.trich.corpus.gold.GoldTarget;
import vn.trich.corpus.score.OutputFolder.Indicator;
import vn.trich.corpus.score.OutputFolder.Target;

/** Scores what holds a number: quantified goals and measured figures. */
final class FigureScore {

    private static final double SHARED_WORDS = 0.5;
    private static final double SAME_INDICATOR = 0.7;

    private FigureScore() {}

    /** Scores targets: found with equal value and half of the shorter text's words shared; exact with the rest equal. */
    static void targets(List<GoldTarget> gold, List<Target> output, Tally tally) {
        List<Pairing.Candidate> candidates = new ArrayList<>();
        for (int g = 0; g < gold.size(); g++) {
            for (int o = 0; o < output.size(); o++) {
                if (!isSame(Optional.of(gold.get(g).value()), output.get(o).value())) {
                    continue;
                }
                List<String> truth =
                        Folding.words(Folding.fold(gold.get(g).text().text()));
                List<String> result = Folding.words(Folding.fold(output.get(o).text()));
                int shared = shared(truth, result);
                int shorter = Math.min(truth.size(), result.size());
                if (shorter > 0 && shared >= SHARED_WORDS * shorter) {
                    double dice = 2.0 * shared / (truth.size() + result.size());
                    candidates.add(new Pairing.Candidate(g, o, dice, isExact(gold.get(g), output.get(o)) ? 1 : 0));
                }
            }
        }
        int[] partner = Pairing.greedy(gold.size(), output.size(), candidates);
        boolean[] used = new boolean[output.size()];
        int exact = 0;
        for (int g = 0; g < gold.size(); g++) {
            GoldTarget truth = gold.get(g);
            if (partner[g] < 0) {
                tally.note(Measure.TARGETS_FOUND, describe(truth), "");
                continue;
            }
            used[partner[g]] = true;
            Target result = output.get(partner[g]);
            if (isExact(truth, result)) {
                exact++;
            } else {
                tally.note(Measure.TARGETS_EXACT, describe(truth), describe(result));
            }
        }
        for (int o = 0; o < output.size(); o++) {
            if (!used[o]) {
                tally.note(Measure.TARGETS_FOUND, "", describe(output.get(o)));
            }
        }
        int found = Pairing.count(partner);
        tally.add(Measure.TARGETS_FOUND, new Figure.F1(found, gold.size(), output.size()));
        tally.add(Measure.TARGETS_RECALL, new Figure.Share(found, gold.size()));
        tally.add(Measure.TARGETS_EXACT, new Figure.F1(exact, gold.size(), output.size()));
        tally.add(Measure.TARGETS_EXACT_RECALL, new Figure.Share(exact, gold.size()));
    }

    private static boolean isExact(GoldTarget gold, Target output) {
        return gold.direction().equals(output.direction().strip())
                && gold.comparator().equals(output.comparator().strip())
                && isSame(gold.second(), output.second())
                && unit(gold.unit()).equals(unit(output.unit()))
                && Folding.fold(gold.scope()).equals(Folding.fold(output.scope()));
    }

    private static int shared(List<String> one, List<String> other) {
        Map<String, Integer> bag = new HashMap<>();
        one.forEach(word -> bag.merge(word, 1, Integer::sum));
        int shared = 0;
        for (String word : other) {
            if (bag.getOrDefault(word, 0) > 0) {
                bag.merge(word, -1, Integer::sum);
                shared++;
            }
        }
        return shared;
    }

    private static boolean isSame(Optional<BigDecimal> gold, String output) {
        Optional<BigDecimal> value = OutputFolder.decimal(output);
        if (gold.isEmpty() || value.isEmpty()) {
            return gold.isEmpty() && output.isBlank();
        }
        return gold.get().compareTo(value.get()) == 0;
    }

    /** A unit folded; one that is only a sign ({@code %}, {@code ‰}) as it is. */
    private static String unit(String unit) {
        String folded = Folding.fold(unit.replace('_', ' '));
        return folded.isEmpty() ? unit.strip() : folded;
    }

    private static String describe(GoldTarget target) {
        return String.join(
                " ",
                target.direction(),
                target.comparator(),
                target.value().toPlainString(),
                target.second().map(BigDecimal::toPlainString).orElse("-"),
                target.unit(),
                "[" + target.scope() + "]",
                target.text().text());
    }

    private static String describe(Target target) {
        return String.join(
                " ",
                target.direction(),
                target.comparator(),
                target.value(),
                target.second().isEmpty() ? "-" : target.second(),
                target.unit(),
                "[" + target.scope() + "]",
                target.text());
    }

    /** Scores indicators: pairs by code and name, then value, unit and code of the pairs. */
    static void indicators(List<GoldIndicator> gold, List<Indicator> output, Tally tally) {
        List<Pairing.Candidate> candidates = new ArrayList<>();
        List<String> results = output.stream()
                .map(i -> Folding.fold(i.code() + " " + i.name()))
                .toList();
        for (int g = 0; g < gold.size(); g++) {
            GoldIndicator truth = gold.get(g);
            Similarity name = new Similarity(Folding.fold(truth.code() + " " + truth.name()));
            for (int o = 0; o < output.size(); o++) {
                double alike = name.toAtLeast(results.get(o), SAME_INDICATOR);
                if (alike > 0) {
                    boolean sameCode = isSameCode(truth, output.get(o));
                    candidates.add(new Pairing.Candidate(g, o, alike, sameCode ? 1 : 0));
                }
            }
        }
        int[] partner = Pairing.greedy(gold.size(), output.size(), candidates);
        tally.add(Measure.INDICATORS, new Figure.F1(Pairing.count(partner), gold.size(), output.size()));
        for (int g = 0; g < gold.size(); g++) {
            GoldIndicator truth = gold.get(g);
            if (partner[g] < 0) {
                tally.note(Measure.INDICATORS, truth.code() + " " + truth.name(), "");
                continue;
            }
            Indicator result = output.get(partner[g]);
            boolean value = isSame(OutputFolder.decimal(truth.value()), result.value());
            tally.judge(Measure.INDICATOR_VALUE, value, truth.value(), result.value());
            boolean unit = unit(truth.unit()).equals(unit(result.unit()));
            tally.judge(Measure.INDICATOR_UNIT, unit, truth.unit(), result.unit());
            tally.judge(Measure.INDICATOR_CODE, isSameCode(truth, result), truth.code(), result.code());
        }
    }

    private static boolean isSameCode(GoldIndicator gold, Indicator output) {
        return Folding.fold(gold.code()).equals(Folding.fold(output.code()));
    }
}
