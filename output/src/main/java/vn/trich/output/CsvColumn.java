package vn.trich.output;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import vn.trich.output.FlatTable.Type;

/**
 * A column of a CSV file.
 *
 * @param <R> what a row is made from
 * @param name as in the header
 * @param type what its values are
 * @param meaning for the published description
 * @param value the value of a row in its plain form, NFC; empty if nothing is known
 */
record CsvColumn<R>(String name, FlatTable.Type type, String meaning, Function<R, String> value) {

    static <R> CsvColumn<R> text(String name, String meaning, Function<R, String> value) {
        return new CsvColumn<>(name, Type.TEXT, meaning, r -> CleanText.of(value.apply(r)));
    }

    static <R> CsvColumn<R> name(String name, String meaning, Function<R, String> value) {
        return new CsvColumn<>(name, Type.NAME, meaning, r -> CleanText.of(value.apply(r)));
    }

    static <R> CsvColumn<R> constant(String name, String meaning, Function<R, Enum<?>> value) {
        return text(name, meaning, r -> JsonSink.constant(value.apply(r)));
    }

    static <R> CsvColumn<R> list(String name, String meaning, Function<R, List<String>> values) {
        return new CsvColumn<>(name, Type.LIST, meaning, r -> CleanText.of(CsvDialect.join(values.apply(r))));
    }

    static <R> CsvColumn<R> integer(String name, String meaning, Function<R, Integer> value) {
        return new CsvColumn<>(name, Type.INTEGER, meaning, r -> value.apply(r).toString());
    }

    static <R> CsvColumn<R> optionalInteger(String name, String meaning, Function<R, OptionalInt> value) {
        return new CsvColumn<>(name, Type.INTEGER, meaning, r -> {
            OptionalInt number = value.apply(r);
            return number.isPresent() ? Integer.toString(number.getAsInt()) : "";
        });
    }

    static <R> CsvColumn<R> decimal(String name, String meaning, Function<R, Optional<BigDecimal>> value) {
        return new CsvColumn<>(
                name,
                Type.NUMBER,
                meaning,
                r -> value.apply(r).map(Numbers::plain).orElse(""));
    }

    static <R> CsvColumn<R> share(String name, String meaning, Function<R, OptionalDouble> value) {
        return new CsvColumn<>(name, Type.NUMBER, meaning, r -> {
            OptionalDouble number = value.apply(r);
            return number.isPresent() ? Numbers.rounded(number.getAsDouble(), 4) : "";
        });
    }

    static <R> CsvColumn<R> bool(String name, String meaning, Function<R, Boolean> value) {
        return new CsvColumn<>(name, Type.BOOLEAN, meaning, r -> value.apply(r).toString());
    }

    static <R> CsvColumn<R> date(String name, String meaning, Function<R, Optional<LocalDate>> value) {
        return new CsvColumn<>(
                name,
                Type.DATE,
                meaning,
                r -> value.apply(r).map(LocalDate::toString).orElse(""));
    }

    static <R> CsvColumn<R> isoDate(String name, Type type, String meaning, Function<R, String> value) {
        return new CsvColumn<>(name, type, meaning, value);
    }
}
