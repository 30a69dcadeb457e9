package vn.trich.pipeline.normalize;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.trich.output.ColumnRole;
import vn.trich.pipeline.table.Cell;
import vn.trich.pipeline.table.Table;

/** The rows of a table below its header with their labels, and the headings above each. */
final class NumberedRows {

    private NumberedRows() {}

    /** All rows but those of the header, in order. */
    static List<Numbered> of(Table table, TableGrid grid) {
        List<Integer> numbers = new ArrayList<>();
        List<LabelSequence.Row> rows = new ArrayList<>();
        Map<Integer, String> titles = new HashMap<>();
        Map<Integer, RowLabel.Labelled> groups = groups(table, grid);
        for (int row = 1; row <= table.rows(); row++) {
            Table.RowKind kind = table.rowKinds().get(row - 1);
            if (kind == Table.RowKind.GROUP) {
                RowLabel.Labelled group = groups.get(row);
                titles.put(rows.size(), group.text());
                rows.add(new LabelSequence.Row(true, group.label(), capitals(group.text())));
                numbers.add(row);
            } else if (kind == Table.RowKind.BODY && !continues(grid, row)) {
                rows.add(new LabelSequence.Row(false, label(grid, row), false));
                numbers.add(row);
            }
        }
        List<Numbered> numbered = place(numbers, rows, new LabelSequence().read(rows), titles);
        return withContinued(table, grid, numbered);
    }

    /** Labels and titles of the heading rows, by row. */
    private static Map<Integer, RowLabel.Labelled> groups(Table table, TableGrid grid) {
        List<Integer> headings = new ArrayList<>();
        List<RowLabel.Labelled> read = new ArrayList<>();
        for (int row = 1; row <= table.rows(); row++) {
            if (table.rowKinds().get(row - 1) == Table.RowKind.GROUP) {
                headings.add(row);
                read.add(group(grid, row));
            }
        }
        List<RowLabel.Labelled> labelled = new HeadingLabels().completed(read);
        Map<Integer, RowLabel.Labelled> groups = new HashMap<>();
        for (int i = 0; i < headings.size(); i++) {
            groups.put(headings.get(i), labelled.get(i));
        }
        return groups;
    }

    private static boolean capitals(String title) {
        long small = title.chars().filter(Character::isLowerCase).count();
        return small * 10 < title.chars().filter(Character::isLetter).count();
    }

    private static List<Numbered> place(
            List<Integer> numbers,
            List<LabelSequence.Row> rows,
            List<LabelSequence.Placed> placed,
            Map<Integer, String> titles) {
        List<Numbered> numbered = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            List<String> groups = placed.get(i).headings().stream()
                    .map(index -> {
                        boolean printed = !rows.get(index).read().isEmpty();
                        String label = printed ? placed.get(index).label() : "";
                        return (label + " " + titles.get(index)).strip();
                    })
                    .toList();
            numbered.add(new Numbered(
                    numbers.get(i), rows.get(i).heading(), placed.get(i).label(), groups));
        }
        return numbered;
    }

    /** Rows under one label that spans them all bear that label. */
    private static List<Numbered> withContinued(Table table, TableGrid grid, List<Numbered> numbered) {
        List<Numbered> all = new ArrayList<>();
        for (Numbered row : numbered) {
            all.add(row);
            int next = row.row() + 1;
            while (!row.heading()
                    && next <= table.rows()
                    && table.rowKinds().get(next - 1) == Table.RowKind.BODY
                    && continues(grid, next)) {
                all.add(new Numbered(next, false, row.label(), row.groups()));
                next++;
            }
        }
        return all;
    }

    /** Whether the row's label stands in a cell that began in a row above. */
    private static boolean continues(TableGrid grid, int row) {
        List<Cell> labels = grid.cells(row, ColumnRole.STT);
        return !labels.isEmpty()
                && labels.get(0).row() < row
                && !grid.isHeader(labels.get(0).row());
    }

    /** Label and title of a heading row, whose label may stand in its own cell or before its title. */
    private static RowLabel.Labelled group(TableGrid grid, int row) {
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

    private static String label(TableGrid grid, int row) {
        if (grid.has(ColumnRole.STT)) {
            return RowLabel.clean(grid.text(row, ColumnRole.STT));
        }
        if (grid.has(ColumnRole.CODE)) {
            return RowLabel.clean(grid.text(row, ColumnRole.CODE));
        }
        return Stream.of(ColumnRole.ACTIVITY, ColumnRole.TASK)
                .flatMap(role -> grid.cells(row, role).stream())
                .findFirst()
                .map(Cell::text)
                .flatMap(RowLabel::leading)
                .map(RowLabel.Labelled::label)
                .or(Optional::empty)
                .orElse("");
    }

    /**
     * A row.
     *
     * @param row its number in the table, from 1
     * @param heading whether it is a heading row
     * @param label its label without dots and brackets
     * @param groups the headings above it, outermost first, each label and title
     */
    record Numbered(int row, boolean heading, String label, List<String> groups) {}
}
