package vn.trich.corpus.gold;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import vn.trich.corpus.gold.GoldTable.Row;
import vn.trich.corpus.gold.GoldTable.RowKind;

/** Derives the tasks of a true task table: one per task row, spanning cells repeated in each row they cover. */
final class TableTasks {

    /** A cell doubtful to at least this share of its letters leaves what is read from it open. */
    private static final double DOUBTFUL = 0.5;

    private final GoldTable table;
    private final int tableIndex;

    TableTasks(GoldTable table, int tableIndex) {
        this.table = table;
        this.tableIndex = tableIndex;
    }

    /** The tasks in row order; none if the table is not one of tasks. */
    List<GoldTask> read() {
        List<GoldTask> tasks = new ArrayList<>();
        if (!table.kind().equals("tasks")) {
            return tasks;
        }
        boolean grouped = table.rows().stream().anyMatch(row -> row.kind() == RowKind.GROUP);
        GroupPath path = new GroupPath();
        for (int number = 1; number <= table.rows().size(); number++) {
            Row row = table.rows().get(number - 1);
            if (row.kind() == RowKind.GROUP) {
                String label = row.label().orElse("");
                path.group(label, groupTitle(number, label));
            } else if (row.kind() == RowKind.TASK) {
                List<String> above = path.row(row.label().orElse(""));
                tasks.add(task(number, row, grouped ? Optional.of(String.join(" > ", above)) : Optional.empty()));
            }
        }
        return tasks;
    }

    private String groupTitle(int row, String label) {
        List<GoldText> texts = new ArrayList<>();
        for (GoldCell cell : table.cellsOf(row)) {
            String text = cell.text().withoutLabel(label).text();
            if (!text.isEmpty()) {
                texts.add(cell.text().withoutLabel(label));
            }
        }
        return GoldText.join(texts).text();
    }

    private GoldTask task(int number, Row row, Optional<String> group) {
        List<GoldCell> words = new ArrayList<>(table.cellsFor(number, "task"));
        words.addAll(table.cellsFor(number, "activity"));
        return new GoldTask(
                true,
                row.label(),
                List.of(GoldText.join(words.stream().map(GoldCell::text).toList())),
                text(number, "objective"),
                text(number, "product"),
                units(number, "lead"),
                units(number, "coord"),
                due(number),
                group,
                number,
                tableIndex);
    }

    private Optional<GoldText> text(int row, String role) {
        if (!table.hasRole(role)) {
            return Optional.empty();
        }
        GoldText text = GoldText.join(
                table.cellsFor(row, role).stream().map(GoldCell::text).toList());
        return text.isUndecidable() ? Optional.empty() : Optional.of(text);
    }

    /** Units of the part {@code lead} or {@code coord}, from its own columns and those that say both. */
    private Optional<List<String>> units(int row, String part) {
        List<String> names = new ArrayList<>();
        boolean given = false;
        for (GoldCell cell : table.cellsFor(row, part)) {
            Optional<String> data = attribute(cell, "units").or(() -> attribute(cell, part));
            if (data.isEmpty() || doubtful(cell, data.get())) {
                return Optional.empty();
            }
            names.addAll(names(data.get()));
            given = true;
        }
        for (GoldCell cell : table.cellsFor(row, "responsibility")) {
            Optional<String> data = shared(cell, part);
            if (data.isEmpty() || doubtful(cell, data.get())) {
                return Optional.empty();
            }
            names.addAll(names(data.get()));
            given = true;
        }
        return given ? Optional.of(names) : Optional.empty();
    }

    /** What a cell for both parts says of one of them: units without a part lead. */
    private static Optional<String> shared(GoldCell cell, String part) {
        if (attribute(cell, "lead").or(() -> attribute(cell, "coord")).isPresent()) {
            return Optional.of(cell.data().getOrDefault(part, ""));
        }
        return attribute(cell, "units").map(units -> part.equals("lead") ? units : "");
    }

    private Optional<GoldDue> due(int row) {
        List<GoldCell> cells = table.cellsFor(row, "due");
        if (cells.size() != 1 || cells.get(0).text().unsureShare() >= DOUBTFUL) {
            return Optional.empty();
        }
        return attribute(cells.get(0), "due").map(GoldDue::parse);
    }

    private static Optional<String> attribute(GoldCell cell, String key) {
        return Optional.ofNullable(cell.data().get(key));
    }

    /** Names parted by {@code |}. */
    static List<String> names(String data) {
        return Arrays.stream(data.split("\\|"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** Whether an undecidable word of the cell takes part in the names. */
    private static boolean doubtful(GoldCell cell, String names) {
        if (cell.text().isUndecidable()) {
            return true;
        }
        Set<String> words = new HashSet<>(words(names));
        return cell.text().unsureParts().stream()
                .flatMap(part -> words(part).stream())
                .anyMatch(words::contains);
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
