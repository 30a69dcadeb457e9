package vn.trich.pipeline.watch;

import java.io.Closeable;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;

/** Goes round and round: once, until an inbox is empty, or for ever. */
public final class InboxLoop implements Closeable {

    /** How long the loop waits after a failure of the whole, the first time and at most. */
    private static final Backoff STALL = new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(5));

    /** Between two looks that events call for. */
    private static final Duration LEAST_PAUSE = Duration.ofMillis(500);

    private final InboxJob job;
    private final Times times;
    private final JobListener listener;
    private final Clock clock;
    private final FolderAlarm alarm;
    private volatile boolean stopped;

    /**
     * When a loop looks.
     *
     * @param settle between the two looks that see whether a file holds still
     * @param poll between looks where no events are heard
     * @param rescan between looks though no event was heard
     * @param events whether to listen to events where the file system tells of them
     */
    public record Times(Duration settle, Duration poll, Duration rescan, boolean events) {

        private static final Duration LEAST = Duration.ofMillis(50);

        Duration between() {
            return settle.compareTo(LEAST) > 0 ? settle : LEAST;
        }
    }

    /** A loop that begins when it is told to. */
    public InboxLoop(Inbox inbox, InboxJob job, Times times, JobListener listener, Clock clock) {
        this.job = job;
        this.times = times;
        this.listener = listener;
        this.clock = clock;
        this.alarm = times.events() ? FolderAlarm.of(inbox) : FolderAlarm.byClock();
    }

    /** Asks it to end as soon as the round in which it is allows; from any thread. */
    public void stop() {
        stopped = true;
        alarm.ring();
    }

    /** Whether it hears of new files by events. */
    public boolean hearsEvents() {
        return alarm.hearsEvents();
    }

    /**
     * Empties the inbox: ends when all that holds still is done. Files that go on changing, and files that wait for their
     * next try, are left to the next job.
     *
     * @throws IOException if the inbox, the catalogue or the folder of results fails as a whole
     */
    public void once() throws IOException, InterruptedException {
        boolean goesOn = true;
        while (goesOn && !stopped) {
            InboxJob.Round round = job.round(() -> stopped);
            goesOn = round.progress() > 0
                    || round.reading() > 0
                    || !round.unsteady().isEmpty();
            if (!goesOn) {
                round.changing().forEach(path -> listener.tell(new JobEvent.Unsteady(path)));
            } else if (round.progress() == 0 && round.reading() == 0) {
                alarm.sleep(times.between());
            }
        }
        job.finish();
        job.settle();
    }

    /** Stays until it is stopped; whatever fails is told, waited for and tried again. */
    public void stay() throws InterruptedException {
        int failures = 0;
        SettlingTimes settling = new SettlingTimes(System.nanoTime());
        while (!stopped) {
            try {
                InboxJob.Round round = job.round(() -> stopped);
                if (round.progress() > 0) {
                    settling.want();
                }
                long now = System.nanoTime();
                if (settling.isDue(now, round.progress() > 0)) {
                    job.settle();
                    settling.done(now, System.nanoTime());
                }
                failures = 0;
                // What came between the look and the listening is found by looking once more.
                boolean news = alarm.listenTo(round.folders());
                if (round.progress() == 0 && round.reading() == 0 && !news) {
                    pause(round, settling);
                }
            } catch (IOException | RuntimeException e) {
                failures++;
                Duration wait = STALL.after(failures);
                listener.tell(new JobEvent.Stalled(words(e), wait));
                alarm.sleep(wait);
            }
        }
        settleLast(settling.isWanted());
    }

    private void settleLast(boolean wanted) throws InterruptedException {
        try {
            job.finish();
            if (wanted) {
                job.settle();
            }
        } catch (IOException e) {
            listener.tell(new JobEvent.Problem(
                    "the results could not be brought in line: " + Reasons.of(e) + "; the next start does it"));
        }
    }

    private void pause(InboxJob.Round round, SettlingTimes settling) throws InterruptedException {
        if (!round.unsteady().isEmpty() || !round.changing().isEmpty()) {
            alarm.sleep(times.between());
            return;
        }
        Duration most = alarm.hearsEvents() ? times.rescan() : times.poll();
        if (round.nextTry().isPresent()) {
            Duration due = Duration.between(clock.instant(), round.nextTry().get());
            Duration wait = due.compareTo(LEAST_PAUSE) < 0 ? LEAST_PAUSE : due;
            most = shorter(wait, most);
        }
        if (settling.isWanted()) {
            most = shorter(settling.rest(System.nanoTime()), most);
        }
        alarm.await(most);
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private static String words(Exception e) {
        return e instanceof IOException io ? Reasons.of(io) : "a fault of the program: " + e;
    }

    @Override
    public void close() throws IOException {
        alarm.close();
    }
}
