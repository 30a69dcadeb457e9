package vn.trich.pipeline.normalize;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.trich.models.language.EditDistance;
import vn.trich.output.Due;

/**
 * Reads the deadline of a task. Of a text with several parts the first counts; what comes first in the text decides
 * whether it is a date ({@code Trong năm 2025 (theo đề nghị ...)}) or something else ({@code Theo kế hoạch năm 2025}).
 */
final class DueParser {

    /** A lone sign between words that no deadline has there: dirt on the page. */
    private static final Pattern SPECK = Pattern.compile("(?<= )[:.'\"`*|~_]+ |(?<=[a-z]) [:.'\"`*|~_]+$");

    /** The hour of a day, which deadlines do not keep. */
    private static final Pattern HOUR =
            Pattern.compile("(?<![a-z\\d])\\d{1,2} ?(?:h|gio|g) ?(?:[0-5]\\d)?(?: ?phut)?,? (?=ngay )");

    private static final Pattern BULLET = Pattern.compile("^(?:[-+*•.:,]|\\d{1,2}\\))\\s*");
    private static final Pattern DONE = Pattern.compile("^(?:da|nay da) (?:hoan thanh|thuc hien|xong|ban hanh)");
    private static final Pattern NOTHING = Pattern.compile("[^\\p{L}\\p{N}]*|x|khong|n/a");
    private static final Pattern FROM =
            Pattern.compile("(?<![a-z])(?:ke tu|bat dau tu|tu)(?: ngay| het| dau| cuoi)?\\s*$");
    private static final Pattern UNTIL = Pattern.compile(
            "(?<![a-z])(?:truoc|den|cham nhat|muon nhat|tre nhat|toi|khong muon hon|han (?:chot|cuoi)|het(?= ngay))(?: la| vao| den| truoc| het| cuoi| ngay| trong)*[\\s.:,-]*$");
    private static final Pattern RANGE = Pattern.compile("^[\\s,]*(?:-|den het|den|toi)\\s*(?:ngay\\s*)?$");
    private static final Pattern OPEN_END =
            Pattern.compile("^[\\s,]*(?:(?:va|den) )?(?:cac|nhung|cho) nam (?:tiep|sau|ke)|^[\\s,]*tro di");
    private static final Pattern EVERY_YEAR = Pattern.compile("^[\\s,–-]*(?:cua )?(?:hang|moi|cac) nam");
    /** {@code sau năm 2025}: from the day after it on. */
    private static final Pattern AFTER = Pattern.compile("(?<![a-z])sau(?: ngay)?\\s*$");
    /** A quarter whose number or year was read so that no moment came of it. */
    private static final Pattern LOST_QUARTER = Pattern.compile("(?<![a-z])qu[yi']\\W*[a-z\\d|!]{0,5}\\W{0,3}$");

    /** One more stroke of its number, or a month. */
    private static final Pattern STROKE_AFTER = Pattern.compile("^\\s+[1l|]\\s*/\\s*20\\d\\d");

    private static final Pattern DAY_EVERY_MONTH =
            Pattern.compile("(?:ngay )?(?<!\\d)\\d{1,2},? (?:cua )?(?:hang|moi) (thang|quy)"
                    + "|ngay \\d{1,2},? (?:cua )?thang (?:cuoi|dau|thu \\w+) (?:cua )?(?:hang |moi )?(quy)(?!\\s*[i1-4])"
                    + "|ngay \\d{1,2},? (?:cua )?thang(?: sau| ke tiep| tiep theo)?(?=\\s*(?:[,;.(]|$))");
    private static final Pattern ANY_YEAR = Pattern.compile("(?<!\\d)(?:19|20)\\d{2}(?!\\d)");

    /** The commonest words with the blanks between them lost. */
    private static final List<Word> GLUED = List.of(
            new Word(Pattern.compile("thuongxuyen"), Due.Kind.ONGOING, ""),
            new Word(
                    Pattern.compile("^(?:thuchien)?theo(?:kehoach|quydinh|tiendo|yeucau|chuongtrinh)"),
                    Due.Kind.PER_PLAN,
                    ""),
            new Word(Pattern.compile("^saukhi|^khi(?:co|phat)"), Due.Kind.EVENT, ""),
            new Word(Pattern.compile("^hangnam"), Due.Kind.PERIODIC, "P1Y"),
            new Word(Pattern.compile("^hangquy"), Due.Kind.PERIODIC, "P3M"),
            new Word(Pattern.compile("^hangthang"), Due.Kind.PERIODIC, "P1M"));

    private final MomentReader moments = new MomentReader();
    private final List<Word> words;

    /** Reads the vocabulary. */
    DueParser() {
        words = RuleFile.read("due-words.tsv").stream()
                .map(rule -> new Word(
                        Pattern.compile("(?<![a-z0-9])(?:" + rule.get(0) + ")(?![a-z0-9])"),
                        Due.Kind.valueOf(rule.get(1).toUpperCase(Locale.ROOT)),
                        rule.size() > 2 ? rule.get(2) : ""))
                .toList();
    }

