package vn.trich.pipeline.normalize;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.trich.output.TargetRecord.Comparator;
import vn.trich.output.TargetRecord.Direction;

/**
 * Finds the quantified goals in a text: percentages, and counts that words like {@code tối thiểu}, {@code giảm}, {@code từ
 * ... trở lên} bind. Document numbers, dates and counts that only describe are none.
 */
final class TargetParser {

    private static final Pattern SENTENCE_END =
            Pattern.compile("[;\\n•]|(?<=[\\p{L}\\d)%\"”])\\.(?=\\s+[\\p{Lu}(\"“-]|\\s*$)|\\s(?=[-–+] \\p{Lu})");
    private static final Pattern BULLET = Pattern.compile("^[\\s\\-–—+*•.,:;]+");
    private static final Pattern TAIL = Pattern.compile("[\\s.,;:]+$|\\s+(?:và|hoặc)$");
    private static final Pattern BASELINE = Pattern.compile("so voi ([^,;.()]+)");
    private static final Pattern SEPARATOR = Pattern.compile(", |; | va | hoac |\\(|: ");
    private static final Pattern MEASURE_START = Pattern.compile(
            "(?:ty le|muc|so |chi so|toi thieu|it nhat|tren |duoi |phan dau|giam|tang|cap |tuyen |doi voi|cac |\\d).*");
    private static final Pattern SCOPE = Pattern.compile(
            "(?:(?:cap|tuyen|khoi|khu vuc|vung|o|tai|doi voi|nhom|so|bo|huyen|xa|tinh|do thi|nong thon|thanh thi|nam|nu)(?![a-z])).*");

    private static final Pattern SHORT_VALUE = Pattern.compile("^[^;.,:\\n%]{2,50}\\d%\\s*(?:[;.\\n]|$)");
    private static final Pattern LEVEL = Pattern.compile(
            "[\\s,;-]*(?:va )?(?:cap (?:tinh|huyen|xa|so)|khu vuc [a-z]+ [a-z]+|(?:tuyen|vung) [a-z]+|do thi|nong thon|thanh thi)\\s*:?\\s*");

    /** What values per scope come after: {@code ...: nhà trẻ đạt 90%, mẫu giáo đạt 85%}. */
    private static final Pattern LISTED = Pattern.compile(":|trong do");

    private final TargetValues values = new TargetValues();

    /** The goals that the text states, in order. */
    List<Target> parse(String text) {
        return parse(text, false);
    }

    /**
     * The goals that a text states.
     *
     * @param text the text
     * @param product whether it says what is to come of a task, so that what opens it with a count is a goal
     */
    List<Target> parse(String text, boolean product) {
        List<Target> targets = new ArrayList<>();
        Matcher end = SENTENCE_END.matcher(text);
        int from = 0;
        while (from < text.length()) {
            int to = end.find(from) ? end.start() : text.length();
            while (to < text.length() && text.charAt(to) == ';' && goesOn(text, from, to)) {
                to = end.find(to + 1) ? end.start() : text.length();
            }
            sentence(text, from, Math.max(to, from), product, targets);
            from = Math.max(to + 1, from + 1);
        }
        return targets;
    }

    /** Whether what a semicolon parts is one list of values: {@code nhà trẻ đạt 75%; mẫu giáo đạt 55%}. */
    private static boolean goesOn(String text, int from, int semicolon) {
        return LISTED.matcher(BareText.of(text.substring(from, semicolon))).find()
                && text.substring(from, semicolon).endsWith("%")
                && SHORT_VALUE.matcher(text.substring(semicolon + 1)).find();
    }

    private void sentence(String text, int from, int to, boolean product, List<Target> targets) {
        String sentence = text.substring(from, to);
        String bare = BareText.of(sentence);
        List<TargetValues.Value> found = values.all(sentence, bare, product);
        List<int[]> clauses = clauses(bare, found);
        boolean scoped = scoped(sentence, bare, found);
        for (int i = 0; i < found.size(); i++) {
            TargetValues.Value value = found.get(i);
            int[] clause = trim(sentence, clauses.get(i));
            String scope = scoped || level(bare, found, i)
                    ? scopeBefore(sentence, bare, found, i)
                    : scopeAfter(sentence, bare, value, i);
            targets.add(new Target(
                    from + clause[0],
                    from + clause[1],
                    sentence.substring(clause[0], clause[1]),
                    measure(sentence, clause, value),
                    direction(sentence, bare, clause[0], value),
                    value.comparator(),
                    value.value(),
                    value.max(),
                    value.unit(),
                    scope,
                    baseline(sentence, bare, value)));
        }
    }

