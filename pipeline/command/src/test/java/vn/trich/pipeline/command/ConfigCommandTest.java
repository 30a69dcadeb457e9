package vn.trich.pipeline.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Options that come from the command line, the environment, a file or nowhere, as the person sees it who set them. */
class ConfigCommandTest {

    @TempDir
    private Path temp;

    private final Map<String, String> environment = new HashMap<>();
    private String printed;
    private String complained;

    @BeforeEach
    void homeWithoutFile() {
        environment.put("HOME", temp.toString());
        environment.put("TRICH_CONFIG", "/dev/null");
    }

    @Test
    void withoutAnyConfigurationTheDefaultsAreShown() throws IOException {
        JsonNode shown = shown("extract");
        assertThat(shown.at("/file").isNull()).isTrue();
        assertThat(shown.at("/commands/extract/max-pages/value").asText()).isEqualTo("2000");
        assertThat(shown.at("/commands/extract/max-pages/source").asText()).isEqualTo("default");
        assertThat(shown.at("/commands/extract/no-restore/value").asText()).isEqualTo("false");
        assertThat(shown.at("/commands/extract/out/value").isNull()).isTrue();
        assertThat(shown.at("/commands/extract").has("config")).isFalse();
        assertThat(shown.at("/commands/extract").has("help")).isFalse();
    }

    @Test
    void theFlagGoesBeforeTheEnvironmentThatBeforeTheFileThatBeforeTheDefault() throws IOException {
        file("max-pages: 10\nmax-bytes: 11\nmax-pixels: 12\n");
        environment.put("TRICH_MAX_BYTES", "21");
        environment.put("TRICH_MAX_PIXELS", "22");
        JsonNode options = shown("extract").at("/commands/extract");
        assertThat(options.at("/max-pages/value").asText()).isEqualTo("10");
        assertThat(options.at("/max-pages/from").asText()).endsWith("config.yaml, line 1");
        assertThat(options.at("/max-bytes/value").asText()).isEqualTo("21");
        assertThat(options.at("/max-bytes/from").asText()).isEqualTo("TRICH_MAX_BYTES");
        assertThat(options.at("/render-dpi/source").asText()).isEqualTo("default");

        Path letter = Files.writeString(temp.resolve("letter.txt"), "Thư mời họp giao ban tháng một");
        String out = temp.resolve("out").toString();
        assertThat(run("extract", "--quiet", letter.toString(), "--out", out)).isEqualTo(ExitCode.SOME_FAILED);
        assertThat(printed).contains("the limit is 21");
        assertThat(run("extract", "--quiet", "--max-bytes=9999", letter.toString(), "--out", out))
                .isEqualTo(ExitCode.OK);
    }

    @Test
    void aValueForOneCommandGoesBeforeOneForAll() throws IOException {
        file("max-pages: 10\nworkers: 3\nextract:\n  max-pages: 20\n");
        environment.put("TRICH_EVALUATE_WORKERS", "4");
        environment.put("TRICH_WORKERS", "5");
        JsonNode extract = shown("extract").at("/commands/extract");
        JsonNode evaluate = shown("evaluate").at("/commands/evaluate");
        assertThat(extract.at("/max-pages/value").asText()).isEqualTo("20");
        assertThat(extract.at("/max-pages/from").asText()).endsWith("line 4");
        assertThat(evaluate.at("/max-pages/value").asText()).isEqualTo("10");
        assertThat(extract.at("/workers/value").asText()).isEqualTo("5");
        assertThat(evaluate.at("/workers/value").asText()).isEqualTo("4");
    }

    @Test
    void evenWhatMustBeGivenMayStandInTheFile() throws IOException {
        Path letter = Files.writeString(temp.resolve("letter.txt"), "Thư mời họp");
        file("out: " + temp.resolve("results") + "\nquiet: true\n");
        assertThat(run("extract", letter.toString())).isEqualTo(ExitCode.OK);
        assertThat(temp.resolve("results/csv/documents.csv")).exists();
    }

