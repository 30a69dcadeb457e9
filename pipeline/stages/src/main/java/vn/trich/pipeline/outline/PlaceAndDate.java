package vn.trich.pipeline.outline;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.trich.output.WordSource;
import vn.trich.pipeline.page.Word;

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
            + "[\\s.:,…_/]*" + FIGURES + "[\\s.,…_/]*" + YEAR + "[\\s.:…_]*([0-9ilos]{3}[0-9ilos\\]|!])(?![0-9])");
    private static final Pattern LINE = Pattern.compile(DAY + "[\\s.:,…_/]*" + FIGURES + "[\\s.,…_/(]*" + MONTH
            + "[\\s.:,…_/]*" + FIGURES + "[\\s.,…_/]*" + YEAR + "[\\s.:…_]*([0-9ilos]{3}[0-9ilos\\]|!])(?![0-9])");
    /** A day that a pen left unreadable, run into the words around it or with the words before it lost. */
    private static final Pattern ANCHORED = Pattern.compile("(?:(?<![a-z])nga[yi]?\\S{0,4}\\s(?:\\S{1,4}\\s){0,2}"
            + "|^\\W*(?:\\S{1,4}\\s){0,2})(?:t|l|f)?ha?n[gq](\\S{0,3})\\s(?:(\\S{1,3})\\s)?" + YEAR
            + "\\s(20[0-9ilo]{1}[0-9ilos\\]|!]|19[0-9]{2})(?![0-9])");

    /** By so much a figure that was set in type may be higher than those of the year. */
    private static final double AS_HIGH = 1.12;
    /** Figures that ran into the word before them cannot be measured; from here on they are believed. */
    private static final double SURE = 0.85;

    /**
     * Finds place and date in a line of a head. A day written by hand, which recognisers read wrongly and surely, is left
     * out: its figures are higher than those of the year.
     *
     * @param line the line
     */
    static Optional<PlaceAndDate> find(FlowLine line) {
        Optional<PlaceAndDate> found = find(line.text());
        if (line.synthetic() || found.isEmpty() || found.get().date().length() < 10) {
            return found;
        }
        PlaceAndDate date = found.get();
        boolean set = setInType(line.words(), Integer.parseInt(date.date().substring(8)));
        return Optional.of(
                set ? date : new PlaceAndDate(date.place(), date.date().substring(0, 7), date.from()));
    }

    /** Whether a day stands in the line in figures as high as those of the year. */
    private static boolean setInType(List<Word> words, int day) {
        Optional<Word> year = words.stream()
                .filter(w -> w.text().matches("\\D{0,2}(?:19|20)\\d\\d\\D{0,2}"))
                .findFirst();
        Optional<Word> figures = words.stream()
                .filter(w -> w.text().matches("\\D{0,5}0?" + day + "\\D{0,1}"))
                .findFirst();
        if (year.isEmpty() || figures.isEmpty() || figures.get().source() != WordSource.OCR) {
            return figures.isPresent() || year.isEmpty();
        }
        if (figures.get().text().matches("\\D{2}.*")) {
            return figures.get().confidence() >= SURE;
        }
        double ratio =
                figures.get().box().height() / Math.max(1, year.get().box().height());
        return ratio <= AS_HIGH;
    }

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
                return anchored(text, bare);
            }
        }
        String before = text.substring(0, m.start()).replaceAll("[\\s,.;:\\-–_'’]+$", "");
        String place = before.replaceAll("^[^\\p{L}]+", "");
        boolean figures = m.group(1) != null && m.group(1).matches(".*\\d.*");
        boolean dayDamaged = !figures
                || m.pattern() == SCRIBBLED
                || bare.substring(m.start(), m.end(1)).matches(".*[/(*'\"].*");
        return Optional.of(new PlaceAndDate(
                place, iso(dayDamaged ? "" : m.group(1), m.group(2), m.group(3)), before.length() - place.length()));
    }

    /** Month and year by the words before them, whatever stands there for a day. */
    private static Optional<PlaceAndDate> anchored(String text, String bare) {
        Matcher m = ANCHORED.matcher(bare);
        if (!m.find()) {
            return Optional.empty();
        }
        String before = text.substring(0, m.start()).replaceAll("[\\s,.;:\\-–_'’]+$", "");
        String place = before.replaceAll("^[^\\p{L}]+", "");
        String month = m.group(2) == null ? m.group(1) : m.group(2);
        return Optional.of(new PlaceAndDate(place, iso("", month, m.group(3)), before.length() - place.length()));
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
        String digits = figures.replaceAll("[^0-9a-z|\\]!]", "")
                .replaceAll("[il|\\]!]", "1")
                .replace('o', '0')
                .replace('s', '5')
                .replace('z', '2');
        return digits.isEmpty() || digits.length() > 4 || !digits.matches("\\d+") ? 0 : Integer.parseInt(digits);
    }
}
