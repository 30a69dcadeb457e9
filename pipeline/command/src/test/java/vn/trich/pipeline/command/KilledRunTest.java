package vn.trich.pipeline.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.trich.pipeline.catalogue.Catalogue;

/** Runs of the real command in a process of its own, ended before they are done. */
class KilledRunTest {

    private static final int FILES = 12;
    private static final int SIGTERM_EXIT = 143;

    @TempDir
    private Path temp;

    private Path inbox;

    @BeforeEach
    void manyFiles() throws IOException {
        inbox = Files.createDirectory(temp.resolve("in"));
        for (int i = 1; i <= FILES; i++) {
            Files.writeString(
                    inbox.resolve("plan" + i + ".txt"),
                    "KẾ HOẠCH\nSố: " + i + "/KH-UBND\nI. MỤC TIÊU\n1. Rà soát văn bản lần " + i + ".\n");
        }
    }

    @Test
    void aRunThatIsKilledAtAnyMomentIsFinishedByTheNextOne() throws IOException, InterruptedException {
        Path calm = temp.resolve("calm");
        assertThat(start(calm).waitFor()).isZero();
        for (int documents = 0; documents < FILES; documents += 5) {
            Path out = temp.resolve("killed" + documents);
            Process run = start(out);
            awaitDocuments(run, out, documents);
            run.destroyForcibly().waitFor();
            assertThat(start(out).waitFor()).isZero();
            assertThat(content(out)).usingRecursiveComparison().isEqualTo(content(calm));
        }
    }

    @Test
    void aRunThatIsAskedToEndDoesSoInOrder() throws IOException, InterruptedException {
        Path out = temp.resolve("out");
        Process run = start(out);
        awaitDocuments(run, out, 1);
        run.destroy();
        assertThat(run.waitFor(10, TimeUnit.SECONDS)).isTrue();
        // It may have been done already.
        assertThat(run.exitValue()).isIn(SIGTERM_EXIT, 0);
        assertThat(unfinished(out)).isEmpty();
        long rows = Files.readString(out.resolve("csv/documents.csv")).lines().count() - 1;
        assertThat(rows).isEqualTo(documents(out));
    }

    private Process start(Path out) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "vn.trich.pipeline.command.Trich",
                        "extract",
                        "--quiet",
                        "--no-restore",
                        "--workers",
                        "1",
                        inbox.toString(),
                        "--out",
                        out.toString())
                .redirectErrorStream(true)
                .redirectOutput(temp.resolve("log").toFile())
                .start();
    }

    private static void awaitDocuments(Process run, Path out, int number) throws IOException, InterruptedException {
        while (run.isAlive() && documents(out) < number) {
            Thread.sleep(2);
        }
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

    private static TreeMap<String, String> content(Path folder) throws IOException {
        TreeMap<String, String> content = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(f -> !f.getFileName().toString().startsWith(Catalogue.FILE))
                    .toList()) {
                content.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return content;
    }
}
