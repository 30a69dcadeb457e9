package vn.trich.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.trich.output.JsonReader.Extent;

class OutputFolderTest {

    @TempDir
    private Path root;

    private OutputFolder folder;

    @BeforeEach
    void prepare() throws IOException {
        folder = new OutputFolder(root);
        folder.prepare();
    }

    @Test
    void whatIsWrittenCanBeReadBack() throws IOException {
        write(Examples.plan());
        String id = Examples.plan().documentId();
        assertThat(folder.documentIds()).containsExactly(id);
        assertThat(folder.read(id, Extent.WHOLE).text())
                .isEqualTo(Examples.plan().text());
        assertThat(folder.read(id, Extent.HEAD).tasks()).isEmpty();
        assertThat(folder.textFile(id)).hasContent(Examples.plan().text());
    }

    @Test
    void aDocumentThatIsTakenAwayLeavesNoFile() throws IOException {
        write(Examples.plan());
        folder.remove(Examples.plan().documentId());
        assertThat(folder.documentIds()).isEmpty();
        assertThat(folder.textFile(Examples.plan().documentId())).doesNotExist();
    }

    @Test
    void unfinishedFilesOfAKilledRunGo() throws IOException {
        Path unfinished = root.resolve("documents/.x.json.part");
        Files.writeString(unfinished, "{");
        Path foreign = Files.writeString(root.resolve("documents/note.txt"), "mine");
        folder.prepare();
        assertThat(unfinished).doesNotExist();
        assertThat(foreign).exists();
        assertThat(folder.documentIds()).isEmpty();
    }

    @Test
    void aFileThatIsNotCommittedLeavesTheOldOne() throws IOException {
        Path target = Files.writeString(root.resolve("x.json"), "old");
        try (AtomicFile file = AtomicFile.open(target)) {
            file.out().write("new".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        assertThat(target).hasContent("old");
        assertThat(root.resolve(".x.json.part")).doesNotExist();
    }

    @Test
    void aDamagedDocumentIsNamed() throws IOException {
        Files.writeString(folder.documentFile("00112233445566aa"), "{\"documentId\": ");
        assertThatThrownBy(() -> folder.read("00112233445566aa", Extent.RECORDS))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("00112233445566aa.json");
    }

    @Test
    void theSchemasArePublishedBesideTheData() {
        assertThat(root.resolve("schema/document.schema.json")).exists();
        assertThat(root.resolve("csv/csv-metadata.json")).exists();
    }

    @Test
    void aRescanPointsToTheFirstFileOfThatPaper() {
        DocumentRecord first = Examples.document("0000000000000001", "a.pdf", "12/KH-BQL", "Sở Mẫu", "2024-02-05");
        DocumentRecord rescan = Examples.document("0000000000000002", "b.pdf", "12/kh-bql", "SỞ MẪU", "2024");
        DocumentRecord otherYear = Examples.document("0000000000000003", "c.pdf", "12/KH-BQL", "Sở Mẫu", "2023-02-05");
        DocumentRecord open = Examples.document("0000000000000004", "d.pdf", "/KH-BQL", "Sở Mẫu", "2024");
        DocumentRecord openToo = Examples.document("0000000000000005", "e.pdf", "/KH-BQL", "Sở Mẫu", "2024");
        DocumentRecord sameFile = Examples.document("0000000000000001-2", "a.pdf", "12/KH-BQL", "Sở Mẫu", "2024-02-05");
        List<SamePapers.Issue> issues = Stream.of(first, sameFile, rescan, otherYear, open, openToo)
                .map(d -> new SamePapers.Issue(d.documentId(), d.sha256(), d.number(), d.issuer(), d.date()))
                .toList();
        assertThat(new SamePapers().find(issues))
                .containsExactlyEntriesOf(java.util.Map.of("0000000000000002", "0000000000000001"));
    }

    private void write(DocumentRecord document) throws IOException {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        new JsonWriter().write(document, json);
        folder.write(document.documentId(), json.toByteArray(), document.text().getBytes(StandardCharsets.UTF_8));
    }
}
