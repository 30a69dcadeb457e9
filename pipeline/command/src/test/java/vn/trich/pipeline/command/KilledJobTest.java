package vn.trich.pipeline.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
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
 * Jobs of the real command over an inbox, and their workers, killed at random moments. In the profile {@code long} there
 * are 50 files and 200 kills; {@code -Dtrich.seed=N} chooses their moments and, if it is odd, begins
 * with {@code watch}.
 */
class KilledJobTest {

    private static final boolean LONG = Boolean.getBoolean("trich.long");
    private static final long SEED = Long.getLong("trich.seed", 20261120);
    private static final int FILES = LONG ? 50 : 12;
    private static final int KILLS = LONG ? 200 : 6;

    @TempDir
    private Path temp;

    private RealCommand trich;
    private JobFolders folders;

    @BeforeEach
    void command() {
        trich = new RealCommand(temp.resolve("log"));
    }

    @Test
    void jobsThatAreKilledAtRandomMomentsLoseNothingAndDoubleNothing() throws Exception {
        Path source = source();
        TreeMap<String, String> put = Night.content(source);
        assertThat(put).hasSize(FILES);
        JobFolders calm = folders("calm", source);
        long start = System.nanoTime();
        assertThat(trich.run(calm.arguments("run")).exitCode()).isEqualTo(ExitCode.SOME_FAILED);
        Killing killing = new Killing(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        for (int trial = 0; trial == 0 || killing.kills() < KILLS; trial++) {
            String command = (SEED + trial) % 2 == 0 ? "run" : "watch";
            String when = command + " of trial " + trial + " of seed " + SEED;
            folders = folders("trial" + trial, source);
            int most = killing.kills() + (LONG ? 25 : KILLS);
            while (killing.kills() < most && killing.kill(command)) {
                folders.assertConserved(put, "kill " + killing.kills() + ", " + when);
            }
            finish(command);
            assertThat(Night.results(folders.out())).as(when).isEqualTo(Night.results(calm.out()));
            assertThat(folders.originals()).as(when).isEqualTo(calm.originals());
            assertThat(folders.notes()).as(when).isEqualTo(calm.notes());
            assertThat(Night.content(folders.out().resolve("files/work"))).isEmpty();
            assertThat(Night.content(folders.inbox()).keySet()).containsOnly(".lock");
            KilledRunTest.assertSound(folders.out(), FILES);
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
            Process job = trich.start(folders.arguments(command));
            spare(job);
            boolean worker = runs++ % 2 == 0 && folders.awaitWorker(job);
            if (worker) {
                job.waitFor(random.nextLong(500), TimeUnit.MILLISECONDS);
                folders.awaitWorker(job);
                List<ProcessHandle> all = JobFolders.workers(job);
                boolean killed =
                        !all.isEmpty() && all.get(random.nextInt(all.size())).destroyForcibly();
                workers += killed ? 1 : 0;
            }
            job.waitFor(random.nextLong(1 + length / (worker ? 8 : 4)), TimeUnit.MILLISECONDS);
            boolean goesOn = job.isAlive() && !folders.isEmptied();
            if (goesOn) {
                amidPages += JobFolders.workers(job).isEmpty() ? 0 : 1;
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
            while (job.isAlive() && !folders.isEmptied() && isSuspect()) {
                job.waitFor(100, TimeUnit.MILLISECONDS);
            }
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
        if (!Files.exists(folders.out().resolve("catalogue.sqlite"))) {
            return false;
        }
        try {
            return KilledRunTest.count(folders.out(), "SELECT count(*) FROM content WHERE deaths > 2") > 0;
        } catch (SQLException e) {
            // It is being made or mended; a run that died just now is counted by then.
            return true;
        }
    }

    /** Lets a job come to its end; a watch is told to end when it has nothing to do any more. */
    private void finish(String command) throws IOException, InterruptedException, SQLException {
        Process job = trich.start(folders.arguments(command));
        if (command.equals("watch")) {
            // Told to end before, it might leave the CSV files to the next one.
            while (job.isAlive() && !(isBegun() && folders.isEmptied() && isSettled())) {
                job.waitFor(100, TimeUnit.MILLISECONDS);
            }
            job.destroy();
        }
        RealCommand.Ended last = trich.await(job);
        assertThat(last.exitCode()).as(last.printed()).isIn(ExitCode.OK, ExitCode.SOME_FAILED, RealCommand.SIGTERM);
    }

    /** Whether the CSV files hold what the catalogue holds. */
    private boolean isSettled() throws SQLException {
        return KilledRunTest.count(
                        folders.out(), "SELECT count(DISTINCT value) FROM progress WHERE name IN ('csv', 'changes')")
                == 1;
    }

    private boolean isBegun() throws IOException {
        return Files.readString(temp.resolve("log")).contains(" started: ");
    }

    /** Small plans, scans, a printed file and files that cannot be read. */
    private Path source() throws IOException {
        Path source = Files.createDirectory(temp.resolve("source"));
        Path made = temp.resolve("made");
        new CorpusGenerator().generate(made, 1, 61_002, EnumSet.of(ScanState.BORN));
        try (Stream<Path> files = Files.list(made)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".pdf")).toList()) {
                Files.move(file, source.resolve(file.getFileName()));
            }
        }
        for (int i = 1; i <= (LONG ? 18 : 1); i++) {
            Path folder = Files.createDirectories(source.resolve("f" + i % 3));
            Path scan = folder.resolve("scan" + i + ".pdf");
            if (i % 5 == 1) {
                BadFiles.scanned(scan, JobFolders.plan(100 + i), JobFolders.plan(200 + i));
            } else {
                BadFiles.scanned(scan, JobFolders.plan(100 + i));
            }
        }
        BadFiles.truncated(source.resolve("broken.pdf"));
        BadFiles.encrypted(source.resolve("locked.pdf"));
        JobFolders.fill(source, FILES - Night.content(source).size());
        return source;
    }

    /** The folders of a job of that name, whose inbox holds what is in the source. */
    private JobFolders folders(String name, Path source) throws IOException {
        Path inbox = Files.createDirectory(temp.resolve(name + "-in"));
        for (String file : Night.content(source).keySet()) {
            Files.createDirectories(inbox.resolve(file).getParent());
            Files.copy(source.resolve(file), inbox.resolve(file));
        }
        return new JobFolders(inbox, temp.resolve(name));
    }
}
