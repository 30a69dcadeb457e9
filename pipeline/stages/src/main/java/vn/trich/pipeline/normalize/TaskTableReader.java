package vn.trich.pipeline.normalize;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import vn.trich.output.ColumnRole;
import vn.trich.output.TaskRecord;
import vn.trich.pipeline.table.Cell;
import vn.trich.pipeline.table.Table;

/** Reads the tasks of a task table: every innermost row is one, with what spans it repeated. */
final class TaskTableReader {

    private final DueParser dueParser;
    private final UnitParser unitParser;
    private final OptionalInt year;

    /** For tables of one document. */
    TaskTableReader(DueParser dueParser, UnitParser unitParser, OptionalInt year) {
        this.dueParser = dueParser;
        this.unitParser = unitParser;
        this.year = year;
    }

    /** The tasks in row order. */
    List<TaskDraft> read(Table table, String tableId, String sectionId) {
        TableGrid grid = new TableGrid(table);
        GroupNesting groups = new GroupNesting();
        List<TaskDraft> tasks = new ArrayList<>();
        RowLabel previous = RowLabel.NONE;
        for (int row = 1; row <= table.rows(); row++) {
            switch (table.rowKinds().get(row - 1)) {
                case GROUP -> {
                    RowLabel.Labelled group = group(grid, row);
                    groups.heading(group.label(), group.text());
                    previous = RowLabel.NONE;
                }
                case BODY -> {
                    TaskDraft task = task(grid, row, groups, tableId, sectionId, previous);
                    if (!what(task).isEmpty()) {
                        tasks.add(task);
                        previous = RowLabel.readings(task.label()).get(0);
                    }
                }
                case HEADER -> previous = RowLabel.NONE;
            }
        }
        return tasks;
    }

    private static String what(TaskDraft task) {
        return (task.task() + task.activity() + task.objective() + task.product()).strip();
    }

    /** Label and title of a heading row, whose label may stand in its own cell or before its title. */
    static RowLabel.Labelled group(TableGrid grid, int row) {
        String label = RowLabel.clean(grid.text(row, ColumnRole.STT));
        List<String> rest = grid.cells(row).stream()
                .map(cell -> BareText.tidy(cell.text()).replace('\n', ' '))
                .filter(text -> !text.isEmpty())
                .toList();
        boolean own = label.length() <= 8
                && rest.size() > 1
                && RowLabel.clean(rest.get(0)).equals(label);
        if (own) {
            return new RowLabel.Labelled(label, String.join(" ", rest.subList(1, rest.size())));
        }
        String whole = String.join(" ", rest);
        return RowLabel.leading(whole).orElse(new RowLabel.Labelled("", whole));
    }

    private TaskDraft task(
            TableGrid grid, int row, GroupNesting groups, String tableId, String sectionId, RowLabel previous) {
        String label = label(grid, row);
        List<String> doubts = new ArrayList<>();
        RowLabel counted = RowLabel.readings(label).get(0);
        if (counted.sameCount(previous) && counted.value() > previous.value() + 1) {
            doubts.add("row skipped");
        }
        ResponsibilityParser.Parts parts = parts(grid, row);
        DueParser.Reading due = dueParser.parse(grid.text(row, ColumnRole.DUE), year);
        return new TaskDraft(
                TaskRecord.Source.TABLE,
                tableId,
                sectionId,
                OptionalInt.of(row),
                label,
                groups.row(label),
                grid.text(row, ColumnRole.OBJECTIVE),
                grid.text(row, ColumnRole.TASK),
                grid.text(row, ColumnRole.ACTIVITY),
                grid.text(row, ColumnRole.PRODUCT),
                parts.lead(),
                parts.coord(),
                due,
                grid.text(row, ColumnRole.FUNDING),
                grid.text(row, ColumnRole.NOTE),
                grid.evidence(row),
                doubts);
    }

    private static String label(TableGrid grid, int row) {
        if (grid.has(ColumnRole.STT)) {
            return RowLabel.clean(grid.text(row, ColumnRole.STT));
        }
        return Stream.of(ColumnRole.ACTIVITY, ColumnRole.TASK)
                .flatMap(role -> grid.cells(row, role).stream())
                .findFirst()
                .map(Cell::text)
                .flatMap(RowLabel::leading)
                .map(RowLabel.Labelled::label)
                .orElse("");
    }

    private ResponsibilityParser.Parts parts(TableGrid grid, int row) {
        ResponsibilityParser both = new ResponsibilityParser(unitParser);
        ResponsibilityParser.Parts shared = both.parse(grid.text(row, ColumnRole.RESPONSIBILITY));
        ResponsibilityParser.Parts lead = both.parse(grid.text(row, ColumnRole.LEAD));
        List<String> leads = join(lead.lead(), shared.lead());
        List<String> coords =
                join(join(unitParser.units(grid.text(row, ColumnRole.COORD)), lead.coord()), shared.coord());
        return new ResponsibilityParser.Parts(leads, coords);
    }

    private static List<String> join(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).distinct().toList();
    }
}
