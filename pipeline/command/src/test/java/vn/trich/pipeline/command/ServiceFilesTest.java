package vn.trich.pipeline.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files with which services run the command, as the programs see them that obey them. */
class ServiceFilesTest {

    private static final Path FOLDER = Path.of("service");

    @TempDir
    private Path root;

    @ParameterizedTest
    @ValueSource(strings = {"trich-run.service", "trich-run.timer", "trich-watch.service"})
    void systemdHasNothingToSayAgainstAUnit(String unit) throws IOException, InterruptedException {
        Path command = Files.copy(FOLDER.resolve("trich"), root.resolve("trich"));
        assertThat(command.toFile().setExecutable(true)).isTrue();
        Path units = Files.createDirectory(root.resolve("units"));
        for (String name : List.of("trich-run.service", "trich-run.timer", "trich-watch.service")) {
            String text = Files.readString(FOLDER.resolve(name));
            Files.writeString(units.resolve(name), text.replace("/opt/trich/bin/trich", command.toString()));
        }
        assertThat(printed(
                        "systemd-analyze",
                        "verify",
                        "--man=no",
                        units.resolve(unit).toString()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"trich-run.service, 2 143", "trich-watch.service, 143"})
    void theEndThatTheServiceManagerAsksForIsNoFailure(String unit, String codes) throws IOException {
        assertThat(Files.readAllLines(FOLDER.resolve(unit)))
                .contains("SuccessExitStatus=" + codes)
                .anyMatch(line -> line.startsWith("TimeoutStopSec=") && Integer.parseInt(line.substring(15)) >= 10);
    }

    @Test
    void theShellHasNothingToSayAgainstTheCommand() throws IOException, InterruptedException {
        assertThat(printed("sh", "-n", FOLDER.resolve("trich").toString())).isEmpty();
    }

    @Test
    void whatIsInstalledRunsAsTheProjectsOwnCommandDoes() throws IOException {
        assertThat(java(FOLDER.resolve("trich")))
                .contains("-XX:+UseSerialGC")
                .isEqualTo(java(Path.of("..", "..", "trich")));
    }

    /** The options with which a launcher starts Java. */
    private static String java(Path launcher) throws IOException {
        String script = Files.readString(launcher);
        return script.substring(script.indexOf("exec \"$java\" "), script.lastIndexOf("${TRICH_OPTS:-}"));
    }

    @Test
    void theConfigurationThatIsInstalledIsUnderstood() throws IOException {
        Path file = Files.copy(FOLDER.resolve("config.yaml"), root.resolve("config.yaml"));
        StringWriter written = new StringWriter();
        PrintWriter writer = new PrintWriter(written, true);
        assertThat(Trich.commandLine(writer, writer, Map.of("TRICH_CONFIG", file.toString()))
                        .execute("config"))
                .as(written.toString())
                .isEqualTo(ExitCode.OK);
        assertThat(written.toString()).contains("/srv/trich/inbox").contains("log-format: json");
    }

    private static String printed(String... command) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(List.of(command))
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            assumeThat(false).as(command[0] + " is not installed").isTrue();
            throw e;
        }
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return printed;
    }
}
