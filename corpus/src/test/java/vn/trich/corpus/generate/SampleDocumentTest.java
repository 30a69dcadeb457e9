package vn.trich.corpus.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.trich.corpus.paper.GoldWriter;
import vn.trich.corpus.print.Metrics;
import vn.trich.corpus.print.Printer;
import vn.trich.corpus.scan.ScanState;

/** The samples in {@code corpus/samples} are what the generator makes. */
class SampleDocumentTest {

    private static final Path SAMPLES = Path.of("samples");

    @TempDir
    Path folder;

    @Test
    void theGeneratorReproducesTheTruthOfEverySample() throws IOException {
        Printer printer = new Printer(new Metrics());
        for (SampleDocument sample : SampleDocument.all()) {
            Path gold = SAMPLES.resolve("gold").resolve(sample.bundle().name() + ".html");
            assertThat(gold).content().isEqualTo(new GoldWriter().write(printer.inReadingOrder(sample.bundle())));
        }
    }

    @Test
    void everySampleIsThereAndNothingElse() throws IOException {
        List<String> expected = SampleDocument.all().stream()
                .map(SampleDocument::fileName)
                .sorted()
                .toList();
        try (Stream<Path> files = Files.list(SAMPLES)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString())
                            .sorted()
                            .toList())
                    .isEqualTo(expected);
        }
    }

    @Test
    void thereAreAtLeastTwelveInManyStatesAndTheyStaySmall() throws IOException {
        assertThat(SampleDocument.all()).hasSizeGreaterThanOrEqualTo(12);
        assertThat(SampleDocument.all()).extracting(SampleDocument::state).contains(ScanState.values());
        assertThat(SampleDocument.all()).extracting(SampleDocument::kind).contains(DocumentKind.values());
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            long bytes = files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
            assertThat(bytes).isLessThan(15_000_000);
        }
    }

    @Test
    void theBornDigitalSampleIsReproducedByteForByte() throws IOException {
        SampleDocument born = SampleDocument.all().stream()
                .filter(sample -> sample.state() == ScanState.BORN)
                .findFirst()
                .orElseThrow();
        new CorpusGenerator().write(folder, born.bundle(), Set.of(ScanState.BORN));
        assertThat(folder.resolve(born.fileName())).hasSameBinaryContentAs(SAMPLES.resolve(born.fileName()));
    }
}
