package vn.trich.pipeline.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.trich.corpus.score.Evaluation;
import vn.trich.corpus.score.Ratchet;
import vn.trich.corpus.score.Report;

/**
 * The committed samples, read as a person would read them and scored against their truth: no figure may fall below what
 * {@code corpus/ratchet.json} holds. After a change that raises figures, run with {@code -Dtrich.ratchet=raise}; after
 * one that is meant to lower some, with {@code -Dtrich.ratchet=reset}; and commit the file.
 */
class SampleRatchetTest {

    private static final Path CORPUS = Path.of("..", "..", "corpus");
    private static final Path FILE = CORPUS.resolve("ratchet.json");
    private static final Path SAMPLES = CORPUS.resolve("samples");

    @TempDir
    private Path out;

    @Test
    void noFigureOfTheSamplesFalls() throws IOException {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        int code = Trich.commandLine(nowhere, nowhere)
                .execute("extract", "--quiet", SAMPLES.toString(), "--out", out.toString());
        assertThat(code).isEqualTo(ExitCode.OK);
        Report report = Evaluation.of(SAMPLES.resolve("gold"), out);
        assertThat(report.documents()).hasSize(samples());
        assertThat(Purity.offences(report)).isEmpty();
        switch (System.getProperty("trich.ratchet", "hold")) {
            case "raise" -> Ratchet.read(FILE).raised(report).write(FILE);
            case "reset" -> Ratchet.at(report, Ratchet.DEFAULT_TOLERANCE).write(FILE);
            default -> assertThat(Ratchet.read(FILE).falls(report)).isEmpty();
        }
        assertThat(Ratchet.read(FILE).documents()).hasSize(samples());
    }

    private static int samples() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            return (int) files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().endsWith(".md"))
                    .count();
        }
    }
}
