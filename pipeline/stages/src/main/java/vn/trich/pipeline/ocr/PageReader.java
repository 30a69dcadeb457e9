package vn.trich.pipeline.ocr;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import vn.trich.models.encoding.LegacyDecoder;
import vn.trich.models.language.TrustAssessor;
import vn.trich.pipeline.Settings;
import vn.trich.pipeline.ingest.PageCounter;
import vn.trich.pipeline.ingest.RefusedFileException;
import vn.trich.pipeline.ingest.SourceFile;
import vn.trich.pipeline.ingest.TextDecoding;
import vn.trich.pipeline.page.PageText;
import vn.trich.pipeline.page.PlainTextPages;

/**
 * Reads all pages of a file: by its text layer where that is good, else by its picture. The reading is done in worker
 * processes, several pages at a time; a page that kills its worker costs one retry and at worst itself. Workers live
 * on from file to file until this is closed.
 */
public final class PageReader implements PageCounter, AutoCloseable {

    /** What takes less is sooner read again than kept. */
    private static final Duration WORTH_KEEPING = Duration.ofMillis(250);

    /** Size in points of a page that could not even be measured: A4. */
    private static final double USUAL_WIDTH = 595.28;

    private static final double USUAL_HEIGHT = 841.89;

    private final Settings settings;
    private final WorkerCommand command;
    private final PageStore store;
    private final ExecutorService threads;
    private final ConcurrentLinkedDeque<WorkerProcess> idle = new ConcurrentLinkedDeque<>();
    private final TextDecoding decoding = new TextDecoding();
    private EngineFiles engine;
    private PlainTextPages plainText;

    /** Reads by {@code settings}, with as many workers as they say. */
    public PageReader(Settings settings) {
        this(settings, PageStore.NONE);
    }

    /** Reads by {@code settings}, with as many workers as they say; pages that are in {@code store} are not read again. */
    public PageReader(Settings settings, PageStore store) {
        this(settings, WorkerCommand.within(settings.bounds()), store);
    }

