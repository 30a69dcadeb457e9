package vn.trich.pipeline.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vn.trich.pipeline.Settings;
import vn.trich.pipeline.Version;
import vn.trich.pipeline.batch.Batch;
import vn.trich.pipeline.batch.Results;
import vn.trich.pipeline.batch.RunListener;
import vn.trich.pipeline.ocr.MissingDependencyException;
import vn.trich.pipeline.report.EventLog;
import vn.trich.pipeline.report.ReportText;
import vn.trich.pipeline.report.RunReport;
import vn.trich.pipeline.report.RunReport.Outcome;
import vn.trich.pipeline.watch.EndFolders;
import vn.trich.pipeline.watch.Inbox;
import vn.trich.pipeline.watch.InboxException;
import vn.trich.pipeline.watch.InboxJob;
import vn.trich.pipeline.watch.InboxLoop;
import vn.trich.pipeline.watch.JobEvent;
import vn.trich.pipeline.watch.JobListener;

/** A job over an inbox as the commands start it: puts its parts together, and ends it in order when it is told to. */
final class InboxRun {

    private final String command;
    private final InboxOptions options;
    private final InboxLoop.Times times;
    private final PrintWriter out;
    private final EventLog log;
    private final Clock clock = Clock.systemUTC();
    private final OrderlyEnd end = new OrderlyEnd();
    private volatile boolean stopped;

    /** What a loop is to do. */
    interface Way {
        void go(InboxLoop loop) throws IOException, InterruptedException;
    }

    InboxRun(String command, InboxOptions options, InboxLoop.Times times, PrintWriter out, PrintWriter err) {
        this.command = command;
        this.options = options;
        this.times = times;
        this.out = out;
        this.log = new EventLog(err, options.logFormat(), options.quiet(), clock);
    }

    /**
     * Does the job.
     *
     * @return its exit code
     * @throws CommandFailure if it cannot begin or go on
     */
    int go(Way way) {
        try {
            return lockAndWork(way);
        } finally {
            end.reached();
        }
    }

    private int lockAndWork(Way way) {
        InboxJob.Plan plan = options.plan();
        // Wrong settings are told before anything is made.
        Settings settings = options.settings();
        try (InboxFolders folders = InboxFolders.open(options)) {
            Results results = folders.results();
            try (ReadingKit kit = ReadingKit.open(settings, results, options.reprocess(), options.searchablePdf())) {
                Batch.Plan reading = kit.plan();
                long run = results.catalogue().beginRun(command, reading.version(), reading.settings());
                Bulletin bulletin = bulletin(folders);
                IntakeEngine engine =
                        new IntakeEngine(results, kit.tools(), reading, run, new Silence(), bulletin::settled);
                Outcome outcome = Outcome.FAILED;
                try {
                    outcome = work(way, folders, engine, kit, plan, bulletin);
                } finally {
                    breakOff(engine, kit);
                    results.catalogue().endRun(run, outcome.word());
                }
                return finished(bulletin.report(outcome));
            }
        } catch (InboxException e) {
            throw new CommandFailure(ExitCode.INBOX, e.getMessage());
        } catch (MissingDependencyException e) {
            throw new CommandFailure(ExitCode.MISSING_DEPENDENCY, e.getMessage());
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.OUTPUT, "cannot write " + options.out() + ": " + CommandFailure.words(e));
        }
    }

    /** Where a job failed files are being read still: they are left to the next one. */
    private static void breakOff(IntakeEngine engine, ReadingKit kit) {
        engine.finish(Duration.ofSeconds(OrderlyEnd.PAGE_SECONDS));
        kit.close();
        engine.close();
    }

    private Bulletin bulletin(InboxFolders folders) {
        RunReport.About about = new RunReport.About(
                command,
                folders.inbox().toString(),
                folders.out().toString(),
                folders.files().toString(),
                Version.current());
        return new Bulletin(
                about,
                folders.out(),
                Optional.ofNullable(options.metrics()),
                folders.results().catalogue(),
                log,
                clock);
    }

    private Outcome work(
            Way way, InboxFolders folders, IntakeEngine engine, ReadingKit kit, InboxJob.Plan plan, Bulletin bulletin)
            throws IOException {
        Inbox inbox = new Inbox(folders.inbox(), options.ignored());
        InboxJob.Places places = new InboxJob.Places(
                inbox, new EndFolders(folders.files()), folders.results().catalogue());
        JobListener listener = event -> List.<JobListener>of(log, bulletin).forEach(l -> l.tell(event));
        InboxJob job = new InboxJob(places, engine, plan, listener, InboxJob.Clocks.system());
        try (InboxLoop loop = new InboxLoop(inbox, job, times, listener, clock)) {
            OrderlyEnd.Guard guard = end.guard(new OrderlyEnd.Work(
                    () -> stop(loop, engine), kit::close, folders.results()::hurry, engine::abandon));
            log.info(
                    "started",
                    command + " " + folders.inbox() + " to " + folders.out()
                            + (times.events() ? loop.hearsEvents() ? ", by events" : ", by looking" : ""));
            Outcome outcome = Outcome.FAILED;
            try {
                way.go(loop);
                outcome = stopped ? Outcome.INTERRUPTED : Outcome.DONE;
            } catch (InterruptedException e) {
                outcome = Outcome.INTERRUPTED;
            } catch (IOException e) {
                listener.tell(new JobEvent.Failed(CommandFailure.words(e)));
                throw e;
            } finally {
                bulletin.end(outcome);
                log.info("ended", outcome.word());
                guard.lift();
            }
            return outcome;
        }
    }

    private int finished(RunReport report) {
        if (!options.quiet()) {
            out.print(new ReportText().of(report));
            out.flush();
        }
        return report.isClean() ? ExitCode.OK : ExitCode.SOME_FAILED;
    }

    private void stop(InboxLoop loop, IntakeEngine engine) {
        stopped = true;
        loop.stop();
        engine.stop();
    }

    /** The log tells what happens, not the progress of each page. */
    private static final class Silence implements RunListener {
        @Override
        public void found(int files) {
            // Told by the job.
        }

        @Override
        public void started(String name) {
            // Told by the job.
        }

        @Override
        public void pageDone() {
            // Counted with the file.
        }

        @Override
        public void done(String name) {
            // Told by the job.
        }
    }
}
