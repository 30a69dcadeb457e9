package vn.trich.corpus.score;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.trich.corpus.score.CsvFile.Row;
import vn.trich.corpus.score.OutputFolder.Cell;
import vn.trich.corpus.score.OutputFolder.Document;
import vn.trich.corpus.score.OutputFolder.Indicator;
import vn.trich.corpus.score.OutputFolder.Reference;
import vn.trich.corpus.score.OutputFolder.Section;
import vn.trich.corpus.score.OutputFolder.SourceFile;
import vn.trich.corpus.score.OutputFolder.Table;
import vn.trich.corpus.score.OutputFolder.Target;
import vn.trich.corpus.score.OutputFolder.Task;

/** Reads the CSV and text files of an output folder. */
final class OutputReader {

    private static final Set<String> OUTLINE = Set.of("heading", "article", "clause", "appendix");
    private final Path folder;

    private OutputReader(Path folder) {
        this.folder = folder;
    }

    /**
     * Reads an output folder.
     *
     * @param folder the folder with {@code csv/} and {@code text/} in it
     * @return its source files in the order of {@code documents.csv}
     * @throws IOException if {@code csv/documents.csv} is missing or a file cannot be read; other missing files hold
     *     nothing
     */
    static List<SourceFile> read(Path folder) throws IOException {
        return new OutputReader(folder).read();
    }

    private List<SourceFile> read() throws IOException {
        if (!Files.isRegularFile(folder.resolve("csv/documents.csv"))) {
            throw new IOException("no csv/documents.csv in " + folder);
        }
        Map<String, List<Section>> sections = new HashMap<>();
        Map<String, List<String>> paragraphs = new HashMap<>();
        for (Row row : rows("sections")) {
            if (!row.get("kind").equals("footnote")) {
                add(paragraphs, row, row.get("title"));
                row.get("text").lines().forEach(line -> add(paragraphs, row, line));
            }
            if (OUTLINE.contains(row.get("kind"))) {
                add(sections, row, section(row));
            }
        }
        Map<String, List<Task>> tasks = new HashMap<>();
        for (Row row : rows("tasks")) {
            add(tasks, row, task(row));
        }
        Map<String, List<Target>> targets = new HashMap<>();
        for (Row row : rows("targets")) {
            add(targets, row, target(row));
        }
        Map<String, List<Indicator>> indicators = new HashMap<>();
        for (Row row : rows("indicators")) {
            add(indicators, row, indicator(row));
        }
        Map<String, List<Table>> tables = tables(tasks, indicators);
        Map<String, List<Reference>> references = new HashMap<>();
        for (Row row : rows("references")) {
            add(references, row, new Reference(row.get("type"), row.get("number")));
        }
        Map<String, List<Document>> files = new LinkedHashMap<>();
        for (Row row : rows("documents")) {
            String id = row.get("document_id");
            Document document = new Document(
                    row,
                    text(id),
                    paragraphs.getOrDefault(id, List.of()),
                    sections.getOrDefault(id, List.of()),
                    tables.getOrDefault(id, List.of()),
                    tasks.getOrDefault(id, List.of()),
                    targets.getOrDefault(id, List.of()),
                    indicators.getOrDefault(id, List.of()),
                    references.getOrDefault(id, List.of()));
            files.computeIfAbsent(row.get("source_file"), k -> new ArrayList<>())
                    .add(document);
        }
        return files.entrySet().stream()
                .map(entry -> new SourceFile(entry.getKey(), List.copyOf(entry.getValue())))
                .toList();
    }

    private Map<String, List<Table>> tables(Map<String, List<Task>> tasks, Map<String, List<Indicator>> indicators)
            throws IOException {
        Map<String, Set<Integer>> records = new HashMap<>();
        tasks.forEach((id, list) ->
                list.forEach(t -> records.computeIfAbsent(id + " " + t.tableId(), k -> new HashSet<>())
                        .add(t.row())));
        indicators.forEach((id, list) ->
                list.forEach(i -> records.computeIfAbsent(id + " " + i.tableId(), k -> new HashSet<>())
                        .add(i.row())));
        Map<String, List<Cell>> cells = new HashMap<>();
        for (Row row : rows("cells")) {
            cells.computeIfAbsent(row.get("document_id") + " " + row.get("table_id"), k -> new ArrayList<>())
                    .add(cell(row));
        }
        cells.values()
                .forEach(list -> list.sort(Comparator.comparingInt(Cell::row).thenComparingInt(Cell::column)));
        Map<String, List<Table>> tables = new HashMap<>();
        for (Row row : rows("tables")) {
            String key = row.get("document_id") + " " + row.get("table_id");
            List<Cell> own = cells.getOrDefault(key, List.of());
            int lastRow =
                    own.stream().mapToInt(c -> c.row() + c.rowSpan() - 1).max().orElse(0);
            Table table = new Table(
                    Math.max(row.number("row_count"), lastRow),
                    row.number("header_rows"),
                    row.list("column_roles"),
                    own,
                    records.getOrDefault(key, Set.of()));
            add(tables, row, table);
        }
        return tables;
    }

    private static Section section(Row row) {
        return new Section(row.get("label"), row.number("level"), row.get("title"), row.get("text"));
    }

    private static Cell cell(Row row) {
        return new Cell(
                row.number("row"),
                row.number("column"),
                Math.max(1, row.number("row_span")),
                Math.max(1, row.number("column_span")),
                isTrue(row.get("is_header")),
                row.get("text"));
    }

    private static Task task(Row row) {
        return new Task(
                row.get("table_id"),
                row.number("row"),
                row.get("label"),
                row.get("group_path"),
                row.get("objective"),
                (row.get("task") + " " + row.get("activity")).strip(),
                row.get("product"),
                row.list("lead_units"),
                row.list("coord_units"),
                row.get("due_text"),
                row.get("due_kind"),
                row.get("due_start"),
                row.get("due_end"),
                row.get("due_recurrence"),
                isTrue(row.get("needs_review")));
    }

    private static Target target(Row row) {
        return new Target(
                row.get("text"),
                row.get("direction"),
                row.get("comparator"),
                row.get("value"),
                row.get("value_max"),
                row.get("unit"),
                row.get("scope"));
    }

    private static Indicator indicator(Row row) {
        return new Indicator(
                row.get("table_id"),
                row.number("row"),
                row.get("code"),
                row.get("name"),
                row.get("unit"),
                row.get("value"));
    }

    private static boolean isTrue(String value) {
        return value.strip().equalsIgnoreCase("true") || value.strip().equals("1");
    }

    private static <T> void add(Map<String, List<T>> lists, Row row, T item) {
        lists.computeIfAbsent(row.get("document_id"), k -> new ArrayList<>()).add(item);
    }

    private String text(String id) throws IOException {
        Path file = folder.resolve("text").resolve(id + ".txt");
        boolean plainName = file.getParent().equals(folder.resolve("text"));
        return plainName && Files.isRegularFile(file) ? Files.readString(file) : "";
    }

    private List<Row> rows(String name) throws IOException {
        return CsvFile.read(folder.resolve("csv").resolve(name + ".csv"));
    }
}