    /**
     * Reads a deadline.
     *
     * @param text as printed, paragraphs parted by line feeds
     * @param year the year that fills in a missing one; empty if nobody knows
     */
    Reading parse(String text, OptionalInt year) {
        String tidy = BareText.tidy(text);
        String read = SPECK.matcher(HOUR.matcher(BareText.of(tidy)).replaceAll(""))
                .replaceAll(" ")
                .replaceAll(" {2,}", " ")
                .strip();
        String bare = DueRepair.mend(read);
        if (NOTHING.matcher(bare).matches() || DONE.matcher(bare).find()) {
            return new Reading(Due.none(tidy), true, false);
        }
        for (String part : bare.split("[;\n]")) {
            Optional<Reading> reading = part(BULLET.matcher(part.strip()).replaceFirst(""), bare, tidy, year);
            if (reading.isPresent()) {
                return bare.equals(read) ? reading.get() : reading.get().mended();
            }
        }
        return new Reading(Due.none(tidy), false, false);
    }

    private Optional<Reading> part(String part, String whole, String text, OptionalInt year) {
        Optional<Hit> word = firstWord(part);
        List<Moment> found = moments.all(part);
        Optional<Reading> monthly = everyMonth(part, text);
        if (monthly.isPresent()) {
            return monthly;
        }
        if (found.isEmpty() || (word.isPresent() && word.get().start() < opening(part, found.get(0)))) {
            return word.or(() -> damagedWord(part)).map(hit -> new Reading(due(hit, part, text), true, hit.damaged()));
        }
        return dated(part, whole, text, found, year);
    }

    private static Due due(Hit hit, String part, String text) {
        String recurrence = hit.word().recurrence();
        if (hit.word().kind() == Due.Kind.PERIODIC && recurrence.isEmpty()) {
            recurrence = recurrenceIn(part.substring(hit.end()));
        }
        return new Due(text, hit.word().kind(), Optional.empty(), Optional.empty(), recurrence);
    }

    /** What {@code định kỳ} is followed by: {@code hằng quý}, {@code 6 tháng, năm}. */
    private static String recurrenceIn(String rest) {
        Matcher m = Pattern.compile("(?<!\\d )(?:(0?6|sau|0?3|ba) thang|(thang)|(quy)|(nam))(?![a-z])")
                .matcher(rest);
        if (!m.find() || m.start() > 12) {
            return "";
        }
        if (m.group(1) != null) {
            return m.group(1).endsWith("3") || m.group(1).equals("ba") ? "P3M" : "P6M";
        }
        return m.group(2) != null ? "P1M" : m.group(3) != null ? "P3M" : "P1Y";
    }

    private Optional<Reading> everyMonth(String part, String text) {
        Matcher m = DAY_EVERY_MONTH.matcher(part);
        if (!m.find()) {
            return Optional.empty();
        }
        String recurrence = m.group(2) != null || "quy".equals(m.group(1)) ? "P3M" : "P1M";
        return Optional.of(new Reading(
                new Due(text, Due.Kind.PERIODIC, Optional.empty(), Optional.empty(), recurrence), true, false));
    }

    private Optional<Reading> dated(String part, String whole, String text, List<Moment> found, OptionalInt year) {
        Moment first = found.get(0);
        boolean range = found.size() > 1
                && RANGE.matcher(between(part, first, found.get(1))).matches();
        if (!first.hasYear()) {
            OptionalInt filled = laterYear(whole, part, first).isPresent() ? laterYear(whole, part, first) : year;
            if (filled.isEmpty()) {
                return Optional.of(
                        new Reading(new Due(text, first.kind(), Optional.empty(), Optional.empty(), ""), false, true));
            }
            first = first.in(filled.getAsInt());
        }
        String before = part.substring(0, first.start());
        String after = part.substring(first.end());
        Due due =
                range ? range(text, first, found.get(1).in(first.year()), before) : single(text, first, before, after);
        boolean real = first.firstDay().isPresent()
                && first.lastDay().isPresent()
                && (first.kind() == Due.Kind.QUARTER
                        ? !STROKE_AFTER.matcher(after).find()
                        : !LOST_QUARTER.matcher(before).find());
        return Optional.of(new Reading(due, real, first.repaired()));
    }

    private static Due range(String text, Moment first, Moment last, String before) {
        Moment from = last.year() > 0
                        && first.firstDay().isPresent()
                        && last.lastDay().isPresent()
                        && first.firstDay().get().isAfter(last.lastDay().get())
                ? new Moment(
                        first.kind(),
                        first.year() - 1,
                        first.year() - 1,
                        first.first(),
                        first.last(),
                        first.day(),
                        first.start(),
                        first.end(),
                        true)
                : first;
        boolean sameKind = from.kind() == last.kind() && from.kind() != Due.Kind.DATE && from.kind() != Due.Kind.YEAR;
        Due.Kind kind = sameKind && !FROM.matcher(before).find() ? from.kind() : Due.Kind.PERIOD;
        return new Due(text, kind, from.firstDay(), last.lastDay(), "");
    }

