package vn.trich.pipeline.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.trich.output.DocumentRecord;
import vn.trich.output.JsonReader.Extent;
import vn.trich.output.OutputFolder;
import vn.trich.pipeline.catalogue.Catalogue;
import vn.trich.pipeline.catalogue.ContentHash;
import vn.trich.pipeline.catalogue.FileEntry;
import vn.trich.pipeline.catalogue.FileState;
import vn.trich.pipeline.ingest.RefusedFileException;
import vn.trich.pipeline.ocr.MissingDependencyException;

/** Runs over folders of small files, with a reading that does what a file's first line tells it to, mishaps included. */
class BatchTest {

    @TempDir
    private Path temp;

    private Path inbox;
    private OutputFolder folder;
    private final Queue<String> read = new ConcurrentLinkedQueue<>();
    private Batch running;

    /** What happens while a file of that name is read. */
    private Consumer<String> meanwhile = name -> {};

    @BeforeEach
    void folders() throws IOException {
        inbox = Files.createDirectory(temp.resolve("in"));
        folder = new OutputFolder(temp.resolve("out"));
        folder.prepare();
    }

    @Test
    void aSecondRunReadsNothing() throws IOException {
        put("a.txt", "ok 1/KH");
        put("b.txt", "ok 2/KH");
        RunSummary first = run("v1");
        assertThat(first.read()).isEqualTo(2);
        Map<String, String> before = content();
        read.clear();
        RunSummary second = run("v1");
        assertThat(read).isEmpty();
        assertThat(second.unchanged()).isEqualTo(2);
        assertThat(second.holds()).containsEntry("documents", 2);
        assertThat(content()).isEqualTo(before);
    }

    @Test
    void onlyWhatIsNewOrChangedIsRead() throws IOException {
        put("a.txt", "ok 1/KH");
        put("b.txt", "ok 2/KH");
        run("v1");
        read.clear();
        put("b.txt", "ok 3/KH");
        put("c.txt", "ok 4/KH");
        RunSummary run = run("v1");
        assertThat(read).containsExactlyInAnyOrder("b.txt", "c.txt");
        assertThat(run.holds()).as("what b.txt held before stays").containsEntry("documents", 4);
    }

    @Test
    void anotherVersionReadsAgain() throws IOException {
        put("a.txt", "ok 1/KH");
        run("v1");
        run("v2");
        assertThat(read).containsExactly("a.txt", "a.txt");
        assertThat(folder.documentIds()).hasSize(1);
    }

    @Test
    void whatPeopleSetRightIsObeyedWithoutReadingAgainAndTheirFileStaysAsItIs() throws IOException {
        put("a.txt", "ok 1/KH");
        run("v1");
        Map<String, String> before = content();
        String id = folder.documentIds().get(0);
        String rows =
                "document_id,record_id,field,value\n" + id + ",,number,2/KH\n" + id + ",k7,task,X\nffff,,number,1\n";
        Path file = Files.writeString(folder.root().resolve("corrections.csv"), rows);
        read.clear();
        RunSummary run = run("v1");
        assertThat(read).isEmpty();
        assertThat(Files.readString(folder.csvFolder().resolve("documents.csv")))
                .contains(",2/KH,");
        assertThat(folder.read(id, Extent.WHOLE).text()).isEqualTo("1/KH\n");
        assertThat(run.notes())
                .containsExactly(
                        "corrections.csv line 3: no document " + id + " record k7",
                        "corrections.csv: no document ffff in this folder");
        assertThat(run.complete()).isTrue();
        run(new Batch.Plan("v1", "s", Reprocess.ALL, 2));
        assertThat(folder.read(id, Extent.HEAD).number()).as("read again").isEqualTo("2/KH");
        assertThat(file).hasContent(rows);
        Files.delete(file);
        run("v1");
        assertThat(content()).isEqualTo(before);
    }

    @Test
    void aDocumentWhoseFileVanishedStays() throws IOException {
        put("a.txt", "ok 1/KH");
        put("b.txt", "ok 2/KH");
        run("v1");
        Files.delete(inbox.resolve("a.txt"));
        assertThat(run("v1").holds()).containsEntry("documents", 2);
    }

    @Test
    void theSameBytesUnderSeveralNamesAreOneDocument() throws IOException {
        put("b.txt", "ok 1/KH");
        put("c.txt", "ok 1/KH");
        RunSummary run = run("v1");
        assertThat(read).containsExactly("b.txt");
        assertThat(run.duplicates()).containsExactly("c.txt is b.txt");
        put("a.txt", "ok 1/KH");
        run("v1");
        assertThat(read).hasSize(1);
        DocumentRecord document = folder.read(folder.documentIds().get(0), Extent.WHOLE);
        assertThat(document.sourceNames()).containsExactly("a.txt", "b.txt", "c.txt");
        assertThat(document.sourceFile()).isEqualTo("a.txt");
        assertThat(document.text()).isEqualTo("1/KH\n");
    }

