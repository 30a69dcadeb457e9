package vn.trich.pipeline.command.train;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import vn.trich.corpus.gold.GoldFile;
import vn.trich.corpus.gold.GoldReader;
import vn.trich.corpus.score.TaskVerdict;
import vn.trich.models.gazetteer.Gazetteer;
import vn.trich.models.restore.Restorer;
import vn.trich.output.TaskRecord;
import vn.trich.pipeline.Settings;
import vn.trich.pipeline.ingest.Ingest;
import vn.trich.pipeline.ingest.RefusedFileException;
import vn.trich.pipeline.layout.LayoutAnalysis;
import vn.trich.pipeline.normalize.Normalization;
import vn.trich.pipeline.normalize.Normalized;
import vn.trich.pipeline.ocr.PageReader;
import vn.trich.pipeline.outline.Outline;
import vn.trich.pipeline.outline.OutlineRecognition;
import vn.trich.pipeline.outline.Paper;
import vn.trich.pipeline.page.PageText;
import vn.trich.pipeline.page.PageTextJson;
import vn.trich.pipeline.restore.WordRestoration;
import vn.trich.pipeline.table.TableRecognition;

/**
 * Reads documents that have truth and tells of each task whether it was read right, and what spoke for it. Pages are kept in
 * a folder once they were read, for reading them is what takes time.
 */
final class TaskSamples implements AutoCloseable {

    private final Path kept;
    private final Ingest ingest;
    private final PageReader reader;
    private final WordRestoration restoration;
    private final LayoutAnalysis layout = new LayoutAnalysis();
    private final TableRecognition tables;
    private final OutlineRecognition outline;
    private final Normalization normalization;

    /** Keeps pages in that folder, which must be there. */
    TaskSamples(Path kept) {
        this.kept = kept;
        Settings settings = Settings.defaults();
        Gazetteer gazetteer = Gazetteer.load();
        ingest = new Ingest(settings);
        reader = new PageReader(settings);
        Restorer restorer = Restorer.load(gazetteer);
        restoration = new WordRestoration(restorer, settings);
        tables = new TableRecognition(restorer.model());
        outline = new OutlineRecognition(gazetteer);
        normalization = new Normalization(gazetteer, restorer.model());
    }

    /**
     * A task that was read.
     *
     * @param file name of the file
     * @param signs what spoke for or against it
     * @param wrong whether it is wrong
     * @param flagged whether it asks for review
     * @param confidence how sure it claims to be
     */
    record Sample(String file, Map<String, Double> signs, boolean wrong, boolean flagged, double confidence) {}

    /**
     * The tasks of all files of a folder that {@code trich generate} wrote, files in the order of their names.
     *
     * @param folder the folder; its folder {@code gold} holds the truth
     */
    List<Sample> read(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        return files.stream()
                .parallel()
                .map(file -> samples(folder, file))
                .flatMap(List::stream)
                .toList();
    }

    private List<Sample> samples(Path folder, Path file) {
        try {
            String name = file.getFileName().toString();
            Path truth = folder.resolve("gold").resolve(name.substring(0, name.indexOf('.')) + ".html");
            return Files.exists(truth) ? judged(name, GoldReader.read(truth), pages(folder, file)) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Sample> judged(String name, GoldFile gold, List<PageText> pages) {
        Outline read = outline.apply(tables.apply(layout.apply(restoration.apply(pages))));
        List<TaskRecord> tasks = new ArrayList<>();
        List<Map<String, Double>> signs = new ArrayList<>();
        for (Paper paper : read.papers()) {
            Normalized found = normalization.apply(paper, read.papers().get(0).head());
            tasks.addAll(found.tasks());
            signs.addAll(found.signs());
        }
        Set<Integer> right = TaskVerdict.right(gold, tasks);
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < tasks.size(); i++) {
            samples.add(new Sample(
                    name,
                    signs.get(i),
                    !right.contains(i),
                    tasks.get(i).trust().needsReview(),
                    tasks.get(i).trust().confidence()));
        }
        return samples;
    }

    private List<PageText> pages(Path folder, Path file) throws IOException {
        Path keep = kept.resolve(folder.getFileName() + "__" + file.getFileName() + ".json");
        if (Files.exists(keep)) {
            try (Reader in = Files.newBufferedReader(keep)) {
                return PageTextJson.read(in);
            }
        }
        try {
            List<PageText> pages =
                    reader.read(ingest.open(file, file.getFileName().toString()), page -> {});
            try (Writer out = Files.newBufferedWriter(keep)) {
                PageTextJson.write(pages, out);
            }
            return pages;
        } catch (RefusedFileException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        reader.close();
    }
}
