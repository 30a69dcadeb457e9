package vn.trich.corpus.score;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import vn.trich.corpus.gold.GoldDocument;
import vn.trich.corpus.gold.GoldFile;
import vn.trich.corpus.gold.GoldTask;
import vn.trich.corpus.score.OutputFolder.Task;
import vn.trich.output.TaskRecord;

/** Tells which tasks were read right, for programs that learn from that. */
public final class TaskVerdict {

    private TaskVerdict() {}

    /**
     * The indexes of the tasks that are paired with a true one and right in every field that gold gives.
     *
     * @param gold the truth of a file
     * @param tasks all tasks read from it, in order
     */
    public static Set<Integer> right(GoldFile gold, List<TaskRecord> tasks) {
        List<GoldTask> truth = gold.documents().stream()
                .map(GoldDocument::tasks)
                .flatMap(List::stream)
                .toList();
        return TaskScore.score(truth, tasks.stream().map(TaskVerdict::task).toList(), new Tally());
    }

    private static Task task(TaskRecord task) {
        return new Task(
                task.tableId(),
                task.row().orElse(0),
                task.label(),
                String.join(" > ", task.groupPath()),
                task.objective(),
                (task.task() + " " + task.activity()).strip(),
                task.product(),
                names(task.leadUnits()),
                names(task.coordUnits()),
                task.due().text(),
                task.due().kind().name().toLowerCase(Locale.ROOT),
                task.due().start().map(Object::toString).orElse(""),
                task.due().end().map(Object::toString).orElse(""),
                task.due().recurrence(),
                task.trust().needsReview());
    }

    private static List<String> names(List<TaskRecord.UnitPart> parts) {
        return parts.stream().map(TaskRecord.UnitPart::name).collect(Collectors.toList());
    }
}
