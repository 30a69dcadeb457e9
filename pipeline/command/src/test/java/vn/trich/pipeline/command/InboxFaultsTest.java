package vn.trich.pipeline.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.trich.corpus.generate.CorpusGenerator;
import vn.trich.corpus.scan.ScanState;

/**
 * Faults of disks, clocks and people around the real command, in processes of its own. In the profile {@code long} there
 * are 50 files and 200 kills; {@code -Dtrich.seed=N} chooses their moments.
 */
class InboxFaultsTest {

    private static final boolean LONG = Boolean.getBoolean("trich.long");
    private static final long SEED = Long.getLong("trich.seed", 20261120);
    private static final int FILES = LONG ? 50 : 12;
    private static final int KILLS = LONG ? 200 : 6;

    @TempDir
    private Path temp;

    private Path inbox;
    private Path out;
    private RealCommand trich;

    @BeforeEach
    void folders() throws IOException {
        inbox = Files.createDirectory(temp.resolve("in"));
        out = temp.resolve("out");
        trich = new RealCommand(temp.resolve("log"));
    }

    @Test
    void jobsThatAreKilledAtRandomMomentsLoseNothingAndDoubleNothing() throws Exception {
        Path source = inbox;
        fill(FILES - addOtherKinds());
        TreeMap<String, String> put = Night.content(source);
        assertThat(put).hasSize(FILES);
        Path calm = temp.resolve("calm");
        long start = System.nanoTime();
        assertThat(run(copyOf(source, "calm-in"), calm).exitCode()).isEqualTo(ExitCode.SOME_FAILED);
        Killing killing = new Killing(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        for (int trial = 0; trial == 0 || killing.kills() < KILLS; trial++) {
            String command = trial % 2 == 0 ? "run" : "watch";
            String when = command + " of trial " + trial + " of seed " + SEED;
            inbox = copyOf(source, "in" + trial);
            out = temp.resolve("out" + trial);
            int most = killing.kills() + (LONG ? 25 : KILLS);
            while (killing.kills() < most && killing.kill(command)) {
                assertConserved(put, "kill " + killing.kills() + ", " + when);
            }
            finish(command);
            assertThat(Night.results(out)).as(when).isEqualTo(Night.results(calm));
            assertThat(originals(out)).as(when).isEqualTo(originals(calm));
            assertThat(notes(out)).as(when).isEqualTo(notes(calm));
            assertThat(Night.content(out.resolve("files/work"))).isEmpty();
            assertThat(Night.content(inbox).keySet()).containsOnly(".lock");
            KilledRunTest.assertSound(out, FILES);
            System.out.println(when + ": " + killing);
        }
        if (LONG) {
            assertThat(killing.workers).as("kills of workers").isGreaterThan(KILLS / 10);
        }
    }

    /** Kills jobs and their workers, and counts what it killed. */
    private final class Killing {
        private final Random random = new Random(SEED);
        private final long length;
        private int runs;
        private int mains;
        private int amidPages;
        private int workers;

        /** By how many milliseconds a job takes that is left alone. */
        private Killing(long length) {
            this.length = length;
        }

        int kills() {
            return mains + workers;
        }

        /**
         * Starts a job and kills it at a random moment, every other time one of its workers before it; a second one would
         * cost its page, as it should.
         *
         * @return whether the job was not done by then
         */
        boolean kill(String command) throws IOException, InterruptedException {
            Process job = trich.start(arguments(command, inbox, out));
            spare(job);
            boolean worker = runs++ % 2 == 0 && awaitWorker(job);
            if (worker) {
                job.waitFor(random.nextLong(500), TimeUnit.MILLISECONDS);
                awaitWorker(job);
                List<ProcessHandle> all = job.children().toList();
                boolean killed =
                        !all.isEmpty() && all.get(random.nextInt(all.size())).destroyForcibly();
                workers += killed ? 1 : 0;
            }
            job.waitFor(random.nextLong(1 + length / (worker ? 8 : 4)), TimeUnit.MILLISECONDS);
            boolean goesOn = job.isAlive() && !isEmptied();
            if (goesOn) {
                amidPages += job.children().findAny().isPresent() ? 1 : 0;
                mains++;
            }
            List<ProcessHandle> orphans = job.descendants().toList();
            job.destroyForcibly().waitFor();
            for (ProcessHandle orphan : orphans) {
                orphan.onExit().orTimeout(60, TimeUnit.SECONDS).join();
            }
            return goesOn;
        }

        /** Lets a job finish the files over which three others died: over which five do, that file is given up. */
        private void spare(Process job) throws IOException, InterruptedException {
            while (job.isAlive() && !isEmptied() && isSuspect()) {
                job.waitFor(100, TimeUnit.MILLISECONDS);
            }
        }

        /** Waits until a job has workers: it has some only while it reads PDFs and pictures. */
        private boolean awaitWorker(Process job) throws IOException, InterruptedException {
            while (job.isAlive() && job.children().findAny().isEmpty() && !isEmptied()) {
                job.waitFor(20, TimeUnit.MILLISECONDS);
            }
            return job.children().findAny().isPresent();
        }

        @Override
        public String toString() {
            return String.format(
                    "%d kills over %d files: %d of jobs (%d of them while they had workers), %d of workers; left alone"
                            + " %d ms",
                    kills(), FILES, mains, amidPages, workers, length);
        }
    }

    private boolean isSuspect() {
        if (!Files.exists(out.resolve("catalogue.sqlite"))) {
            return false;
        }
        try {
            return KilledRunTest.count(out, "SELECT count(*) FROM content WHERE deaths > 2") > 0;
        } catch (SQLException e) {
            // It is being made or mended; a run that died just now is counted by then.
            return true;
        }
    }

    /** Whether every file is where it ends, as far as one look at folders tells in which a job moves files. */
    private boolean isEmptied() throws IOException {
        return Files.isDirectory(out.resolve("files/work"))
                && !holdsFile(inbox)
                && !holdsFile(out.resolve("files/work"));
    }

    private static boolean holdsFile(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.anyMatch(f -> !f.endsWith(".lock") && Files.isRegularFile(f));
        } catch (UncheckedIOException e) {
            // One went while they were looked at.
            return true;
        }
    }