    @Test
    void aFlagThatTheFileSetsIsTakenBackOnTheCommandLine() throws IOException {
        Path letter = Files.writeString(temp.resolve("letter.txt"), "Thư mời họp");
        file("quiet: true\nno-restore: true\nout: " + temp.resolve("out") + "\n");
        assertThat(run("extract", letter.toString())).isEqualTo(ExitCode.OK);
        assertThat(complained).isEmpty();
        assertThat(settings()).contains("restore=false");
        // Named once more, a flag stays what it says.
        assertThat(run("extract", letter.toString(), "--quiet", "--no-restore")).isEqualTo(ExitCode.OK);
        assertThat(complained).isEmpty();
        assertThat(settings()).contains("restore=false");
        assertThat(run("extract", letter.toString(), "--no-quiet", "--restore")).isEqualTo(ExitCode.OK);
        assertThat(complained).contains("1/1 files");
        assertThat(settings()).contains("restore=true");
    }

    @Test
    void anOptionOfSeveralValuesMayBeAList() throws IOException {
        Path inbox = Files.createDirectory(temp.resolve("in"));
        for (String name : new String[] {"a.txt", "b.txt", "c.txt"}) {
            Files.writeString(inbox.resolve(name), "Thư mời họp " + name);
        }
        file("inbox: " + inbox + "\nout: " + temp.resolve("out")
                + "\nsettle: 0.1\nquiet: true\nignore: [a.txt, b.*]\n");
        assertThat(shown("run").at("/commands/run/ignore/value")).hasSize(2);
        assertThat(run("run")).as(complained).isEqualTo(ExitCode.OK);
        assertThat(inbox.resolve("a.txt")).exists();
        assertThat(inbox.resolve("b.txt")).exists();
        assertThat(inbox.resolve("c.txt")).doesNotExist();
    }

    @Test
    void whatNobodyKnowsIsAnErrorWithASuggestion() throws IOException {
        file("max-page: 10\n");
        assertThat(run("extract", "x", "--out", "y")).isEqualTo(ExitCode.USAGE);
        assertThat(complained)
                .contains("config.yaml, line 1: 'max-page' is no option of any command; did you mean 'max-pages'?");
        file("# a comment\nextrakt:\n  workers: 1\n");
        assertThat(run("config")).isEqualTo(ExitCode.USAGE);
        assertThat(complained).contains("line 2: 'extrakt' is no command; did you mean 'extract'?");
        file("restore:\n  workers: 1\n");
        assertThat(run("config")).isEqualTo(ExitCode.USAGE);
        assertThat(complained).contains("line 2: 'workers' is no option of 'restore'");
        environment.put("TRICH_CONFIG", "/dev/null");
        environment.put("TRICH_MAX_PAGE", "10");
        assertThat(run("config")).isEqualTo(ExitCode.USAGE);
        assertThat(complained).contains("TRICH_MAX_PAGE sets no option; did you mean 'TRICH_MAX_PAGES'?");
        assertThat(run("extract", "--help")).isEqualTo(ExitCode.OK);
    }

    @Test
    void aValueThatCannotBeUnderstoodIsTracedToItsLine() throws IOException {
        file("\nmax-pages: many\n");
        assertThat(run("extract", "x", "--out", "y")).isEqualTo(ExitCode.USAGE);
        assertThat(complained).contains("--max-pages").contains("many").contains("config.yaml, line 2");
    }

    @Test
    void whatIsNoSimpleListOfSettingsIsRefused() throws IOException {
        Map<String, String> wrong = Map.of(
                "a: &x 1\nb: *x\n",
                "anchors, aliases and tags",
                "workers: !!int 1\n",
                "anchors, aliases and tags",
                "workers: 1\nworkers: 2\n",
                "is there twice",
                "extract:\n  workers:\n    more: 1\n",
                "one value or a list",
                "workers:\n",
                "has no value",
                "- workers\n",
                "of the form 'key: value'",
                "workers: 1\n---\nworkers: 2\n",
                "second document",
                "workers: [1\n",
                "no YAML",
                "a: " + "[".repeat(20_000) + "\n",
                "plain values only",
                "x".repeat(300_000),
                "bytes");
        for (Map.Entry<String, String> one : wrong.entrySet()) {
            file(one.getKey());
            assertThat(run("config")).isEqualTo(ExitCode.USAGE);
            assertThat(complained).contains("config.yaml").contains(one.getValue());
        }
    }

