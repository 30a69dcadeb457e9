package vn.trich.corpus.score;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.trich.corpus.gold.GoldDue;
import vn.trich.corpus.gold.GoldTask;
import vn.trich.corpus.gold.GoldText;
import vn.trich.corpus.score.OutputFolder.Task;

/** Scores task rows, their fields, and whether the wrong ones ask for review. */
final class TaskScore {

    private static final double SAME_TASK = 0.6;
    private static final double SAME_GROUP = 0.9;

    private final Tally tally;

    private TaskScore(Tally tally) {
        this.tally = tally;
    }

    /**
     * Scores the tasks of a file, paired one to one by their bare text, the most alike first.
     *
     * @return indexes of the output's tasks that are right in every field that gold gives
     */
    static Set<Integer> score(List<GoldTask> gold, List<Task> output, Tally tally) {
        TaskScore score = new TaskScore(tally);
        int[] partner = pair(gold, output);
        Set<Integer> right = new HashSet<>();
        Set<Integer> paired = new HashSet<>();
        for (int g = 0; g < gold.size(); g++) {
            boolean rowRight = false;
            if (partner[g] >= 0) {
                paired.add(partner[g]);
                rowRight = score.fields(gold.get(g), output.get(partner[g]));
                if (rowRight) {
                    right.add(partner[g]);
                }
            } else {
                tally.note(Measure.TASKS, gold.get(g).texts().get(0).text(), "");
            }
            tally.add(Measure.TASK_RIGHT, new Figure.Share(rowRight ? 1 : 0, 1));
        }
        tally.add(Measure.TASKS, new Figure.F1(Pairing.count(partner), gold.size(), output.size()));
        for (int o = 0; o < output.size(); o++) {
            boolean flagged = output.get(o).needsReview();
            if (!paired.contains(o)) {
                tally.note(Measure.TASKS, "", output.get(o).text());
            }
            if (!right.contains(o)) {
                tally.judge(
                        Measure.REVIEW_CAUGHT, flagged, "wrong", output.get(o).text());
            }
            tally.add(Measure.REVIEW_FLAGGED, new Figure.Share(flagged ? 1 : 0, 1));
        }
        return right;
    }

    private static int[] pair(List<GoldTask> gold, List<Task> output) {
        List<String> results = output.stream().map(t -> Folding.bare(t.text())).toList();
        List<Pairing.Candidate> candidates = new ArrayList<>();
        for (int g = 0; g < gold.size(); g++) {
            List<Similarity> truths = gold.get(g).texts().stream()
                    .map(text -> new Similarity(Folding.bare(text.text())))
                    .toList();
            for (int o = 0; o < results.size(); o++) {
                double best = 0;
                for (Similarity truth : truths) {
                    best = Math.max(best, truth.toAtLeast(results.get(o), SAME_TASK));
                }
                if (best > 0) {
                    boolean sameLabel = isLabelRight(gold.get(g).label().orElse(""), output.get(o));
                    candidates.add(new Pairing.Candidate(g, o, best, sameLabel ? 1 : 0));
                }
            }
        }
        return Pairing.greedy(gold.size(), output.size(), candidates);
    }

    private static boolean isLabelRight(String label, Task output) {
        return Folding.fold(label).equals(Folding.fold(output.label()));
    }

    /** Judges every field that gold gives; whether text, product, units and deadline are all right. */
    private boolean fields(GoldTask gold, Task output) {
        gold.label()
                .ifPresent(
                        label -> tally.judge(Measure.TASK_LABEL, isLabelRight(label, output), label, output.label()));
        gold.group().ifPresent(group -> {
            boolean right = Similarity.of(Folding.fold(group), Folding.fold(output.group())) >= SAME_GROUP;
            tally.judge(Measure.TASK_GROUP, right, group, output.group());
        });
        text(Measure.TASK_OBJECTIVE, gold.objective().map(List::of), output.objective());
        Optional<List<GoldText>> texts =
                Optional.of(gold.texts()).filter(list -> !list.get(0).isUndecidable());
        boolean right = text(Measure.TASK_TEXT, texts, output.text());
        right &= text(Measure.TASK_PRODUCT, gold.product().map(List::of), output.product());
        right &= units(Measure.TASK_LEAD, gold.lead(), output.lead());
        right &= units(Measure.TASK_COORD, gold.coord(), output.coord());
        right &= due(gold.due(), output);
        return right;
    }

    private boolean text(Measure measure, Optional<List<GoldText>> gold, String output) {
        if (gold.isEmpty()) {
            return true;
        }
        boolean right = gold.get().stream().anyMatch(text -> Similarity.isRight(text, output));
        tally.judge(measure, right, gold.get().get(0).text(), output);
        return right;
    }

    private boolean units(Measure measure, Optional<List<String>> gold, List<String> output) {
        if (gold.isEmpty()) {
            return true;
        }
        boolean right = folded(gold.get()).equals(folded(output));
        tally.judge(measure, right, String.join(" | ", gold.get()), String.join(" | ", output));
        return right;
    }

    private static Set<String> folded(List<String> names) {
        return names.stream().map(Folding::fold).filter(name -> !name.isEmpty()).collect(Collectors.toSet());
    }

    private boolean due(Optional<GoldDue> gold, Task output) {
        if (gold.isEmpty()) {
            return true;
        }
        GoldDue result = new GoldDue(
                output.dueKind().isBlank() ? "none" : output.dueKind().strip(),
                output.dueStart().strip(),
                output.dueEnd().strip(),
                output.dueRecurrence().strip());
        boolean right = gold.get().equals(result);
        tally.judge(Measure.TASK_DUE, right, describe(gold.get()), describe(result) + " <- " + output.dueText());
        return right;
    }

    private static String describe(GoldDue due) {
        return String.join(" ", due.kind(), due.start() + ".." + due.end(), due.recurrence())
                .strip();
    }
}
