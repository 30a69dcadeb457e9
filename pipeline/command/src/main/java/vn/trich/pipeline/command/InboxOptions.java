package vn.trich.pipeline.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.trich.pipeline.Settings;
import vn.trich.pipeline.Version;
import vn.trich.pipeline.batch.Reprocess;
import vn.trich.pipeline.report.LogFormat;
import vn.trich.pipeline.watch.IgnoreList;
import vn.trich.pipeline.watch.InboxJob;

/** The options of the commands that take files from an inbox. */
final class InboxOptions {

    @Option(
            names = "--inbox",
            required = true,
            paramLabel = "DIR",
            description = "Folder into which the files come, at any depth. It is not made.")
    private Path inbox;

    @Option(
            names = {"-o", "--out"},
            required = true,
            paramLabel = "DIR",
            description = "Folder of results; made if it is not there.")
    private Path out;

    @Option(
            names = "--files",
            paramLabel = "DIR",
            description =
                    "Folder for the files themselves: DIR/done, partial, quarantined, duplicate, and DIR/work "
                            + "while they are read; best on the inbox's file system. Default: 'files' in the folder of results.")
    private Path files;

    @Option(
            names = "--leave-files",
            description = "Leave the files in the inbox and only remember what was read; notes are written all the "
                    + "same. So it is where the inbox may not be changed.")
    private boolean leaveFiles;

    @Option(
            names = "--settle",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description = "Take a file when its size and time were the same in two looks this far apart. "
                    + "Default: ${DEFAULT-VALUE}.")
    private double settle;

    @Option(
            names = "--ignore",
            paramLabel = "NAME",
            description = "Leave files and folders of this name alone too; * and ? stand for any letters. "
                    + "May be repeated.")
    private List<String> ignore = List.of();

    @Option(
            names = "--retry-after",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "Try again this long after trouble that may pass (a disk, a lock), twice as long each "
                    + "further time up to an hour. Default: ${DEFAULT-VALUE}.")
    private double retryAfter;

    @Option(
            names = "--tries",
            paramLabel = "N",
            defaultValue = "6",
            description = "Quarantine a file after so many tries. Default: ${DEFAULT-VALUE}.")
    private int tries;

    @Option(
            names = "--at-once",
            paramLabel = "N",
            defaultValue = "64",
            description = "Take so many files at a time. Default: ${DEFAULT-VALUE}.")
    private int atOnce;

    @Option(
            names = "--reprocess",
            paramLabel = "WHICH",
            description = "Read files once more that ended before, and put them where they then belong: changed (read "
                    + "by another version or settings), failed (those too that were not read whole), all.")
    private Reprocess reprocess;

    @Option(
            names = "--searchable-pdf",
            description = "Write DIR/pdf/ID.pdf too: the file with what was read from it as hidden text.")
    private boolean searchablePdf;

    @Option(
            names = "--log-format",
            paramLabel = "FORMAT",
            defaultValue = "LINES",
            description = "How the log on standard error is written: lines or json. Default: lines.")
    private LogFormat logFormat;

    @Option(
            names = "--metrics",
            paramLabel = "FILE",
            description = "Write metrics to this file, in the text format of Prometheus; best named *.prom.")
    private Path metrics;

    @Option(
            names = {"-q", "--quiet"},
            description = "Log warnings and errors only.")
    private boolean quiet;

    @Mixin
    private ReadingOptions reading;

    Path inbox() {
        return inbox;
    }

    Path out() {
        return out;
    }

    Path files() {
        return files == null ? out.resolve("files") : files;
    }

    boolean leaveFiles() {
        return leaveFiles;
    }

    IgnoreList ignored() {
        return new IgnoreList(ignore);
    }

    /** Which known content is read again when it comes. */
    Reprocess reprocess() {
        return reprocess == null ? Reprocess.CHANGED : reprocess;
    }

    boolean searchablePdf() {
        return searchablePdf;
    }

    LogFormat logFormat() {
        return logFormat;
    }

    /** Where metrics go; {@code null} if nobody wants them. */
    Path metrics() {
        return metrics;
    }

    boolean quiet() {
        return quiet;
    }

    Settings settings() {
        return reading.settings();
    }

    Duration settle() {
        return seconds("--settle", settle);
    }

    /**
     * How the job goes about it.
     *
     * @throws CommandFailure if a value is out of its range
     */
    InboxJob.Plan plan() {
        if (tries < 1 || tries > 1000) {
            throw new CommandFailure(ExitCode.USAGE, "--tries " + tries + ": must be from 1 to 1000");
        }
        if (atOnce < 1 || atOnce > 10_000) {
            throw new CommandFailure(ExitCode.USAGE, "--at-once " + atOnce + ": must be from 1 to 10000");
        }
        return new InboxJob.Plan(
                settle(),
                seconds("--retry-after", retryAfter),
                tries,
                atOnce,
                leaveFiles,
                reprocess != null,
                Version.current());
    }

    /**
     * A length of time.
     *
     * @throws CommandFailure if it is below 0 or above a day
     */
    static Duration seconds(String option, double value) {
        if (!(value >= 0 && value <= 86_400)) {
            throw new CommandFailure(ExitCode.USAGE, option + " " + value + ": must be from 0 to 86400 seconds");
        }
        return Duration.ofMillis(Math.round(value * 1000));
    }
}
