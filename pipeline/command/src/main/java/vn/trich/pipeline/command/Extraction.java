package vn.trich.pipeline.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import vn.trich.pipeline.Settings;
import vn.trich.pipeline.batch.Batch;
import vn.trich.pipeline.batch.FileSearch;
import vn.trich.pipeline.batch.FolderBusyException;
import vn.trich.pipeline.batch.Reprocess;
import vn.trich.pipeline.batch.Results;
import vn.trich.pipeline.batch.RunSummary;
import vn.trich.pipeline.ocr.MissingDependencyException;

/**
 * A run as the commands start it: finds the files, locks the folder of results, reads, and ends in order when it is told
 * to.
 */
final class Extraction {

    private final Settings settings;
    private final Reprocess reprocess;
    private final PrintWriter err;
    private final boolean quiet;
    private final boolean searchablePdf;
    private final OrderlyEnd end = new OrderlyEnd();

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
            throw new CommandFailure(ExitCode.OUTPUT, "cannot write " + out + ": " + CommandFailure.words(e));
        } finally {
            end.reached();
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
            throw new CommandFailure(ExitCode.USAGE, "cannot search: " + CommandFailure.words(e));
        }
    }

    private RunSummary run(FileSearch.Result search, Results results) throws IOException {
        // The launcher knows whether standard error is a terminal; Java cannot tell.
        boolean terminal = Boolean.getBoolean("trich.terminal");
        ProgressLine progress =
                new ProgressLine(quiet ? new PrintWriter(PrintWriter.nullWriter()) : err, terminal && !quiet);
        try (ReadingKit kit = ReadingKit.open(settings, results, reprocess, searchablePdf)) {
            Batch batch = new Batch(kit.tools(), results, kit.plan(), progress);
            OrderlyEnd.Guard guard =
                    end.guard(new OrderlyEnd.Work(batch::stop, kit::close, results::hurry, batch::abandon));
            try {
                return batch.run(search);
            } finally {
                progress.clear();
                guard.lift();
            }
        }
    }
}
