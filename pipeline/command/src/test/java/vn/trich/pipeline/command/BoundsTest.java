package vn.trich.pipeline.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The bounds of what a file may take, as who types the command meets them: default, flag, message. */
class BoundsTest {

    private static final String LETTER = "KẾ HOẠCH\nSố: 7/KH-UBND\nI. MỤC TIÊU\n1. Rà soát văn bản.\n";

    @TempDir
    private Path temp;

    private String printed;

    private interface Maker {
        void make(Path file) throws IOException;
    }

    /**
     * A bound that a file exceeds.
     *
     * @param option the flag that lowers it
     * @param name the file's name
     * @param maker makes the file
     * @param says what has to be said of it, besides its name and the option
     */
    private record Exceeded(String option, String name, Maker maker, String says) {

        @Override
        public String toString() {
            return option + " " + name;
        }
    }

    static Stream<Exceeded> exceeded() {
        return Stream.of(
                new Exceeded("--max-bytes=150", "long.txt", f -> Files.writeString(f, LETTER.repeat(3)), "150"),
                new Exceeded("--max-pages=1", "two.pdf", f -> BadFiles.good(f, 2), "has 2 pages"),
                new Exceeded("--max-words=20", "wordy.txt", f -> Files.writeString(f, LETTER.repeat(5)), "20 words"),
                new Exceeded("--max-words=20", "wordy.pdf", f -> BadFiles.good(f, 2), "20 words"),
                new Exceeded("--max-pixels=10000", "picture.png", f -> BadFiles.picture(f, 200, 100), "200 x 100"),
                new Exceeded("--max-pixels=10000", "scan.pdf", f -> BadFiles.scanned(f, LETTER), "page 1"),
                new Exceeded("--page-timeout=1", "scan.pdf", f -> BadFiles.crowded(f, 1), "1 s"),
                // On a slow machine the time is over before the first page is read.
                new Exceeded("--file-timeout=1", "scan.pdf", f -> BadFiles.crowded(f, 4), "1 s"),
                new Exceeded("--file-timeout=1", "long.txt", BoundsTest::slowText, "making records"),
                new Exceeded("--worker-memory=256", "bomb.pdf", f -> OddFiles.bomb(f, 1L << 28), "page 1"));
    }

    /** Takes seconds to be restored. */
    private static void slowText(Path file) throws IOException {
        String line = "ra soat van ban ke hoach thuc hien nhiem vu duoc giao cua cac co quan tren dia ban tinh";
        Files.writeString(file, (line + "\n").repeat(12_000));
    }

    @ParameterizedTest
    @MethodSource("exceeded")
    void whatExceedsABoundFailsAloneAndTheMessageNamesTheOption(Exceeded one) throws IOException {
        Path inbox = Files.createDirectory(temp.resolve("in"));
        one.maker().make(inbox.resolve(one.name()));
        Files.writeString(inbox.resolve("short.txt"), "Thư mời họp");
        assertThat(trich("extract", "--quiet", "--workers=1", one.option(), inbox.toString(), "--out", out()))
                .as(printed)
                .isEqualTo(ExitCode.SOME_FAILED);
        String option = one.option().replaceFirst("=.*", "");
        assertThat(printed).contains(one.name() + ": ").contains(one.says()).contains(option);
        assertThat(statuses()).containsEntry("short.txt", "ok").doesNotContainEntry(one.name(), "ok");
    }

    @Test
    void aJobOverAnInboxTellsTheSameInItsNote() throws IOException {
        Path inbox = Files.createDirectory(temp.resolve("in"));
        Files.writeString(inbox.resolve("wordy.txt"), LETTER.repeat(5));
        assertThat(trich("run", "--quiet", "--settle=0", "--max-words=20", "--inbox", inbox.toString(), "--out", out()))
                .isEqualTo(ExitCode.SOME_FAILED);
        assertThat(Files.readString(Path.of(out(), "files/quarantined/wordy.txt.note.json")))
                .contains("more than 20 words")
                .contains("--max-words");
    }

    @ParameterizedTest
    @CsvSource({
        "--max-bytes, 0",
        "--max-pages, 0",
        "--max-words, 0",
        "--max-pixels, 0",
        "--page-timeout, 0",
        "--file-timeout, 0",
        "--worker-memory, 255",
        "--keep-free, -1",
        "--workers, 0"
    })
    void aBoundThatMakesNoSenseIsRefused(String option, String value) throws IOException {
        Path letter = Files.writeString(temp.resolve("letter.txt"), LETTER);
        for (List<String> command :
                List.of(List.of("extract", letter.toString()), List.of("run", "--inbox", temp.toString()))) {
            assertThat(trich(Stream.concat(command.stream(), Stream.of("--out", out(), option + "=" + value))
                            .toArray(String[]::new)))
                    .isEqualTo(ExitCode.USAGE);
            assertThat(printed).contains(option + " " + value + ": must be from ");
        }
        assertThat(Path.of(out())).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({
        "max-bytes, 2147483648",
        "max-pages, 2000",
        "max-words, 1000000",
        "max-pixels, 200000000",
        "page-timeout, 120",
        "file-timeout, 7200",
        "worker-memory, 1600",
        "keep-free, 200"
    })
    void everyBoundHasADefaultThatHelpConfigurationAndTheManualTell(String bound, String value) throws IOException {
        for (String command : List.of("extract", "run", "watch")) {
            assertThat(trich(command, "--help")).isZero();
            assertThat(printed.replaceAll("\\s+", " ")).containsPattern("--" + bound + "=.*?Default: " + value + "\\.");
            assertThat(trich("config", "--json")).isZero();
            assertThat(new ObjectMapper()
                            .readTree(printed)
                            .at("/commands/" + command + "/" + bound + "/value")
                            .asText())
                    .isEqualTo(value);
        }
        assertThat(Files.readString(Path.of("OPERATION.md")))
                .containsPattern("\\| `" + bound + "` \\| " + value + "\\b");
    }

    private String out() {
        return temp.resolve("out").toString();
    }

    private int trich(String... arguments) {
        StringWriter written = new StringWriter();
        int code = Trich.commandLine(
                        new PrintWriter(written, true),
                        new PrintWriter(written, true),
                        Map.of("TRICH_CONFIG", "/dev/null", "HOME", temp.toString()))
                .execute(arguments);
        printed = written.toString();
        return code;
    }

    private Map<String, String> statuses() throws IOException {
        Map<String, String> statuses = new TreeMap<>();
        try (Stream<Path> files = Files.list(Path.of(out(), "documents"))) {
            for (Path file : files.toList()) {
                JsonNode document = new ObjectMapper().readTree(file.toFile());
                statuses.put(
                        document.get("sourceFile").asText(),
                        document.get("status").asText());
            }
        }
        return statuses;
    }
}
