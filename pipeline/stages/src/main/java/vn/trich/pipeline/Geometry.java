package vn.trich.pipeline;

import java.util.List;
import java.util.Set;
import vn.trich.output.IndicatorRecord;
import vn.trich.output.Region;
import vn.trich.output.TargetRecord;
import vn.trich.output.TaskRecord;

/**
 * Keeps made-up boxes of plain text from being put out.
 *
 * @param synthetic pages whose boxes are made up
 */
record Geometry(Set<Integer> synthetic) {

    Geometry {
        synthetic = Set.copyOf(synthetic);
    }

    /** The regions without their boxes where these are made up; then each page once. */
    List<Region> strip(List<Region> regions) {
        if (synthetic.isEmpty()) {
            return regions;
        }
        return regions.stream()
                .map(r -> synthetic.contains(r.page()) ? new Region(r.page(), null) : r)
                .distinct()
                .toList();
    }

    TaskRecord strip(TaskRecord t) {
        return new TaskRecord(
                t.taskId(),
                t.source(),
                t.tableId(),
                t.sectionId(),
                t.row(),
                t.label(),
                t.groupPath(),
                t.objective(),
                t.task(),
                t.activity(),
                t.product(),
                t.leadUnits(),
                t.coordUnits(),
                t.due(),
                t.funding(),
                t.note(),
                strip(t.regions()),
                t.trust());
    }

    TargetRecord strip(TargetRecord t) {
        return new TargetRecord(
                t.targetId(),
                t.sectionId(),
                t.tableId(),
                t.row(),
                t.text(),
                t.measure(),
                t.direction(),
                t.comparator(),
                t.value(),
                t.valueMax(),
                t.unit(),
                t.scope(),
                t.baseline(),
                t.periodStart(),
                t.periodEnd(),
                strip(t.regions()),
                t.trust());
    }

    IndicatorRecord strip(IndicatorRecord i) {
        return new IndicatorRecord(
                i.indicatorId(),
                i.tableId(),
                i.row(),
                i.code(),
                i.name(),
                i.unit(),
                i.value(),
                i.valueText(),
                i.note(),
                i.groupPath(),
                strip(i.regions()),
                i.trust());
    }
}
