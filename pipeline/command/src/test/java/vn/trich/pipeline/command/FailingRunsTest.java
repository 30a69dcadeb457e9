package vn.trich.pipeline.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens around a run: workers that die, disks that fill, clocks that jump, names that lie. */
class FailingRunsTest {

    private static final String LETTER = "KẾ HOẠCH\nSố: 7/KH-UBND\nI. MỤC TIÊU\n1. Rà soát văn bản.\n";

    @TempDir
    private Path temp;

    private Path inbox;
    private Path out;
    private String printed;

    @BeforeEach
    void folders() throws IOException {
        inbox = Files.createDirectory(temp.resolve("in"));
        out = temp.resolve("out");
    }

    @Test
    void aWorkerThatIsKilledCostsNothing() throws Exception {
        BadFiles.scanned(inbox.resolve("scan.pdf"), "KẾ HOẠCH\nCải cách hành chính", "I. MỤC TIÊU", "Nơi nhận:");
        assertThat(extract("--workers", "1")).isEqualTo(ExitCode.OK);
        TreeMap<String, String> calm = records();
        out = temp.resolve("out2");
        Thread killer = new Thread(() -> awaitWorker().destroyForcibly());
        killer.start();
        assertThat(extract("--workers", "1")).as(printed).isEqualTo(ExitCode.OK);
        killer.join();
        assertThat(records()).isEqualTo(calm);
    }

    @Test
    void aFileThatIsReplacedWhileItIsReadIsReadAgainByTheNextRun() throws Exception {
        Path file = BadFiles.scanned(inbox.resolve("scan.pdf"), "KẾ HOẠCH");
        Path other = BadFiles.good(temp.resolve("other.pdf"), 2);
        Thread replacer = new Thread(() -> {
            awaitWorker();
            try {
                Files.move(other, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        replacer.start();
        extract("--workers", "1");
        replacer.join();
        // Whichever came first, nothing of the one stands under the name of the other, and the next run has the file.
        extract();
        assertThat(printed).doesNotContain("changed while");
        List<Integer> pages = documents().stream()
                .filter(d -> d.get("status").asText().equals("ok"))
                .map(d -> d.get("pageCount").asInt())
                .toList();
        assertThat(pages).contains(2);
    }

    @Test
    void whereNoMoreCanBeWrittenTheRunSaysSoAndTheNextOneFinishes() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "no bash");
        for (int i = 1; i <= 6; i++) {
            Files.writeString(inbox.resolve("plan" + i + ".txt"), ("Lần " + i + "\n" + LETTER).repeat(60 * i));
        }
        assertThat(extract()).isEqualTo(ExitCode.OK);
        TreeMap<String, String> calm = records();
        out = temp.resolve("out2");
        // No file may grow beyond this: for the program no different from a disk that is full.
        Process run = new ProcessBuilder(
                        "/bin/bash",
                        "-c",
                        "ulimit -f 100; exec \"$@\"",
                        "bash",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:-UsePerfData",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "vn.trich.pipeline.command.Trich",
                        "extract",
                        "--quiet",
                        inbox.toString(),
                        "--out",
                        out.toString())
                .redirectErrorStream(true)
                .redirectOutput(temp.resolve("log").toFile())
                .start();
        assertThat(run.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(run.exitValue()).as(Files.readString(temp.resolve("log"))).isEqualTo(ExitCode.OUTPUT);
        assertThat(extract()).as(printed).isEqualTo(ExitCode.OK);
        assertThat(records()).isEqualTo(calm);
    }

    @Test
    void whereTheDiskIsAlmostFullNothingIsBegun() throws IOException {
        Files.writeString(inbox.resolve("plan.txt"), LETTER);
        assertThat(extract("--keep-free", "2000000000")).isEqualTo(ExitCode.OUTPUT);
        assertThat(printed).contains("MB are free").contains("--keep-free").contains(out.toString());
        assertThat(extract()).isEqualTo(ExitCode.OK);
        assertThat(printed).contains("Read 1 of 1 files");
    }

    @Test
    void aFolderThatMayNotBeWrittenIsNamed() throws IOException {
        Files.writeString(inbox.resolve("plan.txt"), LETTER);
        // A file where the folder should be: not even root may write into that.
        out = Files.createFile(temp.resolve("file")).resolve("out");
        assertThat(extract()).isEqualTo(ExitCode.OUTPUT);
        assertThat(printed).contains("cannot write " + out);
    }

    @Test
    void clocksThatJumpChangeNothing() throws IOException {
        Path letter = Files.writeString(inbox.resolve("letter.txt"), LETTER);
        Path old = Files.writeString(inbox.resolve("old.txt"), "Cũ. " + LETTER);
        Files.setLastModifiedTime(letter, FileTime.from(Instant.parse("2099-12-31T23:59:59Z")));
        Files.setLastModifiedTime(old, FileTime.fromMillis(0));
        assertThat(extract()).isEqualTo(ExitCode.OK);
        TreeMap<String, String> before = records();
        Files.setLastModifiedTime(letter, FileTime.from(Instant.parse("1980-01-01T00:00:00Z")));
        Files.setLastModifiedTime(old, FileTime.from(Instant.parse("2099-12-31T23:59:59Z")));
        assertThat(extract()).isEqualTo(ExitCode.OK);
        assertThat(printed).contains("Read 0 of 2 files");
        assertThat(records()).isEqualTo(before);
    }

    @Test
    void ofTwoRunsAtOnceTheSecondWaitsForAnotherDay() throws IOException {
        Files.writeString(inbox.resolve("plan.txt"), LETTER);
        extract();
        try (FileChannel channel = FileChannel.open(out.resolve(".lock"), StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThat(extract()).isEqualTo(ExitCode.OUTPUT);
            assertThat(printed).contains("another run is writing this folder");
        }
        assertThat(extract()).isEqualTo(ExitCode.OK);
    }

    @Test
    void namesMeanNothingButThemselves() throws Exception {
        List<String> names = new ArrayList<>(List.of(
                "x...txt",
                "a..b.txt",
                "first\nsecond.txt",
                "=HYPERLINK(\"http:x\").txt",
                "-rf.txt",
                "<script>alert(1)<.txt",
                "k\u0065\u0302\u0301 hoa\u0323ch.txt",
                "ké ' \" $(touch x) `touch y` ; & | \\.txt",
                "\u202etxt.exe.txt",
                "x".repeat(251) + ".txt"));
        for (String name : names) {
            Files.writeString(inbox.resolve(name), name + "\n" + LETTER);
        }
        assertThat(extract()).as(printed).isEqualTo(ExitCode.OK);
        assertThat(documents())
                .extracting(d -> d.get("sourceFile").asText())
                .containsExactlyInAnyOrderElementsOf(names.stream()
                        .map(n -> java.text.Normalizer.normalize(n, java.text.Normalizer.Form.NFC))
                        .toList());
        assertThat(Files.readString(out.resolve("csv/documents.csv")))
                .contains("'=HYPERLINK")
                .contains("'-rf.txt")
                .doesNotContainPattern("(^|,)\"?[=+@-]");
        try (Stream<Path> written = Files.walk(temp)) {
            assertThat(written.map(f -> f.getFileName().toString())).doesNotContain("x", "y");
        }
        assertThat(printed).doesNotContain("first\nsecond");
    }

    @Test
    void aNameThatIsNoUtf8IsNamedAndHarmsNoOther() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "no bash");
        Files.writeString(inbox.resolve("plan.txt"), LETTER);
        Process made =
                new ProcessBuilder("/bin/bash", "-c", "printf x > \"$0\"/$'k\\xea.txt'", inbox.toString()).start();
        assumeTrue(made.waitFor() == 0, "the file system takes no such name");
        int code = extract();
        assertThat(printed).contains("Read");
        assertThat(code).isIn(ExitCode.OK, ExitCode.SOME_FAILED);
        assertThat(documents()).extracting(d -> d.get("sourceFile").asText()).contains("plan.txt");
    }

    @Test
    void linksAndPipesAreNeverFollowed() throws Exception {
        Path secret = Files.writeString(temp.resolve("secret.txt"), "Bí mật. " + LETTER);
        Files.createSymbolicLink(inbox.resolve("link.txt"), secret);
        Files.writeString(inbox.resolve("plan.txt"), LETTER);
        Process mkfifo = new ProcessBuilder("mkfifo", inbox.resolve("pipe.txt").toString()).start();
        assumeTrue(mkfifo.waitFor() == 0, "no mkfifo");
        assertThat(extract()).isEqualTo(ExitCode.OK);
        assertThat(documents()).extracting(d -> d.get("sourceFile").asText()).containsExactly("plan.txt");
    }

    @Test
    void anOutputAmongTheInputIsRefused() throws IOException {
        Files.writeString(inbox.resolve("plan.txt"), LETTER);
        out = inbox.resolve("results");
        assertThat(extract()).isEqualTo(ExitCode.USAGE);
        assertThat(printed).contains("lies in").contains("name one outside");
        assertThat(out).doesNotExist();
    }

    @Test
    void whatIsWrittenIsNotForEverybody() throws IOException {
        assumeTrue(Files.getFileStore(temp).supportsFileAttributeView("posix"), "no such rights here");
        Files.writeString(inbox.resolve("plan.txt"), LETTER);
        extract();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(out)))
                .endsWith("---");
    }