    private static Due single(String text, Moment moment, String before, String after) {
        String recurrence = EVERY_YEAR.matcher(after).find() ? "P1Y" : "";
        Optional<LocalDate> start = moment.firstDay();
        Optional<LocalDate> end = moment.lastDay();
        boolean from = FROM.matcher(before).find();
        boolean several = moment.first() != moment.last() || moment.kind() == Due.Kind.PERIOD;
        if (from && several) {
            return new Due(text, Due.Kind.PERIOD, start, end, recurrence);
        }
        if (AFTER.matcher(before).find()) {
            return new Due(text, Due.Kind.PERIOD, end.map(day -> day.plusDays(1)), Optional.empty(), recurrence);
        }
        if (from || OPEN_END.matcher(after).find()) {
            return new Due(text, Due.Kind.PERIOD, start, Optional.empty(), recurrence);
        }
        boolean until = UNTIL.matcher(before).find();
        boolean date = moment.kind() == Due.Kind.DATE;
        if (until && !date && moment.kind() != Due.Kind.PERIOD) {
            boolean exclusive = before.matches(".*truoc\\s*$");
            return new Due(
                    text,
                    Due.Kind.PERIOD,
                    Optional.empty(),
                    exclusive ? start.map(day -> day.minusDays(1)) : end,
                    recurrence);
        }
        boolean endAlone = date && (until || !recurrence.isEmpty());
        return new Due(text, moment.kind(), endAlone ? Optional.empty() : start, end, recurrence);
    }

    private static String between(String part, Moment first, Moment second) {
        return part.substring(first.end(), Math.max(first.end(), second.start()));
    }

    /** The year that a later part gives: {@code Quý II, quý IV/2022}. */
    private static OptionalInt laterYear(String whole, String part, Moment moment) {
        Matcher m = ANY_YEAR.matcher(part);
        if (m.find(moment.end())) {
            return OptionalInt.of(Integer.parseInt(m.group()));
        }
        Matcher rest = ANY_YEAR.matcher(whole);
        int from = whole.indexOf(part) + part.length();
        return rest.find(Math.min(from, whole.length()))
                ? OptionalInt.of(Integer.parseInt(rest.group()))
                : OptionalInt.empty();
    }

    /** Where the moment begins, the words that bind it ({@code trước ngày}) counted. */
    private static int opening(String part, Moment moment) {
        String before = part.substring(0, moment.start());
        Matcher until = UNTIL.matcher(before);
        if (until.find()) {
            return until.start();
        }
        Matcher from = FROM.matcher(before);
        return from.find() ? from.start() : moment.start();
    }

    private Optional<Hit> firstWord(String part) {
        return words.stream()
                .flatMap(word -> {
                    Matcher m = word.pattern().matcher(part);
                    return m.find()
                            ? Optional.of(new Hit(word, m.start(), m.end(), false)).stream()
                            : Optional.<Hit>empty().stream();
                })
                .min(Comparator.comparingInt(Hit::start)
                        .thenComparing(Comparator.comparingInt(Hit::end).reversed()));
    }

    /** The commonest words again, a wrong letter or two allowed. */
    private Optional<Hit> damagedWord(String part) {
        String glued = part.replace(" ", "");
        for (Word word : GLUED) {
            if (word.pattern().matcher(glued).find()) {
                return Optional.of(new Hit(word, 0, 0, true));
            }
        }
        String[] tokens = part.split("[^a-z0-9]+");
        for (int i = 0; i + 1 < tokens.length; i++) {
            String pair = tokens[i] + " " + tokens[i + 1];
            if (EditDistance.within(pair, "thuong xuyen", 3)) {
                return Optional.of(new Hit(new Word(BULLET, Due.Kind.ONGOING, ""), 0, 0, true));
            }
            if (pair.startsWith("theo") && pair.length() > 8 && EditDistance.within(tokens[i], "theo", 1)) {
                return Optional.of(new Hit(new Word(BULLET, Due.Kind.PER_PLAN, ""), 0, 0, true));
            }
            if (EditDistance.within(pair, "hang nam", 1)) {
                return Optional.of(new Hit(new Word(BULLET, Due.Kind.PERIODIC, "P1Y"), 0, 0, true));
            }
        }
        return Optional.empty();
    }

    private record Word(Pattern pattern, Due.Kind kind, String recurrence) {}

    private record Hit(Word word, int start, int end, boolean damaged) {}

    /**
     * What was read.
     *
     * @param due the deadline
     * @param understood whether every part of it is settled; {@code false} if the text says something that was not
     *     understood, names a day that does not exist, or lacks a year that nobody knows
     * @param repaired whether the text had to be read as something it does not quite say
     */
    record Reading(Due due, boolean understood, boolean repaired) {

        /** The same, read from text that was set right. */
        Reading mended() {
            return new Reading(due, understood, true);
        }

        /** The same deadline as it is printed. */
        Reading as(String printed) {
            return new Reading(
                    new Due(printed, due.kind(), due.start(), due.end(), due.recurrence()), understood, repaired);
        }
    }
}
