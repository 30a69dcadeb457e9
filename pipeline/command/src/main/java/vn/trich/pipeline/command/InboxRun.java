package vn.trich.pipeline.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import vn.trich.output.OwnWords;
import vn.trich.pipeline.Pipeline;
import vn.trich.pipeline.Settings;
import vn.trich.pipeline.Version;
import vn.trich.pipeline.batch.Batch;
import vn.trich.pipeline.batch.Intake;
import vn.trich.pipeline.batch.KeptPages;
import vn.trich.pipeline.batch.Results;
import vn.trich.pipeline.batch.RunListener;
import vn.trich.pipeline.batch.SearchableCopies;
import vn.trich.pipeline.ocr.MissingDependencyException;
import vn.trich.pipeline.report.EventLog;
import vn.trich.pipeline.report.ReportText;
import vn.trich.pipeline.report.RunReport;
import vn.trich.pipeline.report.RunReport.Outcome;
import vn.trich.pipeline.searchable.SearchablePdf;
import vn.trich.pipeline.watch.EndFolders;
import vn.trich.pipeline.watch.Inbox;
import vn.trich.pipeline.watch.InboxException;
import vn.trich.pipeline.watch.InboxJob;
import vn.trich.pipeline.watch.InboxLoop;
import vn.trich.pipeline.watch.JobEvent;
import vn.trich.pipeline.watch.JobListener;

/** A job over an inbox as the commands start it: puts its parts together, and ends it in order when it is told to. */
final class InboxRun {

    /** How long an interrupted job may go on with the pages that it is reading. */
    private static final long PAGE_SECONDS = 3;

    /** How long it may then take to bring its files in order. */
    private static final long ORDER_SECONDS = 5;

    private final String command;
    private final InboxOptions options;
    private final InboxLoop.Times times;
    private final PrintWriter out;
    private final EventLog log;
    private final Clock clock = Clock.systemUTC();
    private final CountDownLatch ended = new CountDownLatch(1);
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
            // Only now, with the catalogue closed, may a process end that was told to.
            ended.countDown();
        }
    }

    private int lockAndWork(Way way) {
        InboxJob.Plan plan = options.plan();
        Settings given = options.settings();
        try (InboxFolders folders = InboxFolders.open(options)) {
            Results results = folders.results();
            Settings settings = given.withOwnWords(OwnWords.read(folders.out()).words());
            Batch.Plan reading = new Batch.Plan(
                    Version.current(), settings.fingerprint(), options.reprocess(), settings.workers() + 1);
            KeptPages pages = new KeptPages(results.catalogue().pages(), reading.version(), reading.settings());
            try (Pipeline pipeline = new Pipeline(settings, pages)) {
                Optional<SearchableCopies> copies = options.searchablePdf()
                        ? Optional.of(new SearchableCopies(new SearchablePdf(settings), results))
                        : Optional.empty();
                Intake.Tools tools = new Intake.Tools(pipeline::read, Optional.of(pages), copies);
                long run = results.catalogue().beginRun(command, reading.version(), reading.settings());
                Bulletin bulletin = bulletin(folders);
                IntakeEngine engine = new IntakeEngine(results, tools, reading, run, new Silence(), bulletin::settled);
                Outcome outcome = Outcome.FAILED;
                try {
                    outcome = work(way, folders, engine, pipeline, plan, bulletin);
                } finally {
                    breakOff(engine, pipeline);
                    results.catalogue().endRun(run, outcome.word());
                }
                return finished(bulletin.report(outcome));
            }
        } catch (InboxException e) {
            throw new CommandFailure(ExitCode.INBOX, e.getMessage());
        } catch (MissingDependencyException e) {
            throw new CommandFailure(ExitCode.MISSING_DEPENDENCY, e.getMessage());
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.OUTPUT, "cannot write " + options.out() + ": " + Extraction.words(e));
        }
    }

    /** Where a job failed files are being read still: they are left to the next one. */
    private static void breakOff(IntakeEngine engine, Pipeline pipeline) {
        engine.finish(Duration.ofSeconds(PAGE_SECONDS));
        pipeline.close();
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
            Way way,
            InboxFolders folders,
            IntakeEngine engine,
            Pipeline pipeline,
            InboxJob.Plan plan,
            Bulletin bulletin)
            throws IOException {
        Inbox inbox = new Inbox(folders.inbox(), options.ignored());
        InboxJob.Places places = new InboxJob.Places(
                inbox, new EndFolders(folders.files()), folders.results().catalogue());
        JobListener listener = event -> List.<JobListener>of(log, bulletin).forEach(l -> l.tell(event));
        InboxJob job = new InboxJob(places, engine, plan, listener, InboxJob.Clocks.system());
        try (InboxLoop loop = new InboxLoop(inbox, job, times, listener, clock)) {
            log.info(
                    "started",
                    command + " " + folders.inbox() + " to " + folders.out()
                            + (times.events() ? loop.hearsEvents() ? ", by events" : ", by looking" : ""));
            Thread hook = new Thread(() -> end(loop, engine, pipeline), "end");
            Runtime.getRuntime().addShutdownHook(hook);
            Outcome outcome = Outcome.FAILED;
            try {
                way.go(loop);
                outcome = stopped ? Outcome.INTERRUPTED : Outcome.DONE;
            } catch (InterruptedException e) {
                outcome = Outcome.INTERRUPTED;
            } catch (IOException e) {
                listener.tell(new JobEvent.Failed(Extraction.words(e)));
                throw e;
            } finally {
                bulletin.end(outcome);
                log.info("ended", outcome.word());
                removeHook(hook);
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

    /** On SIGINT or SIGTERM: lets the job bring its files in order, for a while. */
    private void end(InboxLoop loop, IntakeEngine engine, Pipeline pipeline) {
        stopped = true;
        loop.stop();
        engine.stop();
        try {
            if (!ended.await(PAGE_SECONDS, TimeUnit.SECONDS)) {
                // Pages that are finished are kept; those that are not are read by the next job.
                Thread close = new Thread(pipeline::close, "close");
                close.setDaemon(true);
                close.start();
                if (!ended.await(ORDER_SECONDS, TimeUnit.SECONDS)) {
                    engine.abandon();
                }
            }
        } catch (InterruptedException e) {
            engine.abandon();
        }
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

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending already; the hook runs.
        }
    }
}
