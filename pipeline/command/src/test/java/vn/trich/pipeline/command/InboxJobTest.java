package vn.trich.pipeline.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.trich.pipeline.batch.Reprocess;
import vn.trich.pipeline.catalogue.Catalogue;
import vn.trich.pipeline.watch.JobEvent;

/** What becomes of the files of an inbox. */
class InboxJobTest {

    @TempDir
    private Path temp;

    private Night night;

    @BeforeEach
    void night() throws IOException {
        night = new Night(temp);
    }

    @Test
    void everyFileEndsInOnePlaceWithANote() throws IOException {
        night.put("2024/quý I/plan.txt", "ok 1");
        night.put("report.txt", "torn 2");
        night.put("secret.txt", "locked 3");
        night.put("Report again.txt", "torn 2");
        night.run();
        assertThat(night.ended())
                .containsExactly(
                        "done/2024/quý I/plan.txt: ok 1",
                        "partial/Report again.txt: torn 2",
                        "quarantined/secret.txt: locked 3",
                        "duplicate/report.txt: torn 2");
        assertThat(Night.content(night.inbox)).isEmpty();
        assertThat(night.note("done/2024/quý I/plan.txt"))
                .contains("\"what_happened\" : \"Read whole: 2 pages, 1 document.\"")
                .contains("\"what_to_do\" : \"Nothing.\"")
                .contains(Night.sha256(night.files.resolve("done/2024/quý I/plan.txt")));
        assertThat(night.note("partial/Report again.txt"))
                .contains("but for 1 of 2 pages")
                .contains("\"page\" : 2")
                .contains("the picture is damaged");
        assertThat(night.note("quarantined/secret.txt"))
                .contains("needs a password")
                .contains("into the inbox");
        assertThat(night.note("duplicate/report.txt")).contains("\"same_as\" : \"Report again.txt\"");
    }

    @Test
    void bothNamesOfADuplicateStandInTheRecords() throws IOException {
        night.put("a.txt", "ok 1");
        night.run();
        night.put("b.txt", "ok 1");
        night.run();
        assertThat(night.read).containsExactly("a.txt");
        assertThat(night.results().toString()).contains("\"a.txt\", \"b.txt\"");
        assertThat(night.ended()).containsExactly("done/a.txt: ok 1", "duplicate/b.txt: ok 1");
    }

    @Test
    void aFileThatIsPutBackIsReadAgainAndNoDuplicate() throws IOException {
        night.put("a.txt", "maybe 1");
        night.put("b.txt", "ok 2");
        night.reading = (path, words) -> {
            if (words[0].equals("maybe")) {
                throw new IllegalStateException("not in the mood");
            }
        };
        night.run();
        assertThat(night.ended()).containsExactly("done/b.txt: ok 2", "quarantined/a.txt: maybe 1");
        night.reading = (path, words) -> {};
        Files.move(night.files.resolve("quarantined/a.txt"), night.inbox.resolve("a.txt"));
        Files.move(night.files.resolve("done/b.txt"), night.inbox.resolve("b.txt"));
        night.run();
        assertThat(night.ended()).containsExactly("done/a.txt: maybe 1", "done/b.txt: ok 2");
        assertThat(night.read).as("read whole before, so not again").containsOnlyOnce("b.txt");
        assertThat(Night.content(night.files).keySet())
                .as("no note without its file")
                .containsExactly("done/a.txt", "done/a.txt.note.json", "done/b.txt", "done/b.txt.note.json");
    }

    @Test
    void aFileThatCannotBeReadStandsInNobodysWay() throws IOException {
        night.put("a.txt", "fault 1");
        night.put("b.txt", "busy 2");
        night.put("c.txt", "locked 3");
        night.put("d.txt", "ok 4");
        night.run();
        assertThat(night.ended())
                .containsExactly("done/d.txt: ok 4", "quarantined/a.txt: fault 1", "quarantined/c.txt: locked 3");
    }

