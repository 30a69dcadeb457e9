package vn.trich.pipeline.normalize;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import vn.trich.output.Due;

/**
 * A day, month, quarter, half year or year as a text names it, perhaps without its year, or a run of such.
 *
 * @param kind {@code DATE}, {@code MONTH}, {@code QUARTER}, {@code HALF_YEAR}, {@code YEAR} or {@code PERIOD} (years)
 * @param year the year it is in, 0 if the text leaves it out
 * @param yearTo the year it ends in, equal to {@code year} but for {@code PERIOD}
 * @param first number of the first month, quarter or half; for a day its month; 0 for years
 * @param last number of the last one
 * @param day day of the month, 0 but for {@code DATE}
 * @param start where it begins in the text
 * @param end where it ends in the text
 * @param repaired whether the text had to be read as something it does not quite say
 */
record Moment(Due.Kind kind, int year, int yearTo, int first, int last, int day, int start, int end, boolean repaired) {

    /** Whether the text gives the year. */
    boolean hasYear() {
        return year != 0;
    }

    /** This moment in that year, if it has none of its own. */
    Moment in(int fallback) {
        return hasYear() ? this : new Moment(kind, fallback, fallback, first, last, day, start, end, repaired);
    }

    /** Its first day; empty if it has no year or names a day that does not exist. */
    Optional<LocalDate> firstDay() {
        return at(year, firstMonth(), false);
    }

    /** Its last day; empty as {@link #firstDay()}. */
    Optional<LocalDate> lastDay() {
        return at(yearTo, lastMonth(), true);
    }

    private Optional<LocalDate> at(int inYear, int month, boolean endOfMonth) {
        if (!hasYear()) {
            return Optional.empty();
        }
        try {
            if (kind == Due.Kind.DATE) {
                return Optional.of(LocalDate.of(inYear, month, day));
            }
            YearMonth whole = YearMonth.of(inYear, month);
            return Optional.of(endOfMonth ? whole.atEndOfMonth() : whole.atDay(1));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private int firstMonth() {
        return switch (kind) {
            case DATE, MONTH -> first;
            case QUARTER -> first * 3 - 2;
            case HALF_YEAR -> first * 6 - 5;
            default -> 1;
        };
    }

    private int lastMonth() {
        return switch (kind) {
            case DATE -> first;
            case MONTH -> last;
            case QUARTER -> last * 3;
            case HALF_YEAR -> last * 6;
            default -> 12;
        };
    }
}
