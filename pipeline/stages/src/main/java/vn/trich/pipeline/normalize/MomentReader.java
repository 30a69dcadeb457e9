package vn.trich.pipeline.normalize;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.trich.output.Due;

/**
 * Finds the moments that a text names: {@code 05/12/2025}, {@code ngày 5 tháng 12}, {@code Tháng 9/2022}, {@code quý II},
 * {@code Quý I-IV năm 2024}, {@code 6 tháng đầu năm}, {@code năm 2024-2026}. Works on bare text, so lost marks do not
 * matter; mends digits and Roman numerals that a reader got wrong where only one reading fits.
 */
final class MomentReader {

    private static final String YEAR = "((?:19|20)\\d{2})";
    private static final String OF_YEAR = "(?:\\s*(?:[/.]|,?\\s*nam|-\\s*nam|-(?=\\s*20))\\s*" + YEAR + "(?!\\d))?";
    private static final String TO = "\\s*(?:-|den het|den|toi)\\s*";
    /** A word that may be {@code quý}: the mark of its last letter is often read as a sign. */
    private static final String QUARTER = "(?<![a-z])q(?:u[yiv]?\\W{0,2}?|\\.)\\s*";

    /** A number in words before the end of what it belongs to: no {@code quỹ tư nhân}. */
    private static final String IN_WORDS = "(?=\\s*(?:nam |[/,;.(]|$))";

    private static final List<String> MONTHS = List.of(
            "mot|gieng",
            "hai",
            "ba",
            "tu|bon",
            "nam",
            "sau",
            "bay",
            "tam",
            "chin",
            "muoi",
            "muoi mot",
            "muoi hai|chap");
    private static final List<String> QUARTERS = List.of("mot|nhat", "hai", "ba", "tu|bon");

    private final Map<String, Integer> quarters;
    private final List<Shape> shapes;

    /** Reads the table of quarter numerals. */
    MomentReader() {
        quarters = new HashMap<>();
        for (List<String> rule : RuleFile.read("quarter-numerals.tsv")) {
            quarters.put(rule.get(0), Integer.valueOf(rule.get(1)));
        }
        shapes = shapes();
    }

    /** All moments of the text, in order, none inside another. */
    List<Moment> all(String text) {
        String bare = mendDigits(BareText.of(text));
        List<Moment> moments = new ArrayList<>();
        int from = 0;
        while (from < bare.length()) {
            Optional<Moment> next = next(bare, from);
            if (next.isEmpty()) {
                break;
            }
            moments.add(next.get());
            from = Math.max(next.get().end(), from + 1);
        }
        return moments;
    }

