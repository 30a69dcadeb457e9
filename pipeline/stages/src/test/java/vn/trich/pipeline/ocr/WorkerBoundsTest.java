package vn.trich.pipeline.ocr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.trich.pipeline.Bounds;
import vn.trich.pipeline.Settings;
import vn.trich.pipeline.ingest.RefusedFileException;

/** What a worker process may take, and what becomes of it when nobody waits for it any more. */
class WorkerBoundsTest {

    private static final Settings SETTINGS = new Settings(
                    10, 1 << 20, 1_000_000, 300, Duration.ofSeconds(20), 1, false, false)
            .within(new Bounds(Duration.ofMinutes(5), 500, 1_000, 1));

    @TempDir
    private Path temp;

    /** A worker that takes ever more memory, on its heap or beside it. */
    static final class Greedy {

        private Greedy() {}

        /** Takes. */
        public static void main(String[] args) throws InterruptedException {
            boolean beside = Files.exists(Path.of(args[0], "beside"));
            List<Object> taken = new ArrayList<>();
            for (int i = 0; i < 4_000; i++) {
                taken.add(beside ? java.nio.ByteBuffer.allocateDirect(1 << 20).put(0, (byte) 1) : new byte[1 << 20]);
                if (beside) {
                    fill((java.nio.ByteBuffer) taken.get(i));
                    Thread.sleep(1);
                }
            }
        }

        private static void fill(java.nio.ByteBuffer buffer) {
            for (int at = 0; at < buffer.capacity(); at += 4096) {
                buffer.put(at, (byte) 1);
            }
        }
    }

    /** A main process that starts a worker, gives it something to do that never ends, and says who it is. */
    static final class Parent {

        private Parent() {}

        /** Starts it. */
        public static void main(String[] args) throws Exception {
            WorkerCommand hangs = new WorkerCommand(Hanging.class.getName(), 64);
            try (WorkerProcess worker = new WorkerProcess(hangs.line(SETTINGS, Path.of(args[0])), 1_000)) {
                ProcessHandle.current().children().forEach(child -> System.out.println(child.pid()));
                worker.ask(
                        new PageTask(Path.of(args[1]), "application/pdf", 1).toLine(),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(5));
            }
        }
    }

    /** A worker as always, but for its file: a pipe that nobody fills. */
    static final class Hanging {

        private Hanging() {}

        /** Works. */
        public static void main(String[] args) throws IOException {
            WorkerMain.main(args);
        }
    }

    /** A worker that answers at once, and then late, without having worked. */
    static final class Kept {

        private Kept() {}

        /** Answers. */
        public static void main(String[] args) throws IOException, InterruptedException {
            for (int i = 1; System.in.read() >= 0; i++) {
                while (System.in.read() != '\n') {
                    // The task does not matter.
                }
                Thread.sleep(i == 1 ? 0 : 2_500);
                System.out.println(new PageAnswer.Counted(i).toLine());
            }
        }
    }

    @Test
    void aWorkerThatTheMachineKeepsFromWorkingIsGivenLongerAndNotForEver() throws Exception {
        WorkerCommand kept = new WorkerCommand(Kept.class.getName(), 64);
        try (EngineFiles engine = EngineFiles.extract();
                WorkerProcess worker = new WorkerProcess(kept.line(SETTINGS, engine.folder()), 1_000)) {
            Duration second = Duration.ofSeconds(1);
            worker.ask("{}", Duration.ofMinutes(1), Duration.ofMinutes(1));
            assertThat(worker.ask("{}", second, Duration.ofMinutes(1))).isEqualTo(new PageAnswer.Counted(2));
            assertThatThrownBy(() -> worker.ask("{}", second, second)).isInstanceOf(TimeoutException.class);
        }
    }

    @Test
    void aWorkerThatFillsItsHeapIsEndedAndTheFileRefused() throws IOException {
        assertThatThrownBy(this::openWithGreedyWorker)
                .isInstanceOf(RefusedFileException.class)
                .hasMessageStartingWith("x.pdf: reading it takes more memory than the 500 MB")
                .hasMessageContaining("--worker-memory");
    }

    @Test
    void memoryBesideTheHeapCountsToo() throws IOException {
        assumeTrue(
                new ProcessMemory(ProcessHandle.current().pid()).megabytes().isPresent(), "the system does not tell");
        try (EngineFiles engine = EngineFiles.extract()) {
            Files.createFile(engine.folder().resolve("beside"));
            WorkerCommand greedy = new WorkerCommand(Greedy.class.getName(), 4_000);
            try (WorkerProcess worker = new WorkerProcess(greedy.line(SETTINGS, engine.folder()), 300)) {
                assertThatThrownBy(() -> worker.ask("{}", Duration.ofSeconds(60), Duration.ofSeconds(60)))
                        .isInstanceOf(WorkerExhaustedException.class)
                        .hasMessageContaining("300 MB");
            }
        }
    }

    @Test
    void aWorkerEndsWithTheProcessThatStartedItThoughItIsBusy() throws Exception {
        Path pipe = temp.resolve("pipe.pdf");
        Process mkfifo = new ProcessBuilder("mkfifo", pipe.toString()).start();
        assumeTrue(mkfifo.waitFor() == 0, "no mkfifo");
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Parent.class.getName(),
                        temp.toString(),
                        pipe.toString())
                .redirectError(temp.resolve("log").toFile())
                .start();
        ProcessHandle worker = ProcessHandle.of(
                        Long.parseLong(parent.inputReader().readLine().strip()))
                .orElseThrow();
        Thread.sleep(1_500);
        assertThat(worker.isAlive()).isTrue();
        parent.destroyForcibly().waitFor();
        worker.onExit().get(20, TimeUnit.SECONDS);
        assertThat(worker.isAlive()).isFalse();
    }

    @Test
    void whatAProcessThatWasKilledLeftInTheTemporaryFolderIsRemovedByTheNext() throws IOException {
        EngineFolders folders = new EngineFolders(temp);
        Path abandoned = Files.createDirectory(temp.resolve("trich-engine-1-abandoned"));
        Files.createFile(abandoned.resolve(".lock"));
        Files.createFile(abandoned.resolve("vie.traineddata"));
        Path unknown = Files.createDirectory(temp.resolve("trich-engine-others"));
        Path own = folders.create();
        try (EngineFolders.Claim claim = folders.claim(own)) {
            folders.removeAbandoned();
            assertThat(abandoned).doesNotExist();
            assertThat(unknown).exists();
            assertThat(own).exists();
            assertThat(claim.channel().isOpen()).isTrue();
        }
    }

    @Test
    void theClockOfAFileStartsWithItsFirstPage() throws InterruptedException {
        Deadline deadline = new Deadline(Duration.ofMillis(200));
        Thread.sleep(250);
        assertThat(deadline.left()).isPositive();
        Thread.sleep(250);
        assertThat(deadline.left()).isZero();
        assertThat(deadline.message()).contains("--file-timeout");
    }

    private void openWithGreedyWorker() throws RefusedFileException, IOException {
        try (PageReader reader =
                new PageReader(SETTINGS, new WorkerCommand(Greedy.class.getName(), 100), PageStore.NONE)) {
            reader.count(temp.resolve("x.pdf"), "x.pdf", "application/pdf");
        }
    }
}
