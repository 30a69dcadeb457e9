package vn.trich.pipeline.watch;

import java.time.Duration;
import java.time.Instant;

/**
 * How long to wait before trying again: twice as long each time, up to a most.
 *
 * @param first the first wait
 * @param most the longest
 */
record Backoff(Duration first, Duration most) {

    /** The wait after so many tries in vain, from 1. */
    Duration after(int tries) {
        Duration wait = first;
        for (int i = 1; i < tries && wait.compareTo(most) < 0; i++) {
            wait = wait.multipliedBy(2);
        }
        return wait.compareTo(most) < 0 ? wait : most;
    }

    /**
     * Whether the time has come. A time further away than the longest wait was written by a clock that was set since;
     * it counts as come.
     */
    boolean isDue(Instant next, Instant now) {
        return !now.isBefore(next) || next.isAfter(now.plus(most));
    }
}