    @Test
    void aFileThatEverybodyMayWriteIsRefused() throws IOException {
        Path file = file("workers: 1\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        assertThat(run("config")).isEqualTo(ExitCode.USAGE);
        assertThat(complained).contains("everybody may write it").contains("chmod o-w");
    }

    @Test
    void theFileIsFoundAtItsPlacesAndTheOneNamedGoesFirst() throws IOException {
        environment.remove("TRICH_CONFIG");
        Path usual = temp.resolve(".config/trich/config.yaml");
        Files.createDirectories(usual.getParent());
        Files.writeString(usual, "max-pages: 1\n");
        assertThat(shown("extract").at("/commands/extract/max-pages/value").asText())
                .isEqualTo("1");
        Path other = Files.writeString(temp.resolve("other.yaml"), "max-pages: 2\n");
        environment.put("TRICH_CONFIG", other.toString());
        assertThat(shown("extract").at("/commands/extract/max-pages/value").asText())
                .isEqualTo("2");
        Path third = Files.writeString(temp.resolve("third.yaml"), "max-pages: 3\n");
        for (String[] arguments : new String[][] {
            {"--config", third.toString(), "config", "--json"}, {"config", "--json", "--config=" + third}
        }) {
            assertThat(run(arguments)).isEqualTo(ExitCode.OK);
            assertThat(new ObjectMapper()
                            .readTree(printed)
                            .at("/commands/extract/max-pages/value")
                            .asText())
                    .isEqualTo("3");
        }
        assertThat(run("config", "--config", temp.resolve("none.yaml").toString()))
                .isEqualTo(ExitCode.USAGE);
        assertThat(complained).contains("none.yaml: there is no such configuration file");
    }

    @Test
    void whatIsPrintedMayServeAsAFile() throws IOException {
        file("max-pages: 7\nextract:\n  out: 'kết quả: năm'\n  workers: 1\n");
        assertThat(run("config")).isEqualTo(ExitCode.OK);
        assertThat(printed)
                .contains("max-pages: 7")
                .contains("config.yaml, line 1")
                .contains("# default");
        Path again = Files.writeString(temp.resolve("again.yaml"), printed);
        JsonNode before = values();
        environment.put("TRICH_CONFIG", again.toString());
        assertThat(values()).isEqualTo(before);
        assertThat(before.at("/extract/out").asText()).isEqualTo("kết quả: năm");
    }

    @Test
    void theFileThatIsDeliveredWithTheServicesIsObeyed() throws IOException {
        environment.put("TRICH_CONFIG", Path.of("service", "config.yaml").toString());
        assertThat(shown("run").at("/commands/run/inbox/value").asText()).isEqualTo("/srv/trich/inbox");
        assertThat(shown("watch").at("/commands/watch/log-format/value").asText())
                .isEqualTo("json");
    }

    private JsonNode values() throws IOException {
        assertThat(run("config", "--json")).as(complained).isEqualTo(ExitCode.OK);
        ObjectMapper mapper = new ObjectMapper();
        var values = mapper.createObjectNode();
        mapper.readTree(printed)
                .get("commands")
                .properties()
                .forEach(command -> command.getValue()
                        .properties()
                        .forEach(option -> values.withObject("/" + command.getKey())
                                .set(option.getKey(), option.getValue().get("value"))));
        return values;
    }

    private String settings() throws IOException {
        try (var files = Files.list(temp.resolve("out/documents"))) {
            return new ObjectMapper()
                    .readTree(files.toList().get(0).toFile())
                    .get("settings")
                    .asText();
        }
    }

    private Path file(String text) throws IOException {
        Path file = Files.writeString(temp.resolve("config.yaml"), text);
        environment.put("TRICH_CONFIG", file.toString());
        return file;
    }

    private JsonNode shown(String command) throws IOException {
        assertThat(run("config", "--json", command)).as(complained).isEqualTo(ExitCode.OK);
        return new ObjectMapper().readTree(printed);
    }

    private int run(String... arguments) {
        StringWriter stdout = new StringWriter();
        StringWriter stderr = new StringWriter();
        int code = Trich.commandLine(new PrintWriter(stdout), new PrintWriter(stderr, true), environment)
                .execute(arguments);
        printed = stdout.toString();
        complained = stderr.toString();
        return code;
    }
}
