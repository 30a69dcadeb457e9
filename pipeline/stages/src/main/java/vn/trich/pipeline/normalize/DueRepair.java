package vn.trich.pipeline.normalize;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.trich.models.language.EditDistance;

/**
 * Sets right what a recogniser damaged in deadlines, where the words around leave one reading and no more: digits read as
 * letters, slashes lost or read as a one, blanks inside a year, letters of the words that lead up to a date. Works on bare
 * text. Stateless.
 */
final class DueRepair {

    private static final String YEAR = "20\\d{2}(?!\\d)";
    private static final Pattern MONTH_AND_SLASH = Pattern.compile("\\d{1,2}//?");

    /** What stands before a day, so that no document's number is taken for one. */
    private static final String BEFORE_DAY = "(?<=^|ngay |truoc |den |toi |het |nhat |tu |la )";
    /** A slash, lost, doubled or read as a stroke. */
    private static final List<String> SLASHES = List.of("//", "/", "1", "l", "|", "i", "");

    private static final List<Rule> RULES = List.of(
            rule("(?<![a-z])[oa0]u[yi](?=\\s*[i1-4l|]{1,4}(?:v?(?![a-z])))", m -> "quy"),
            rule("(?<![a-z])qu y(?![a-z])", m -> "quy"),
            rule("(?<=(?<![a-z])quy )(i{1,3})iv(?![a-z])", m -> m.group(1) + "-iv"),
            rule("(?<=(?<![a-z])quy i) ?- ?[itl1]{2,4}v(?![a-z])", m -> "-iv"),
            rule("^(iv|i{1,3})(?=\\s*/\\s*20\\d\\d)", m -> "quy " + m.group(1)),
            rule("(?<=ngay \\d{1,2}) ?[-–.,:;] ?(?=thang \\d)", m -> " "),
            rule("(?<![a-z])hang q[ui][a-z](?![a-z])", m -> "hang quy"),
            rule("(?<=(?<![a-z])quy )i [il|](?=\\s*/\\s*20\\d\\d)", m -> "ii"),
            rule("(?<=(?<![a-z])quy )([1il|]v|iv)(?=20\\d\\d(?!\\d))", m -> "iv/"),
            rule("(?<![a-z\\d])[o0] (?=thang (?:dau|cuoi) nam)", m -> "6 "),
            rule("(?<![a-z\\d])(0?6) ?thang\\W{0,2} ?(?=(?:dau|cuoi) nam)", m -> m.group(1) + " thang "),
            rule("^xuyen(?![a-z])|(?<![a-z])thuong\\W{1,3}[a-z]?\\W{0,2}xuyen(?![a-z])", m -> "thuong xuyen"),
            rule("(?<=\\d{1,2} ?/ ?\\d{1,2})[ .]*/[ .]*\\.[ .]*(?=" + YEAR + ")", m -> "/"),
            rule("(?<=\\d) ?/ ?/ ?(?=\\d{1,2} ?/)", m -> "/"),
            rule("(?<=\\d{1,2}/ ?)2(?=" + YEAR + ")", m -> ""),
            rule("(?<=nam |/ ?)2 ?(0 ?\\d ?\\d)(?!\\d)", m -> "2" + m.group(1).replace(" ", "")),
            rule("(?<=(?:nam |/))2[0o][\\doszlib]{2}(?![a-z\\d])", m -> year(m.group())),
            rule("(?<=(?<![a-z])thang )\\d{1,3}(?=" + YEAR + ")", DueRepair::month),
            rule("(?<=nam |giai doan )(20\\d{2})[ ]?(?=" + YEAR + ")", m -> m.group(1) + "-"),
            rule(BEFORE_DAY + "(\\d[\\d/l|i]{1,6})(?=" + YEAR + "(?!\\s*/))", DueRepair::day),
            rule("(?<![a-z])[a-z]{4,6}(?= (?:ngay )?\\d{1,2}\\s*[/.-]\\s*\\d)", m -> nearly(m.group(), "truoc")),
            rule("(?<![a-z])[a-z]{4}(?= \\d{1,2}\\s*/\\s*\\d{1,2})", m -> nearly(m.group(), "ngay")),
            rule("(?<![a-z])[a-z]{4,5}(?= (?:1[0-2]|0?[1-9])(?![\\d.,%]))", m -> nearly(m.group(), "thang")),
            rule(
                    "^[a-z]{3,5}(?= (?:ke hoach|quy dinh|tien do|chuong trinh|yeu cau|huong dan|lo trinh)(?![a-z]))",
                    m -> nearly(m.group(), "theo")),
            rule("(?<![a-z])hang [a-z]{4,6}(?![a-z])", m -> nearly(m.group(), "hang thang")));

    private DueRepair() {}

    /** The text as it was most likely printed; the same text if nothing in it is damaged or more than one reading fits. */
    static String mend(String bare) {
        String mended = bare;
        for (Rule rule : RULES) {
            mended = rule.pattern()
                    .matcher(mended)
                    .replaceAll(m -> Matcher.quoteReplacement(rule.meant().apply(m)));
        }
        return mended;
    }

    private static Rule rule(String pattern, Function<MatchResult, String> meant) {
        return new Rule(Pattern.compile(pattern), meant);
    }

    /** The word, if what was read differs from it by one letter; else what was read. */
    private static String nearly(String read, String word) {
        return EditDistance.within(read, word, 1) ? word : read;
    }

    private static String year(String read) {
        return read.replace('o', '0')
                .replace('s', '5')
                .replace('z', '2')
                .replace('l', '1')
                .replace('i', '1')
                .replace('b', '6');
    }

    /** {@code 9120..}: a month before a year, the slash between them lost or read as a one. */
    private static String month(MatchResult m) {
        String read = m.group();
        Set<Integer> fit = new TreeSet<>();
        months(read, fit);
        if (read.length() > 1 && read.endsWith("1")) {
            months(read.substring(0, read.length() - 1), fit);
        }
        return fit.size() == 1 ? fit.iterator().next() + "/" : read;
    }

    private static void months(String digits, Set<Integer> fit) {
        int month = digits.length() > 2 ? 0 : Integer.parseInt(digits);
        if (month >= 1 && month <= 12) {
            fit.add(month);
        }
    }

    /** {@code 30112/}: a day and a month before a year, a slash lost or read as a stroke. */
    private static String day(MatchResult m) {
        String read = m.group(1);
        if (MONTH_AND_SLASH.matcher(read).matches()) {
            return read;
        }
        Set<String> fit = new TreeSet<>();
        for (String first : SLASHES) {
            for (String second : SLASHES) {
                days(read, first, second, fit);
            }
        }
        return fit.size() == 1 ? fit.iterator().next() : read;
    }

    private static void days(String read, String first, String second, Set<String> fit) {
        // Digits before an empty slash may be parted in two ways.
        for (int digits = 1; digits <= 2; digits++) {
            String form = "(\\d{" + digits + "})" + Pattern.quote(first) + "(\\d{1,2})" + Pattern.quote(second);
            Matcher m = Pattern.compile(form).matcher(read);
            if (m.matches() && exists(m.group(1), m.group(2))) {
                fit.add(Integer.parseInt(m.group(1)) + "/" + Integer.parseInt(m.group(2)) + "/");
            }
        }
    }

    /** In a leap year, so that nothing is ruled out that may be. */
    private static boolean exists(String day, String month) {
        try {
            LocalDate.of(2024, Integer.parseInt(month), Integer.parseInt(day));
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private record Rule(Pattern pattern, Function<MatchResult, String> meant) {}
}
