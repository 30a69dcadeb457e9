package vn.trich.pipeline.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Faults of disks, clocks and people around the real command, in processes of its own. In the profile {@code long} there
 * are more files.
 */
class InboxFaultsTest {

    private static final boolean LONG = Boolean.getBoolean("trich.long");
    private static final int FILES = LONG ? 50 : 12;

    @TempDir
    private Path temp;

    private Path inbox;
    private Path out;
    private JobFolders folders;
    private RealCommand trich;

    @BeforeEach
    void folders() throws IOException {
        inbox = Files.createDirectory(temp.resolve("in"));
        out = temp.resolve("out");
        folders = new JobFolders(inbox, out);
        trich = new RealCommand(temp.resolve("log"));
    }

    @Test
    void aFullDiskStopsARunAndTheNextOneFinishesIt() throws IOException, InterruptedException {
        assumeThat(RealCommand.hasNamespaces(temp)).as("namespaces").isTrue();
        JobFolders.fill(inbox, FILES);
        TreeMap<String, String> put = Night.content(inbox);
        Path copy = temp.resolve("copy");
        RealCommand.Ended ended =
                trich.inNamespace("""
                mkdir %1$s
                mount -t tmpfs -o size=3m none %1$s
                dd if=/dev/zero of=%1$s/ballast bs=4096 2>/dev/null || true
                set +e
                trich %2$s; echo "full: $?"
                find %1$s %3$s -type f ! -name ballast ! -name .lock -printf 'left %%s\\n' | grep -c left
                truncate -s 2600000 %1$s/ballast
                trich %2$s; echo "nearly full: $?"
                rm %1$s/ballast
                trich %2$s; echo "free: $?"
                cp -a %1$s %4$s
                """.formatted(quoted(out), shell("run"), quoted(inbox), quoted(copy)));
        assertThat(ended.printed()).contains("full: 4").contains("space").contains("free: 2");
        folders = new JobFolders(inbox, copy);
        folders.assertConserved(put, ended.printed());
        assertThat(new JobFolders(inbox, copy).originals()).hasSize(put.size());
    }

    @Test
    void aDiskThatIsToStayFreeIsNotFilledAndNothingIsTaken() throws IOException, InterruptedException {
        JobFolders.fill(inbox, 3);
        TreeMap<String, String> put = Night.content(inbox);
        RealCommand.Ended ended = trich.run(folders.arguments("run", "--keep-free=2000000000"));
        assertThat(ended.exitCode()).as(ended.printed()).isEqualTo(ExitCode.OUTPUT);
        assertThat(ended.printed()).contains("MB are free").contains("--keep-free");
        put.put(".lock", "");
        assertThat(Night.content(inbox)).isEqualTo(put);
    }

    @Test
    void aWatchWaitsUntilAFullDiskHasRoomAgain() throws IOException, InterruptedException {
        assumeThat(LONG).as("takes half a minute").isTrue();
        assumeThat(RealCommand.hasNamespaces(temp)).as("namespaces").isTrue();
        JobFolders.fill(inbox, FILES);
        Path late = Files.createDirectory(temp.resolve("late"));
        for (String name : Night.content(inbox).keySet()) {
            Files.move(inbox.resolve(name), late.resolve(Path.of(name).getFileName()));
        }
        Path copy = temp.resolve("copy");
        RealCommand.Ended ended = trich.inNamespace(
                """
                mkdir %1$s
                mount -t tmpfs -o size=64m none %1$s
                set +e
                trich %2$s &
                pid=$!
                while ! [ -e %1$s/reports/latest.json ]; do sleep 0.2; done
                dd if=/dev/zero of=%1$s/ballast bs=4096 2>/dev/null
                mv %3$s/* %4$s/
                sleep 12
                rm %1$s/ballast
                while [ "$(find %1$s/files -name '*.txt' ! -path '*/work/*' | wc -l)" -lt %6$d ]; do sleep 0.2; done
                cp -a %1$s %5$s
                kill -9 $(pgrep -P $pid) 2>/dev/null; kill -9 $pid
                """.formatted(quoted(out), shell("watch"), quoted(late), quoted(inbox), quoted(copy), FILES));
        assertThat(ended.printed()).contains("space");
        assertThat(new JobFolders(inbox, copy).originals()).hasSize(FILES);
    }

