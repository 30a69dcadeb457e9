package vn.trich.pipeline.normalize;

import java.util.List;
import java.util.Map;
import vn.trich.output.IndicatorRecord;
import vn.trich.output.TargetRecord;
import vn.trich.output.TaskRecord;
import vn.trich.output.UnitRecord;

/**
 * The records of one document.
 *
 * @param tasks in reading order
 * @param units the units that the tasks name, each once, by id
 * @param targets in reading order
 * @param indicators in reading order
 * @param planStart first day that the title plans for or reports on, ISO, or empty
 * @param planEnd last such day, ISO, or empty
 * @param signs for each task, what spoke for or against it, by name; what the confidence was reckoned from
 */
public record Normalized(
        List<TaskRecord> tasks,
        List<UnitRecord> units,
        List<TargetRecord> targets,
        List<IndicatorRecord> indicators,
        String planStart,
        String planEnd,
        List<Map<String, Double>> signs) {

    /** Copies the lists. */
    public Normalized {
        tasks = List.copyOf(tasks);
        units = List.copyOf(units);
        targets = List.copyOf(targets);
        indicators = List.copyOf(indicators);
        signs = List.copyOf(signs);
    }
}
