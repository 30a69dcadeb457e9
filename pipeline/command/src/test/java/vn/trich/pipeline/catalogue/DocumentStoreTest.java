package vn.trich.pipeline.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.trich.output.CsvWriter;
import vn.trich.output.DocumentRecord;
import vn.trich.output.JsonReader;
import vn.trich.output.JsonReader.Extent;
import vn.trich.output.JsonWriter;
import vn.trich.output.OutputFolder;
import vn.trich.output.TextChoice;
import vn.trich.pipeline.page.PageText;

/** What goes into the catalogue comes out as it was, however odd it is. */
class DocumentStoreTest {

    private static final String HASH = "00112233445566aa" + "0".repeat(48);
    private static final String ID = "00112233445566aa";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path out;

    private Catalogue catalogue;
    private OutputFolder folder;
    private long run;

    @BeforeEach
    void open() throws IOException {
        folder = new OutputFolder(out);
        folder.prepare();
        catalogue = Catalogue.open(out);
        run = catalogue.beginRun("test", "v", "s");
    }

    @AfterEach
    void close() throws IOException {
        catalogue.close();
    }

    @Test
    void oddNumbersAndTextsComeOutInTheCsvFilesAsTheyWentIn() throws IOException {
        DocumentRecord document = document(
                ID,
                List.of(
                        "0.5",
                        "92",
                        "-2.5",
                        "1849.25",
                        "0.1234",
                        "100000000000000000000000",
                        "2000000000000000",
                        "12345678901234567.5",
                        "0.1000000000000000055511151231257827",
                        "9007199254740993",
                        "0"),
                "= a text; 'quoted'\nof \"two\" lines 𠀋");
        store(document);
        settle(() -> false);
        Path plain = Files.createDirectory(out.resolve("plain"));
        try (CsvWriter csv = new CsvWriter(plain)) {
            csv.add(document);
            csv.finish();
        }
        assertThat(folder.csvFolder().resolve("targets.csv")).hasSameBinaryContentAs(plain.resolve("targets.csv"));
        assertThat(folder.csvFolder().resolve("documents.csv")).hasSameBinaryContentAs(plain.resolve("documents.csv"));
        assertThat(catalogue.documents().read(ID, Extent.WHOLE)).isEqualTo(document);
        assertThat(folder.read(ID, Extent.WHOLE)).isEqualTo(document);
    }

