package vn.trich.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import vn.trich.output.JsonReader.Extent;

/** What a document's JSON looks like, that it fits the published schema, and that it can be read again. */
class JsonTest {

    private final ObjectMapper mapper = new ObjectMapper();
    private final Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(new String(new Schemas().documentSchema(), StandardCharsets.UTF_8));

    @Test
    void aDocumentFitsThePublishedSchema() throws IOException {
        assertThat(schema.validate(json(Examples.plan()), InputFormat.JSON)).isEmpty();
        assertThat(schema.validate(json(AmendmentsTest.corrected()), InputFormat.JSON))
                .isEmpty();
        assertThat(schema.validate(json(DocumentRecordTest.failed()), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void theSchemaRefusesWhatTheContractDoesNotKnow() throws IOException {
        String good = json(Examples.plan());
        assertThat(schema.validate(good.replace("\"dueKind\": \"month\"", "\"dueKind\": \"week\""), InputFormat.JSON))
                .isNotEmpty();
        assertThat(schema.validate(good.replace("\"issuer\":", "\"publisher\":"), InputFormat.JSON))
                .isNotEmpty();
        assertThat(schema.validate(good.replace("56.7 100.13 300 120.5", "56.7 100.13 300"), InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void everyPropertyOfTheSchemaIsWritten() throws IOException {
        TreeSet<String> published = new TreeSet<>();
        JsonNode root = mapper.readTree(new Schemas().documentSchema());
        published.addAll(names(root.get("properties")));
        root.get("$defs").forEach(def -> published.addAll(names(def.path("properties"))));
        TreeSet<String> written = new TreeSet<>();
        collect(mapper.readTree(json(Examples.plan())), written);
        collect(mapper.readTree(json(AmendmentsTest.corrected())), written);
        assertThat(written).isEqualTo(published);
    }

    @Test
    void sectionsAreATree() throws IOException {
        JsonNode sections = mapper.readTree(json(Examples.plan())).get("sections");
        assertThat(sections).hasSize(2);
        assertThat(sections.at("/0/children/0/children/0/sectionId").asText()).isEqualTo("s3");
        assertThat(sections.at("/1/label").asText()).isEqualTo("Phụ lục");
    }

    @Test
    void aRecordSaysWhereItStartsAndAllItsBoxesIfSeveral() throws IOException {
        JsonNode cells = mapper.readTree(json(Examples.plan())).at("/tables/0/cells");
        assertThat(cells.at("/0/page").asInt()).isEqualTo(1);
        assertThat(cells.at("/0/bbox").asText()).isEqualTo("56.7 100.13 300 120.5");
        assertThat(cells.at("/0").has("regions")).isFalse();
        assertThat(cells.at("/1/regions/1/page").asInt()).isEqualTo(2);
    }

    @Test
    void plainTextHasNoBoxes() throws IOException {
        DocumentRecord text =
                DocumentRecordTest.withPages(Examples.plan(), List.of(Examples.PageRecordExamples.plainText()));
        JsonNode word = mapper.readTree(json(text)).at("/pages/0/lines/0/words/0");
        assertThat(word.get("bbox").asText()).isEmpty();
        assertThat(schema.validate(json(text), InputFormat.JSON)).isEmpty();
        assertThat(read(json(text), Extent.WHOLE, text.text())).isEqualTo(text);
    }

    @Test
    void whatIsReadAgainIsWrittenAgainByteForByte() throws IOException {
        String json = json(Examples.plan());
        DocumentRecord again = read(json, Extent.WHOLE, Examples.plan().text());
        assertThat(json(again)).isEqualTo(json);
        assertThat(again.tasks()).isEqualTo(Examples.plan().tasks());
        assertThat(again.sections()).extracting(SectionRecord::sectionId).containsExactly("s1", "s2", "s3", "s4");
        assertThat(again.text()).isEqualTo(Examples.plan().text());
    }

    @Test
    void aReaderCanStopBeforeThePages() throws IOException {
        String json = json(Examples.plan());
        DocumentRecord records = read(json, Extent.RECORDS, "");
        assertThat(records.pages()).isEmpty();
        assertThat(records.tasks()).hasSize(2);
        String onlyHead = json.substring(0, json.indexOf("\"sections\"") + "\"sections\": [".length());
        DocumentRecord head = read(onlyHead, Extent.HEAD, "");
        assertThat(head.tasks()).isEmpty();
        assertThat(head.number()).isEqualTo("12/KH-BQL");
    }

    @Test
    void aWordStandsOnOneLineAndLinesEndInLineFeedsAlone() throws IOException {
        String json = json(Examples.plan());
        assertThat(json).doesNotContain("\r").endsWith("}\n");
        assertThat(json.lines())
                .anyMatch(l ->
                        l.strip().startsWith("{\"text\": \"Kế\"") && l.strip().endsWith("},"));
    }

    @Test
    void decomposedLettersAreComposedAndHalfCharactersReplaced() throws IOException {
        DocumentRecord document =
                Examples.document("00112233445566aa", "e\u0302\u0301\ud83d.pdf", "1", "A\u0000B\r\nC", "2024");
        JsonNode node = mapper.readTree(json(document));
        assertThat(node.get("sourceFile").asText()).isEqualTo("\u1ebf\ufffd.pdf");
        assertThat(node.get("issuer").asText()).isEqualTo("AB\nC");
    }

    @Test
    void aDamagedFileIsNamedAsSuch() throws IOException {
        String json = json(Examples.plan());
        assertThatThrownBy(() -> read(json.substring(0, json.length() / 2), Extent.WHOLE, ""))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read("{}", Extent.WHOLE, "")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read("[1]", Extent.WHOLE, "")).isInstanceOf(IOException.class);
    }

    private static String json(DocumentRecord document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new JsonWriter().write(document, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static DocumentRecord read(String json, Extent extent, String text) throws IOException {
        return new JsonReader().read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), extent, text);
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static void collect(JsonNode node, TreeSet<String> names) {
        names.addAll(names(node));
        node.forEach(child -> collect(child, names));
    }
}