    @Test
    void aFileThatTakesLongKeepsNoLaterOneWaiting() throws IOException {
        night.put("a.txt", "slow 1");
        CountDownLatch lateEnded = new CountDownLatch(1);
        List<String> order = new CopyOnWriteArrayList<>();
        night.listener = event -> {
            if (event instanceof JobEvent.Ended ended) {
                order.add(ended.path());
                if (ended.path().equals("late.txt")) {
                    lateEnded.countDown();
                }
            }
        };
        night.reading = (path, words) -> {
            if (words[0].equals("slow")) {
                night.put("late.txt", "ok 2");
                night.put("twin.txt", "slow 1");
                await(lateEnded);
            }
        };
        night.run();
        assertThat(order).containsExactly("late.txt", "a.txt", "twin.txt");
        assertThat(night.ended())
                .containsExactly("done/a.txt: slow 1", "done/late.txt: ok 2", "duplicate/twin.txt: slow 1");
        assertThat(night.read).as("nothing is read twice").containsExactly("a.txt", "late.txt");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).as("is not held up").isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatIsDamagedInTheCatalogueCostsThatFileAlone() throws Exception {
        night.put("a.txt", "ok 1");
        night.put("b.txt", "ok 2");
        night.run();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + night.out.resolve(Catalogue.FILE));
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE document_file SET json = x'789c00' WHERE document_id IN"
                    + " (SELECT document_id FROM documents WHERE source_file = 'a.txt')");
        }
        night.put("a again.txt", "ok 1");
        night.put("b again.txt", "ok 2");
        night.put("c.txt", "ok 3");
        night.run();
        assertThat(night.ended())
                .containsExactly(
                        "done/a.txt: ok 1",
                        "done/b.txt: ok 2",
                        "done/c.txt: ok 3",
                        "duplicate/a again.txt: ok 1",
                        "duplicate/b again.txt: ok 2");
        assertThat(night.read)
                .as("what was lost is read again")
                .containsExactlyInAnyOrder("a.txt", "b.txt", "a again.txt", "c.txt");
        assertThat(night.results().keySet().stream().filter(f -> f.startsWith("documents/")))
                .hasSize(3);
    }

    @Test
    void troubleThatPassesIsWaitedFor() throws IOException {
        night.put("a.txt", "wait 1");
        night.reading = (path, words) -> {
            if (night.read.size() < 3) {
                throw new IOException("the share is away");
            }
        };
        night.run();
        night.run();
        assertThat(night.read).as("too early for another try").hasSize(1);
        assertThat(night.ended()).isEmpty();
        night.now = night.now.plusSeconds(61);
        night.run();
        assertThat(night.read).hasSize(2);
        night.now = night.now.plusSeconds(61);
        night.run();
        assertThat(night.read).as("the second wait is longer").hasSize(2);
        night.now = night.now.plusSeconds(61);
        night.run();
        assertThat(night.ended()).containsExactly("done/a.txt: wait 1");
    }

    @Test
    void troubleThatDoesNotPassEndsInQuarantine() throws IOException {
        night.put("a.txt", "busy 1");
        for (int i = 0; i < Night.TRIES; i++) {
            assertThat(night.ended()).isEmpty();
            night.run();
            night.now = night.now.plus(Duration.ofHours(2));
        }
        assertThat(night.ended()).containsExactly("quarantined/a.txt: busy 1");
        assertThat(night.note("quarantined/a.txt"))
                .contains("Tried 3 times in vain")
                .contains("the share is away");
    }

    @ParameterizedTest
    @ValueSource(ints = {-100_000, 100_000})
    void aClockThatIsSetLosesNoFile(int hours) throws IOException {
        night.put("a.txt", "busy 1");
        night.run();
        Path old = night.put("b.txt", "ok 2");
        Files.setLastModifiedTime(old, FileTime.from(Instant.parse("1970-01-01T00:00:00Z")));
        Path young = night.put("c.txt", "ok 3");
        Files.setLastModifiedTime(young, FileTime.from(Instant.parse("2105-01-01T00:00:00Z")));
        night.now = night.now.plus(Duration.ofHours(hours));
        night.run();
        assertThat(night.read)
                .as("the wait counts as over")
                .containsExactlyInAnyOrder("a.txt", "a.txt", "b.txt", "c.txt");
        assertThat(night.ended()).containsExactly("done/b.txt: ok 2", "done/c.txt: ok 3");
    }

    @Test
    void aFileThatIsWrittenOnWhileItIsReadIsReadAgain() throws IOException {
        night.put("a.txt", "ok 1");
        night.reading = (path, words) -> {
            if (night.read.size() == 1) {
                // The writer still has it open, wherever it was moved to.
                Files.writeString(path, "ok 1 and more");
            }
        };
        night.run();
        assertThat(night.ended()).isEmpty();
        night.now = night.now.plusSeconds(61);
        night.run();
        assertThat(night.ended()).containsExactly("done/a.txt: ok 1 and more");
        assertThat(night.note("done/a.txt")).contains(Night.sha256(night.files.resolve("done/a.txt")));
        assertThat(night.results().keySet().stream().filter(f -> f.startsWith("documents/")))
                .as("nothing is kept of what it held before")
                .hasSize(1);
    }

    @Test
    void aFileThatIsPutInThePlaceOfOneThatIsBeingReadIsAnother() throws IOException {
        night.put("a.txt", "ok 1");
        night.reading = (path, words) -> {
            if (night.read.size() == 1) {
                night.put("a.txt", "ok 2");
            }
        };
        night.run();
        assertThat(night.ended()).containsExactly("done/a (2).txt: ok 2", "done/a.txt: ok 1");
    }

    @Test
    void aFileThatGoesOnGrowingIsLeftToTheNextRun() throws IOException {
        Path growing = night.put("a.txt", "ok");
        night.listener = event -> {
            night.events.add(event);
            if (event instanceof JobEvent.Looked) {
                append(growing);
            }
        };
        night.run();
        assertThat(night.ended()).isEmpty();
        assertThat(night.events).contains(new JobEvent.Unsteady("a.txt"));
        night.listener = event -> {};
        night.run();
        assertThat(night.ended()).hasSize(1);
    }

    @Test
    void filesMayStayInTheInbox() throws IOException {
        night.leaveFiles = true;
        night.put("a/plan.txt", "ok 1");
        night.put("secret.txt", "locked 2");
        night.run();
        night.run();
        assertThat(night.read).containsExactlyInAnyOrder("a/plan.txt", "secret.txt");
        assertThat(Night.content(night.inbox)).hasSize(2);
        assertThat(night.ended()).isEmpty();
        assertThat(night.note("done/a/plan.txt")).contains("Read whole");
        assertThat(night.note("quarantined/secret.txt")).contains("password");
    }

    @Test
    void aFileThatStaysIsReadAgainOnlyIfItsContentIsNew() throws IOException {
        night.leaveFiles = true;
        Path file = night.put("a.txt", "ok 1");
        night.run();
        Files.setLastModifiedTime(file, FileTime.fromMillis(0));
        night.run();
        assertThat(night.read).as("only touched").hasSize(1);
        night.put("a.txt", "ok 2");
        night.run();
        assertThat(night.read).hasSize(2);
    }

    @Test
    void anotherFileSystemGetsACopyBeforeTheOriginalGoes() throws IOException {
        Path memory = Path.of("/dev/shm");
        assumeThat(memory).isDirectory();
        assumeThat(Files.getFileStore(memory)).isNotEqualTo(Files.getFileStore(temp));
        Path files = Files.createTempDirectory(memory, "trich");
        try {
            night = new Night(temp, files);
            Path original = night.put("a/plan.txt", "ok 1");
            FileTime time = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
            Files.setLastModifiedTime(original, time);
            night.put("b.txt", "ok 1");
            night.run();
            assertThat(night.ended()).containsExactly("done/a/plan.txt: ok 1", "duplicate/b.txt: ok 1");
            assertThat(Files.getLastModifiedTime(files.resolve("done/a/plan.txt")))
                    .isEqualTo(time);
            assertThat(Night.content(night.inbox)).isEmpty();
        } finally {
            delete(files);
        }
    }

    @Test
    void aJobThatDiesAtAnyStepIsFinishedByTheNext() throws IOException {
        Night calm = new Night(temp.resolve("calm"));
        fill(calm);
        calm.run();
        int deaths = 0;
        for (int step = 1; ; step++) {
            Night dying = new Night(temp.resolve("dying" + step));
            fill(dying);
            if (!isCutOff(dying, step)) {
                break;
            }
            deaths++;
            dying.listener = event -> {};
            dying.reading = (path, words) -> {};
            dying.run();
            assertThat(dying.ended()).as("cut off at step " + step).isEqualTo(calm.ended());
            assertThat(dying.results()).as("cut off at step " + step).isEqualTo(calm.results());
            assertThat(Night.content(dying.inbox)).isEmpty();
            assertThat(Night.content(dying.files.resolve("work"))).isEmpty();
        }
        assertThat(deaths).isGreaterThan(10);
    }

    @Test
    void filesInWorkAreNotForgottenWhenTheCatalogueIsGone() throws IOException {
        night.put("a/plan.txt", "ok 1");
        night.put("b.txt", "busy 2");
        isCutOff(night, 3);
        assertThat(Night.content(night.inbox)).isEmpty();
        for (String end : List.of("", "-wal", "-shm")) {
            Files.deleteIfExists(night.out.resolve(Catalogue.FILE + end));
        }
        night.listener = event -> {};
        night.reading = (path, words) -> {};
        night.run();
        night.now = night.now.plusSeconds(61);
        night.run();
        assertThat(night.ended()).contains("done/a/plan.txt: ok 1");
        assertThat(Night.content(night.files.resolve("work")).values()).containsExactly("busy 2");
    }

    @Test
    void aLaterVersionPutsFilesWhereTheyThenBelong() throws IOException {
        night.put("a.txt", "locked 1");
        night.put("b.txt", "ok 2");
        night.run();
        night.put("c.txt", "locked 1");
        night.run();
        assertThat(night.ended())
                .containsExactly("done/b.txt: ok 2", "quarantined/a.txt: locked 1", "duplicate/c.txt: locked 1");
        night.version = "v2";
        night.read.clear();
        night.run();
        assertThat(night.read).as("nobody asked for it").isEmpty();
        night.reprocess = Optional.of(Reprocess.CHANGED);
        night.run();
        assertThat(night.read).containsExactlyInAnyOrder("a.txt", "b.txt");
        assertThat(night.ended()).hasSize(3);
        assertThat(night.note("done/b.txt")).contains("trich v2");
    }

    @ParameterizedTest
    @CsvSource({"CHANGED, ''", "FAILED, a.txt c.txt", "ALL, a.txt b.txt c.txt"})
    void filesAreReadOnceMoreAsFarAsThatIsAskedFor(Reprocess which, String again) throws IOException {
        night.put("a.txt", "torn 1");
        night.put("b.txt", "ok 2");
        night.put("c.txt", "locked 3");
        night.run();
        List<String> ended = night.ended();
        night.read.clear();
        night.reprocess = Optional.of(which);
        night.run();
        assertThat(String.join(" ", new TreeSet<>(night.read))).isEqualTo(again);
        assertThat(night.ended()).isEqualTo(ended);
    }

    @ParameterizedTest
    @ValueSource(strings = {"line\nbreak.txt", "Ke\u0302\u0301 hoa\u0323ch.txt", "a..txt", "-rf", "$(reboot).txt"})
    void anyNameWillDo(String name) throws IOException {
        night.put(name, "ok 1");
        night.run();
        assertThat(night.ended()).containsExactly("done/" + name + ": ok 1");
    }

    @Test
    void aNameThatIsNoTextWillDo() throws IOException, InterruptedException {
        // Written on a system with another encoding; the bytes are no UTF-8.
        Files.createDirectory(night.inbox.resolve("a"));
        int made = new ProcessBuilder(
                        "sh", "-c", "cd \"$0/a\" && printf 'ok 1' > \"$(printf 'k\\352.txt')\"", night.inbox.toString())
                .start()
                .waitFor();
        assumeThat(made).isZero();
        night.run();
        assertThat(night.ended()).containsExactly("done/a/k\ufffd.txt: ok 1");
    }

    @Test
    void namesOf255BytesWillDo() throws IOException {
        String name = "ế".repeat(83) + "ab.txt";
        night.put(name, "ok 1");
        night.run();
        night.put(name, "ok 2");
        night.run();
        assertThat(night.ended()).hasSize(2).contains("done/" + name + ": ok 1");
    }

    private static void fill(Night night) throws IOException {
        night.put("a/plan.txt", "ok 1");
        night.put("a/report.txt", "torn 2");
        night.put("b.txt", "locked 3");
        night.put("c.txt", "ok 1");
    }

    /** Runs until so many things happened, then dies as if it were killed; false if it came to its end before. */
    private static boolean isCutOff(Night night, int step) {
        int[] steps = {0};
        Runnable count = () -> {
            synchronized (steps) {
                if (++steps[0] >= step) {
                    throw new Killed();
                }
            }
        };
        night.listener = event -> count.run();
        night.reading = (path, words) -> count.run();
        try {
            night.run();
            return false;
        } catch (Throwable e) {
            if (Stream.iterate(e, t -> t != null, Throwable::getCause).noneMatch(Killed.class::isInstance)) {
                throw e;
            }
            return true;
        }
    }

    private static void append(Path file) {
        try {
            Files.writeString(file, "ok" + "!".repeat((int) Files.size(file)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> paths = all.toList();
            for (int i :
                    IntStream.iterate(paths.size() - 1, i -> i >= 0, i -> i - 1).toArray()) {
                Files.delete(paths.get(i));
            }
        }
    }

    /** Nothing catches it, as nothing catches a signal. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }
}
