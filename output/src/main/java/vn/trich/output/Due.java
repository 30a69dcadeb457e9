package vn.trich.output;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A deadline.
 *
 * @param text as printed
 * @param kind what kind
 * @param start first day, empty if open
 * @param end last day, empty if open
 * @param recurrence ISO 8601 period ({@code P1M P3M P6M P1Y}), or empty
 */
public record Due(String text, Kind kind, Optional<LocalDate> start, Optional<LocalDate> end, String recurrence) {

    /** Kinds of deadlines. */
    public enum Kind {
        /** A day, or until a day. */
        DATE,
        /** A month. */
        MONTH,
        /** A quarter, or several. */
        QUARTER,
        /** Half a year. */
        HALF_YEAR,
        /** A year. */
        YEAR,
        /** Several years or any other span. */
        PERIOD,
        /** At all times. */
        ONGOING,
        /** Again and again. */
        PERIODIC,
        /** After something has happened. */
        EVENT,
        /** As another plan says. */
        PER_PLAN,
        /** None given. */
        NONE
    }

    /** No deadline, with the text that was printed in its place. */
    public static Due none(String text) {
        return new Due(text, Kind.NONE, Optional.empty(), Optional.empty(), "");
    }
}
