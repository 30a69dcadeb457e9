package vn.trich.corpus.gold;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A true quantified goal.
 *
 * @param text the clause that states it
 * @param direction {@code level}, {@code increase} or {@code decrease}
 * @param comparator {@code = >= > <= <} or {@code range}
 * @param value the value
 * @param second upper end of a range
 * @param unit {@code %} or the counted noun
 * @param scope whom it is for, or empty
 */
public record GoldTarget(
        GoldText text,
        String direction,
        String comparator,
        BigDecimal value,
        Optional<BigDecimal> second,
        String unit,
        String scope) {

    /**
     * Reads {@code DIRECTION COMPARATOR VALUE VALUE2 UNIT}.
     *
     * @throws IllegalArgumentException if there are not five parts or a value is no number
     */
    static GoldTarget parse(GoldText text, String data, String scope) {
        String[] parts = data.trim().split("\\s+", 5);
        if (parts.length != 5) {
            throw new IllegalArgumentException("data-t: " + data);
        }
        Optional<BigDecimal> second = parts[3].equals("-") ? Optional.empty() : Optional.of(new BigDecimal(parts[3]));
        return new GoldTarget(
                text,
                parts[0],
                parts[1],
                new BigDecimal(parts[2]),
                second,
                parts[4].replace('_', ' ').trim(),
                scope);
    }
}
