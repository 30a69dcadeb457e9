package vn.trich.pipeline.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.trich.pipeline.batch.Results;
import vn.trich.pipeline.catalogue.Catalogue;
import vn.trich.pipeline.catalogue.FileState;

/** The catalogue as people meet it: status, export, results of an earlier version. */
class CatalogueCommandsTest {

    private static final String PLAN = """
            ỦY BAN NHÂN DÂN TỈNH MẪU
            Số: %d/KH-UBND
            Mẫu, ngày 05 tháng 02 năm 2024
            KẾ HOẠCH
            Cải cách hành chính năm 2024
            I. MỤC TIÊU
            1. Phấn đấu 100%% hồ sơ được giải quyết đúng hạn.
            """;

    @TempDir
    private Path temp;

    private Path inbox;
    private Path out;
    private String printed;
    private String complained;

    @BeforeEach
    void twoPlansAndABrokenFile() throws IOException {
        inbox = Files.createDirectory(temp.resolve("in"));
        out = temp.resolve("out");
        Files.writeString(inbox.resolve("a.txt"), PLAN.formatted(1));
        Files.writeString(inbox.resolve("b.txt"), PLAN.formatted(2));
        Files.writeString(inbox.resolve("copy of a.txt"), PLAN.formatted(1));
        Files.writeString(inbox.resolve("x.pdf"), "%PDF-1.7 and no more");
    }

    @Test
    void theStatusTellsWhatIsDoneAndWhatNeedsAPerson() throws IOException {
        extract();
        assertThat(run("status", "--out", out.toString())).isEqualTo(ExitCode.OK);
        assertThat(printed)
                .contains("no run is going on; run 1 (extract) ended ")
                .containsPattern("done +2\\R")
                .containsPattern("quarantined +1\\R")
                .containsPattern("duplicate +1\\R")
                .containsPattern("waiting +0\\R")
                .contains("Not read, or not whole (1)", "  x.pdf: is cut off")
                .containsPattern("documents +3 ");
        assertThat(run("status", "--json", "--out", out.toString())).isEqualTo(ExitCode.OK);
        JsonNode status = new ObjectMapper().readTree(printed);
        assertThat(status.get("going_on").asBoolean()).isFalse();
        assertThat(status.at("/run/outcome").asText()).isEqualTo("done");
        assertThat(status.at("/files/done").asInt()).isEqualTo(2);
        assertThat(status.at("/attention/0/name").asText()).isEqualTo("x.pdf");
        assertThat(status.at("/attention/0/path").asText())
                .isEqualTo(inbox.resolve("x.pdf").toString());
        assertThat(status.at("/holds/documents").asInt()).isEqualTo(3);
    }

    @Test
    void theStatusCanBeAskedWhileARunIsGoingOn() throws Exception {
        extract();
        try (Results results = Results.open(out)) {
            Catalogue catalogue = results.catalogue();
            catalogue.beginRun("watch", "v", "s");
            long waiting = catalogue
                    .files()
                    .seen(inbox.resolve("new.pdf"), "new.pdf", 5, Instant.now())
                    .id();
            long busy = catalogue
                    .files()
                    .seen(inbox.resolve("busy.pdf"), "busy.pdf", 6, Instant.now())
                    .id();
            catalogue.files().state(busy, FileState.RUNNING, "");
            catalogue.files().retry(waiting, Instant.parse("2030-01-02T03:04:05Z"), "new.pdf: the share is away");
            assertThat(run("status", "--out", out.toString())).isEqualTo(ExitCode.OK);
            assertThat(printed)
                    .contains("run 2 (watch) is going on, since ")
                    .containsPattern("running +1\\R")
                    .contains("Being read (1)", "  busy.pdf, since ")
                    .contains("  new.pdf: the share is away (tried 1 times, again after 2030-01-02 03:04:05 UTC)");
        }
        assertThat(run("status", "--out", out.toString())).isEqualTo(ExitCode.OK);
        assertThat(printed)
                .as("the run died")
                .contains("run 2 (watch) began ", " and was killed")
                .containsPattern("waiting +1\\R")
                .containsPattern("running +0\\R");
    }

    @Test
    void theFilesCanBeWrittenAgainWhateverBecameOfThem() throws IOException {
        extract();
        TreeMap<String, String> before = content(out);
        Path documents = out.resolve("documents");
        try (Stream<Path> files = Files.list(documents)) {
            for (Path file : files.toList()) {
                Files.writeString(file, "x".repeat((int) Files.size(file)));
            }
        }
        Files.delete(out.resolve("csv/tasks.csv"));
        Files.writeString(documents.resolve("00112233445566aa.json"), "{}");
        assertThat(run("export", "--out", out.toString())).isEqualTo(ExitCode.OK);
        assertThat(printed).isEqualTo("Wrote 3 documents to " + out + System.lineSeparator());
        assertThat(content(out)).isEqualTo(before);
    }

