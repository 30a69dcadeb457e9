package vn.trich.pipeline.ocr;

import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.trich.output.TextChoice;
import vn.trich.pipeline.Settings;
import vn.trich.pipeline.ingest.Ingest;
import vn.trich.pipeline.ingest.RefusedFileException;
import vn.trich.pipeline.ingest.SourceFile;
import vn.trich.pipeline.page.PageText;
import vn.trich.pipeline.page.PageTextJson;

/** Writes the pages of files, as read, in JSON: {@code DumpPages OUT-FOLDER FILE...}. */
final class DumpPages {

    private DumpPages() {}

    /** Runs the dump; the number of workers is the system property {@code workers}, 1 if not given. */
    public static void main(String[] args) throws Exception {
        Settings d = Settings.defaults();
        Settings settings = new Settings(
                d.maxPages(),
                d.maxBytes(),
                d.maxPixels(),
                d.renderDpi(),
                d.pageTimeout(),
                Integer.getInteger("workers", 1),
                Boolean.getBoolean("forceOcr"),
                false);
        Ingest ingest = new Ingest(settings);
        try (PageReader reader = new PageReader(settings)) {
            for (int i = 1; i < args.length; i++) {
                dump(ingest, reader, Path.of(args[i]), Path.of(args[0]));
            }
        }
    }

    private static void dump(Ingest ingest, PageReader reader, Path file, Path folder) throws Exception {
        long start = System.nanoTime();
        try {
            SourceFile source = ingest.open(file, file.getFileName().toString());
            List<PageText> pages = reader.read(source, n -> {});
            Path out = folder.resolve(file.getFileName() + ".json");
            try (Writer writer = Files.newBufferedWriter(out)) {
                PageTextJson.write(pages, writer);
            }
            long ms = (System.nanoTime() - start) / 1_000_000;
            TreeMap<TextChoice, Long> choices = new TreeMap<>(
                    pages.stream().collect(Collectors.groupingBy(PageText::choice, Collectors.counting())));
            System.out.printf("%s: %d pages, %d ms, %s%n", file.getFileName(), pages.size(), ms, choices);
            pages.stream()
                    .filter(p -> p.failure().isPresent())
                    .forEach(p -> System.out.println(
                            "  page " + p.number() + " failed: " + p.failure().orElseThrow()));
        } catch (RefusedFileException e) {
            System.out.println("refused " + e.reason() + ": " + e.getMessage());
        }
    }
}
