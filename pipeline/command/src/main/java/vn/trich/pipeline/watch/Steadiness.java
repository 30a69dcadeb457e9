package vn.trich.pipeline.watch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Tells which files hold still: those that two of our own looks, some time apart, saw alike. A file's time is never
 * compared with the clock (a copied file keeps its old time while it is still being copied), and the looks' distance is
 * taken from a clock that nobody can set.
 */
final class Steadiness {

    private final long settleNanos;
    private final LongSupplier nanoTime;
    private Map<Path, Watched> watched = new HashMap<>();

    private record Watched(Seen seen, long since, int changes) {}

    /**
     * Begins.
     *
     * @param settle how far apart two looks must be that see a file alike
     * @param nanoTime a clock that only goes on, in nanoseconds
     */
    Steadiness(Duration settle, LongSupplier nanoTime) {
        this.settleNanos = settle.toNanos();
        this.nanoTime = nanoTime;
    }

    /**
     * Takes a look into account.
     *
     * @param files all files that the look saw
     * @return those that hold still, in the order given
     */
    List<Seen> look(List<Seen> files) {
        long now = nanoTime.getAsLong();
        Map<Path, Watched> next = new HashMap<>();
        List<Seen> steady = new ArrayList<>();
        for (Seen seen : files) {
            Watched before = watched.get(seen.relative());
            if (before == null || !before.seen.equals(seen)) {
                next.put(seen.relative(), new Watched(seen, now, before == null ? 0 : before.changes + 1));
            } else {
                next.put(seen.relative(), before);
                if (now - before.since >= settleNanos) {
                    steady.add(seen);
                }
            }
        }
        watched = next;
        return steady;
    }

    /** Of the files of the last look, how often each was seen to change; 0 for those just met. */
    int changes(Path relative) {
        Watched file = watched.get(relative);
        return file == null ? 0 : file.changes;
    }
}
