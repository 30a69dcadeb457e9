package vn.trich.pipeline.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.trich.corpus.score.Evaluation;
import vn.trich.corpus.score.Report;

/**
 * No page number, running head or footnote stands inside a paragraph of a development document that has truth. Reads
 * those that need no recognition of pictures; with {@code -Dtrich.development=all} every state, which takes minutes.
 * Skipped where the documents are not.
 */
class DevelopmentPurityTest {

    private static final Path DOCUMENTS = Path.of("../../../shared/documents");

    @TempDir
    private Path out;

    @Test
    void paragraphsHoldNothingFromBesideTheText() throws IOException {
        assumeTrue(Files.isDirectory(DOCUMENTS.resolve("gold")), "no development documents here");
        List<String> command = new ArrayList<>(List.of("extract", "--quiet", "--out", out.toString()));
        List<String> files = files();
        command.addAll(files);
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        assertThat(Trich.commandLine(nowhere, nowhere).execute(command.toArray(String[]::new)))
                .isEqualTo(ExitCode.OK);

        Report report = Evaluation.of(DOCUMENTS.resolve("gold"), out);

        assertThat(report.documents()).hasSameSizeAs(files);
        assertThat(Purity.offences(report)).isEmpty();
    }

    private static List<String> files() throws IOException {
        List<String> names = names(DOCUMENTS.resolve("gold"), n -> n.endsWith(".html")).stream()
                .map(p -> p.getFileName().toString().replace(".html", ""))
                .toList();
        boolean all = System.getProperty("trich.development", "").equals("all");
        Predicate<String> wanted =
                all ? n -> true : n -> n.contains(".born.") || n.startsWith("cb_") || n.endsWith(".txt");
        List<String> files = new ArrayList<>();
        for (String folder : List.of("dev", "dumps")) {
            names(
                            DOCUMENTS.resolve(folder),
                            n -> wanted.test(n) && names.stream().anyMatch(g -> n.startsWith(g + ".")))
                    .forEach(f -> files.add(f.toString()));
        }
        return files;
    }

    private static List<Path> names(Path folder, Predicate<String> wanted) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> wanted.test(f.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }
}
