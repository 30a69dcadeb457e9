package vn.trich.output;

import java.math.BigDecimal;
import java.util.List;

/** How numbers and boxes are written: plain, rounded, without needless zeros; the same in JSON and CSV. */
final class Numbers {

    private static final long[] POWERS = {1, 10, 100, 1_000, 10_000};

    private Numbers() {}

    /** The number rounded half up to at most {@code decimals} (0 to 4) places, e.g. {@code 2.5}, {@code 0}. */
    static String rounded(double value, int decimals) {
        long power = POWERS[decimals];
        long scaled = Math.round(value * power);
        if (Math.abs(scaled) >= Long.MAX_VALUE / 2) {
            throw new IllegalArgumentException("no number to write: " + value);
        }
        String sign = scaled < 0 ? "-" : "";
        long whole = Math.abs(scaled) / power;
        long rest = Math.abs(scaled) % power;
        if (rest == 0) {
            return sign + whole;
        }
        String digits = Long.toString(power + rest).substring(1);
        int end = digits.length();
        while (digits.charAt(end - 1) == '0') {
            end--;
        }
        return sign + whole + "." + digits.substring(0, end);
    }

    /** The number without exponent and needless zeros. */
    static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    /** {@code x0 y0 x1 y1} in points with at most two decimals; empty for no box. */
    static String box(Box box) {
        return box == null
                ? ""
                : rounded(box.x0(), 2) + " " + rounded(box.y0(), 2) + " " + rounded(box.x1(), 2) + " "
                        + rounded(box.y1(), 2);
    }

    /** The box that {@link #box} wrote; {@code null} for the empty text. */
    static Box parseBox(String text) {
        if (text.isEmpty()) {
            return null;
        }
        List<Double> edges =
                List.of(text.split(" ")).stream().map(Double::valueOf).toList();
        return new Box(edges.get(0), edges.get(1), edges.get(2), edges.get(3));
    }
}
