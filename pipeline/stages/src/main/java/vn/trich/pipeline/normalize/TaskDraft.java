package vn.trich.pipeline.normalize;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import vn.trich.output.TaskRecord;

/**
 * A task as read, before its units are known by more than their names.
 *
 * @param source where it was found
 * @param tableId the table, or empty
 * @param sectionId the section, or empty
 * @param row row of the table
 * @param label without its dot
 * @param groupPath headings above it, outermost first
 * @param objective text of the objective
 * @param task text of the task
 * @param activity text of the activity
 * @param product text of the product
 * @param lead names of the units that lead
 * @param coord names of the units that take part
 * @param due the deadline
 * @param funding text of the funding column
 * @param note text of the note column
 * @param evidence what it was read from
 * @param doubts why a person should look, a word or two each
 * @param signs what its place in a table says of it
 */
record TaskDraft(
        TaskRecord.Source source,
        String tableId,
        String sectionId,
        OptionalInt row,
        String label,
        List<String> groupPath,
        String objective,
        String task,
        String activity,
        String product,
        List<String> lead,
        List<String> coord,
        DueParser.Reading due,
        String funding,
        String note,
        Evidence evidence,
        List<String> doubts,
        Signs signs) {

    /** The same with other names of units. */
    TaskDraft withUnits(List<String> leads, List<String> coords) {
        return new TaskDraft(
                source, tableId, sectionId, row, label, groupPath, objective, task, activity, product, leads, coords,
                due, funding, note, evidence, doubts, signs);
    }

    /** The same with one more reason why a person should look. */
    TaskDraft doubted(String reason) {
        List<String> more = new ArrayList<>(doubts);
        more.add(reason);
        return new TaskDraft(
                source, tableId, sectionId, row, label, groupPath, objective, task, activity, product, lead, coord, due,
                funding, note, evidence, more, signs);
    }
}
