package vn.trich.pipeline.normalize;

import java.util.List;
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
 */
public record Normalized(
        List<TaskRecord> tasks,
        List<UnitRecord> units,
        List<TargetRecord> targets,
        List<IndicatorRecord> indicators,
        String planStart,
        String planEnd) {

    /** Copies the lists. */
    public Normalized {
        tasks = List.copyOf(tasks);
        units = List.copyOf(units);
        targets = List.copyOf(targets);
        indicators = List.copyOf(indicators);
    }
}
