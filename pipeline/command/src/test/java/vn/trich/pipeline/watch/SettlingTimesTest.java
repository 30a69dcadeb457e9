package vn.trich.pipeline.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** When what is made of all documents is made anew. */
class SettlingTimesTest {

    /** Such a clock may stand anywhere, also where it is about to overflow. */
    private static final long START = Long.MAX_VALUE - Duration.ofSeconds(30).toNanos();

    private final SettlingTimes times = new SettlingTimes(START);

    @Test
    void whatAKilledJobLeftIsSettledAsSoonAsThereIsNothingElseToDo() {
        assertThat(times.isDue(at(0), true)).isFalse();
        assertThat(times.isDue(at(0), false)).isTrue();
    }

    @Test
    void nothingIsSettledTwice() {
        times.done(at(0), at(0.1));
        assertThat(times.isDue(at(1000), false)).isFalse();
        assertThat(times.isDue(at(1000), true)).isFalse();
    }

    @Test
    void theLongerItTakesTheLongerTheNextOneWaits() {
        times.done(at(0), at(20));
        times.want();
        assertThat(times.isDue(at(199), false)).isFalse();
        assertThat(times.rest(at(199))).isEqualTo(Duration.ofSeconds(1));
        assertThat(times.isDue(at(200), false)).isTrue();
        assertThat(times.rest(at(201))).isZero();
    }

    @Test
    void aJobThatAlwaysHasSomethingToDoSettlesEveryFiveMinutes() {
        times.done(at(0), at(1));
        times.want();
        assertThat(times.isDue(at(300), true)).isFalse();
        assertThat(times.isDue(at(301), true)).isTrue();
    }

    @Test
    void ofAnArchiveThatGrowsAndGrowsItTakesATenthOfTheTime() {
        double now = 0;
        double settling = 0;
        while (now < 100_000) {
            times.want();
            if (times.isDue(at(now), false)) {
                // As long as what came by then takes.
                double length = now / 1000;
                times.done(at(now), at(now + length));
                settling += length;
                now += length;
            }
            now += 1;
        }
        assertThat(settling / now).isBetween(0.08, 0.11);
    }

    private static long at(double seconds) {
        return START + Math.round(seconds * 1e9);
    }
}
