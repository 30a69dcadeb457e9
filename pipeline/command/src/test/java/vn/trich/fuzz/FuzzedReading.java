package vn.trich.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vn.trich.models.encoding.LegacyDecoder;
import vn.trich.models.gazetteer.Gazetteer;
import vn.trich.models.language.TrustAssessor;
import vn.trich.pipeline.Settings;
import vn.trich.pipeline.ingest.Ingest;
import vn.trich.pipeline.ingest.RefusedFileException;
import vn.trich.pipeline.ingest.SourceFile;
import vn.trich.pipeline.layout.LayoutAnalysis;
import vn.trich.pipeline.normalize.Normalization;
import vn.trich.pipeline.outline.Outline;
import vn.trich.pipeline.outline.OutlineRecognition;
import vn.trich.pipeline.outline.Paper;
import vn.trich.pipeline.page.PageText;
import vn.trich.pipeline.page.PdfPage;
import vn.trich.pipeline.page.PdfPages;
import vn.trich.pipeline.page.PictureFiles;
import vn.trich.pipeline.page.PlainTextPages;
import vn.trich.pipeline.table.TableRecognition;

/**
 * Reads a file as the workers and the main process do, all in this process and without OCR: opens it, takes its first
 * pages' text or decodes their pictures, and makes records of what was read.
 */
public final class FuzzedReading {

    private static final int MOST_PAGES = 3;

    private static final FuzzedReading SHARED = new FuzzedReading();

    private final Settings settings =
            new Settings(200, 20 << 20, 20_000_000, 100, Duration.ofSeconds(30), 1, false, false);
    private final Ingest ingest = new Ingest(settings);
    private final TrustAssessor assessor = TrustAssessor.load();
    private final LegacyDecoder decoder = LegacyDecoder.load();
    private final OutlineRecognition outline;
    private final Normalization normalization;

    FuzzedReading() {
        Gazetteer gazetteer = Gazetteer.load();
        outline = new OutlineRecognition(gazetteer);
        normalization = new Normalization(gazetteer);
    }

    /**
     * The entry of a coverage-guided fuzzer.
     *
     * @param data a file's bytes
     * @throws IOException if no temporary file can be written
     */
    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        Path file = Files.createTempFile("fuzz", "");
        try {
            Files.write(file, data);
            SHARED.read(file);
        } finally {
            Files.delete(file);
        }
    }

    /**
     * Reads a file.
     *
     * @return how it ended: {@code refused}, {@code unreadable} (of some page) or {@code read}
     * @throws RuntimeException if our own code broke on it
     */
    String read(Path file) {
        try {
            SourceFile source = ingest.open(file, "mutant");
            List<PageText> pages = new ArrayList<>();
            boolean whole = pages(source, pages);
            if (!pages.isEmpty()) {
                records(pages);
            }
            return whole ? "read" : "unreadable";
        } catch (RefusedFileException e) {
            if (!e.getMessage().startsWith("mutant: ") || !e.getMessage().contains("; ")) {
                throw new IllegalStateException("says too little: " + e.getMessage(), e);
            }
            return "refused";
        }
    }

    private boolean pages(SourceFile source, List<PageText> pages) {
        try {
            switch (source.mediaType()) {
                case "application/pdf" -> pdf(source, pages);
                case "text/plain" ->
                    pages.addAll(new PlainTextPages(assessor, decoder).read(Files.readString(source.path())));
                default -> new PictureFiles(settings).read(source.path(), 1);
            }
            return true;
        } catch (IOException | StackOverflowError e) {
            return false;
        } catch (RuntimeException e) {
            // A worker reports what the library throws as an unreadable page; what our own code throws is a fault.
            if (isOurs(e)) {
                throw e;
            }
            return false;
        }
    }

    private void pdf(SourceFile source, List<PageText> pages) throws IOException {
        try (PdfPages pdf = PdfPages.open(source.path(), settings, assessor, decoder)) {
            for (int number = 1; number <= Math.min(MOST_PAGES, source.pageCount()); number++) {
                PdfPage page = pdf.read(number);
                if (page.layerIsGood()) {
                    pages.add(page.layerText());
                } else if (!page.showsNothing()) {
                    page.picture();
                    pages.add(page.ruinedLayerText(List.of("fuzzed")));
                }
            }
        }
    }

    private void records(List<PageText> pages) {
        Outline papers = outline.apply(new TableRecognition().apply(new LayoutAnalysis().apply(pages)));
        for (Paper paper : papers.papers()) {
            normalization.apply(paper, papers.papers().get(0).head());
        }
    }

    private static boolean isOurs(Throwable fault) {
        for (StackTraceElement frame : fault.getStackTrace()) {
            if (frame.getClassName().startsWith("vn.trich.")) {
                return true;
            }
            if (!frame.getClassName().startsWith("java.")) {
                return false;
            }
        }
        return false;
    }
}
