package vn.trich.pipeline.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import vn.trich.pipeline.catalogue.Catalogue;
import vn.trich.pipeline.catalogue.FileState;
import vn.trich.pipeline.report.EventLog;
import vn.trich.pipeline.report.Metrics;
import vn.trich.pipeline.report.ReportFiles;
import vn.trich.pipeline.report.RunReport;
import vn.trich.pipeline.report.RunReport.Outcome;
import vn.trich.pipeline.report.Tally;
import vn.trich.pipeline.watch.EndState;
import vn.trich.pipeline.watch.JobEvent;
import vn.trich.pipeline.watch.JobListener;

/** Keeps the report and the metrics of a job up to date while it goes on; a disk that refuses them stops no job. */
final class Bulletin implements JobListener {

    private static final long EVERY_NANOS = 10_000_000_000L;

    private final RunReport.About about;
    private final Tally tally;
    private final ReportFiles reports;
    private final Optional<Path> metrics;
    private final Path out;
    private final Catalogue catalogue;
    private final EventLog log;
    private final Clock clock;
    private final Instant started;
    private Map<String, Integer> holds = Map.of();
    private Optional<Instant> lastSuccess = Optional.empty();
    private final Set<String> told = new HashSet<>();
    private boolean stalled;
    private long pages;
    private long lastWritten = System.nanoTime() - EVERY_NANOS;

    Bulletin(RunReport.About about, Path out, Optional<Path> metrics, Catalogue catalogue, EventLog log, Clock clock) {
        this.about = about;
        this.tally = new Tally(clock);
        this.reports = new ReportFiles(out);
        this.metrics = metrics;
        this.out = out;
        this.catalogue = catalogue;
        this.log = log;
        this.clock = clock;
        this.started = clock.instant();
    }

    /** All documents were brought in line. */
    synchronized void settled(IntakeEngine.Settled settled) {
        holds = settled.holdings().holds();
        for (String note : settled.notes()) {
            if (told.add(note)) {
                log.info("note", note);
            }
        }
    }

    @Override
    public synchronized void tell(JobEvent event) {
        tally.tell(event);
        if (event instanceof JobEvent.Ended ended && ended.state() != EndState.DUPLICATE) {
            pages += ended.pages();
        }
        if (event instanceof JobEvent.Looked looked) {
            stalled = false;
            if (looked.waiting() + looked.working() == 0) {
                lastSuccess = Optional.of(clock.instant());
            }
        }
        if (event instanceof JobEvent.Stalled) {
            stalled = true;
        }
        if (System.nanoTime() - lastWritten >= EVERY_NANOS || event instanceof JobEvent.Stalled) {
            lastWritten = System.nanoTime();
            write(Outcome.RUNNING, false);
            if (isAnotherDay()) {
                write(Outcome.RUNNING, true);
                tally.startAgain();
            }
        }
    }

    /** Writes the last report. */
    synchronized void end(Outcome outcome) {
        write(outcome, !tally.isEmpty());
    }

    /** What was counted so far. */
    synchronized RunReport report(Outcome outcome) {
        return tally.report(about, outcome, holds);
    }

    private boolean isAnotherDay() {
        ZoneId here = ZoneId.systemDefault();
        return !tally.isEmpty()
                && !tally.started()
                        .atZone(here)
                        .toLocalDate()
                        .equals(clock.instant().atZone(here).toLocalDate());
    }

    private void write(Outcome outcome, boolean dated) {
        RunReport report = report(outcome);
        try {
            reports.write(report, dated);
        } catch (IOException e) {
            log.error("report", "cannot be written: " + CommandFailure.words(e));
        }
        if (metrics.isPresent()) {
            try {
                metrics(report).write(metrics.get());
            } catch (IOException e) {
                log.error("metrics", "cannot be written: " + CommandFailure.words(e));
            }
        }
    }

    private Metrics metrics(RunReport report) throws IOException {
        Map<String, Integer> states = new TreeMap<>();
        Map<FileState, Integer> counts = catalogue.files().counts();
        // What a person took away is a matter of the past; alarms over it are to end.
        counts.put(FileState.PARTIAL, 0);
        counts.put(FileState.QUARANTINED, 0);
        catalogue.files().needingPerson().forEach(file -> counts.merge(file.state(), 1, Integer::sum));
        counts.forEach((state, count) -> states.put(state.word(), count));
        Runtime memory = Runtime.getRuntime();
        return new Metrics(
                about.version(),
                about.command(),
                report.outcome() == Outcome.RUNNING,
                stalled || report.outcome() == Outcome.FAILED,
                started,
                clock.instant(),
                lastSuccess,
                states,
                pages,
                report.inboxFiles(),
                report.needPerson(),
                Files.getFileStore(out).getUsableSpace(),
                memory.totalMemory() - memory.freeMemory());
    }
}
