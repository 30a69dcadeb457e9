package vn.trich.pipeline.outline;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The line {@code Đà Lạt, ngày 05 tháng 01 năm 2021} of a document's head.
 *
 * @param place where, as printed
 * @param date ISO date, as much as is printed; a day without a month is none
 * @param from index in the line at which the place begins
 */
record PlaceAndDate(String place, String date, int from) {
    private static final String DAY = "(?:n|r)[gqps]?[gqs]?[aeou0]y";
    private static final String MONTH = "(?:t|l|i|f)?(?:h|n|b)?[aeou]n[gqs]";
    /** The word, and what restoration may have left of its damage behind it ({@code năm/n}). */
    private static final String YEAR = "[nh][ao]?(?:m|n|rn|/n|in)[^\\s0-9]{0,2}";

    private static final String FIGURES = "([0-9ilo|sz]{0,3}[.…_/\\-,*'\"\\s()]*?(?:\\d{1,2})?)";
    /** A day that cannot be read: a token or two of anything. */
    private static final String SCRIBBLE = "(?:(\\S{1,6})(?:\\s\\S{1,4})?)";

    private static final Pattern SCRIBBLED = Pattern.compile("(?<![a-z])" + DAY + "\\s" + SCRIBBLE + "\\s" + MONTH
            + "[\\s.:,…_/]*" + FIGURES + "[\\s.,…_/]*" + YEAR + "[\\s.:…_]*([0-9ilos]{4})(?![0-9])");
    private static final Pattern LINE = Pattern.compile(DAY + "[\\s.:,…_/]*" + FIGURES + "[\\s.,…_/(]*" + MONTH
            + "[\\s.:,…_/]*" + FIGURES + "[\\s.,…_/]*" + YEAR + "[\\s.:…_]*([0-9ilos]{4})(?![0-9])");

    /**
     * Finds place and date in a line, damaged or half filled as they may be.
     *
     * @param text the line
     */
    static Optional<PlaceAndDate> find(String text) {
        String bare = Bare.of(text);
        if (bare.length() != text.length()) {
            return Optional.empty();
        }
        Matcher m = LINE.matcher(bare);
        if (!m.find()) {
            m = SCRIBBLED.matcher(bare);
            if (!m.find()) {
                return Optional.empty();
            }
        }
        String before = text.substring(0, m.start()).replaceAll("[\\s,.;:\\-–_'’]+$", "");
        String place = before.replaceAll("^[^\\p{L}]+", "");
        boolean dayDamaged =
                m.pattern() == SCRIBBLED || bare.substring(m.start(), m.end(1)).matches(".*[/(*'\"].*");
        return Optional.of(new PlaceAndDate(
                place, iso(dayDamaged ? "" : m.group(1), m.group(2), m.group(3)), before.length() - place.length()));
    }

    private static String iso(String day, String month, String year) {
        int y = number(year);
        int m = number(month);
        int d = number(day);
        if (y < 1945 || y > 2100) {
            return "";
        }
        if (m < 1 || m > 12) {
            return String.format("%04d", y);
        }
        if (d < 1 || d > java.time.YearMonth.of(y, m).lengthOfMonth()) {
            return String.format("%04d-%02d", y, m);
        }
        return String.format("%04d-%02d-%02d", y, m, d);
    }

    private static int number(String figures) {
        String digits = figures.replaceAll("[^0-9a-z|]", "")
                .replaceAll("[il|]", "1")
                .replace('o', '0')
                .replace('s', '5')
                .replace('z', '2');
        return digits.isEmpty() || digits.length() > 4 || !digits.matches("\\d+") ? 0 : Integer.parseInt(digits);
    }
}
