package vn.trich.corpus.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RatchetTest {

    @TempDir
    Path folder;

    private static Report report(double tasks, double cer) {
        Figures figures = new Figures(Map.of(
                Measure.TASK_TEXT, new Figure.Share(tasks, 1),
                Measure.CER, new Figure.ErrorRate(cer, 1),
                Measure.REVIEW_CAUGHT, new Figure.Share(tasks, 1)));
        return new Report(
                List.of(new Report.ScoredDocument("mau.pdf", "mau", "", figures, List.of())), List.of(), List.of());
    }

    @Test
    void aFigureThatFallsIsNamed() {
        Ratchet ratchet = Ratchet.at(report(0.9, 0.1), 0.01);
        assertThat(ratchet.falls(report(0.9, 0.1))).isEmpty();
        assertThat(ratchet.falls(report(0.895, 0.105))).isEmpty();
        assertThat(ratchet.falls(report(0.8, 0.1))).containsExactly("mau.pdf: task_text from 0.9000 to 0.8000");
    }

    @Test
    void anErrorRateThatRisesIsAFall() {
        Ratchet ratchet = Ratchet.at(report(0.9, 0.1), 0.01);
        assertThat(ratchet.falls(report(0.95, 0.2))).containsExactly("mau.pdf: cer from 0.1000 to 0.2000");
        assertThat(ratchet.falls(report(0.95, 0))).isEmpty();
    }

    @Test
    void aDocumentOrFigureThatIsGoneIsAFall() {
        Ratchet ratchet = Ratchet.at(report(0.9, 0.1), 0.01);
        assertThat(ratchet.falls(new Report(List.of(), List.of(), List.of())))
                .containsExactly("mau.pdf: not scored any more");
        Report bare = new Report(
                List.of(new Report.ScoredDocument("mau.pdf", "mau", "", Figures.NONE, List.of())),
                List.of(),
                List.of());
        assertThat(ratchet.falls(bare)).hasSize(2).allMatch(fall -> fall.contains("not measured any more"));
    }

    @Test
    void itMovesOnlyToTheBetter() {
        Ratchet ratchet = Ratchet.at(report(0.9, 0.1), 0.01).raised(report(0.95, 0.3));
        assertThat(ratchet.documents().get("mau.pdf"))
                .containsEntry(Measure.TASK_TEXT, 0.95)
                .containsEntry(Measure.CER, 0.1)
                .doesNotContainKey(Measure.REVIEW_CAUGHT);
    }

    @Test
    void theFileIsReadBackAsWritten() throws IOException {
        Path file = folder.resolve("ratchet.json");
        assertThat(Ratchet.read(file)).isEqualTo(Ratchet.empty());
        Ratchet ratchet = Ratchet.at(report(0.9, 0.1), 0.01);
        ratchet.write(file);
        assertThat(Ratchet.read(file)).isEqualTo(ratchet);
        Files.writeString(file, "[]");
        assertThatThrownBy(() -> Ratchet.read(file)).isInstanceOf(IOException.class);
    }
}
