package vn.trich.pipeline.normalize;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vn.trich.output.Due;

/**
 * The time that a document plans for or reports on, as its title names it.
 *
 * @param start first day, if named
 * @param end last day, if named
 */
record PlanPeriod(Optional<LocalDate> start, Optional<LocalDate> end) {

    /** What the title names; days in it are dates of other papers and do not count. */
    static PlanPeriod of(String title, MomentReader reader, OptionalInt documentYear) {
        List<Moment> named = reader.all(title).stream()
                .filter(moment -> moment.kind() != Due.Kind.DATE)
                .filter(moment -> moment.hasYear() || moment.kind() != Due.Kind.YEAR)
                .toList();
        Optional<Moment> found = named.stream()
                .filter(moment -> moment.hasYear() || documentYear.isPresent())
                .findFirst();
        if (found.isEmpty()) {
            return new PlanPeriod(Optional.empty(), Optional.empty());
        }
        OptionalInt later =
                named.stream().filter(Moment::hasYear).mapToInt(Moment::year).findFirst();
        Moment moment = found.get().in(later.orElse(documentYear.orElse(0)));
        String before = BareText.of(title.substring(0, moment.start()));
        boolean until = moment.kind() == Due.Kind.YEAR && before.matches(".*(?<![a-z])den\\s*$");
        return new PlanPeriod(until ? Optional.empty() : moment.firstDay(), moment.lastDay());
    }

    /** The one year that it lies in, if it does. */
    OptionalInt year() {
        return start.isPresent()
                        && end.isPresent()
                        && start.get().getYear() == end.get().getYear()
                ? OptionalInt.of(start.get().getYear())
                : OptionalInt.empty();
    }
}