    @Test
    void aFileThatFailsCostsOnlyItself() throws IOException {
        put("a.txt", "refused");
        put("b.txt", "fault");
        put("c.txt", "overflow");
        put("d.txt", "ok 1/KH");
        RunSummary run = run("v1");
        assertThat(run.complete()).isFalse();
        assertThat(run.failures()).hasSize(3).first().isEqualTo("a.txt: needs a password");
        assertThat(run.failures().get(1)).startsWith("b.txt: a fault of the program");
        assertThat(run.holds()).containsEntry("documents", 4);
        String csv = Files.readString(folder.csvFolder().resolve("documents.csv"));
        assertThat(csv.lines().filter(l -> l.contains(",failed,"))).hasSize(3);
        read.clear();
        assertThat(run("v1").failures()).as("known failures are named again").hasSize(3);
        assertThat(read).as("but not read again").isEmpty();
    }

    @Test
    void failedFilesCanBeReadAgain() throws IOException {
        put("a.txt", "refused");
        put("b.txt", "ok 1/KH");
        run("v1");
        read.clear();
        run(new Batch.Plan("v1", "s", Reprocess.FAILED, 2));
        assertThat(read).containsExactly("a.txt");
        run(new Batch.Plan("v1", "s", Reprocess.ALL, 2));
        assertThat(read).hasSize(3);
    }

    @Test
    void whatTheDiskWouldNotGiveIsTriedAgain() throws IOException {
        put("a.txt", "unreadable");
        put("b.txt", "vanished");
        assertThat(run("v1").failures()).hasSize(2);
        try (Catalogue catalogue = Catalogue.openReadOnly(folder.root())) {
            assertThat(catalogue.files().in(Set.of(FileState.RETRY)))
                    .extracting(FileEntry::message)
                    .containsExactly("a.txt: no permission", "b.txt: gone");
        }
        run("v1");
        assertThat(read).containsExactlyInAnyOrder("a.txt", "b.txt", "a.txt", "b.txt");
    }

    @Test
    void aFileOverWhichRunsKeepDyingIsGivenUpAndStandsInNobodysWay() throws Exception {
        put("a.txt", "ok 1/KH");
        put("b.txt", "ok 2/KH");
        dieOver("a.txt", 5);
        RunSummary run = run("v1");
        assertThat(run.failures())
                .containsExactly(
                        "a.txt: reading it has ended the program 5 times; try it again with --reprocess failed");
        assertThat(read).containsExactly("b.txt");
        run(new Batch.Plan("v1", "s", Reprocess.FAILED, 2));
        assertThat(read).containsExactly("b.txt", "a.txt");
    }

    @Test
    void aFileOverWhichRunsDiedTwiceIsReadWhileNothingElseIs() throws Exception {
        for (int i = 0; i < 8; i++) {
            put("plan" + i + ".txt", "ok " + i + "/KH");
        }
        dieOver("plan3.txt", 2);
        dieOver("plan4.txt", 1);
        AtomicInteger now = new AtomicInteger();
        Map<String, Integer> company = new ConcurrentHashMap<>();
        meanwhile = name -> {
            company.merge(name, now.incrementAndGet(), Math::max);
            LockSupport.parkNanos(50_000_000);
            company.merge(name, now.getAndDecrement(), Math::max);
        };
        run(new Batch.Plan("v1", "s", Reprocess.CHANGED, 4));
        assertThat(read).hasSize(8);
        assertThat(company).containsEntry("plan3.txt", 1);
    }

    /** As runs leave it that died while they read a file. */
    private void dieOver(String name, int times) throws Exception {
        String sha256 = new ContentHash().of(inbox.resolve(name));
        try (Results results = Results.open(folder.root())) {
            Catalogue catalogue = results.catalogue();
            FileEntry file = catalogue.files().seen(inbox.resolve(name), name, 7, Instant.now());
            catalogue.files().hashed(file.id(), sha256);
            for (int i = 0; i < times; i++) {
                long died = catalogue.beginRun("extract", "v1", "s");
                catalogue.contents().attempt(died, sha256, name, "v1", "s");
            }
        }
    }

    @Test
    void whatIsMissingEndsTheRun() throws IOException {
        put("a.txt", "missing");
        assertThatThrownBy(() -> run("v1")).isInstanceOf(MissingDependencyException.class);
        assertThat(folder.documentIds()).isEmpty();
    }

    @Test
    void aFileThatChangesWhileItIsReadIsLeftForTheNextRun() throws IOException {
        put("a.txt", "changing");
        RunSummary run = run("v1");
        assertThat(run.problems()).singleElement().asString().contains("changed while it was read");
        assertThat(folder.documentIds()).isEmpty();
    }

    @Test
    void theResultIsTheSameWhateverTheNumberOfThreads() throws IOException {
        for (int i = 0; i < 40; i++) {
            put("f" + i + ".txt", (i % 7 == 3 ? "refused " : "ok ") + i % 30 + "/KH");
        }
        run(new Batch.Plan("v1", "s", Reprocess.CHANGED, 1));
        Map<String, String> one = content();
        folder = new OutputFolder(temp.resolve("out2"));
        folder.prepare();
        run(new Batch.Plan("v1", "s", Reprocess.CHANGED, 8));
        assertThat(content()).isEqualTo(one);
    }

