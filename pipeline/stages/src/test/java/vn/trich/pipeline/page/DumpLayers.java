package vn.trich.pipeline.page;

import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import vn.trich.output.TextChoice;

/** Writes the text layers of PDFs, and plain texts, as pages in JSON: {@code DumpLayers OUT-FOLDER FILE...}. */
final class DumpLayers {

    private DumpLayers() {}

    /** Runs the dump. */
    public static void main(String[] args) throws Exception {
        for (int i = 1; i < args.length; i++) {
            Path file = Path.of(args[i]);
            long start = System.nanoTime();
            List<PageText> pages =
                    file.toString().endsWith(".txt") ? new PlainTextPages().read(Files.readString(file)) : layers(file);
            Path out = Path.of(args[0], file.getFileName() + ".json");
            try (Writer writer = Files.newBufferedWriter(out)) {
                PageTextJson.write(pages, writer);
            }
            System.out.printf("%s: %d pages, %d ms%n", out, pages.size(), (System.nanoTime() - start) / 1_000_000);
        }
    }

    private static List<PageText> layers(Path file) throws Exception {
        List<PageText> pages = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            for (int i = 0; i < document.getNumberOfPages(); i++) {
                PdfLayer layer = PdfLayer.read(document.getPage(i));
                List<Word> words = layer.words().stream().map(LayerWord::word).toList();
                pages.add(LayerText.page(i + 1, layer, words, TextChoice.KEEP, List.of("text layer")));
            }
        }
        return pages;
    }
}