    /** Where the clause of each value begins and ends. */
    private static List<int[]> clauses(String bare, List<TargetValues.Value> found) {
        List<int[]> clauses = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < found.size(); i++) {
            int end = i + 1 < found.size() ? boundary(bare, found.get(i), found.get(i + 1)) : bare.length();
            int colon = bare.lastIndexOf(": ", found.get(i).start());
            int begin = colon - start > 40 ? colon + 1 : start;
            clauses.add(new int[] {begin, end});
            start = end;
        }
        return clauses;
    }

    /** Between two values: the first break after which something measured begins, else the last. */
    private static int boundary(String bare, TargetValues.Value one, TargetValues.Value next) {
        Matcher m = SEPARATOR.matcher(bare);
        int last = -1;
        int at = one.end();
        while (m.find(at) && m.start() < next.start()) {
            if (MEASURE_START.matcher(bare.substring(m.end())).matches()) {
                return m.start();
            }
            last = m.start();
            at = m.end();
        }
        return last >= 0 ? last : next.boundStart();
    }

    private static int[] trim(String sentence, int[] clause) {
        int start = clause[0];
        String text = sentence.substring(start, clause[1]);
        Matcher lead = Pattern.compile("^(?:[\\s\\-–—+*•.,:;(]+|và |hoặc )+").matcher(text);
        if (lead.find()) {
            start += lead.end();
        }
        Matcher tail = TAIL.matcher(sentence.substring(start, clause[1]));
        int end = tail.find() ? start + tail.start() : clause[1];
        boolean unopened = sentence.substring(start, end).endsWith(")")
                && !sentence.substring(start, end).contains("(");
        return new int[] {start, unopened ? end - 1 : end};
    }

    /** Whether the values of a sentence are one per scope: {@code cấp tỉnh 90%, cấp huyện 80%}. */
    private static boolean scoped(String sentence, String bare, List<TargetValues.Value> found) {
        if (found.size() < 2) {
            return false;
        }
        for (int i = 0; i < found.size(); i++) {
            if (scopeBefore(sentence, bare, found, i).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** Whether the clause opens with a level or a kind of place and says no more than its value. */
    private static boolean level(String bare, List<TargetValues.Value> found, int i) {
        int from = i == 0
                ? bare.lastIndexOf(':', found.get(i).boundStart()) + 1
                : found.get(i - 1).end();
        return LEVEL.matcher(bare.substring(
                        Math.min(from, found.get(i).boundStart()), found.get(i).boundStart()))
                .matches();
    }

    private static String scopeBefore(String sentence, String bare, List<TargetValues.Value> found, int i) {
        int end = found.get(i).boundStart();
        int from = i == 0
                ? Math.max(bare.lastIndexOf(',', end), bare.lastIndexOf(':', end)) + 1
                : found.get(i - 1).end();
        if (i == 0) {
            Matcher m = Pattern.compile("(?<![a-z])(?:cap|tuyen|khu vuc) [a-z]+\\s*$")
                    .matcher(bare.substring(from, end));
            from = m.find() ? from + m.start() : from;
        }
        String between = sentence.substring(Math.min(from, end), end);
        String clean = between.replaceFirst("^[\\s,;]*(?:và )?", "")
                .replaceFirst("[\\s:,(]*(?:là|đạt|đạt mức|có|phấn đấu)?[\\s:(]*$", "");
        boolean listed = !clean.isEmpty()
                && clean.split(" ").length <= 4
                && LISTED.matcher(bare.substring(0, Math.min(from, end))).find();
        boolean scope = clean.length() <= 40
                && (listed || SCOPE.matcher(BareText.of(clean)).matches());
        return scope ? clean : "";
    }

    /** {@code ... và 100% đối với dự án lớn}: whom a second value is for. */
    private static String scopeAfter(String sentence, String bare, TargetValues.Value value, int index) {
        Matcher m = Pattern.compile("^\\s*doi voi ([^,;.()]+)").matcher(bare.substring(value.end()));
        return index > 0 && m.find()
                ? sentence.substring(value.end() + m.start(1), value.end() + m.end(1))
                        .strip()
                : "";
    }

    private static Direction direction(String sentence, String bare, int from, TargetValues.Value value) {
        Matcher m = Pattern.compile("(?<![a-z])(giam|tinh gian|rut ngan|tang)(?![a-z])(?! (?:cuong|sat|doc|dinh|toc))")
                .matcher(bare)
                .region(from, value.start());
        Direction direction = Direction.LEVEL;
        while (m.find()) {
            String written = sentence.substring(m.start(), m.end()).toLowerCase(Locale.ROOT);
            // "giám" or "tầng" is another word, unless the number follows at once: then its mark was misread.
            boolean atOnce = m.end() + 1 >= value.boundStart();
            if (!atOnce && !written.matches("gi[aả]m|t[aă]ng|tinh gi[aả]n|r[uú]t ng[aắ]n")) {
                continue;
            }
            String between = bare.substring(m.end(), value.start());
            boolean level = between.matches(".*(?<![a-z])(?:xuong|con|len|dat|toi(?! (?:thieu|da))|den muc)(?![a-z]).*")
                    || between.contains(",")
                    || between.length() > 70;
            direction = level ? Direction.LEVEL : m.group(1).equals("tang") ? Direction.INCREASE : Direction.DECREASE;
        }
        return direction;
    }

    private static String measure(String sentence, int[] clause, TargetValues.Value value) {
        int start = Math.max(clause[0], Math.min(value.boundStart(), clause[1]));
        int end = Math.min(Math.max(value.end(), clause[0]), clause[1]);
        String before = sentence.substring(clause[0], start);
        String after = sentence.substring(end, clause[1]);
        String joined = (before.strip() + " " + after.strip()).strip();
        return BULLET.matcher(joined).replaceFirst("");
    }

    private static String baseline(String sentence, String bare, TargetValues.Value value) {
        if (value.baseline().isPresent()) {
            return value.baseline().get();
        }
        Matcher m = BASELINE.matcher(bare).region(value.end(), bare.length());
        return m.find() && m.start() - value.end() < 80
                ? sentence.substring(m.start(1), m.end(1)).strip()
                : "";
    }

    /**
     * A goal.
     *
     * @param start where its clause begins in the text
     * @param end where its clause ends
     * @param text the clause
     * @param measure the clause without its value
     * @param direction whether a level, a rise or a fall is set
     * @param comparator how the value binds
     * @param value the value
     * @param max upper end of a range
     * @param unit {@code %} or the counted noun
     * @param scope whom it is for, or empty
     * @param baseline what it is compared with, or empty
     */
    record Target(
            int start,
            int end,
            String text,
            String measure,
            Direction direction,
            Comparator comparator,
            BigDecimal value,
            Optional<BigDecimal> max,
            String unit,
            String scope,
            String baseline) {}
}
