package vn.trich.output;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * A task: one body row of a task table, or a labelled task of the body text.
 *
 * @param taskId unique in its document
 * @param source where it was found
 * @param tableId the table, or empty
 * @param sectionId the section, or empty
 * @param row row of the table, from 1; empty for a task from text
 * @param label as printed, without its dot
 * @param groupPath headings above it, outermost first, each {@code label title}
 * @param objective text of the objective column
 * @param task text of the task
 * @param activity text of the activity column
 * @param product text of the product column
 * @param leadUnits who leads, in printed order
 * @param coordUnits who takes part, in printed order
 * @param due the deadline
 * @param funding text of the funding column
 * @param note text of the note column
 * @param regions where it stands
 * @param trust how far to trust it
 */
public record TaskRecord(
        String taskId,
        Source source,
        String tableId,
        String sectionId,
        OptionalInt row,
        String label,
        List<String> groupPath,
        String objective,
        String task,
        String activity,
        String product,
        List<UnitPart> leadUnits,
        List<UnitPart> coordUnits,
        Due due,
        String funding,
        String note,
        List<Region> regions,
        Trust trust) {

    /** Copies the lists. */
    public TaskRecord {
        groupPath = List.copyOf(groupPath);
        leadUnits = List.copyOf(leadUnits);
        coordUnits = List.copyOf(coordUnits);
        regions = List.copyOf(regions);
    }

    /** All units of the task, each with what it does in it: first who leads, then who takes part, in printed order. */
    public List<UnitRole> unitRoles() {
        List<UnitRole> roles = new ArrayList<>();
        for (int i = 0; i < leadUnits.size(); i++) {
            roles.add(new UnitRole(leadUnits.get(i), UnitRole.LEAD, i + 1));
        }
        for (int i = 0; i < coordUnits.size(); i++) {
            roles.add(new UnitRole(coordUnits.get(i), UnitRole.COORD, i + 1));
        }
        return List.copyOf(roles);
    }

    /** This task with other units. */
    TaskRecord withUnits(List<UnitPart> lead, List<UnitPart> coord) {
        return new TaskRecord(
                taskId, source, tableId, sectionId, row, label, groupPath, objective, task, activity, product, lead,
                coord, due, funding, note, regions, trust);
    }

    /** Where a task was found. */
    public enum Source {
        /** A row of a task table. */
        TABLE,
        /** The body text. */
        TEXT
    }

    /**
     * A unit's part in a task.
     *
     * @param unitId the unit
     * @param name as short as printed but spelt out
     */
    public record UnitPart(String unitId, String name) {}

    /**
     * What a unit does in a task.
     *
     * @param part the unit
     * @param role {@link #LEAD} or {@link #COORD}
     * @param ordinal its place among the task's units of that role, from 1
     */
    public record UnitRole(UnitPart part, String role, int ordinal) {

        /** The unit leads. */
        public static final String LEAD = "lead";

        /** The unit takes part. */
        public static final String COORD = "coord";
    }
}
