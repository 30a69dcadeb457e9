package vn.trich.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a spreadsheet makes of the CSV: opened and evaluated by LibreOffice, where it is installed. */
class SpreadsheetTest {

    @TempDir
    private Path folder;

    @Test
    void aSpreadsheetShowsTheCellsAndComputesNothing() throws IOException, InterruptedException {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(p -> Files.isExecutable(Path.of(p, "soffice"))),
                "LibreOffice is not installed");
        try (CsvWriter csv = new CsvWriter(folder)) {
            csv.add(Examples.document("00112233445566aa", "x.pdf", "=10+11", "+22+33", "2024"));
            csv.finish();
        }
        Process soffice = new ProcessBuilder(
                        "soffice",
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--infilter=CSV:44,34,UTF8",
                        "--convert-to",
                        "html",
                        "--outdir",
                        folder.toString(),
                        folder.resolve("documents.csv").toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        boolean ended = soffice.waitFor(120, TimeUnit.SECONDS);
        soffice.destroyForcibly();
        assumeTrue(ended && Files.exists(folder.resolve("documents.html")), "LibreOffice did not start");
        String page = Files.readString(folder.resolve("documents.html"));
        assertThat(page).contains("Kế hoạch", "=10+11", "+22+33").doesNotContain("sdval=\"21\"", "sdval=\"55\"");
    }
}
