package vn.trich.pipeline.normalize;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.trich.output.ColumnRole;
import vn.trich.output.TaskRecord;
import vn.trich.pipeline.table.Table;

/** Reads the tasks of a task table: every innermost row is one, with what spans it repeated. */
final class TaskTableReader {

    /** A deadline that opens behind another with nothing between them: those of two rows. */
    private static final Pattern SECOND_DEADLINE = Pattern.compile(
            "(?<=\\p{L}{2}|\\d{2})\\s(?:Trước|Trong (?:năm|quý|tháng)|Thường xuyên|Tháng \\d|Hoàn thành|Cả năm|Định kỳ"
                    + "|Hằng|Hàng|Chậm nhất|Sau khi|Nhiệm vụ thường)(?!\\p{L})");

    private final DueParser dueParser;
    private final UnitParser unitParser;
    private final ResponsibilityParser both;
    private final OptionalInt year;

    /** For tables of one document. */
    TaskTableReader(DueParser dueParser, UnitParser unitParser, OptionalInt year) {
        this.dueParser = dueParser;
        this.unitParser = unitParser;
        this.both = new ResponsibilityParser(unitParser);
        this.year = year;
    }

    /** The tasks in row order. */
    List<TaskDraft> read(Table table, String tableId, String sectionId) {
        TableGrid grid = new TableGrid(table);
        RowSigns signs = new RowSigns(table, grid);
        List<TaskDraft> tasks = new ArrayList<>();
        String previous = "";
        for (NumberedRows.Numbered row : NumberedRows.of(table, grid)) {
            if (row.heading()) {
                previous = "";
            } else {
                TaskDraft task = task(grid, signs, row, tableId, sectionId, previous);
                if (says(what(task))) {
                    tasks.add(task);
                    previous = task.label();
                }
            }
        }
        return tasks;
    }

    /** Whether there are words in it at all, not just specks that were read as signs. */
    private static boolean says(String text) {
        return text.chars().filter(Character::isLetter).count() >= 4;
    }

    private static String what(TaskDraft task) {
        return (task.task() + task.activity() + task.objective() + task.product()).strip();
    }

    private TaskDraft task(
            TableGrid grid,
            RowSigns signs,
            NumberedRows.Numbered numbered,
            String tableId,
            String sectionId,
            String previous) {
        int row = numbered.row();
        List<String> doubts = new ArrayList<>();
        RowLabel counted = RowLabel.readings(numbered.label()).get(0);
        RowLabel before = RowLabel.readings(previous).get(0);
        if (counted.sameCount(before) && counted.value() > before.value() + 1) {
            doubts.add("row skipped");
        }
        boolean several = Stream.of(ColumnRole.TASK, ColumnRole.ACTIVITY, ColumnRole.DUE)
                .anyMatch(role -> grid.runsTogether(row, role));
        String printed = grid.text(row, ColumnRole.DUE);
        if (several || SECOND_DEADLINE.matcher(printed).find()) {
            doubts.add("rows run together");
        }
        ResponsibilityParser.Parts parts = parts(grid, row);
        DueParser.Reading due =
                dueParser.parse(unitParser.mended(printed), year).as(printed);
        return new TaskDraft(
                TaskRecord.Source.TABLE,
                tableId,
                sectionId,
                OptionalInt.of(row),
                numbered.label(),
                numbered.groups(),
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
                doubts,
                signs.of(row, numbered.label(), previous));
    }

    private ResponsibilityParser.Parts parts(TableGrid grid, int row) {
        ResponsibilityParser.Parts shared = both.parse(names(grid, row, ColumnRole.RESPONSIBILITY));
        ResponsibilityParser.Parts lead = both.parse(names(grid, row, ColumnRole.LEAD));
        List<String> leads = join(lead.lead(), shared.lead());
        List<String> coords =
                join(join(unitParser.units(names(grid, row, ColumnRole.COORD)), lead.coord()), shared.coord());
        return new ResponsibilityParser.Parts(leads, coords);
    }

    private String names(TableGrid grid, int row, ColumnRole role) {
        return grid.names(row, role, unitParser::opensLine);
    }

    private static List<String> join(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).distinct().toList();
    }
}
