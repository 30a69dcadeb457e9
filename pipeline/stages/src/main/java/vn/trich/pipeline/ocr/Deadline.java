package vn.trich.pipeline.ocr;

import java.time.Duration;

/** When the time for a file's pages is up. The clock starts with the first page: a file that waits its turn loses nothing. */
final class Deadline {

    private final Duration whole;
    private long end;
    private boolean started;

    Deadline(Duration whole) {
        this.whole = whole;
    }

    /** The time that is left; starts the clock. Zero when it is up. */
    synchronized Duration left() {
        long now = System.nanoTime();
        if (!started) {
            started = true;
            end = now + whole.toNanos();
        }
        return end - now > 0 ? Duration.ofNanos(end - now) : Duration.ZERO;
    }

    /** Why a page was not read. */
    String message() {
        return "the " + whole.toSeconds() + " s that a file may take were over; split it or raise --file-timeout";
    }
}
