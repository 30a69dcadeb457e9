package vn.trich.pipeline.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.trich.corpus.generate.CorpusGenerator;
import vn.trich.corpus.scan.ScanState;

/**
 * Runs of the real command in a process of its own, ended before they are done. In the profile {@code long} 200 times over
 * 50 files; {@code -Dtrich.seed=N} chooses the moments.
 */
class KilledRunTest {

    private static final boolean LONG = Boolean.getBoolean("trich.long");
    private static final long SEED = Long.getLong("trich.seed", 20261120);
    private static final int TRIALS = LONG ? 25 : 2;
    private static final int KILLS = LONG ? 8 : 3;
    private static final int PLANS = LONG ? 39 : 8;
    private static final int PRINTED = LONG ? 3 : 1;
    private static final int SCANS = LONG ? 2 : 1;

    @TempDir
    private Path temp;

    private Path inbox;

    @BeforeEach
    void files() throws IOException {
        inbox = Files.createDirectory(temp.resolve("in"));
        for (int i = 1; i <= PLANS; i++) {
            plan("plan" + i + ".txt", i);
        }
    }

    /** Born-digital files, scans, twins, files that cannot be read. */
    private void allKinds() throws IOException {
        Path made = temp.resolve("made");
        new CorpusGenerator().generate(made, PRINTED, 61_001, EnumSet.of(ScanState.BORN));
        try (Stream<Path> files = Files.list(made)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".pdf")).toList()) {
                Files.move(file, inbox.resolve(file.getFileName()));
            }
        }
        for (int i = 1; i <= SCANS; i++) {
            scan("scan" + i + ".pdf", 2, i);
        }
        plan("twin of plan1.txt", 1);
        BadFiles.truncated(inbox.resolve("broken.pdf"));
        BadFiles.encrypted(inbox.resolve("locked.pdf"));
        if (LONG) {
            plan("twin of plan2.txt", 2);
            BadFiles.noise(inbox.resolve("noise.pdf"));
            Files.createFile(inbox.resolve("empty.pdf"));
        }
    }

    @Test
    void howeverOftenARunIsKilledNothingIsLostAndNothingDoubled() throws Exception {
        allKinds();
        int files = inbox.toFile().list().length;
        Path calm = temp.resolve("calm");
        long start = System.nanoTime();
        int code = start(calm).waitFor();
        long calmMs = (System.nanoTime() - start) / 1_000_000;
        assertThat(code).isEqualTo(ExitCode.SOME_FAILED);
        TreeMap<String, String> right = Night.results(calm);
        Random random = new Random(SEED);
        int kills = 0;
        int workers = 0;
        int finished = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            Path out = temp.resolve("trial" + trial);
            for (int kill = 0; kill < KILLS; kill++) {
                Process run = start(out);
                pause(run, random.nextLong(1 + calmMs / 3));
                if (random.nextInt(3) == 0 && killWorker(run, random)) {
                    workers++;
                    pause(run, random.nextLong(1 + calmMs / 8));
                }
                finished += run.isAlive() ? 0 : 1;
                run.destroyForcibly().waitFor();
                kills++;
            }
            assertThat(start(out).waitFor()).isEqualTo(code);
            assertThat(Night.results(out)).as("seed %d, trial %d", SEED, trial).isEqualTo(right);
            assertSound(out, files);
            System.out.printf(
                    "%d kills of runs over %d files, %d of them after the end, and %d of workers; calm run %d ms%n",
                    kills, files, finished, workers, calmMs);
        }
        assertThat(finished).as("kills that came too late").isLessThan(kills);
    }

    @Test
    void pagesThatWereFinishedBeforeTheKillAreNotReadAgain() throws Exception {
        scan("scan.pdf", 4, 7);
        Path out = temp.resolve("out");
        Process run = start(out);
        while (run.isAlive() && count(out, "SELECT count(*) FROM page_reading") < 2) {
            Thread.sleep(5);
        }
        run.destroyForcibly().waitFor();
        // What comes of a page that is marked so can only come from the catalogue.
        assertThat(mark(out)).isPositive();
        assertThat(start(out).waitFor()).isZero();
        String id = text(out, "SELECT document_id FROM documents WHERE source_file = 'scan.pdf'");
        assertThat(Files.readString(out.resolve("text").resolve(id + ".txt"))).contains("Mark");
        assertThat(count(out, "SELECT count(*) FROM page_reading")).isZero();
        assertThat(count(out, "SELECT count(*) FROM attempt WHERE outcome = 'killed' AND name = 'scan.pdf'"))
                .isEqualTo(1);
    }

    @Test
    void aRunThatIsAskedToEndDoesSoInOrder() throws Exception {
        Path out = temp.resolve("out");
        Process run = start(out);
        while (run.isAlive() && documents(out) < 1) {
            Thread.sleep(2);
        }
        run.destroy();
        assertThat(run.waitFor(10, TimeUnit.SECONDS)).isTrue();
        // It may have been done already.
        assertThat(run.exitValue()).isIn(RealCommand.SIGTERM, 0);
        assertThat(unfinished(out)).isEmpty();
        long rows = Files.readString(out.resolve("csv/documents.csv")).lines().count() - 1;
        assertThat(rows).isEqualTo(documents(out));
        assertClosed(out);
    }

    /** The catalogue is whole in its one file, and says that the run was not killed. */
    static void assertClosed(Path out) throws SQLException {
        assertThat(out.resolve("catalogue.sqlite-wal")).doesNotExist();
        assertThat(count(out, "SELECT count(*) FROM run WHERE outcome IN ('done', 'interrupted')"))
                .isEqualTo(count(out, "SELECT count(*) FROM run"))
                .isPositive();
    }

    /** Every file in one end state, every document once, nothing left over of what was killed. */
    static void assertSound(Path out, int files) throws SQLException, IOException {
        assertThat(text(out, "PRAGMA integrity_check")).isEqualTo("ok");
        assertThat(text(out, "PRAGMA foreign_key_check")).isEmpty();
        assertThat(count(out, "SELECT count(*) FROM file")).isEqualTo(files);
        assertThat(count(
                        out,
                        "SELECT count(*) FROM file WHERE state IN ('done', 'partial', 'quarantined', 'duplicate')"))
                .isEqualTo(files);
        assertThat(count(out, "SELECT count(*) FROM file WHERE state = 'duplicate'"))
                .isEqualTo(files - count(out, "SELECT count(*) FROM content"));
        assertThat(count(out, "SELECT count(*) FROM documents"))
                .isEqualTo((int) documents(out))
                .isEqualTo(count(out, "SELECT count(*) FROM document_file WHERE exported = changed"));
        assertThat(count(out, "SELECT count(*) FROM page_reading")).isZero();
        assertThat(count(out, "SELECT count(*) FROM attempt WHERE ended IS NULL"))
                .isZero();
        assertThat(count(out, "SELECT count(*) FROM run WHERE ended IS NULL")).isZero();
        assertThat(unfinished(out)).isEmpty();
    }

    private void plan(String name, int number) throws IOException {
        Files.writeString(
                inbox.resolve(name),
                "KẾ HOẠCH\nSố: " + number + "/KH-UBND\nI. MỤC TIÊU\n1. Rà soát văn bản lần " + number + ".\n");
    }

    private void scan(String name, int pages, int number) throws IOException {
        String[] texts = new String[pages];
        Arrays.setAll(
                texts,
                i -> "KẾ HOẠCH\nSố: " + number + i + "/KH-UBND\nI. MỤC TIÊU\n1. Rà soát văn bản trang " + i
                        + "\n2. Kiểm tra việc thực hiện nhiệm vụ được giao");
        BadFiles.scanned(inbox.resolve(name), texts);
    }

    private Process start(Path out) throws IOException {
        return new RealCommand(temp.resolve("log"))
                .start(
                        "extract",
                        "--quiet",
                        "--no-restore",
                        "--workers",
                        "1",
                        inbox.toString(),
                        "--out",
                        out.toString());
    }

    private static void pause(Process run, long milliseconds) throws InterruptedException {
        run.waitFor(milliseconds, TimeUnit.MILLISECONDS);
    }

    private static boolean killWorker(Process run, Random random) {
        List<ProcessHandle> workers = new ArrayList<>(run.children().toList());
        return !workers.isEmpty() && workers.get(random.nextInt(workers.size())).destroyForcibly();
    }

    private static long documents(Path out) throws IOException {
        Path folder = out.resolve("documents");
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".json")).count();
        }
    }

    private static List<Path> unfinished(Path out) throws IOException {
        try (Stream<Path> files = Files.walk(out)) {
            return files.filter(f -> f.toString().endsWith(".part")).toList();
        }
    }

    /** The number that a query gives; 0 if there is none, or no catalogue yet. */
    static int count(Path out, String sql) throws SQLException {
        String number = text(out, sql);
        return number.isEmpty() ? 0 : Integer.parseInt(number);
    }

    /** The first value that a query gives; empty if there is none, or no catalogue yet. */
    private static String text(Path out, String sql) throws SQLException {
        if (!Files.exists(out.resolve("catalogue.sqlite"))) {
            return "";
        }
        try (Connection connection = connect(out);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : "";
        } catch (SQLException e) {
            if (e.getMessage().contains("no such table")) {
                return "";
            }
            throw e;
        }
    }

    /** Puts a mark into every page that is kept; gives how many there are. */
    private static int mark(Path out) throws SQLException, IOException {
        int marked = 0;
        try (Connection connection = connect(out);
                Statement statement = connection.createStatement();
                PreparedStatement update =
                        connection.prepareStatement("UPDATE page_reading SET reading = ? WHERE page = ?")) {
            TreeMap<Integer, byte[]> pages = new TreeMap<>();
            try (ResultSet rows = statement.executeQuery("SELECT page, reading FROM page_reading")) {
                while (rows.next()) {
                    pages.put(rows.getInt(1), rows.getBytes(2));
                }
            }
            for (int page : pages.keySet()) {
                String json = new String(
                        new InflaterInputStream(new ByteArrayInputStream(pages.get(page))).readAllBytes(),
                        StandardCharsets.UTF_8);
                ByteArrayOutputStream packed = new ByteArrayOutputStream();
                try (DeflaterOutputStream pack = new DeflaterOutputStream(packed)) {
                    pack.write(json.replace("\"t\":\"văn\"", "\"t\":\"Mark\"").getBytes(StandardCharsets.UTF_8));
                }
                update.setBytes(1, packed.toByteArray());
                update.setInt(2, page);
                marked += update.executeUpdate();
            }
        }
        return marked;
    }

    private static Connection connect(Path out) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + out.resolve("catalogue.sqlite"));
    }
}
