package vn.trich.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ten CSV files as a loader meets them. */
class CsvWriterTest {

    /** The contract's columns, written out once more, so that none is lost by accident. */
    private static final Map<String, String> CONTRACT = Map.of(
            "documents",
            "document_id, schema_version, source_file, sha256, media_type, page_count, text_source, issuer_parent, "
                    + "issuer, number, type, title, place, date, plan_start, plan_end, signer_authority, "
                    + "signer_position, signer_name, recipients, language, mean_ocr_confidence, needs_review, "
                    + "review_reason, same_paper_as, status, warnings",
            "sections",
            "document_id, section_id, parent_id, ordinal, level, label, kind, title, text, page, page_to, bbox, "
                    + "confidence, needs_review, review_reason",
            "tables",
            "document_id, table_id, section_id, title, kind, row_count, column_count, header_rows, column_roles, "
                    + "page, page_to, bbox, confidence, needs_review, review_reason",
            "cells",
            "document_id, table_id, row, column, row_span, column_span, is_header, text, page, bbox, confidence, "
                    + "needs_review",
            "tasks",
            "document_id, task_id, source, table_id, section_id, row, label, group_path, objective, task, activity, "
                    + "product, lead_units, coord_units, due_text, due_kind, due_start, due_end, due_recurrence, "
                    + "funding, note, page, bbox, confidence, needs_review, review_reason",
            "task_units",
            "document_id, task_id, unit_id, role, ordinal, name",
            "units",
            "unit_id, name, level, kind, province, parent_unit_id, valid_from, valid_to, successor_unit_id, aliases, "
                    + "document_count, lead_count, coord_count, same_as",
            "targets",
            "document_id, target_id, section_id, table_id, row, text, measure, direction, comparator, value, "
                    + "value_max, unit, scope, baseline, period_start, period_end, page, bbox, confidence, "
                    + "needs_review, review_reason",
            "indicators",
            "document_id, indicator_id, table_id, row, code, name, unit, value, value_text, note, group_path, page, "
                    + "bbox, confidence, needs_review, review_reason",
            "references",
            "document_id, reference_id, section_id, type, number, date, issuer, text, page, bbox, confidence");

    @TempDir
    private Path folder;

    @Test
    void allTenFilesAreThereWithEveryColumnEvenWithoutAnyDocument() throws IOException {
        write();
        for (Map.Entry<String, String> table : CONTRACT.entrySet()) {
            assertThat(Files.readString(folder.resolve(table.getKey() + ".csv")))
                    .as(table.getKey())
                    .isEqualTo("\ufeff" + table.getValue().replace(", ", ",") + "\r\n");
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(10);
        }
    }

    @Test
    void everyRecordIsARow() throws IOException {
        write(Examples.plan());
        assertThat(rows("documents")).hasSize(1);
        assertThat(rows("sections")).hasSize(4);
        assertThat(rows("tables")).hasSize(1);
        assertThat(rows("cells")).hasSize(2);
        assertThat(rows("tasks")).hasSize(2);
        assertThat(rows("task_units")).hasSize(3);
        assertThat(rows("units")).hasSize(2);
        assertThat(rows("targets")).hasSize(1);
        assertThat(rows("indicators")).hasSize(1);
        assertThat(rows("references")).hasSize(1);
    }

    @Test
    void aTaskRowSaysWhatTheRecordSays() throws IOException {
        write(Examples.plan());
        CSVRecord task = rows("tasks").get(0);
        assertThat(task.get("group_path")).isEqualTo("I Cải cách thể chế > 1 Rà soát");
        assertThat(task.get("lead_units")).isEqualTo("Văn phòng");
        assertThat(task.get("due_kind")).isEqualTo("month");
        assertThat(task.get("due_start")).isEqualTo("2024-09-01");
        assertThat(task.get("page")).isEqualTo("1");
        assertThat(task.get("bbox")).isEqualTo("56.7 100.13 300 120.5");
        assertThat(task.get("needs_review")).isEqualTo("true");
        assertThat(task.get("review_reason")).isEqualTo("due unreadable; unit unknown");
        CSVRecord fromText = rows("tasks").get(1);
        assertThat(fromText.get("row")).isEmpty();
        assertThat(fromText.get("page")).isEmpty();
        assertThat(fromText.get("due_recurrence")).isEqualTo("P3M");
    }

