package vn.trich.corpus.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import vn.trich.corpus.gold.GoldReader;

/** The definitions can be met: an output that says what gold says has every figure at its best. */
class DevelopmentGoldTest {

    private static final Path GOLD = Path.of("../../shared/documents/gold");

    @Test
    void everyGoldFileCanBeRead() throws IOException {
        assumeTrue(Files.isDirectory(GOLD), "no development documents here");
        for (Path file : files()) {
            assertThat(GoldReader.read(file).documents()).as(file.toString()).isNotEmpty();
        }
    }

    @TestFactory
    Stream<DynamicTest> anOutputThatSaysWhatGoldSaysIsPerfect(@TempDir Path folder) throws IOException {
        assumeTrue(Files.isDirectory(GOLD), "no development documents here");
        return files().stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> isPerfect(file, folder)));
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(GOLD)) {
            return files.filter(f -> f.toString().endsWith(".html")).sorted().toList();
        }
    }

    private static void isPerfect(Path file, Path folder) throws IOException {
        String name = file.getFileName().toString().replace(".html", "");
        Path output = folder.resolve(name);
        PerfectOutput.of(GoldReader.read(file), name + ".fair.pdf").write(output);
        Report report = Evaluation.of(GOLD, output);
        assertThat(report.details().lines()).isEmpty();
        Figures figures = report.all();
        for (Measure measure : figures.values().keySet()) {
            figures.get(measure)
                    .ifPresent(figure ->
                            assertThat(figure.value()).as(measure.key()).isEqualTo(measure.lessIsBetter() ? 0.0 : 1.0));
        }
        assertThat(report.documents().get(0).state()).isEqualTo("fair");
    }
}