    @Test
    void theFilesCanBeWrittenElsewhereAllOrOfOneRun() throws IOException {
        extract();
        Path to = temp.resolve("elsewhere");
        assertThat(run("export", "--out", out.toString(), "--to", to.toString()))
                .isEqualTo(ExitCode.OK);
        TreeMap<String, String> whole = content(out);
        whole.remove(".lock");
        whole.remove("schema/catalogue.sql");
        TreeMap<String, String> written = content(to);
        written.remove(".lock");
        assertThat(written).isEqualTo(whole);

        Files.writeString(inbox.resolve("c.txt"), PLAN.formatted(3));
        extract();
        Path second = temp.resolve("second");
        assertThat(run("export", "--out", out.toString(), "--to", second.toString(), "--run", "2", "--format", "csv"))
                .isEqualTo(ExitCode.OK);
        assertThat(Files.readString(second.resolve("csv/documents.csv")))
                .contains("c.txt")
                .doesNotContain("a.txt");
        assertThat(second.resolve("documents")).isEmptyDirectory();
    }

    @Test
    void whatWouldSpoilTheFolderIsRefused() throws IOException {
        extract();
        assertThat(run("export", "--out", out.toString(), "--run", "1")).isEqualTo(ExitCode.USAGE);
        assertThat(complained).contains("--run needs --to another folder");
        assertThat(run(
                        "export",
                        "--out",
                        out.toString(),
                        "--to",
                        out.resolve("csv").toString()))
                .isEqualTo(ExitCode.USAGE);
        assertThat(run(
                        "export",
                        "--out",
                        out.toString(),
                        "--to",
                        temp.resolve("e").toString(),
                        "--run",
                        "77"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(complained).contains("--run 77: no such run");
        assertThat(run("export", "--out", temp.resolve("nothing").toString())).isEqualTo(ExitCode.USAGE);
        assertThat(run("status", "--out", temp.resolve("nothing").toString())).isEqualTo(ExitCode.USAGE);
        assertThat(complained).contains("no folder of results");
        assertThat(temp.resolve("nothing")).doesNotExist();
    }

    @Test
    void resultsOfAnEarlierVersionAreTakenOver() throws IOException {
        extract();
        TreeMap<String, String> before = content(out);
        removeCatalogue();
        assertThat(run("status", "--out", out.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(complained).contains("has no catalogue yet, an earlier version wrote it");
        extract();
        assertThat(printed)
                .contains("Read 0 of 4 files (4 known before)")
                .contains("the results of an earlier version were taken into catalogue.sqlite: 3 documents");
        assertThat(content(out)).isEqualTo(before);
    }

    @Test
    void ofResultsOfAnEarlierVersionADamagedDocumentIsReadAgain() throws IOException {
        extract();
        TreeMap<String, String> before = content(out);
        removeCatalogue();
        String damaged = before.keySet().stream()
                .filter(name -> name.startsWith("documents/"))
                .findFirst()
                .orElseThrow();
        Files.writeString(out.resolve(damaged), "{");
        extract();
        assertThat(printed).contains("set aside, its file is read again");
        assertThat(Files.deleteIfExists(out.resolve(damaged + ".damaged"))).isTrue();
        assertThat(content(out)).isEqualTo(before);
    }

    @Test
    void aCatalogueThatIsDamagedIsNamedAndItsFolderLeftAsItIs() throws IOException {
        extract();
        TreeMap<String, String> before = content(out);
        Files.writeString(out.resolve(Catalogue.FILE), "no database, but some text that is long enough for one");
        assertThat(run("extract", inbox.toString(), "--out", out.toString())).isEqualTo(ExitCode.OUTPUT);
        assertThat(complained).contains("damaged").contains("move catalogue.sqlite away and run again");
        assertThat(content(out)).isEqualTo(before);
        removeCatalogue();
        extract();
        assertThat(content(out)).isEqualTo(before);
    }

    @Test
    void aFileThatWasOnlyTouchedIsKnown() throws IOException {
        extract();
        Files.setLastModifiedTime(inbox.resolve("a.txt"), FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
        extract();
        assertThat(printed).contains("Read 0 of 4 files (4 known before)");
        try (Catalogue catalogue = Catalogue.openReadOnly(out)) {
            assertThat(catalogue.files().counts())
                    .containsEntry(FileState.DONE, 2)
                    .containsEntry(FileState.DUPLICATE, 1)
                    .containsEntry(FileState.QUARANTINED, 1)
                    .containsEntry(FileState.WAITING, 0);
        }
    }

    private void removeCatalogue() throws IOException {
        Files.delete(out.resolve(Catalogue.FILE));
    }

    private void extract() {
        run("extract", "--quiet", "--no-restore", inbox.toString(), "--out", out.toString());
    }

    private int run(String... arguments) {
        StringWriter stdout = new StringWriter();
        StringWriter stderr = new StringWriter();
        int code = Trich.commandLine(new PrintWriter(stdout), new PrintWriter(stderr, true))
                .execute(arguments);
        printed = stdout.toString();
        complained = stderr.toString();
        return code;
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