    @Test
    void numbersArePlainAndATextThatIsNoNumberIsGuarded() throws IOException {
        write(Examples.plan());
        assertThat(rows("indicators").get(0).get("value")).isEqualTo("-2.5");
        assertThat(rows("indicators").get(0).get("value_text")).isEqualTo("'-2,50");
        assertThat(rows("targets").get(0).get("comparator")).isEqualTo("'=");
        assertThat(rows("documents").get(0).get("mean_ocr_confidence")).isEqualTo("0.9346");
        assertThat(rows("documents").get(0).get("recipients")).isEqualTo("Như trên; Lưu: VT, TH");
    }

    @Test
    void aHostileCellStaysOneCell() throws IOException {
        String hostile = "=HYPERLINK(\"http://x\",\"a,b\")\r\n\"quoted\";\tend";
        write(Examples.document("00112233445566aa", "x.pdf", "1/QĐ", hostile, "2024"));
        List<CSVRecord> rows = rows("documents");
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).size()).isEqualTo(27);
        assertThat(CsvDialect.unguard(rows.get(0).get("issuer"))).isEqualTo(hostile.replace("\r\n", "\n"));
    }

    @Test
    void aUnitStandsOnceOverAllDocumentsWithItsCounts() throws IOException {
        write(Examples.plan(), Examples.document("11112233445566aa", "b.pdf", "1/KH", "Sở Mẫu", "2024"));
        List<CSVRecord> units = rows("units");
        assertThat(units).extracting(u -> u.get("unit_id")).containsExactly("u2", "u1");
        CSVRecord office = units.get(1);
        assertThat(office.get("document_count")).isEqualTo("2");
        assertThat(office.get("lead_count")).isEqualTo("4");
        assertThat(office.get("coord_count")).isEqualTo("0");
        assertThat(office.get("aliases")).isEqualTo("VP; Văn phòng Ban");
        assertThat(units.get(0).get("coord_count")).isEqualTo("2");
    }

    @Test
    void nothingAppearsUnlessFinished() throws IOException {
        write(Examples.plan());
        byte[] before = Files.readAllBytes(folder.resolve("tasks.csv"));
        try (CsvWriter csv = new CsvWriter(folder)) {
            csv.add(Examples.document("11112233445566aa", "b.pdf", "1/KH", "Sở Mẫu", "2024"));
        }
        assertThat(folder.resolve("tasks.csv")).hasBinaryContent(before);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(10);
        }
    }

    @Test
    void everyColumnIsDescribedWithItsType() throws IOException {
        JsonNode tables =
                new ObjectMapper().readTree(new Schemas().csvMetadata()).get("tables");
        assertThat(tables).hasSize(10);
        for (JsonNode table : tables) {
            String name = table.get("url").asText().replace(".csv", "");
            List<String> columns = table.at("/tableSchema/columns")
                    .valueStream()
                    .map(c -> c.get("name").asText())
                    .toList();
            assertThat(String.join(", ", columns)).isEqualTo(CONTRACT.get(name));
            assertThat(table.at("/tableSchema/columns"))
                    .allSatisfy(c -> assertThat(c.has("datatype")).isTrue());
        }
    }

    private void write(DocumentRecord... documents) throws IOException {
        try (CsvWriter csv = new CsvWriter(folder)) {
            for (DocumentRecord document : documents) {
                csv.add(document);
            }
            csv.finish();
        }
    }

    private List<CSVRecord> rows(String table) throws IOException {
        String content = Files.readString(folder.resolve(table + ".csv"));
        assertThat(content).startsWith("\ufeff");
        try (var parser = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new java.io.StringReader(content.substring(1)))) {
            return parser.getRecords();
        }
    }
}