    @Test
    void aReadOnlyFolderOfResultsCostsNoFile() throws IOException, InterruptedException {
        assumeThat(RealCommand.hasNamespaces(temp)).as("namespaces").isTrue();
        JobFolders.fill(inbox, 3);
        TreeMap<String, String> put = Night.content(inbox);
        RealCommand.Ended ended = trich.inNamespace("""
                mkdir %1$s
                mount -t tmpfs -o ro,size=1m none %1$s
                set +e
                trich %2$s; echo "read-only: $?"
                """.formatted(quoted(out), shell("run")));
        assertThat(ended.printed()).contains("read-only: 4").contains("Read-only");
        assertThat(Night.content(inbox)).isEqualTo(put);
    }

    @Test
    void aReadOnlyInboxIsReadAndLeftAsItIs() throws IOException, InterruptedException {
        assumeThat(RealCommand.hasNamespaces(temp)).as("namespaces").isTrue();
        JobFolders.fill(inbox, 3);
        TreeMap<String, String> put = Night.content(inbox);
        RealCommand.Ended ended = trich.inNamespace("""
                mount --bind %1$s %1$s
                mount -o remount,ro,bind %1$s
                set +e
                trich %2$s; echo "first: $?"
                trich %2$s; echo "second: $?"
                """.formatted(quoted(inbox), shell("run")));
        assertThat(ended.printed()).contains("first: 2").contains("second: 0");
        assertThat(Night.content(inbox)).isEqualTo(put);
        assertThat(folders.notes()).hasSize(3);
        assertThat(Night.results(out).keySet())
                .filteredOn(f -> f.startsWith("documents/"))
                .hasSize(3);
    }

    @Test
    void oneOfTwoRunsAtOnceGoesAway() throws IOException, InterruptedException {
        JobFolders.fill(inbox, 4);
        Process first = trich.start(folders.arguments("watch"));
        try {
            awaitLog("started");
            RealCommand other = new RealCommand(temp.resolve("other-log"));
            RealCommand.Ended sameOut = other.run(folders.arguments("run"));
            assertThat(sameOut.exitCode()).isEqualTo(ExitCode.OUTPUT);
            assertThat(sameOut.printed()).contains("another run");
            RealCommand.Ended sameInbox = other.run(new JobFolders(inbox, temp.resolve("out2")).arguments("run"));
            assertThat(sameInbox.exitCode()).isEqualTo(ExitCode.INBOX);
            assertThat(sameInbox.printed()).contains("another run");
        } finally {
            first.destroyForcibly().waitFor();
        }
        assertThat(run().exitCode()).as("a lock of the dead is none").isIn(ExitCode.OK, ExitCode.SOME_FAILED);
        assertThat(folders.originals()).hasSize(4);
    }

