package vn.trich.pipeline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntConsumer;
import vn.trich.models.gazetteer.Gazetteer;
import vn.trich.models.restore.Restorer;
import vn.trich.output.DocumentRecord;
import vn.trich.pipeline.ingest.Ingest;
import vn.trich.pipeline.ingest.RefusedFileException;
import vn.trich.pipeline.ingest.SourceFile;
import vn.trich.pipeline.layout.DocumentLayout;
import vn.trich.pipeline.layout.LayoutAnalysis;
import vn.trich.pipeline.layout.PageLayout;
import vn.trich.pipeline.normalize.Normalization;
import vn.trich.pipeline.ocr.PageReader;
import vn.trich.pipeline.ocr.PageStore;
import vn.trich.pipeline.outline.Block;
import vn.trich.pipeline.outline.Outline;
import vn.trich.pipeline.outline.OutlineRecognition;
import vn.trich.pipeline.outline.Paper;
import vn.trich.pipeline.page.PageText;
import vn.trich.pipeline.restore.WordRestoration;
import vn.trich.pipeline.table.Table;
import vn.trich.pipeline.table.TableReading;
import vn.trich.pipeline.table.TableRecognition;

/**
 * All stages in a row: from a file to its records. May be used by several threads at a time, which then share its
 * worker processes; the models are loaded once, when the first file needs them.
 */
public final class Pipeline implements AutoCloseable {

    private final Settings settings;
    private final Ingest ingest;
    private final PageReader reader;
    private final ExecutorService makers = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "records");
        thread.setDaemon(true);
        return thread;
    });
    private CompletableFuture<Stages> stages;

    /** Prepares to read by {@code settings}; starts no process yet. */
    public Pipeline(Settings settings) {
        this(settings, PageStore.NONE);
    }

    /** Prepares to read by {@code settings}, but for pages that are in {@code pages}; starts no process yet. */
    public Pipeline(Settings settings, PageStore pages) {
        this.settings = settings;
        this.reader = new PageReader(settings, pages);
        this.ingest = new Ingest(settings, reader);
    }

    /**
     * Reads a file.
     *
     * @param path where it is
     * @param name its name in records
     * @param pageDone told the number of each page when it is read, in any order and from any thread
     * @return the documents it holds, at least one, in the order of their ids
     * @throws RefusedFileException if it cannot or may not be read
     * @throws vn.trich.pipeline.ocr.MissingDependencyException if what reading needs is not there
     */
    public List<DocumentRecord> read(Path path, String name, IntConsumer pageDone) throws RefusedFileException {
        SourceFile file = ingest.open(path, name);
        CompletableFuture<Stages> loading = loading();
        List<PageText> read = reader.read(file, pageDone);
        Stages now = loading.join();
        refuseIfTooManyWords(name, read);
        return inTime(name, () -> records(file, read, now));
    }

    /** The documents on pages that were read. */
    private List<DocumentRecord> records(SourceFile file, List<PageText> read, Stages now) {
        DocumentLayout layout = now.layout.apply(now.restoration.apply(read));
        TableReading tables = now.tables.apply(layout);
        Outline outline = now.outline.apply(tables);
        DocumentAssembly assembly = new DocumentAssembly(file, Version.current(), settings);
        List<DocumentRecord> documents = new ArrayList<>();
        for (Paper paper : outline.papers()) {
            String text = new RestoredText(paper).compose(pagesOf(paper, tables.rest()), tablesOf(paper));
            documents.add(assembly.assemble(
                    documents.size(),
                    outline.papers().size(),
                    paper,
                    now.normalization.apply(paper, outline.papers().get(0).head()),
                    pagesOf(paper, layout),
                    text));
        }
        return List.copyOf(documents);
    }

    private void refuseIfTooManyWords(String name, List<PageText> pages) throws RefusedFileException {
        int most = settings.bounds().maxWords();
        if (pages.stream().mapToLong(page -> page.words().size()).sum() > most) {
            throw new RefusedFileException(
                    RefusedFileException.Reason.TOO_LARGE,
                    name + ": has more than " + most + " words; split it or raise --max-words");
        }
    }

    /** Makes records, unless that takes too long. The work is then left to itself; it holds up nobody. */
    private List<DocumentRecord> inTime(String name, Callable<List<DocumentRecord>> work) throws RefusedFileException {
        Future<List<DocumentRecord>> records = makers.submit(work);
        try {
            return records.get(settings.bounds().fileTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            records.cancel(true);
            throw new RefusedFileException(
                    RefusedFileException.Reason.TOO_SLOW,
                    name + ": making records of it took longer than "
                            + settings.bounds().fileTimeout().toSeconds() + " s; split it or raise --file-timeout");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException r ? r : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            records.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while making records", e);
        }
    }

    /** Ends the worker processes. */
    @Override
    public void close() {
        reader.close();
        makers.shutdownNow();
    }

    private static List<PageLayout> pagesOf(Paper paper, DocumentLayout layout) {
        return layout.pages().stream()
                .filter(p -> p.page().number() >= paper.pageFrom() && p.page().number() <= paper.pageTo())
                .toList();
    }

    private static List<Table> tablesOf(Paper paper) {
        return paper.allTables().stream()
                .map(Paper.PlacedTable::block)
                .map(Block.TableBlock::table)
                .toList();
    }

    /** Begins to load the models, unless that was begun before; so they are there when the first pages are read. */
    private synchronized CompletableFuture<Stages> loading() {
        if (stages == null) {
            stages = CompletableFuture.supplyAsync(() -> Stages.load(settings));
        }
        return stages;
    }

    /** The stages after the pages are read. */
    private record Stages(
            WordRestoration restoration,
            LayoutAnalysis layout,
            TableRecognition tables,
            OutlineRecognition outline,
            Normalization normalization) {

        static Stages load(Settings settings) {
            Gazetteer gazetteer = Gazetteer.load();
            Restorer restorer = Restorer.load(gazetteer);
            return new Stages(
                    new WordRestoration(restorer, settings),
                    new LayoutAnalysis(),
                    new TableRecognition(restorer.model()),
                    new OutlineRecognition(gazetteer),
                    new Normalization(gazetteer, restorer.model()));
        }
    }
}