    /** Lets a job come to its end; a watch is told to end when it has nothing to do any more. */
    private void finish(String command) throws IOException, InterruptedException {
        Process job = trich.start(arguments(command, inbox, out));
        if (command.equals("watch")) {
            while (job.isAlive() && !isEmptied()) {
                job.waitFor(100, TimeUnit.MILLISECONDS);
            }
            job.destroy();
            assertThat(job.waitFor(10, TimeUnit.SECONDS)).as("ends within 10 s").isTrue();
        }
        RealCommand.Ended last = trich.await(job);
        assertThat(last.exitCode()).as(last.printed()).isIn(ExitCode.OK, ExitCode.SOME_FAILED, RealCommand.SIGTERM);
    }

    /** Scans, printed files and files that cannot be read; gives how many. */
    private int addOtherKinds() throws IOException {
        Path made = temp.resolve("made");
        new CorpusGenerator().generate(made, 1, 61_002, EnumSet.of(ScanState.BORN));
        try (Stream<Path> files = Files.list(made)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".pdf")).toList()) {
                Files.move(file, inbox.resolve(file.getFileName()));
            }
        }
        for (int i = 1; i <= (LONG ? 18 : 1); i++) {
            Path folder = Files.createDirectories(inbox.resolve("f" + i % 3));
            Path scan = folder.resolve("scan" + i + ".pdf");
            if (i % 5 == 1) {
                BadFiles.scanned(scan, plan(100 + i), plan(200 + i));
            } else {
                BadFiles.scanned(scan, plan(100 + i));
            }
        }
        BadFiles.truncated(inbox.resolve("broken.pdf"));
        BadFiles.encrypted(inbox.resolve("locked.pdf"));
        return Night.content(inbox).size();
    }

    private Path copyOf(Path folder, String name) throws IOException {
        Path copy = Files.createDirectory(temp.resolve(name));
        for (String file : Night.content(folder).keySet()) {
            Files.createDirectories(copy.resolve(file).getParent());
            Files.copy(folder.resolve(file), copy.resolve(file));
        }
        return copy;
    }

    @Test
    void aFullDiskStopsARunAndTheNextOneFinishesIt() throws IOException, InterruptedException {
        assumeThat(RealCommand.hasNamespaces(temp)).as("namespaces").isTrue();
        fill(FILES);
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
                """.formatted(quoted(out), shell("run", inbox, out), quoted(inbox), quoted(copy)));
        assertThat(ended.printed()).contains("full: 4").contains("space").contains("free: 2");
        out = copy;
        assertConserved(put, ended.printed());
        assertThat(originals(copy)).hasSize(put.size());
    }

    @Test
    void aDiskThatIsToStayFreeIsNotFilledAndNothingIsTaken() throws IOException, InterruptedException {
        fill(3);
        TreeMap<String, String> put = Night.content(inbox);
        RealCommand.Ended ended = trich.run(arguments("run", inbox, out, "--keep-free=2000000000"));
        assertThat(ended.exitCode()).as(ended.printed()).isEqualTo(ExitCode.OUTPUT);
        assertThat(ended.printed()).contains("MB are free").contains("--keep-free");
        put.put(".lock", "");
        assertThat(Night.content(inbox)).isEqualTo(put);
    }

    @Test
    void aWatchWaitsUntilAFullDiskHasRoomAgain() throws IOException, InterruptedException {
        assumeThat(LONG).as("takes half a minute").isTrue();
        assumeThat(RealCommand.hasNamespaces(temp)).as("namespaces").isTrue();
        fill(FILES);
        Path late = Files.createDirectory(temp.resolve("late"));
        for (String name : Night.content(inbox).keySet()) {
            Files.move(inbox.resolve(name), late.resolve(Path.of(name).getFileName()));
        }
        Path copy = temp.resolve("copy");
        RealCommand.Ended ended = trich.inNamespace("""
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
                """.formatted(
                        quoted(out), shell("watch", inbox, out), quoted(late), quoted(inbox), quoted(copy), FILES));
        assertThat(ended.printed()).contains("space");
        assertThat(originals(copy)).hasSize(FILES);
    }

    @Test
    void aReadOnlyFolderOfResultsCostsNoFile() throws IOException, InterruptedException {
        assumeThat(RealCommand.hasNamespaces(temp)).as("namespaces").isTrue();
        fill(3);
        TreeMap<String, String> put = Night.content(inbox);
        RealCommand.Ended ended = trich.inNamespace("""
                mkdir %1$s
                mount -t tmpfs -o ro,size=1m none %1$s
                set +e
                trich %2$s; echo "read-only: $?"
                """.formatted(quoted(out), shell("run", inbox, out)));
        assertThat(ended.printed()).contains("read-only: 4").contains("Read-only");
        assertThat(Night.content(inbox)).isEqualTo(put);
    }

    @Test
    void aReadOnlyInboxIsReadAndLeftAsItIs() throws IOException, InterruptedException {
        assumeThat(RealCommand.hasNamespaces(temp)).as("namespaces").isTrue();
        fill(3);
        TreeMap<String, String> put = Night.content(inbox);
        RealCommand.Ended ended = trich.inNamespace("""
                mount --bind %1$s %1$s
                mount -o remount,ro,bind %1$s
                set +e
                trich %2$s; echo "first: $?"
                trich %2$s; echo "second: $?"
                """.formatted(quoted(inbox), shell("run", inbox, out)));
        assertThat(ended.printed()).contains("first: 2").contains("second: 0");
        assertThat(Night.content(inbox)).isEqualTo(put);
        assertThat(notes(out)).hasSize(3);
        assertThat(Night.results(out).keySet())
                .filteredOn(f -> f.startsWith("documents/"))
                .hasSize(3);
    }

    @Test
    void oneOfTwoRunsAtOnceGoesAway() throws IOException, InterruptedException {
        fill(4);
        Process first = trich.start(arguments("watch", inbox, out));
        try {
            awaitLog("started");
            RealCommand other = new RealCommand(temp.resolve("other-log"));
            RealCommand.Ended sameOut = other.run(arguments("run", inbox, out));
            assertThat(sameOut.exitCode()).isEqualTo(ExitCode.OUTPUT);
            assertThat(sameOut.printed()).contains("another run");
            RealCommand.Ended sameInbox = other.run(arguments("run", inbox, temp.resolve("out2")));
            assertThat(sameInbox.exitCode()).isEqualTo(ExitCode.INBOX);
            assertThat(sameInbox.printed()).contains("another run");
        } finally {
            first.destroyForcibly().waitFor();
        }
        assertThat(run(inbox, out).exitCode()).as("a lock of the dead is none").isIn(ExitCode.OK, ExitCode.SOME_FAILED);
        assertThat(originals(out)).hasSize(4);
    }

    @Test
    void aClockThatWasSetKeepsNoFileWaiting() throws Exception {
        fill(3);
        Files.setLastModifiedTime(inbox.resolve("plan0.txt"), FileTime.from(Instant.parse("2105-01-01T00:00:00Z")));
        Files.setLastModifiedTime(inbox.resolve("f2/plan2.txt"), FileTime.fromMillis(0));
        TreeMap<String, String> put = Night.content(inbox);
        Process killed = trich.start(arguments("run", inbox, out));
        awaitLog("taken f1/plan1.txt");
        killed.destroyForcibly().waitFor();
        // As a run leaves it that met trouble while the clock was a century ahead.
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + out.resolve("catalogue.sqlite"));
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "UPDATE file SET state = 'retry', tries = 1, next_try = '2105-01-01T00:00:00.000Z' WHERE moved_to LIKE '%/work/%'");
        }
        assertThat(run(inbox, out).exitCode()).isEqualTo(ExitCode.SOME_FAILED);
        assertConserved(put, "after the clock was set");
        assertThat(originals(out)).hasSize(3);
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
        Process watch = trich.start(arguments("watch", inbox, out, more));
        try {
            awaitLog("started");
            Files.writeString(inbox.resolve("early.txt"), plan(1));
            awaitFile("done/early.txt");
            Path folder = Files.createDirectories(inbox.resolve("new/folder"));
            Path slow = folder.resolve("slow.txt");
            try (OutputStream writer = Files.newOutputStream(slow)) {
                // Longer than it takes to be steady, if it were.
                for (int i = 0; i < 12; i++) {
                    writer.write((plan(2) + i + "\n").getBytes(StandardCharsets.UTF_8));
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
        fill(FILES);
        TreeMap<String, String> put = Night.content(inbox);
        Process run = trich.start(arguments("run", inbox, out));
        awaitLog("taken");
        run.destroy();
        assertThat(run.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertConserved(put, "ended");
        run(inbox, out);
        assertThat(originals(out)).hasSize(FILES);
    }

    /** So many small plans, two thirds of them in folders, one of them no UTF-8, one twice. */
    private void fill(int number) throws IOException {
        for (int i = 0; i < number; i++) {
            Path folder = Files.createDirectories(i % 3 == 0 ? inbox : inbox.resolve("f" + i % 3));
            Path file = folder.resolve("plan" + i + ".txt");
            if (i == 1) {
                Files.write(file, new byte[] {'K', (byte) 0xff, (byte) 0xfe, 'x'});
            } else {
                Files.writeString(file, plan(i == 7 ? 5 : i));
            }
        }
    }

    private static String plan(int number) {
        return "KẾ HOẠCH\nSố: " + number + "/KH-UBND\nI. MỤC TIÊU\n1. Rà soát văn bản lần " + number + ".\n";
    }

    private RealCommand.Ended run(Path from, Path to) throws IOException, InterruptedException {
        return trich.run(arguments("run", from, to));
    }

    private static String[] arguments(String command, Path from, Path to, String... more) {
        List<String> all = new ArrayList<>(List.of(
                command,
                "--inbox",
                from.toString(),
                "--out",
                to.toString(),
                "--settle",
                "0.3",
                "--retry-after",
                "0",
                "--no-restore",
                "--workers",
                "1"));
        if (!String.join(" ", more).contains("--keep-free")) {
            all.addAll(List.of("--keep-free", "0"));
        }
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private static String shell(String command, Path from, Path to) {
        return String.join(
                " ",
                Arrays.stream(arguments(command, from, to))
                        .map(RealCommand::quote)
                        .toList());
    }

    private static String quoted(Path path) {
        return RealCommand.quote(path.toString());
    }

    /** Every file that was put in lies in the inbox, in work or at an end, once, with its bytes. */
    private void assertConserved(TreeMap<String, String> put, String when) throws IOException {
        List<String> there = new ArrayList<>();
        Night.content(inbox).forEach((name, content) -> {
            if (!name.equals(".lock")) {
                there.add(content);
            }
        });
        there.addAll(originals(out).values());
        there.addAll(Night.content(out.resolve("files/work")).values());
        assertThat(there).as(when).containsExactlyInAnyOrderElementsOf(put.values());
    }

    private static TreeMap<String, String> originals(Path results) throws IOException {
        TreeMap<String, String> originals = new TreeMap<>();
        for (String state : List.of("done", "partial", "quarantined", "duplicate")) {
            Night.content(results.resolve("files").resolve(state)).forEach((name, content) -> {
                // What was not finished when a run was killed bears no name of a file, and is written anew.
                if (!name.endsWith(".note.json") && !name.endsWith(".part")) {
                    originals.put(state + "/" + name, content);
                }
            });
        }
        return originals;
    }

    /** The names of the notes. */
    private static List<String> notes(Path results) throws IOException {
        return Night.content(results.resolve("files")).keySet().stream()
                .filter(name -> name.endsWith(".note.json"))
                .toList();
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