    @Test
    void aClockThatWasSetKeepsNoFileWaiting() throws Exception {
        JobFolders.fill(inbox, 3);
        Files.setLastModifiedTime(inbox.resolve("plan0.txt"), FileTime.from(Instant.parse("2105-01-01T00:00:00Z")));
        Files.setLastModifiedTime(inbox.resolve("f2/plan2.txt"), FileTime.fromMillis(0));
        TreeMap<String, String> put = Night.content(inbox);
        Process killed = trich.start(folders.arguments("run"));
        awaitLog("taken f1/plan1.txt");
        killed.destroyForcibly().waitFor();
        // As a run leaves it that met trouble while the clock was a century ahead.
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + out.resolve("catalogue.sqlite"));
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "UPDATE file SET state = 'retry', tries = 1, next_try = '2105-01-01T00:00:00.000Z' WHERE moved_to LIKE '%/work/%'");
        }
        assertThat(run().exitCode()).isEqualTo(ExitCode.SOME_FAILED);
        folders.assertConserved(put, "after the clock was set");
        assertThat(folders.originals()).hasSize(3);
    }

    @Test
    void aWatchTakesWhatComesAndEndsInOrder() throws Exception {
        assertWatches();
    }

    @Test
    void aWatchThatIsToldOfNothingLooks() throws Exception {
        assertWatches("--poll", "--poll-every", "0.2");
    }

    private void assertWatches(String... more) throws Exception {
        Process watch = trich.start(folders.arguments("watch", more));
        try {
            awaitLog("started");
            Files.writeString(inbox.resolve("early.txt"), JobFolders.plan(1));
            awaitFile("done/early.txt");
            Path folder = Files.createDirectories(inbox.resolve("new/folder"));
            Path slow = folder.resolve("slow.txt");
            try (OutputStream writer = Files.newOutputStream(slow)) {
                // Longer than it takes to be steady, if it were.
                for (int i = 0; i < 12; i++) {
                    writer.write((JobFolders.plan(2) + i + "\n").getBytes(StandardCharsets.UTF_8));
                    writer.flush();
                    assertThat(slow).exists();
                    Thread.sleep(60);
                }
            }
            long size = Files.size(slow);
            awaitFile("done/new/folder/slow.txt");
            assertThat(out.resolve("files/done/new/folder/slow.txt")).hasSize(size);
            watch.destroy();
            assertThat(watch.waitFor(10, TimeUnit.SECONDS))
                    .as("ends within 10 s")
                    .isTrue();
            assertThat(watch.exitValue()).isEqualTo(RealCommand.SIGTERM);
        } finally {
            watch.destroyForcibly().waitFor();
        }
        JsonNode report =
                new ObjectMapper().readTree(out.resolve("reports/latest.json").toFile());
        assertThat(report.get("outcome").asText()).isEqualTo("interrupted");
        assertThat(report.at("/ends/done").asInt()).isEqualTo(2);
        KilledRunTest.assertClosed(out);
        assertThat(Files.readString(out.resolve("csv/documents.csv")))
                .contains("early.txt")
                .contains("slow.txt");
    }

    @Test
    void aRunToldToEndDoesSoWithinTenSecondsAndTheNextOneGoesOn() throws IOException, InterruptedException {
        JobFolders.fill(inbox, FILES);
        TreeMap<String, String> put = Night.content(inbox);
        Process run = trich.start(folders.arguments("run"));
        awaitLog("taken");
        run.destroy();
        assertThat(run.waitFor(10, TimeUnit.SECONDS)).isTrue();
        folders.assertConserved(put, "ended");
        run();
        assertThat(folders.originals()).hasSize(FILES);
    }

    @Test
    void aRunToldToEndInTheMiddleOfItsPagesLeavesThemToTheNextOne() throws Exception {
        BadFiles.crowded(inbox.resolve("scan.pdf"), 8);
        TreeMap<String, String> put = Night.content(inbox);
        Process run = trich.start(folders.arguments("run"));
        folders.awaitWorker(run);
        List<ProcessHandle> workers = run.descendants().toList();
        run.destroy();
        // Machines that do much else besides take longer than the 10 seconds that are promised.
        assertThat(run.waitFor(LONG ? 10 : 40, TimeUnit.SECONDS)).isTrue();
        assertThat(run.exitValue()).isEqualTo(RealCommand.SIGTERM);
        for (ProcessHandle worker : workers) {
            worker.onExit().orTimeout(60, TimeUnit.SECONDS).join();
        }
        folders.assertConserved(put, "ended");
        KilledRunTest.assertClosed(out);
        assertThat(KilledRunTest.count(out, "SELECT count(*) FROM attempt WHERE outcome = 'interrupted'"))
                .isEqualTo(1);
        assertThat(new ObjectMapper()
                        .readTree(out.resolve("reports/latest.json").toFile())
                        .get("outcome")
                        .asText())
                .isEqualTo("interrupted");
    }

    private RealCommand.Ended run() throws IOException, InterruptedException {
        return trich.run(folders.arguments("run"));
    }

    private String shell(String command) {
        return Arrays.stream(folders.arguments(command)).map(RealCommand::quote).collect(Collectors.joining(" "));
    }

    private static String quoted(Path path) {
        return RealCommand.quote(path.toString());
    }

    private void awaitLog(String word) throws IOException, InterruptedException {
        for (int i = 0; i < 600; i++) {
            if (Files.exists(temp.resolve("log"))
                    && Files.readString(temp.resolve("log")).contains(word)) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("no " + word + " in " + Files.readString(temp.resolve("log")));
    }

    private void awaitFile(String place) throws IOException, InterruptedException {
        for (int i = 0; i < 600; i++) {
            if (Files.exists(out.resolve("files").resolve(place))) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("no " + place + ": " + Files.readString(temp.resolve("log")));
    }
}
