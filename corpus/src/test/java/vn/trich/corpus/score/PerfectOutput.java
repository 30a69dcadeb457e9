package vn.trich.corpus.score;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import vn.trich.corpus.gold.GoldCell;
import vn.trich.corpus.gold.GoldDocument;
import vn.trich.corpus.gold.GoldFile;
import vn.trich.corpus.gold.GoldSection;
import vn.trich.corpus.gold.GoldTable;
import vn.trich.corpus.gold.GoldTarget;
import vn.trich.corpus.gold.GoldTask;
import vn.trich.corpus.gold.GoldText;
import vn.trich.corpus.gold.HeadField;

/**
 * The output folder that reads a gold file without a mistake, kept in memory so that a test can put mistakes in before
 * it is written.
 */
final class PerfectOutput {

    final Map<String, List<Map<String, String>>> csv = new TreeMap<>();
    final Map<String, String> texts = new TreeMap<>();

    private PerfectOutput() {}

    static PerfectOutput of(GoldFile gold, String sourceFile) {
        PerfectOutput output = new PerfectOutput();
        for (int i = 0; i < gold.documents().size(); i++) {
            String id = "0123456789abcdef" + (i == 0 ? "" : "-" + (i + 1));
            output.add(gold.documents().get(i), id, sourceFile);
        }
        return output;
    }

    List<Map<String, String>> rows(String file) {
        return csv.computeIfAbsent(file, k -> new ArrayList<>());
    }

    /** The row of a file at an index from 0. */
    Map<String, String> row(String file, int index) {
        return rows(file).get(index);
    }

    private Map<String, String> add(String file, String id) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("document_id", id);
        rows(file).add(row);
        return row;
    }

    private void add(GoldDocument gold, String id, String sourceFile) {
        Map<String, String> document = add("documents", id);
        document.put("source_file", sourceFile);
        for (HeadField field : HeadField.values()) {
            document.put(
                    field.name().toLowerCase(Locale.ROOT),
                    gold.head().field(field).map(GoldText::text).orElse(""));
        }
        texts.put(id, gold.text().text());
        gold.sections().forEach(section -> section(section, id));
        for (int t = 0; t < gold.tables().size(); t++) {
            table(gold.tables().get(t), id, "t" + (t + 1));
        }
        gold.tasks().forEach(task -> task(task, id));
        gold.targets().forEach(target -> target(target, id));
        gold.indicators().forEach(indicator -> {
            Map<String, String> row = add("indicators", id);
            row.put("code", indicator.code());
            row.put("name", indicator.name());
            row.put("unit", indicator.unit());
            row.put("value", indicator.value());
        });
        gold.references().forEach(reference -> {
            Map<String, String> row = add("references", id);
            row.put("type", reference.type());
            row.put("number", reference.number());
        });
        indicatorRows(gold, id);
    }

    private void indicatorRows(GoldDocument gold, String id) {
        List<Map<String, String>> rows = rows("indicators").stream()
                .filter(r -> r.get("document_id").equals(id))
                .toList();
        int next = 0;
        for (int t = 0; t < gold.tables().size(); t++) {
            List<GoldTable.Row> tableRows = gold.tables().get(t).rows();
            for (int r = 0; r < tableRows.size(); r++) {
                if (tableRows.get(r).kind() == GoldTable.RowKind.INDICATOR) {
                    rows.get(next).put("table_id", "t" + (t + 1));
                    rows.get(next++).put("row", String.valueOf(r + 1));
                }
            }
        }
    }

    private void section(GoldSection section, String id) {
        Map<String, String> row = add("sections", id);
        row.put("level", String.valueOf(section.level()));
        row.put("label", section.label());
        row.put("kind", section.appendix() ? "appendix" : "heading");
        row.put("title", section.title().text());
        row.put("text", section.body().text());
    }

    private void table(GoldTable table, String id, String tableId) {
        Map<String, String> row = add("tables", id);
        row.put("table_id", tableId);
        row.put("kind", table.kind());
        row.put("row_count", String.valueOf(table.rows().size()));
        row.put("column_count", String.valueOf(table.columnCount()));
        row.put(
                "header_rows",
                String.valueOf(table.rows().stream()
                        .filter(r -> r.kind() == GoldTable.RowKind.HEADER)
                        .count()));
        row.put(
                "column_roles",
                String.join(
                        "; ", table.roles().stream().map(r -> r.orElse("other")).toList()));
        for (GoldCell cell : table.cells()) {
            Map<String, String> line = add("cells", id);
            line.put("table_id", tableId);
            line.put("row", String.valueOf(cell.row()));
            line.put("column", String.valueOf(cell.column()));
            line.put("row_span", String.valueOf(cell.rowSpan()));
            line.put("column_span", String.valueOf(cell.columnSpan()));
            line.put("is_header", String.valueOf(cell.header()));
            line.put("text", cell.text().text());
        }
    }

    private void task(GoldTask task, String id) {
        Map<String, String> row = add("tasks", id);
        row.put("source", task.fromTable() ? "table" : "text");
        row.put("table_id", task.fromTable() ? "t" + (task.table() + 1) : "");
        row.put("row", task.fromTable() ? String.valueOf(task.row()) : "");
        row.put("label", task.label().orElse(""));
        row.put("group_path", task.group().orElse(""));
        row.put("objective", task.objective().map(GoldText::text).orElse(""));
        row.put("task", task.texts().get(0).text());
        row.put("activity", "");
        row.put("product", task.product().map(GoldText::text).orElse(""));
        row.put("lead_units", String.join("; ", task.lead().orElse(List.of())));
        row.put("coord_units", String.join("; ", task.coord().orElse(List.of())));
        row.put("due_kind", task.due().map(d -> d.kind()).orElse("none"));
        row.put("due_start", task.due().map(d -> d.start()).orElse(""));
        row.put("due_end", task.due().map(d -> d.end()).orElse(""));
        row.put("due_recurrence", task.due().map(d -> d.recurrence()).orElse(""));
        row.put("needs_review", "false");
    }

    private void target(GoldTarget target, String id) {
        Map<String, String> row = add("targets", id);
        row.put("text", target.text().text());
        row.put("direction", target.direction());
        row.put("comparator", target.comparator());
        row.put("value", target.value().toPlainString());
        row.put("value_max", target.second().map(v -> v.toPlainString()).orElse(""));
        row.put("unit", target.unit());
        row.put("scope", target.scope());
    }

    /** Writes the folder by the contract: CSV with BOM and CRLF, text files. */
    void write(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("csv"));
        Files.createDirectories(folder.resolve("text"));
        for (Map.Entry<String, String> text : texts.entrySet()) {
            Files.writeString(folder.resolve("text/" + text.getKey() + ".txt"), text.getValue());
        }
        for (Map.Entry<String, List<Map<String, String>>> file : csv.entrySet()) {
            if (file.getValue().isEmpty()) {
                continue;
            }
            String[] header = file.getValue().get(0).keySet().toArray(String[]::new);
            CSVFormat format = CSVFormat.RFC4180.builder().setHeader(header).get();
            try (Writer writer = Files.newBufferedWriter(folder.resolve("csv/" + file.getKey() + ".csv"))) {
                writer.write('\ufeff');
                CSVPrinter printer = new CSVPrinter(writer, format);
                for (Map<String, String> row : file.getValue()) {
                    printer.printRecord(java.util.Arrays.stream(header)
                            .map(column -> guarded(row.get(column)))
                            .toArray());
                }
                printer.flush();
            }
        }
    }

    private static String guarded(String value) {
        String text = value == null ? "" : value;
        return text.isEmpty() || "=+-@".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }
}
