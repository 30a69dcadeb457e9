package vn.trich.output;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * A quantified goal, {@code chỉ tiêu}.
 *
 * @param targetId unique in its document
 * @param sectionId the section, or empty
 * @param tableId the table, or empty
 * @param row row of the table, from 1
 * @param text the clause that states it
 * @param measure what is measured
 * @param direction whether a level, a rise or a fall is set
 * @param comparator how the value binds
 * @param value the value
 * @param valueMax upper end, only of a range
 * @param unit {@code %} or the counted noun
 * @param scope whom it is for, where one statement gives several values
 * @param baseline what it is compared with, or empty
 * @param periodStart first day it is for
 * @param periodEnd last day it is for
 * @param regions where it stands
 * @param trust how far to trust it
 */
public record TargetRecord(
        String targetId,
        String sectionId,
        String tableId,
        OptionalInt row,
        String text,
        String measure,
        Direction direction,
        Comparator comparator,
        BigDecimal value,
        Optional<BigDecimal> valueMax,
        String unit,
        String scope,
        String baseline,
        Optional<LocalDate> periodStart,
        Optional<LocalDate> periodEnd,
        List<Region> regions,
        Trust trust) {

    /** Copies the regions. */
    public TargetRecord {
        regions = List.copyOf(regions);
    }

    /** What is set. */
    public enum Direction {
        /** A level to reach or hold. */
        LEVEL,
        /** A rise. */
        INCREASE,
        /** A fall. */
        DECREASE
    }

    /** How a value binds. */
    public enum Comparator {
        /** Exactly. */
        EQUAL("="),
        /** At least. */
        AT_LEAST(">="),
        /** More than. */
        MORE(">"),
        /** At most. */
        AT_MOST("<="),
        /** Less than. */
        LESS("<"),
        /** Between two values. */
        RANGE("range");

        private final String sign;

        Comparator(String sign) {
            this.sign = sign;
        }

        /** As the contract writes it. */
        public String sign() {
            return sign;
        }

        /**
         * The comparator that is written so.
         *
         * @throws IllegalArgumentException if none is
         */
        public static Comparator ofSign(String sign) {
            return Stream.of(values())
                    .filter(c -> c.sign.equals(sign))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("comparator " + sign));
        }
    }
}