    @Test
    void aRescanPointsToTheFirstFileWhicheverWasReadFirst() throws IOException {
        put("b.txt", "ok 7/KH second scan");
        run("v1");
        put("a.txt", "ok 7/KH first scan");
        run("v1");
        List<DocumentRecord> documents = new ArrayList<>();
        for (String id : folder.documentIds()) {
            documents.add(folder.read(id, Extent.HEAD));
        }
        documents.sort(OutputFolder.ORDER);
        assertThat(documents.get(0).samePaperAs()).isEmpty();
        assertThat(documents.get(1).samePaperAs()).isEqualTo(documents.get(0).documentId());
    }

    @Test
    void aRunThatIsStoppedKeepsWhatIsDoneAndTheNextGoesOn() throws IOException {
        put("a.txt", "ok 1/KH");
        put("b.txt", "stop 2/KH");
        put("c.txt", "ok 3/KH");
        RunSummary run = run(new Batch.Plan("v1", "s", Reprocess.CHANGED, 1));
        assertThat(run.interrupted()).isTrue();
        assertThat(run.holds()).containsEntry("documents", 2);
        read.clear();
        assertThat(run("v1").complete()).isTrue();
        assertThat(read).containsExactly("c.txt");
    }

    @Test
    void aStoredDocumentThatIsDamagedIsReadAgain() throws IOException {
        put("a.txt", "ok 1/KH");
        run("v1");
        Map<String, String> before = content();
        Files.writeString(folder.documentFile(folder.documentIds().get(0)), "{");
        run("v1");
        assertThat(content()).isEqualTo(before);
    }

    private void put(String name, String content) throws IOException {
        Files.writeString(inbox.resolve(name), content);
    }

    private RunSummary run(String version) throws IOException {
        return run(new Batch.Plan(version, "s", Reprocess.CHANGED, 2));
    }

    private RunSummary run(Batch.Plan plan) throws IOException {
        try (Results results = Results.open(folder.root())) {
            FileReading reading = (path, name, page) -> reading(plan, path, name, page);
            Intake.Tools tools = new Intake.Tools(reading, Optional.empty(), Optional.empty());
            running = new Batch(tools, results, plan, new Silence());
            return running.run(new FileSearch(folder.root()).search(List.of(inbox)));
        } catch (FolderBusyException e) {
            throw new AssertionError(e);
        }
    }

    private List<DocumentRecord> reading(Batch.Plan plan, Path path, String name, IntConsumer pageDone)
            throws RefusedFileException {
        read.add(name);
        meanwhile.accept(name);
        try {
            String[] words = Files.readString(path).split(" ", 3);
            switch (words[0]) {
                case "refused" ->
                    throw new RefusedFileException(RefusedFileException.Reason.ENCRYPTED, name + ": needs a password");
                case "unreadable" ->
                    throw new RefusedFileException(RefusedFileException.Reason.UNREADABLE, name + ": no permission");
                case "vanished" -> throw new UncheckedIOException(new IOException("gone"));
                case "fault" -> throw new IllegalStateException("broken on purpose");
                case "overflow" -> throw new StackOverflowError();
                case "missing" -> throw new MissingDependencyException("no engine");
                case "changing" -> Files.writeString(path, "ok other");
                case "stop" -> running.stop();
                default -> pageDone.accept(1);
            }
            return List.of(document(new ContentHash().of(path), name, plan, words.length > 1 ? words[1] : ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DocumentRecord document(String sha256, String name, Batch.Plan plan, String number) {
        DocumentRecord d = DocumentRecord.failed(sha256, name, "text/plain", plan.version(), plan.settings(), "");
        return new DocumentRecord(
                d.documentId(),
                d.schemaVersion(),
                d.softwareVersion(),
                d.settings(),
                d.sourceFile(),
                d.sourceNames(),
                d.sha256(),
                d.mediaType(),
                1,
                DocumentRecord.TextSource.PLAIN_TEXT,
                "",
                "Sở Mẫu",
                number,
                "Kế hoạch",
                "",
                "",
                "2024",
                "",
                "",
                "",
                "",
                "",
                List.of(),
                "vi",
                d.meanOcrConfidence(),
                vn.trich.output.Trust.FULL,
                "",
                DocumentRecord.Status.OK,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                number + "\n");
    }

    private Map<String, String> content() throws IOException {
        Map<String, String> content = new HashMap<>();
        try (Stream<Path> files = Files.walk(folder.root())) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(f -> !f.getFileName().toString().startsWith(Catalogue.FILE))
                    .toList()) {
                content.put(folder.root().relativize(file).toString(), Files.readString(file));
            }
        }
        return content;
    }

    private static final class Silence implements RunListener {
        @Override
        public void found(int files) {}

        @Override
        public void started(String name) {}

        @Override
        public void pageDone() {}

        @Override
        public void done(String name) {}
    }
}
