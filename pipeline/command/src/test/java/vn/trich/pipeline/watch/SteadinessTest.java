package vn.trich.pipeline.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SteadinessTest {

    private static final long SECOND = 1_000_000_000L;

    private final AtomicLong nanos = new AtomicLong(-5 * SECOND);
    private final Steadiness steadiness = new Steadiness(Duration.ofSeconds(10), nanos::get);

    @Test
    void aFileIsSteadyWhenTwoLooksFarEnoughApartSeeItAlike() {
        Seen file = file("plan.pdf", 100, 1);
        assertThat(steadiness.look(List.of(file))).isEmpty();
        nanos.addAndGet(9 * SECOND);
        assertThat(steadiness.look(List.of(file))).isEmpty();
        nanos.addAndGet(SECOND);
        assertThat(steadiness.look(List.of(file))).containsExactly(file);
    }

    @Test
    void oneLookIsNotEnoughHoweverOldTheFileIs() {
        assertThat(steadiness.look(List.of(file("copied-with-its-old-time.pdf", 100, -1_000_000))))
                .isEmpty();
    }

    @Test
    void timesInTheFutureDoNotMatter() {
        Seen file = file("from-a-scanner-with-a-wrong-clock.pdf", 100, 99_999_999_999L);
        steadiness.look(List.of(file));
        nanos.addAndGet(10 * SECOND);
        assertThat(steadiness.look(List.of(file))).containsExactly(file);
    }

    @Test
    void aFileThatGrowsBeginsAnew() {
        steadiness.look(List.of(file("scan.tif", 100, 1)));
        nanos.addAndGet(10 * SECOND);
        assertThat(steadiness.look(List.of(file("scan.tif", 200, 1)))).isEmpty();
        nanos.addAndGet(9 * SECOND);
        assertThat(steadiness.look(List.of(file("scan.tif", 200, 1)))).isEmpty();
        assertThat(steadiness.changes(Path.of("scan.tif"))).isEqualTo(1);
        nanos.addAndGet(SECOND);
        assertThat(steadiness.look(List.of(file("scan.tif", 200, 1)))).hasSize(1);
    }

    @Test
    void aFileThatIsOverwrittenWithAsManyBytesBeginsAnew() {
        steadiness.look(List.of(file("scan.tif", 100, 1)));
        nanos.addAndGet(10 * SECOND);
        assertThat(steadiness.look(List.of(file("scan.tif", 100, 2)))).isEmpty();
    }

    @Test
    void anotherFileInItsPlaceBeginsAnewThoughItLooksTheSame() {
        steadiness.look(List.of(new Seen(Path.of("a"), 1, FileTime.fromMillis(0), "inode 1")));
        nanos.addAndGet(10 * SECOND);
        assertThat(steadiness.look(List.of(new Seen(Path.of("a"), 1, FileTime.fromMillis(0), "inode 2"))))
                .isEmpty();
    }

    @Test
    void aFileThatWentAndCameBackBeginsAnew() {
        Seen file = file("plan.pdf", 100, 1);
        steadiness.look(List.of(file));
        steadiness.look(List.of());
        nanos.addAndGet(10 * SECOND);
        assertThat(steadiness.look(List.of(file))).isEmpty();
    }

    private static Seen file(String name, long size, long second) {
        return new Seen(Path.of(name), size, FileTime.fromMillis(second * 1000), "inode");
    }
}
