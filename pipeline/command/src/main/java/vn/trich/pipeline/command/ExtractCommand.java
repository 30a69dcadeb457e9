package vn.trich.pipeline.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.trich.output.OutputFolder;
import vn.trich.pipeline.Pipeline;
import vn.trich.pipeline.Settings;
import vn.trich.pipeline.Version;
import vn.trich.pipeline.batch.Batch;
import vn.trich.pipeline.batch.FileSearch;
import vn.trich.pipeline.batch.FolderBusyException;
import vn.trich.pipeline.batch.FolderLock;
import vn.trich.pipeline.batch.Reprocess;
import vn.trich.pipeline.batch.RunSummary;
import vn.trich.pipeline.ocr.MissingDependencyException;

/** {@code trich extract}: from files and folders to a folder of results. */
@Command(
        name = "extract",
        sortOptions = false,
        description = {
            "Reads documents and writes what they say as JSON and CSV.",
            "",
            "PATH is a file (PDF, TIFF, PNG, JPEG, UTF-8 text) or a folder, searched at any depth. "
                    + "Files that were read before are not read again, unless the software's version or a setting "
                    + "that matters has changed. A file that cannot be read costs only itself."
        },
        footerHeading = "%nWhat is written%n",
        footer = {
            "  DIR/documents/ID.json  everything about one document, each record with its page and box",
            "  DIR/text/ID.txt        its restored text",
            "  DIR/csv/*.csv          the same, flat, over all documents",
            "  DIR/schema/            the JSON Schema; the CSV columns are described in csv/csv-metadata.json",
            "",
            "Exit codes",
            "  0    everything was read",
            "  1    the command line is wrong",
            "  2    some files could not be read, in whole or in part; all others are done",
            "  3    something that has to be installed is missing",
            "  4    DIR cannot be written, or another run is writing it",
            "  70   a fault of the program",
            "  130  interrupted; what was done is kept, running again goes on (143: asked to end)"
        })
final class ExtractCommand implements Callable<Integer> {

    /** How long an interrupted run may take to bring its files in order. */
    private static final long GRACE_SECONDS = 8;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files and folders to read.")
    private List<Path> paths;

    @Option(
            names = {"-o", "--out"},
            required = true,
            paramLabel = "DIR",
            description = "Folder of results; made if it is not there.")
    private Path out;

    @Option(
            names = "--reprocess",
            paramLabel = "WHICH",
            defaultValue = "CHANGED",
            description = "Which known files to read again: changed (by another version or settings; the default), "
                    + "failed (those too that failed), all.")
    private Reprocess reprocess;

    @Option(
            names = {"-q", "--quiet"},
            description = "Print no progress.")
    private boolean quiet;

    @Mixin
    private ReadingOptions reading;

    @Override
    public Integer call() {
        Settings settings = reading.settings();
        PrintWriter err = spec.commandLine().getErr();
        FileSearch.Result search = search();
        OutputFolder folder = new OutputFolder(out);
        try {
            Files.createDirectories(out);
            FolderLock lock = FolderLock.take(out);
            try {
                folder.prepare();
                RunSummary run = run(settings, search, folder, err);
                spec.commandLine().getOut().print(new SummaryText().of(run, out.toString()));
                spec.commandLine().getOut().flush();
                return run.complete() ? ExitCode.OK : ExitCode.SOME_FAILED;
            } finally {
                lock.close();
            }
        } catch (FolderBusyException e) {
            throw new CommandFailure(ExitCode.OUTPUT, e.getMessage());
        } catch (MissingDependencyException e) {
            throw new CommandFailure(ExitCode.MISSING_DEPENDENCY, e.getMessage());
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.OUTPUT, "cannot write " + out + ": " + words(e));
        }
    }

    private RunSummary run(Settings settings, FileSearch.Result search, OutputFolder folder, PrintWriter err)
            throws IOException {
        ProgressLine progress = new ProgressLine(quiet ? new PrintWriter(PrintWriter.nullWriter()) : err, onTerminal());
        Batch.Plan plan = new Batch.Plan(Version.current(), settings.fingerprint(), reprocess, settings.workers());
        try (Pipeline pipeline = new Pipeline(settings)) {
            Batch batch = new Batch(pipeline::read, folder, plan, progress);
            CountDownLatch ended = new CountDownLatch(1);
            Thread hook = new Thread(() -> end(batch, ended), "end");
            Runtime.getRuntime().addShutdownHook(hook);
            try {
                return batch.run(search);
            } finally {
                progress.clear();
                ended.countDown();
                removeHook(hook);
            }
        }
    }

    private FileSearch.Result search() {
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

    /** On SIGINT or SIGTERM: lets the run bring its files in order, for a while. */
    private static void end(Batch batch, CountDownLatch ended) {
        batch.stop();
        try {
            if (!ended.await(GRACE_SECONDS, TimeUnit.SECONDS)) {
                batch.abandon();
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

    /** The launcher knows whether standard error is a terminal; Java cannot tell. */
    private static boolean onTerminal() {
        return Boolean.getBoolean("trich.terminal");
    }

    private static String words(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "no permission for " + e.getMessage();
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