    @Test
    void whatAFileHeldBeforeGoesWithItsFiles() throws IOException {
        store(document(ID, List.of("1"), "a"), document(ID + "-2", List.of("2", "3"), "b"));
        settle(() -> false);
        assertThat(folder.documentIds()).containsExactly(ID, ID + "-2");
        assertThat(catalogue.documents().holdings().holds()).containsEntry("targets", 3);
        store(document(ID, List.of("4"), "c"));
        settle(() -> false);
        assertThat(folder.documentIds()).containsExactly(ID);
        assertThat(folder.textFile(ID + "-2")).doesNotExist();
        assertThat(catalogue.documents().holdings().holds()).containsEntry("targets", 1);
        assertThat(catalogue.documents().idsOf(HASH)).containsExactly(ID);
        assertThatThrownBy(() -> catalogue.documents().read(ID + "-2", Extent.HEAD))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void whereverWritingIsCutShortTheCsvFilesAreWholeAndTheNextTimeWritesThem() throws IOException {
        store(document(ID, List.of("1"), "a"), document(ID + "-2", List.of("2"), "b"));
        settle(() -> false);
        String old = csv();
        store(document(ID, List.of("3"), "a"), document(ID + "-2", List.of("4"), "b"));
        int cuts = 0;
        for (AtomicInteger left = new AtomicInteger(0); csv().equals(old); left.set(++cuts)) {
            settle(() -> left.getAndDecrement() <= 0);
            assertThat(folder.csvFolder()).isDirectoryNotContaining("glob:**.part");
        }
        assertThat(cuts).as("two documents, twice gone through").isEqualTo(5);
        assertThat(csv()).contains("=,3,").contains("=,4,");
    }

    private void settle(BooleanSupplier hurried) throws IOException {
        new Export(catalogue).settleDocuments(folder, hurried);
        new Export(catalogue).settleTables(folder, hurried);
    }

    private String csv() throws IOException {
        return Files.readString(folder.csvFolder().resolve("targets.csv"));
    }

    @Test
    void whatIsStoredWhileTheCsvFilesAreWrittenComesIntoThemTheNextTime() throws IOException {
        store(document(ID, List.of("1"), "a"), document(ID + "-2", List.of("2"), "b"));
        AtomicInteger asked = new AtomicInteger();
        BooleanSupplier storing = () -> {
            if (asked.incrementAndGet() == 2) {
                try {
                    store(document(ID, List.of("3"), "a"), document(ID + "-2", List.of("4"), "b"));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return false;
        };
        new Export(catalogue).settleTables(folder, storing);
        assertThat(csv())
                .as("the first as it was, the second as it became")
                .contains(",1,")
                .contains(",4,");
        settle(() -> false);
        assertThat(csv()).contains("=,3,").contains("=,4,").doesNotContain("=,1,");
    }

    @Test
    void whatIsInLineAlreadyIsNotWrittenAgain() throws IOException {
        store(document(ID, List.of("1"), "a"));
        settle(() -> false);
        Path csv = folder.csvFolder().resolve("tasks.csv");
        Instant before = Files.getLastModifiedTime(csv).toInstant();
        Object file = Files.getAttribute(folder.documentFile(ID), "unix:ino");
        settle(() -> false);
        assertThat(Files.getLastModifiedTime(csv).toInstant()).isEqualTo(before);
        assertThat(Files.getAttribute(folder.documentFile(ID), "unix:ino")).isEqualTo(file);
    }

    @Test
    void aPageIsKeptUntilItsFileIsStored() throws IOException {
        FileEntry file = catalogue.files().seen(Path.of("/in/a.pdf"), "a.pdf", 7, Instant.EPOCH);
        catalogue.files().hashed(file.id(), HASH);
        PageText page = new PageText(
                2,
                595.28,
                841.89,
                0,
                0,
                TextChoice.NONE,
                List.of("blank"),
                List.of(),
                List.of(),
                List.of(),
                false,
                Optional.empty());
        catalogue.pages().keep(HASH, page, "v", "s");
        assertThat(catalogue.pages().find(HASH, 2, "v", "s")).contains(page);
        assertThat(catalogue.pages().find(HASH, 1, "v", "s")).isEmpty();
        assertThat(catalogue.pages().find(HASH, 2, "v2", "s"))
                .as("another version")
                .isEmpty();
        assertThat(catalogue.pages().find(HASH, 2, "v", "s2"))
                .as("other settings")
                .isEmpty();
        store(document(ID, List.of(), "a"));
        assertThat(catalogue.pages().count(HASH)).isZero();
        assertThat(catalogue.files().file(file.id()).orElseThrow().state()).isEqualTo(FileState.QUARANTINED);
    }

    @Test
    void aPageThatIsFinishedShowsThatItsFileIsNotDeadly() throws IOException {
        FileEntry file = catalogue.files().seen(Path.of("/in/a.pdf"), "a.pdf", 7, Instant.EPOCH);
        catalogue.files().hashed(file.id(), HASH);
        for (int i = 0; i < 3; i++) {
            catalogue.contents().attempt(run, HASH, "a.pdf", "v", "s");
            run = catalogue.beginRun("test", "v", "s");
        }
        assertThat(catalogue.contents().content(HASH).orElseThrow().deaths()).isEqualTo(3);
        catalogue.pages().keep(HASH, PageText.failed(1, 10, 10, ""), "v", "s");
        assertThat(catalogue.contents().content(HASH).orElseThrow().deaths()).isZero();
    }

    private void store(DocumentRecord... documents) throws IOException {
        catalogue
                .documents()
                .store(new DocumentStore.Reading(HASH, List.of(documents), "v", "s", run), Optional.empty());
    }

    /** A document with a target for each value. */
    private static DocumentRecord document(String id, List<String> values, String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new JsonWriter().write(DocumentRecord.failed(HASH, "a.pdf", "", "v", "s", text), bytes);
        ObjectNode json = (ObjectNode) JSON.readTree(bytes.toByteArray());
        json.put("documentId", id);
        ArrayNode targets = json.putArray("targets");
        for (String value : values) {
            ObjectNode target = targets.addObject();
            List.of("sectionId", "tableId", "measure", "unit", "scope", "baseline")
                    .forEach(name -> target.put(name, ""));
            target.put("targetId", "g" + targets.size());
            target.put("text", text);
            target.put("direction", "level");
            target.put("comparator", "=");
            target.put("value", new BigDecimal(value));
            List.of("row", "valueMax", "periodStart", "periodEnd").forEach(target::putNull);
            target.putArray("regions");
            target.put("confidence", 1);
            target.putArray("reviewReason");
            target.put("needsReview", false);
        }
        return new JsonReader().read(new ByteArrayInputStream(JSON.writeValueAsBytes(json)), Extent.WHOLE, text);
    }
}
