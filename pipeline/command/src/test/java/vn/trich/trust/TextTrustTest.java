package vn.trich.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whether layers that must not be used as they are are told from good ones. {@code -Dtrich.trust.documents=130} measures on
 * several thousand pages and prints the table that {@code corpus/RESULTS.md} shows.
 */
class TextTrustTest {

    private static final Path REAL = Path.of("../../../shared/documents");

    /** Real files whose layers were compared with their pages by eye; the others have none, or only on blank pages. */
    private static final List<String> SEEN_TO_BE_GOOD =
            List.of("dongthap_kehoach", "qng_cv_05.", "qng_cv_bnt", "vbhcjava_Kehoach_004");

    private static final List<String> SEEN_TO_BE_RUINED =
            List.of("kgu_qd_3176b", "kgu_quyetdinh_dh", "vbhcjava_VanBan--VB361");

    @TempDir
    private Path folder;

    @Test
    void ruinedLayersOfGeneratedPagesAreToldFromGoodOnes() throws IOException {
        int documents = Integer.getInteger("trich.trust.documents", 5);
        TrustEvaluation evaluation = new TrustEvaluation(folder);
        evaluation.addGenerated(documents, 20_260_211);
        if (System.getProperty("trich.trust.documents") != null) {
            evaluation.mistakes().forEach(System.out::println);
            System.out.println(evaluation.report());
        }
        assertThat(evaluation.pages()).isGreaterThan(20 * documents);
        assertThat(evaluation.precision()).as(evaluation.mistakes()::toString).isGreaterThanOrEqualTo(0.99);
        assertThat(evaluation.recall()).as(evaluation.mistakes()::toString).isGreaterThanOrEqualTo(0.99);
    }

    @Test
    void soAreThoseOfRealPages() throws IOException {
        assumeTrue(Files.isDirectory(REAL), "no real documents here");
        TrustEvaluation evaluation = new TrustEvaluation(folder);
        for (Path file : TrustEvaluation.files(REAL.resolve("dev"), ".pdf")) {
            String name = file.getFileName().toString();
            if (name.endsWith(".born.pdf") || name.startsWith("cb_")) {
                evaluation.addFile("good: born digital", false, file);
            } else if (SEEN_TO_BE_GOOD.stream().anyMatch(name::startsWith)) {
                evaluation.addFile("good: signed text, plans from a word processor", false, file);
            } else if (SEEN_TO_BE_RUINED.stream().anyMatch(name::startsWith)) {
                evaluation.addFile("bad: layers of scanning software", true, file);
            } else if (name.endsWith(".layer.pdf")) {
                evaluation.addFile("bad: ruined layer", true, file);
            }
        }
        for (Path file : TrustEvaluation.files(REAL.resolve("legacy"), ".pdf")) {
            boolean unicode = file.getFileName().toString().contains("1Z1C8");
            evaluation.addFile(unicode ? "good: Unicode in legacy fonts" : "bad: legacy fonts", !unicode, file);
        }
        if (System.getProperty("trich.trust.documents") != null) {
            evaluation.mistakes().forEach(System.out::println);
            System.out.println(evaluation.report());
        }
        assertThat(evaluation.precision()).as(evaluation.mistakes()::toString).isGreaterThanOrEqualTo(0.99);
        assertThat(evaluation.recall()).as(evaluation.mistakes()::toString).isGreaterThanOrEqualTo(0.99);
    }
}
