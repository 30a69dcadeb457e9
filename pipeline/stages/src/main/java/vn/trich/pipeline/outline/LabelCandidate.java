package vn.trich.pipeline.outline;

import java.util.List;

/**
 * A line that may begin with a label.
 *
 * @param readings what the label may be, at least one
 * @param refusal what it costs to take it for none: the surer the line looks like a label, the more
 */
record LabelCandidate(List<LabelReading> readings, double refusal) {

    LabelCandidate {
        readings = List.copyOf(readings);
    }
}
