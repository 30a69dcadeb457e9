package vn.trich.pipeline.catalogue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times as the catalogue holds them: UTC with milliseconds, so that they sort as texts. */
record Times(Clock clock) {

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    String now() {
        return text(clock.instant());
    }

    static String text(Instant time) {
        return FORMAT.format(time);
    }

    static Instant of(String text) {
        return Instant.parse(text);
    }
}
