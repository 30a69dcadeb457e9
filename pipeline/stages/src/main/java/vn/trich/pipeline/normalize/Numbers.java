package vn.trich.pipeline.normalize;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Numbers as Vietnamese papers print them: a point parts thousands, a comma opens the decimals, a leading zero means
 * nothing. Where a paper does it the English way, the lengths of the groups give it away.
 */
final class Numbers {

    private static final Pattern POINT_GROUPS = Pattern.compile("\\d{1,3}(?:\\.\\d{3})+(?:,\\d+)?");
    private static final Pattern COMMA_GROUPS =
            Pattern.compile("\\d{1,3}(?:,\\d{3}){2,}(?:\\.\\d+)?|[1-9]\\d{0,2},\\d{3}\\.\\d+");
    private static final Pattern BLANK_GROUPS = Pattern.compile("\\d{1,3}(?: \\d{3})+(?:,\\d+)?");
    private static final Pattern PLAIN = Pattern.compile("\\d+(?:[.,]\\d+)?");

    private Numbers() {}

    /** The number that the text is, a sign before it and {@code %} or {@code ‰} after it allowed; empty if it is none. */
    static Optional<BigDecimal> parse(String text) {
        String digits = text.strip().replaceAll("\\s*[%‰]$", "");
        boolean negative = digits.matches("(?:[-–−]\\s*|\\()\\d.*");
        digits = digits.replaceAll("^[-–−+(]\\s*|\\)$", "");
        Optional<String> plain = plain(digits);
        return plain.map(BigDecimal::new).map(value -> negative ? value.negate() : value);
    }

    private static Optional<String> plain(String digits) {
        if (POINT_GROUPS.matcher(digits).matches()) {
            return Optional.of(digits.replace(".", "").replace(',', '.'));
        }
        if (COMMA_GROUPS.matcher(digits).matches()) {
            return Optional.of(digits.replace(",", ""));
        }
        if (BLANK_GROUPS.matcher(digits).matches()) {
            return Optional.of(digits.replace(" ", "").replace(',', '.'));
        }
        return PLAIN.matcher(digits).matches() ? Optional.of(digits.replace(',', '.')) : Optional.empty();
    }

    /** The value without zeros at its end, never in powers of ten. */
    static BigDecimal tidy(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
