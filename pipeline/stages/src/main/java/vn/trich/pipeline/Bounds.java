package vn.trich.pipeline;

import java.time.Duration;

/**
 * How much one file may take of the machine. None of this changes the result of a file that stays within.
 *
 * @param fileTimeout how long the reading of a file's pages may take, and then the making of records from them
 * @param workerMegabytes memory of one worker process, native memory included; it is ended when it takes more
 * @param maxWords words of one file above which it is refused
 * @param keepFreeMegabytes what has to be free on the disk of the results before a file is begun
 */
public record Bounds(Duration fileTimeout, int workerMegabytes, int maxWords, int keepFreeMegabytes) {

    /** What holds when nothing is said. */
    public static Bounds usual() {
        return new Bounds(Duration.ofHours(2), 1_600, 1_000_000, 200);
    }
}
