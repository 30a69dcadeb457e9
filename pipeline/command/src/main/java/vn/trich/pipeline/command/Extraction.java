package vn.trich.pipeline.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import vn.trich.output.OwnWords;
import vn.trich.pipeline.Pipeline;
import vn.trich.pipeline.Settings;
import vn.trich.pipeline.Version;
import vn.trich.pipeline.batch.Batch;
import vn.trich.pipeline.batch.FileSearch;
import vn.trich.pipeline.batch.FolderBusyException;
import vn.trich.pipeline.batch.Intake;
import vn.trich.pipeline.batch.KeptPages;
import vn.trich.pipeline.batch.Reprocess;
import vn.trich.pipeline.batch.Results;
import vn.trich.pipeline.batch.RunSummary;
import vn.trich.pipeline.batch.SearchableCopies;
import vn.trich.pipeline.ocr.MissingDependencyException;
import vn.trich.pipeline.searchable.SearchablePdf;

/**
 * A run as the commands start it: finds the files, locks the folder of results, reads, and ends in order when it is told
 * to.
 */
final class Extraction {

    /** How long an interrupted run may take to bring its files in order. */
    private static final long ORDER_SECONDS = 5;

    /** How long it may go on before that with the pages that it is reading. */
    private static final long PAGE_SECONDS = 3;

    private final Settings settings;
    private final Reprocess reprocess;
    private final PrintWriter err;
    private final boolean quiet;
    private final boolean searchablePdf;
    private final CountDownLatch ended = new CountDownLatch(1);

    /**
     * Prepares a run.
     *
     * @param err where progress is told, unless {@code quiet}
     * @param searchablePdf whether each file is written as a searchable PDF too
     */
    Extraction(Settings settings, Reprocess reprocess, PrintWriter err, boolean quiet, boolean searchablePdf) {
        this.settings = settings;
        this.reprocess = reprocess;
        this.err = err;
        this.quiet = quiet;
        this.searchablePdf = searchablePdf;
    }

    /**
     * Runs.
     *
     * @param paths files and folders
     * @param out folder of results; made if it is not there
     * @throws CommandFailure if it cannot
     */
    RunSummary run(List<Path> paths, Path out) {
        FileSearch.Result search = search(paths, out);
        try (Results results = Results.open(out, settings.bounds())) {
            return run(search, results);
        } catch (FolderBusyException e) {
            throw new CommandFailure(ExitCode.OUTPUT, e.getMessage());
        } catch (MissingDependencyException e) {
            throw new CommandFailure(ExitCode.MISSING_DEPENDENCY, e.getMessage());
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.OUTPUT, "cannot write " + out + ": " + words(e));
        } finally {
            // Only now, with the catalogue closed, may a process end that was told to.
            ended.countDown();
        }
    }

    private static FileSearch.Result search(List<Path> paths, Path out) {
        try {
            return new FileSearch(out).search(paths);
        } catch (NoSuchFileException e) {
            throw new CommandFailure(ExitCode.USAGE, e.getMessage() + ": no such file or folder");
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.USAGE, e.getMessage());
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.USAGE, "cannot search: " + words(e));
        }
    }

    private RunSummary run(FileSearch.Result search, Results results) throws IOException {
        // The launcher knows whether standard error is a terminal; Java cannot tell.
        boolean terminal = Boolean.getBoolean("trich.terminal");
        ProgressLine progress =
                new ProgressLine(quiet ? new PrintWriter(PrintWriter.nullWriter()) : err, terminal && !quiet);
        // One file more than there are workers, so that none waits while records are made from what it read.
        Settings own =
                settings.withOwnWords(OwnWords.read(results.folder().root()).words());
        Batch.Plan plan = new Batch.Plan(Version.current(), own.fingerprint(), reprocess, settings.workers() + 1);
        KeptPages pages = new KeptPages(results.catalogue().pages(), plan.version(), plan.settings());
        try (Pipeline pipeline = new Pipeline(own, pages)) {
            Optional<SearchableCopies> copies = searchablePdf
                    ? Optional.of(new SearchableCopies(new SearchablePdf(own), results))
                    : Optional.empty();
            Intake.Tools tools = new Intake.Tools(pipeline::read, Optional.of(pages), copies);
            Batch batch = new Batch(tools, results, plan, progress);
            Thread hook = new Thread(() -> end(batch, pipeline), "end");
            Runtime.getRuntime().addShutdownHook(hook);
            try {
                return batch.run(search);
            } finally {
                progress.clear();
                removeHook(hook);
            }
        }
    }

    /** On SIGINT or SIGTERM: lets the run bring its files in order, for a while. */
    private void end(Batch batch, Pipeline pipeline) {
        batch.stop();
        try {
            if (!ended.await(PAGE_SECONDS, TimeUnit.SECONDS)) {
                // Pages that are finished are kept; those that are not are read by the next run.
                Thread close = new Thread(pipeline::close, "close");
                close.setDaemon(true);
                close.start();
                if (!ended.await(ORDER_SECONDS, TimeUnit.SECONDS)) {
                    batch.abandon();
                }
            }
        } catch (InterruptedException e) {
            batch.abandon();
        }
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending already; the hook runs.
        }
    }

    /** An I/O failure in words: the file system's own exceptions bear little more than a path as their message. */
    static String words(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "no permission for " + e.getMessage();
        }
        if (e instanceof FileSystemException f && f.getReason() == null) {
            // NoSuchFileException becomes "no such file".
            String kind = f.getClass().getSimpleName().replace("Exception", "");
            return kind.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT) + ": " + f.getMessage();
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