    PageReader(Settings settings, WorkerCommand command, PageStore store) {
        this.settings = settings;
        this.command = command;
        this.store = store;
        this.threads = Executors.newFixedThreadPool(settings.workers(), task -> {
            Thread thread = new Thread(task, "page-reader");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Reads a file.
     *
     * @param file as ingested
     * @param pageDone called once for each page that is done, with its number, in any order and from any thread
     * @return all its pages in order; one that could not be read says so in {@link PageText#failure()}
     * @throws MissingDependencyException if what reading needs is not there
     * @throws UncheckedIOException if a plain-text file cannot be read any more, or workers cannot be started
     */
    public List<PageText> read(SourceFile file, IntConsumer pageDone) {
        if (file.mediaType().equals("text/plain")) {
            return readText(file, pageDone);
        }
        return new Reading(file, pageDone).read();
    }

    /**
     * The reading of one file: as many of its pages at a time as there are workers, each waiting for its turn among the
     * pages of all files, so that a long file holds up no short one.
     */
    private final class Reading {
        private final SourceFile file;
        private final IntConsumer pageDone;
        private final PageText[] pages;
        private final Deadline deadline = new Deadline(settings.bounds().fileTimeout());
        private final AtomicInteger next = new AtomicInteger(1);
        private final Set<Future<?>> tasks = ConcurrentHashMap.newKeySet();
        private final AtomicReference<Throwable> failure = new AtomicReference<>();
        private final CountDownLatch ended;

        private Reading(SourceFile file, IntConsumer pageDone) {
            this.file = file;
            this.pageDone = pageDone;
            this.pages = new PageText[file.pageCount()];
            this.ended = new CountDownLatch(Math.min(settings.workers(), pages.length));
        }

        private List<PageText> read() {
            for (long i = ended.getCount(); i > 0; i--) {
                queue();
            }
            try {
                ended.await();
            } catch (InterruptedException e) {
                next.set(pages.length + 1);
                tasks.forEach(task -> task.cancel(true));
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while reading pages", e);
            }
            if (failure.get() instanceof RuntimeException e) {
                throw e;
            }
            if (failure.get() != null) {
                throw new IllegalStateException(failure.get());
            }
            return Arrays.asList(pages);
        }

        /** Queues up for one page. */
        private void queue() {
            FutureTask<Void> task = new FutureTask<>(this::readNext, null) {
                @Override
                protected void done() {
                    tasks.remove(this);
                    went(this);
                }
            };
            tasks.add(task);
            try {
                threads.execute(task);
            } catch (RejectedExecutionException e) {
                task.cancel(true);
            }
        }

        private void readNext() {
            int number = next.getAndIncrement();
            if (number > pages.length) {
                return;
            }
            try {
                Optional<PageText> kept = store.find(file, number);
                pages[number - 1] = kept.isPresent() ? kept.get() : readAndKeep(file, number, deadline);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while reading a page", e);
            }
            pageDone.accept(number);
        }

        /** A page was read, or not: if it failed, the others of the file stop after theirs. */
        private void went(Future<?> task) {
            try {
                task.get();
            } catch (ExecutionException e) {
                failure.compareAndSet(null, e.getCause());
            } catch (CancellationException e) {
                failure.compareAndSet(null, e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                failure.compareAndSet(null, e);
            }
            if (failure.get() == null && next.get() <= pages.length) {
                queue();
            } else {
                ended.countDown();
            }
        }
    }

    private List<PageText> readText(SourceFile file, IntConsumer pageDone) {
        try {
            String text = decoding.decode(Files.readAllBytes(file.path()))
                    .orElseThrow(() -> new IOException("its encoding is not known; it was replaced while being read"));
            List<PageText> pages = plainText().read(text);
            pages.forEach(page -> pageDone.accept(page.number()));
            return pages;
        } catch (IOException e) {
            throw new UncheckedIOException(file.name() + " cannot be read", e);
        }
    }

    /** Loaded for the first text; most runs meet none. */
    private synchronized PlainTextPages plainText() {
        if (plainText == null) {
            plainText = new PlainTextPages(TrustAssessor.load(), LegacyDecoder.load());
        }
        return plainText;
    }

    /**
     * Counts a file's pages in a worker, so that a file built to fill the memory or never to end costs only itself.
     *
     * @throws MissingDependencyException if what reading needs is not there
     */
    @Override
    public int count(Path path, String name, String mediaType) throws RefusedFileException, IOException {
        try {
            return threads.submit(() -> countInWorker(new CountTask(path, name, mediaType)))
                    .get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RefusedFileException refused) {
                throw refused;
            }
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            throw e.getCause() instanceof RuntimeException r ? r : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while opening a file", e);
        }
    }

    private int countInWorker(CountTask task) throws RefusedFileException, IOException, InterruptedException {
        IOException failure = null;
        for (int attempt = 0; attempt < 2; attempt++) {
            WorkerProcess worker = worker();
            try {
                PageAnswer answer = worker.ask(
                        task.toLine(), settings.pageTimeout(), settings.bounds().fileTimeout());
                release(worker);
                if (answer instanceof PageAnswer.Counted counted) {
                    return counted.pages();
                }
                if (answer instanceof PageAnswer.Refused refused) {
                    throw new RefusedFileException(refused.reason(), refused.why());
                }
                throw new IOException(
                        answer instanceof PageAnswer.Unreadable u ? u.why() : "a worker answered nonsense");
            } catch (TimeoutException e) {
                throw new RefusedFileException(RefusedFileException.Reason.TOO_SLOW, task.name() + notOpened());
            } catch (WorkerExhaustedException e) {
                throw new RefusedFileException(
                        RefusedFileException.Reason.TOO_LARGE, task.name() + ": " + e.getMessage());
            } catch (WorkerDiedException e) {
                failure = e;
            }
        }
        throw new RefusedFileException(
                RefusedFileException.Reason.DAMAGED,
                task.name() + ": cannot be opened, " + failure.getMessage() + "; fetch or scan it again");
    }

    // Names the nearer of the two bounds on the time.
    private String notOpened() {
        Duration page = settings.pageTimeout();
        Duration file = settings.bounds().fileTimeout();
        boolean byFile = file.compareTo(page) < 0;
        return ": cannot be opened within " + (byFile ? file : page).toSeconds()
                + " s; fetch or scan it again, or raise " + (byFile ? "--file-timeout" : "--page-timeout");
    }

    private PageText readAndKeep(SourceFile file, int number, Deadline deadline)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        PageText page = readPage(file, number, deadline);
        if (page.failure().isEmpty() && System.nanoTime() - start >= WORTH_KEEPING.toNanos()) {
            store.keep(file, page);
        }
        return page;
    }

    private PageText readPage(SourceFile file, int number, Deadline deadline) throws IOException, InterruptedException {
        Duration left = deadline.left();
        if (left.isZero()) {
            return failed(number, deadline.message());
        }
        Duration most = settings.pageTimeout().compareTo(left) < 0 ? settings.pageTimeout() : left;
        PageTask task = new PageTask(file.path(), file.mediaType(), number);
        String failure = "";
        for (int attempt = 0; attempt < 2; attempt++) {
            WorkerProcess worker = worker();
            try {
                PageAnswer answer = worker.ask(task.toLine(), most, left);
                release(worker);
                if (answer instanceof PageAnswer.Missing missing) {
                    throw new MissingDependencyException(missing.what());
                }
                return answer instanceof PageAnswer.Read read
                        ? read.page()
                        : failed(number, ((PageAnswer.Unreadable) answer).why());
            } catch (TimeoutException e) {
                return failed(number, deadline.left().isZero() ? deadline.message() : e.getMessage());
            } catch (WorkerExhaustedException e) {
                return failed(number, e.getMessage());
            } catch (WorkerDiedException e) {
                failure = e.getMessage();
            }
        }
        return failed(number, failure);
    }

    private static PageText failed(int number, String why) {
        return PageText.failed(number, USUAL_WIDTH, USUAL_HEIGHT, why);
    }

    private WorkerProcess worker() throws IOException {
        Path files = engineFolder();
        WorkerProcess worker = idle.pollLast();
        return worker == null
                ? new WorkerProcess(
                        command.line(settings, files), settings.bounds().workerMegabytes())
                : worker;
    }

    /** Where the recogniser's files are; if somebody cleaned them away, new ones, for new workers. */
    synchronized Path engineFolder() {
        if (engine != null && !engine.isWhole()) {
            endIdle();
            engine.close();
            engine = null;
        }
        if (engine == null) {
            engine = EngineFiles.extract();
        }
        return engine.folder();
    }

    private void release(WorkerProcess worker) {
        if (worker.isWorn()) {
            worker.close();
        } else {
            idle.addLast(worker);
        }
    }

    /** Ends the workers and removes their files; what is being read fails at once. From any thread. */
    @Override
    public void close() {
        for (Runnable waiting : threads.shutdownNow()) {
            // Else whoever waits for a task that never began waits for ever.
            if (waiting instanceof Future<?> task) {
                task.cancel(true);
            }
        }
        endIdle();
        synchronized (this) {
            if (engine != null) {
                engine.close();
                engine = null;
            }
        }
    }

    private void endIdle() {
        for (WorkerProcess worker = idle.pollLast(); worker != null; worker = idle.pollLast()) {
            worker.close();
        }
    }
}
