package vn.trich.pipeline.watch;

import java.time.Duration;

/**
 * Says when what is made of all documents is to be made anew while a job stays. The more documents there are the longer
 * that takes, so the less often it is done: it takes at most a tenth of the time, however large the archive has become.
 * Times are those of a clock that only goes on, in nanoseconds.
 */
final class SettlingTimes {

    /** How long it may lag behind while there is always something else to do. */
    private static final long BUSY_NANOS = Duration.ofMinutes(5).toNanos();

    /** So many times as long as it took, the next one waits. */
    private static final int REST = 9;

    /** What a killed job left behind may not be settled. */
    private boolean wanted = true;

    private long ended;
    private long notBefore;

    /** Begins; the first time is at once when there is nothing else to do. */
    SettlingTimes(long now) {
        this.ended = now;
        this.notBefore = now;
    }

    /** Something changed. */
    void want() {
        wanted = true;
    }

    /** Whether anything changed since it was done. */
    boolean isWanted() {
        return wanted;
    }

    /**
     * Whether it is to be done now.
     *
     * @param busy whether there is something else to do
     */
    boolean isDue(long now, boolean busy) {
        return wanted && now - notBefore >= 0 && (!busy || now - ended >= BUSY_NANOS);
    }

    /** How long an idle job may wait until it is due; not at all if it is. */
    Duration rest(long now) {
        return Duration.ofNanos(Math.max(0, notBefore - now));
    }

    /** It was done. */
    void done(long from, long to) {
        wanted = false;
        ended = to;
        notBefore = to + REST * (to - from);
    }
}
