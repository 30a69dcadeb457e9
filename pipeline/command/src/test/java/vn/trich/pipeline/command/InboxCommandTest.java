package vn.trich.pipeline.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody who sets up {@code trich run} for every night sees, and what a monitor gets. */
class InboxCommandTest {

    private static final String PLAN = "KẾ HOẠCH\nSố: 1/KH-UBND\nI. MỤC TIÊU\n1. Rà soát văn bản.\n";

    @TempDir
    private Path temp;

    private Path inbox;
    private Path out;
    private String printed;
    private String logged;

    @BeforeEach
    void folders() throws IOException {
        inbox = Files.createDirectories(temp.resolve("srv/inbox"));
        out = temp.resolve("srv/out");
    }

    @Test
    void theReportSaysWhatCameInWhatWentOutAndWhatNeedsAPerson() throws IOException {
        Files.writeString(inbox.resolve("plan.txt"), PLAN);
        Files.writeString(inbox.resolve("empty.pdf"), "");
        assertThat(run()).isEqualTo(ExitCode.SOME_FAILED);
        assertThat(printed)
                .startsWith("Trích is done. 2 files, 1 thing needs a person.\n")
                .contains("empty.pdf: Not read. empty.pdf: has no bytes");
        assertThat(out.resolve("reports/latest.txt")).hasContent(printed);
        JsonNode report = json(out.resolve("reports/latest.json"));
        assertThat(report.get("outcome").asText()).isEqualTo("done");
        assertThat(report.get("files").asInt()).isEqualTo(2);
        assertThat(report.at("/ends/done").asInt()).isEqualTo(1);
        assertThat(report.at("/ends/quarantined").asInt()).isEqualTo(1);
        assertThat(report.at("/quarantined/0").asText()).startsWith("empty.pdf: ");
        assertThat(report.at("/holds/documents").asInt()).isEqualTo(2);
        assertThat(dated()).hasSize(2);
    }

    @Test
    void aRunWithNothingToDoLeavesNoReportOfItsOwn() throws IOException {
        assertThat(run()).isEqualTo(ExitCode.OK);
        assertThat(printed).startsWith("Trích is done. 0 files, nothing needs a person.");
        assertThat(dated()).isEmpty();
    }

    @Test
    void theLogIsALineAnEventWhateverANameHolds() throws IOException {
        Files.writeString(inbox.resolve("a\nERROR faked\u202e.txt"), PLAN);
        assertThat(run()).isEqualTo(ExitCode.OK);
        assertThat(logged.lines())
                .allSatisfy(l -> assertThat(l).matches("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z (INFO |WARN |ERROR) [a-z-]+.*"))
                .anySatisfy(
                        l -> assertThat(l).endsWith("INFO  done a?ERROR faked?.txt: Read whole: 1 page, 1 document."));
        assertThat(out.resolve("files/done/a\nERROR faked\u202e.txt")).hasContent(PLAN);
    }

    @Test
    void theLogMayBeJson() throws IOException {
        Files.writeString(inbox.resolve("a\n\"b.txt"), PLAN);
        assertThat(run("--log-format", "json")).isEqualTo(ExitCode.OK);
        List<JsonNode> entries = new ArrayList<>();
        for (String line : logged.lines().toList()) {
            entries.add(new ObjectMapper().readTree(line));
        }
        assertThat(entries)
                .extracting(e -> e.get("event").asText())
                .containsExactly("started", "taken", "done", "ended");
        assertThat(entries.get(2).get("file").asText()).isEqualTo("a\n\"b.txt");
        assertThat(entries.get(2).get("level").asText()).isEqualTo("info");
    }

