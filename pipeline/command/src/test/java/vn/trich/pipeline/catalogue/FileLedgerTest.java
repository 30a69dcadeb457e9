package vn.trich.pipeline.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the catalogue knows of files as they come, change, move and are read. */
class FileLedgerTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T10:00:00Z");
    private static final String HASH = "ab".repeat(32);

    @TempDir
    private Path out;

    private Catalogue catalogue;
    private FileLedger files;

    @BeforeEach
    void open() throws IOException {
        catalogue = Catalogue.open(out);
        files = catalogue.files();
    }

    @AfterEach
    void close() throws IOException {
        catalogue.close();
    }

    @Test
    void aFileThatIsSeenWaits() throws IOException {
        FileEntry file = files.seen(Path.of("/in/a.pdf"), "a.pdf", 7, MONDAY);
        assertThat(file.state()).isEqualTo(FileState.WAITING);
        assertThat(file.sha256()).isEmpty();
        assertThat(files.counts()).containsEntry(FileState.WAITING, 1).containsEntry(FileState.DONE, 0);
        assertThat(files.seen(Path.of("/in/a.pdf"), "a.pdf", 7, MONDAY).id())
                .as("the same file")
                .isEqualTo(file.id());
    }

    @Test
    void otherBytesAtAPathAreAnotherFile() throws IOException {
        FileEntry first = files.seen(Path.of("/in/a.pdf"), "a.pdf", 7, MONDAY);
        files.hashed(first.id(), HASH);
        files.state(first.id(), FileState.DONE, "");
        FileEntry second = files.seen(Path.of("/in/a.pdf"), "a.pdf", 8, MONDAY);
        files.hashed(second.id(), "cd".repeat(32));
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(files.file(first.id()).orElseThrow().state()).isEqualTo(FileState.DONE);
        assertThat(files.at(Path.of("/in/a.pdf")).orElseThrow().id()).isEqualTo(second.id());
    }

    @Test
    void aFileThatStillGrowsIsTheSameFile() throws IOException {
        FileEntry first = files.seen(Path.of("/in/a.pdf"), "a.pdf", 7, MONDAY);
        FileEntry second = files.seen(Path.of("/in/a.pdf"), "a.pdf", 9, MONDAY.plusSeconds(1));
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.size()).isEqualTo(9);
    }

    @Test
    void aFileThatWasOnlyTouchedIsTheSameFile() throws IOException {
        FileEntry first = files.seen(Path.of("/in/a.pdf"), "a.pdf", 7, MONDAY);
        files.hashed(first.id(), HASH);
        files.state(first.id(), FileState.DONE, "");
        FileEntry touched = files.seen(Path.of("/in/a.pdf"), "a.pdf", 7, MONDAY.plusSeconds(60));
        FileEntry known = files.hashed(touched.id(), HASH);
        assertThat(known.id()).isEqualTo(first.id());
        assertThat(known.state()).isEqualTo(FileState.DONE);
        assertThat(known.modified()).isEqualTo(MONDAY.plusSeconds(60));
        assertThat(files.ofContent(HASH)).hasSize(1);
    }

    @Test
    void aFileThatComesAfterOneWasMovedAwayIsAnotherFile() throws IOException {
        FileEntry first = files.seen(Path.of("/in/a.pdf"), "a.pdf", 7, MONDAY);
        files.hashed(first.id(), HASH);
        files.state(first.id(), FileState.DONE, "");
        files.moved(first.id(), Path.of("/done/a.pdf"));
        FileEntry second = files.seen(Path.of("/in/a.pdf"), "a.pdf", 7, MONDAY);
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(files.file(first.id()).orElseThrow().place()).isEqualTo(Path.of("/done/a.pdf"));
    }

    @Test
    void aFileInTroubleIsTriedAgainLater() throws IOException {
        long id = files.seen(Path.of("/in/a.pdf"), "a.pdf", 7, MONDAY).id();
        files.retry(id, MONDAY.plusSeconds(30), "the disk is full");
        files.retry(id, MONDAY.plusSeconds(90), "the disk is full");
        FileEntry file = files.in(Set.of(FileState.RETRY)).get(0);
        assertThat(file.tries()).isEqualTo(2);
        assertThat(file.nextTry()).contains(MONDAY.plusSeconds(90));
        assertThat(file.message()).isEqualTo("the disk is full");
        files.state(id, FileState.RUNNING, "");
        assertThat(files.file(id).orElseThrow().nextTry()).isEmpty();
    }

    @Test
    void severalChangesAreKeptTogetherOrNotAtAll() throws IOException {
        assertThatThrownBy(() -> catalogue.together(() -> {
                    files.seen(Path.of("/in/a.pdf"), "a.pdf", 7, MONDAY);
                    throw new IOException("on purpose");
                }))
                .hasMessage("on purpose");
        assertThat(files.at(Path.of("/in/a.pdf"))).isEmpty();
    }

    @Test
    void whatAKilledRunWasReadingWaitsAgain() throws IOException {
        long run = catalogue.beginRun("run", "v1", "s");
        FileEntry file = files.seen(Path.of("/in/a.pdf"), "a.pdf", 7, MONDAY);
        files.hashed(file.id(), HASH);
        files.state(file.id(), FileState.RUNNING, "");
        catalogue.contents().attempt(run, HASH, "a.pdf", "v1", "s");
        catalogue.beginRun("run", "v1", "s");
        assertThat(files.file(file.id()).orElseThrow().state()).isEqualTo(FileState.WAITING);
        assertThat(catalogue.contents().content(HASH).orElseThrow().deaths()).isEqualTo(1);
    }

    @Test
    void itCanBeReadWhileItIsWritten() throws IOException {
        try (Catalogue reader = Catalogue.openReadOnly(out)) {
            files.seen(Path.of("/in/a.pdf"), "a.pdf", 7, MONDAY);
            assertThat(reader.files().counts()).containsEntry(FileState.WAITING, 1);
            assertThatThrownBy(() -> reader.beginRun("run", "v1", "s")).isInstanceOf(CatalogueException.class);
        }
    }

    @Test
    void whatIsNoCatalogueIsRefusedAndLeftAsItIs() throws IOException {
        Path other = Files.createDirectory(out.resolve("other"));
        Files.writeString(other.resolve(Catalogue.FILE), "not a database at all, but long enough to look into it ...");
        assertThatThrownBy(() -> Catalogue.open(other))
                .isInstanceOf(CatalogueException.class)
                .hasMessageContaining("damaged")
                .hasMessageContaining("move catalogue.sqlite away");
        assertThat(other.resolve(Catalogue.FILE)).content().startsWith("not a database");
    }
}