    private Optional<Moment> next(String bare, int from) {
        Moment best = null;
        for (Shape shape : shapes) {
            Matcher m = shape.pattern().matcher(bare);
            int at = from;
            while (at <= bare.length() && m.find(at) && (best == null || m.start() < best.start())) {
                Optional<Moment> read = shape.reader().apply(m);
                if (read.isPresent()) {
                    best = read.get();
                    break;
                }
                at = m.start() + 1;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Letters that stand for digits inside what is otherwise a date ({@code 3O/l2/2023}). */
    private static String mendDigits(String bare) {
        Matcher m = Pattern.compile("(?<![\\p{L}\\d])[\\dol|]{1,2}(?:[/][\\dol|]{1,4}){1,2}(?![\\p{L}\\d])")
                .matcher(bare);
        StringBuilder mended = new StringBuilder();
        while (m.find()) {
            boolean digits = m.group().chars().anyMatch(Character::isDigit);
            String text = digits ? m.group().replace('o', '0').replace('l', '1').replace('|', '1') : m.group();
            m.appendReplacement(mended, Matcher.quoteReplacement(text));
        }
        return m.appendTail(mended).toString();
    }

    private List<Shape> shapes() {
        String numeral = "("
                + quarters.keySet().stream()
                        .sorted((a, b) -> a.length() == b.length() ? a.compareTo(b) : b.length() - a.length())
                        .map(Pattern::quote)
                        .collect(Collectors.joining("|"))
                + ")(?![a-mo-z\\d]|n(?!am))";
        // Longer shapes before shorter ones: the first that fits at a place is taken.
        return List.of(
                shape(
                        "(?<![\\d/.a-z:])(\\d{1,2})(?=\\s*(?:-|den(?: het)?|va|,)\\s*(?:ngay\\s*)?\\d{1,2}\\s*/\\s*(\\d{1,2})"
                                + "(?:\\s*/\\s*" + YEAR + ")?(?![\\d/]))",
                        this::firstOfDays),
                shape("(?<![\\d/.])(\\d{1,2})\\s*-\\s*(\\d{1,2})\\s*/\\s*" + YEAR + "(?!\\d)", m -> months(m, 2, 3)),
                shape("(?<!\\d)(\\d{1,2})\\s*[/.-]\\s*(\\d{1,2})\\s*[/.-]\\s*(\\d{4}|\\d{2})(?!\\d)", this::day),
                shape("ngay\\s*(\\d{1,2})\\s*thang\\s*(\\d{1,2})" + OF_YEAR, this::day),
                shape("(?<!\\d)(\\d{1,2})\\s*thang\\s*(\\d{1,2})\\s*nam\\s*" + YEAR, this::day),
                shape(
                        "thang\\s*(\\d{1,2})\\s*(?:-|den)\\s*(?:thang\\s*)?(\\d{1,2})(?!\\d|\\s*/\\s*\\d{1,2}/)"
                                + OF_YEAR,
                        m -> months(m, 2, 3)),
                shape("thang\\s*(\\d{1,2})(?!\\d)" + OF_YEAR, m -> months(m, 1, 2)),
                shape("(?<!\\d)0?([39]) thang dau(?: nam| cua nam)?(?:\\s*" + YEAR + ")?", this::firstMonths),
                shape("thang (" + String.join("|", MONTHS) + ")" + IN_WORDS + OF_YEAR, this::monthInWords),
                shape("quy (" + String.join("|", QUARTERS) + ")" + IN_WORDS + OF_YEAR, this::quarterInWords),
                shape("(?<![\\d/])(\\d{1,2})\\s*/\\s*" + YEAR + "(?!\\d)", m -> months(m, 1, 2)),
                shape("(?<![\\d/])(\\d{1,2})\\s*/\\s*(\\d{1,2})(?![\\d/])()", this::day),
                shape("(?:(?:0?6|sau) thang|nua) (dau|cuoi)(?: nam| cua nam)?(?:\\s*" + YEAR + ")?", this::half),
                shape(QUARTER + numeral + TO + "(?:quy\\s*)?" + numeral + OF_YEAR, m -> quarters(m, 2, 3)),
                shape(QUARTER + numeral + OF_YEAR, m -> quarters(m, 1, 2)),
                shape("(?<![a-z])q(i{1,3}|iv|[1-4])(?![a-z\\d])" + OF_YEAR, m -> quarters(m, 1, 2)),
                shape(QUARTER + "([1il|!]{1,4})" + YEAR + "(?!\\d)", this::gluedQuarter),
                shape(
                        "(?:(?:giai doan|nhiem ky|thoi ky|nam hoc|nam)\\s*)?(?<![\\d/])" + YEAR + TO + "(?:nam\\s*)?"
                                + YEAR + "(?!\\d)",
                        m -> years(m, 2)),
                shape("nam[\\s.:,'-]{0,3}" + YEAR + "(?!\\d)", m -> years(m, 1)),
                shape("(?<![\\d/.,-])" + YEAR + "(?![\\d/%]|[.,]\\d|-(?!\\s))(?!\\s*%)", m -> years(m, 1)),
                shape(
                        "(?:t?rong|ca|het|cuoi)\\s?nam(?: ?danh gia| nay| ke hoach)?(?!\\W*\\d)",
                        m -> planYear(m, false)),
                shape(
                        "(?:t?rong|ca)\\s?nam\\W+(?!(?:19|20)\\d{2}(?!\\d))\\w{0,2}\\d\\S*(?:\\s+\\S{1,2})?$",
                        m -> planYear(m, true)));
    }

    private static Shape shape(String pattern, Function<Matcher, Optional<Moment>> reader) {
        return new Shape(Pattern.compile(pattern), reader);
    }

    private Optional<Moment> day(Matcher m) {
        int day = Integer.parseInt(m.group(1));
        int month = Integer.parseInt(m.group(2));
        String written = m.group(3);
        int year = written == null || written.isEmpty() ? 0 : Integer.parseInt(written);
        if (day < 1 || day > 31 || month < 1 || month > 12) {
            return Optional.empty();
        }
        // 05/12/20 may be the beginning of 05/12/2024.
        boolean cut = year == 20 || year == 19;
        return moment(Due.Kind.DATE, m, year < 100 && year > 0 ? 2000 + year : year, month, month, day, cut);
    }

    /** {@code 01} of {@code 01-05/3/2024}. */
    private Optional<Moment> firstOfDays(Matcher m) {
        int day = Integer.parseInt(m.group(1));
        int month = Integer.parseInt(m.group(2));
        if (day < 1 || day > 31 || month < 1 || month > 12) {
            return Optional.empty();
        }
        return moment(Due.Kind.DATE, m, year(m, 3), month, month, day, false);
    }

    private Optional<Moment> firstMonths(Matcher m) {
        return moment(Due.Kind.MONTH, m, year(m, 2), 1, Integer.parseInt(m.group(1)), 0, false);
    }

    private Optional<Moment> monthInWords(Matcher m) {
        int month = placeOf(m.group(1), MONTHS);
        return moment(Due.Kind.MONTH, m, year(m, 2), month, month, 0, false);
    }

    private Optional<Moment> quarterInWords(Matcher m) {
        int quarter = placeOf(m.group(1), QUARTERS);
        return moment(Due.Kind.QUARTER, m, year(m, 2), quarter, quarter, 0, false);
    }

    private static int placeOf(String word, List<String> numbers) {
        for (int i = 0; i < numbers.size(); i++) {
            if (List.of(numbers.get(i).split("\\|")).contains(word)) {
                return i + 1;
            }
        }
        throw new IllegalStateException(word);
    }

    private Optional<Moment> months(Matcher m, int lastGroup, int yearGroup) {
        int first = Integer.parseInt(m.group(1));
        int last = Integer.parseInt(m.group(lastGroup));
        if (first < 1 || first > 12 || last < first || last > 12) {
            return Optional.empty();
        }
        return moment(Due.Kind.MONTH, m, year(m, yearGroup), first, last, 0, false);
    }

    private Optional<Moment> half(Matcher m) {
        int half = m.group(1).equals("dau") ? 1 : 2;
        return moment(Due.Kind.HALF_YEAR, m, year(m, 2), half, half, 0, false);
    }

    private Optional<Moment> quarters(Matcher m, int lastGroup, int yearGroup) {
        int first = quarters.get(m.group(1));
        int last = quarters.get(m.group(lastGroup));
        if (last < first) {
            return Optional.empty();
        }
        boolean repaired =
                !m.group().matches("(?:quy|qui|q(?=[i1-4])).*") || !plain(m.group(1)) || !plain(m.group(lastGroup));
        return moment(Due.Kind.QUARTER, m, year(m, yearGroup), first, last, 0, repaired);
    }

    private static boolean plain(String numeral) {
        return numeral.matches("i{1,3}|iv|[1-4]");
    }

    /**
     * {@code Qu' 11112022}: strokes run into the year. Their slash was either lost or read as one more stroke; only if
     * one of the two leaves a quarter is it read.
     */
    private Optional<Moment> gluedQuarter(Matcher m) {
        int strokes = m.group(1).length();
        if (strokes == 2 || strokes == 3) {
            return Optional.empty();
        }
        int quarter = strokes == 4 ? 3 : 1;
        return moment(Due.Kind.QUARTER, m, year(m, 2), quarter, quarter, 0, true);
    }

    private Optional<Moment> years(Matcher m, int lastGroup) {
        int from = Integer.parseInt(m.group(1));
        int to = Integer.parseInt(m.group(lastGroup));
        if (to < from) {
            return Optional.empty();
        }
        Due.Kind kind = to == from ? Due.Kind.YEAR : Due.Kind.PERIOD;
        return Optional.of(new Moment(kind, from, to, 0, 0, 0, m.start(), m.end(), false));
    }

    private Optional<Moment> planYear(Matcher m, boolean repaired) {
        return moment(Due.Kind.YEAR, m, 0, 0, 0, 0, repaired);
    }

    private static Optional<Moment> moment(
            Due.Kind kind, Matcher m, int year, int first, int last, int day, boolean repaired) {
        return Optional.of(new Moment(kind, year, year, first, last, day, m.start(), m.end(), repaired));
    }

    private static int year(Matcher m, int group) {
        String written = m.group(group);
        return written == null || written.isEmpty() ? 0 : Integer.parseInt(written);
    }

    private record Shape(Pattern pattern, Function<Matcher, Optional<Moment>> reader) {}
}