    @Test
    void metricsAreWrittenForPrometheus() throws IOException {
        Files.writeString(inbox.resolve("plan.txt"), PLAN);
        Files.writeString(inbox.resolve("empty.pdf"), "");
        Path metrics = temp.resolve("trich.prom");
        run("--metrics", metrics.toString());
        List<String> lines = Files.readAllLines(metrics);
        assertThat(lines)
                .contains(
                        "trich_files{state=\"done\"} 1",
                        "trich_files{state=\"quarantined\"} 1",
                        "trich_running 0",
                        "trich_pages_total 1",
                        "trich_inbox_files 0",
                        "trich_need_person 1");
        assertThat(lines).allMatch(l -> l.matches("# (HELP|TYPE) trich_\\w+ .+|trich_\\w+(\\{[^}]+})? -?\\d+"));
    }

    @Test
    void whatAPersonTookAwayNeedsThemNoMore() throws IOException {
        Files.writeString(inbox.resolve("empty.pdf"), "");
        Path metrics = temp.resolve("trich.prom");
        run("--metrics", metrics.toString());
        execute(List.of("status", "--out", out.toString()));
        assertThat(printed).contains("Not read, or not whole (1)");
        Files.delete(out.resolve("files/quarantined/empty.pdf"));
        run("--metrics", metrics.toString());
        assertThat(metrics).content().contains("trich_files{state=\"quarantined\"} 0\n");
        execute(List.of("status", "--out", out.toString()));
        assertThat(printed).doesNotContain("Not read, or not whole");
    }

    @Test
    void anInboxThatIsNotThereHasAnExitCodeOfItsOwn() throws IOException {
        Files.delete(inbox);
        assertThat(run()).isEqualTo(ExitCode.INBOX);
        assertThat(logged).contains("the inbox is not there").contains("mount its share");
        assertThat(out).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({
        "srv/inbox, srv/inbox/out, ''",
        "srv/inbox, srv/inbox, ''",
        "srv/inbox, srv, ''",
        "srv/inbox, srv/out, srv/inbox/files",
        "srv/inbox, srv/out, srv",
        "srv/inbox, srv/out, srv/out",
        "srv/inbox, link/out, ''",
        "link, srv/inbox/out, ''",
        "srv/inbox, srv/inbox/../inbox/a/b, ''"
    })
    void foldersThatLieInEachOtherAreRefusedAndNothingIsMade(String from, String to, String files) throws IOException {
        Files.createSymbolicLink(temp.resolve("link"), inbox);
        List<String> arguments =
                new ArrayList<>(List.of("run", "--inbox", temp.resolve(from).toString()));
        arguments.addAll(List.of("--out", temp.resolve(to).toString()));
        if (!files.isEmpty()) {
            arguments.addAll(List.of("--files", temp.resolve(files).toString()));
        }
        assertThat(execute(arguments)).isEqualTo(ExitCode.USAGE);
        assertThat(logged).containsAnyOf("lie in each other", "name a folder below it");
        assertThat(inbox).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource({"--settle, -1", "--tries, 0", "--at-once, 0", "--retry-after, 1e9", "--log-format, xml"})
    void valuesOutOfTheirRangeAreRefused(String option, String value) {
        assertThat(run(option + "=" + value)).isEqualTo(ExitCode.USAGE);
        assertThat(logged).contains(option);
    }

    private int run(String... more) {
        List<String> arguments = new ArrayList<>(List.of("run", "--inbox", inbox.toString(), "--out", out.toString()));
        arguments.addAll(List.of("--settle", "0", "--no-restore", "--workers", "1"));
        arguments.addAll(List.of(more));
        return execute(arguments);
    }

    private int execute(List<String> arguments) {
        StringWriter stdout = new StringWriter();
        StringWriter stderr = new StringWriter();
        int code = Trich.commandLine(new PrintWriter(stdout), new PrintWriter(stderr, true))
                .execute(arguments.toArray(String[]::new));
        printed = stdout.toString();
        logged = stderr.toString();
        return code;
    }

    private List<String> dated() throws IOException {
        try (Stream<Path> all = Files.list(out.resolve("reports"))) {
            return all.map(f -> f.getFileName().toString())
                    .filter(n -> !n.startsWith("latest"))
                    .toList();
        }
    }

    private static JsonNode json(Path file) throws IOException {
        return new ObjectMapper().readTree(file.toFile());
    }
}