    private static ProcessHandle awaitWorker() {
        for (int i = 0; i < 10_000; i++) {
            // By an option of theirs: a child that has not yet become its program looks like this process.
            List<ProcessHandle> workers = ProcessHandle.current()
                    .children()
                    .filter(p -> p.info().commandLine().orElse("").contains("-XX:+UseSerialGC"))
                    .toList();
            if (!workers.isEmpty()) {
                return workers.get(0);
            }
            java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
        }
        throw new IllegalStateException("no worker was started");
    }

    private int extract(String... more) {
        StringWriter written = new StringWriter();
        int code = Trich.commandLine(new PrintWriter(written), new PrintWriter(written, true))
                .execute(Stream.concat(
                                Stream.of("extract", "--quiet", inbox.toString(), "--out", out.toString()),
                                Stream.of(more))
                        .toArray(String[]::new));
        printed = written.toString();
        return code;
    }

    private List<JsonNode> documents() throws IOException {
        List<JsonNode> documents = new ArrayList<>();
        try (Stream<Path> files = Files.list(out.resolve("documents"))) {
            for (Path file : files.sorted().toList()) {
                documents.add(new ObjectMapper().readTree(file.toFile()));
            }
        }
        return documents;
    }

    /** What the run wrote for people: all but the catalogue and the lock. */
    private TreeMap<String, String> records() throws IOException {
        TreeMap<String, String> content = new TreeMap<>();
        for (String part : List.of("documents", "text", "csv")) {
            try (Stream<Path> files = Files.walk(out.resolve(part))) {
                for (Path file : files.filter(Files::isRegularFile).collect(Collectors.toList())) {
                    content.put(
                            out.relativize(file).toString(),
                            new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
                }
            }
        }
        return content;
    }
}
