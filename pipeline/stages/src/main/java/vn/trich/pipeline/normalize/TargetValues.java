package vn.trich.pipeline.normalize;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.trich.output.TargetRecord;

/** Finds the values in a sentence that goals set, and how the words around them bind them. */
final class TargetValues {

    private static final String NUMBER = "\\d{1,3}(?:[.,]\\d{1,3})?";
    private static final Pattern PERCENT = Pattern.compile("(?<![\\d.,/])(?:(" + NUMBER
            + ")\\s*[%‰]?\\s*(-|den|len|xuong)\\s*(?:con\\s*|muc\\s*)?)?(" + NUMBER
            + ")\\s*(%|‰|phan (?:tram|nghin|ngan)(?![a-z]))");
    private static final Pattern COUNT =
            Pattern.compile("(?<![\\d.,/\\p{L}-])(?:(\\d{1,3}(?:\\.\\d{3})+|\\d{1,6}(?:,\\d{1,2})?)\\s*(?:-|den)\\s*)?"
                    + "(\\d{1,3}(?:\\.\\d{3})+|0*\\d{1,6}(?:,\\d{1,2})?)(?![\\d/%‰]|[.,]\\d|\\s*[%‰/])\\s+(?=\\p{L})");
    private static final Pattern TOP = Pattern.compile("(?<![a-z])top\\s*(\\d{1,3})(?!\\d)");
    private static final Pattern NOUN = Pattern.compile("\\p{Ll}+(?: \\p{Ll}+)?");
    private static final Pattern NO_NOUN = Pattern.compile(
            "^(?:sao|met|m|tang|kg|nam|thang|quy|ngay|gio|tuoi|trong|va|hoac|den|tu|so|cua|cho|la|o|tai|theo|do|duoc|co|den|lan thu|phan|phuc|dat|nham|de|thuoc|moi|gom|bao|tren|duoi|voi|ca|nhu|cung|khac|hien|tham|nay|do)(?![a-z])");
    /** The same as they are spelt, for text that kept its marks. */
    private static final Set<String> NO_NOUN_MARKED = Set.of(
            ("sao mét tầng năm tháng quý ngày giờ tuổi và hoặc đến từ số của là ở tại được có lần thứ phần phục đạt nhằm để"
                            + " thuộc mỗi mới gồm bao trên dưới với cả như cũng khác hiện tham này đó nay do")
                    .split(" "));

    private static final Pattern NUMBERED = Pattern.compile(
            "(?<![a-z])(?:so|dieu|khoan|muc do|phu luc|bieu|mau|lan thu|khoa|nam|thang|quy|ngay|giai doan|cap do|hang|muc|phan|chuong|thu|loai)\\s*$");
    /** What plans say they will do so many of. */
    private static final Pattern PLANNED = Pattern.compile(
            "(?<![a-z])(?<!tang cuong )(?:mo|ket nap|to chuc|xay dung|trong|trong moi|thanh lap|hoan thanh|dao tao|boi duong|tap huan|giai quyet viec lam(?: moi)? cho|ho tro|thu hut|phat trien|cong nhan|cong nhan moi|kiem tra|thanh tra|duy tri|phat hanh|bien soan|cap|dua|xoa|sua chua|nang cap|cung cap|tao viec lam(?: moi)? cho|phat trien moi|thanh lap moi|giam|tang|dau gia|don|phe duyet quyet toan|kham sang loc cho|xay moi|ho tro xay moi|tiep nhan|cap moi|ban giao|kiem dinh)(?: (?:moi|them|duoc|tu|it nhat))?\\s*$");

    /** Words that open many names of works too ({@code thực hiện 5 nhiệm vụ}), so that only nouns of works make goals. */
    private static final Pattern WORKS_PLANNED = Pattern.compile(
            "(?:^|[;:.,\\n-]\\s*)(?:va )?(?:thuc hien|tu bo|trung tu|ton tao|suu tam|so hoa|thi diem|cai tao|gia co|lap dat)\\s*$");

    private static final Pattern WORKS = Pattern.compile(
            "de an|du an|mo hinh|cong trinh|lop|hoi nghi|de tai|di tich|chuyen de|san pham|phong su|ban|tuyen|tram|giuong|ho so");
    /** For how many people something is done: the words that say what stand before {@code cho}. */
    private static final Pattern PLANNED_FOR = Pattern.compile(
            "(?<![a-z])(?:boi duong|dao tao|tap huan|day nghe|tu van|truyen thong|tuyen truyen|ho tro|kham|cap|giai quyet viec lam|pho bien)"
                    + "(?![a-z])[^.;:\\n]{0,60} cho\\s*$");

    private static final Pattern PEOPLE = Pattern.compile(
            "(?:luot )?(?:nguoi|hoc vien|can bo|cong chuc|vien chuc|lao dong|ho|hoi vien|doan vien|hoc sinh|sinh vien|nguoi dan|phu nu|thanh nien|doanh nghiep)(?: .*)?");
    private static final Pattern HAS = Pattern.compile("(?:^|[;:.,\\n-]\\s*)(?:phan dau )?co\\s*$");
    private static final Pattern DURATION = Pattern.compile("trong (?:vong|thoi han)");

    private static final Pattern OPENS = Pattern.compile("[\\s\\-+*•]*");
    private static final Pattern RANGED =
            Pattern.compile("(?<![a-z])(?:phan dau|co|to chuc|dat|tu|hoan thanh)(?: tu| co| dat)*\\s*$");
    private static final Pattern COUNTED_FROM = Pattern.compile("(?<![a-z])co tu\\s*$");
    private static final Pattern REACHED = Pattern.compile(
            "(?<![a-z])(?:dat|phan dau|co|thu hut|to chuc|hoan thanh|xay dung|giam|tang|con|xuong|phat trien)(?: [a-z]+){0,2}\\s*$");
    private static final Pattern DESCRIBED =
            Pattern.compile("^[^.;]{0,60}(?<![a-z])(?:sau|sau day|nhu sau|neu tren|tren)(?::|\\s*$)");
    private static final Pattern CAPITAL_SHARE = Pattern.compile("^\\s*(?:von|co phan|co phieu)(?![a-z])");
    private static final Pattern OR_MORE = Pattern.compile("^[^,;%\\d]{0,60}?(?<![a-z])(?:tro len|hoac hon)(?![a-z])");
    private static final Pattern OR_MORE_AT_ONCE = Pattern.compile("^(?: [a-z]+){0,2} ?(?:tro len|hoac hon)(?![a-z])");
    private static final Pattern OR_LESS = Pattern.compile("^[^,;%\\d]{0,60}?(?<![a-z])tro xuong(?![a-z])");

    private static final Pattern BEFORE_NUMBER = Pattern.compile("[\\s:(]+$");

    private final List<Word> words;
    private final List<String> nouns;

    /** Reads the vocabularies. */
    TargetValues() {
        words = RuleFile.read("target-words.tsv").stream()
                .map(rule -> new Word(rule.get(0), BareText.of(rule.get(0)), rule.get(1), rule.size() > 2))
                .sorted(Comparator.comparingInt((Word word) -> word.text().length())
                        .reversed())
                .toList();
        nouns = RuleFile.read("counted-nouns.tsv").stream()
                .map(rule -> rule.get(0))
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /**
     * The values of a sentence, in order.
     *
     * @param sentence the sentence
     * @param written the same, bare
     * @param product whether a count that opens it is a goal
     */
    List<Value> all(String sentence, String written, boolean product) {
        String bare = WrittenNumbers.inFigures(sentence, written, nouns);
        List<Value> found = new ArrayList<>();
        Matcher percent = PERCENT.matcher(bare);
        while (percent.find()) {
            percent(sentence, bare, percent).ifPresent(found::add);
        }
        Matcher count = COUNT.matcher(bare);
        while (count.find()) {
            count(sentence, bare, count, product).ifPresent(found::add);
        }
        Matcher top = TOP.matcher(bare);
        while (top.find()) {
            found.add(new Value(
                    top.start(),
                    top.start(),
                    top.end(),
                    TargetRecord.Comparator.AT_MOST,
                    new BigDecimal(top.group(1)),
                    Optional.empty(),
                    "hạng",
                    Optional.empty()));
        }
        found.sort(Comparator.comparingInt(Value::start));
        // "xử lý trong vòng 48 giờ" says by when, not how much; beside a share that is to be reached it is a goal too.
        boolean onlyTime = found.size() == 1
                && DURATION.matcher(bare.substring(
                                found.get(0).boundStart(), found.get(0).start()))
                        .find();
        return onlyTime ? List.of() : found;
    }

    private Optional<Value> percent(String sentence, String bare, Matcher m) {
        if (CAPITAL_SHARE.matcher(bare.substring(m.end())).find()) {
            return Optional.empty();
        }
        boolean change = m.group(1) != null && m.group(2).matches("len|xuong");
        boolean range = m.group(1) != null && !change;
        int start = m.group(1) == null ? m.start(3) : m.start(1);
        Binding binding = binding(sentence, bare, start);
        Optional<BigDecimal> value = number(range ? m.group(1) : m.group(3));
        if (value.isEmpty()) {
            return Optional.empty();
        }
        String unit = m.group(4).matches("%|phan tram") ? "%" : "‰";
        return Optional.of(new Value(
                binding.start(),
                start,
                m.end(),
                change
                        ? TargetRecord.Comparator.EQUAL
                        : range ? TargetRecord.Comparator.RANGE : after(bare, m.end(), binding.comparator()),
                value.get(),
                range ? number(m.group(3)) : Optional.empty(),
                unit,
                change ? Optional.of(sentence.substring(m.start(1), m.end(1)) + unit) : Optional.empty()));
    }

    private Optional<Value> count(String sentence, String bare, Matcher m, boolean product) {
        boolean range = m.group(1) != null;
        int start = range ? m.start(1) : m.start(2);
        String before = bare.substring(0, start);
        String noun = noun(sentence, bare, m.end());
        Binding binding = binding(sentence, bare, start);
        String after = bare.substring(m.end());
        boolean opens = product
                && OPENS.matcher(bare.substring(0, Math.min(start, binding.start())))
                        .matches();
        boolean bound = binding.goal()
                || opens
                || binds(before, bare, after, binding, range)
                || plans(bare.substring(0, Math.min(start, binding.start())), after, noun);
        if (!bound || noun.isEmpty() || NUMBERED.matcher(before).find() || describes(noun, binding)) {
            return Optional.empty();
        }
        Optional<BigDecimal> value = number(range ? m.group(1) : m.group(2));
        return value.map(low -> new Value(
                binding.start(),
                start,
                m.end(2),
                range ? TargetRecord.Comparator.RANGE : after(bare, m.end(), binding.comparator()),
                low,
                range ? number(m.group(2)) : Optional.empty(),
                noun,
                Optional.empty()));
    }

    /** Whether the words around a count make a goal of it. */
    private static boolean binds(String before, String bare, String after, Binding binding, boolean range) {
        String beforeBound = bare.substring(0, Math.min(before.length(), binding.start()));
        boolean planned =
                PLANNED.matcher(before).find() || PLANNED.matcher(beforeBound).find();
        if (planned && !DESCRIBED.matcher(after).find()) {
            return true;
        }
        boolean from = binding.comparator() == TargetRecord.Comparator.AT_LEAST;
        boolean orMore = OR_MORE.matcher(after).find();
        return range && RANGED.matcher(before).find()
                || from && (COUNTED_FROM.matcher(before).find() || orMore)
                || binding.loose() && REACHED.matcher(beforeBound).find()
                || orMore && RANGED.matcher(before).find();
    }

    /** Whether words further before a count, with what is counted, make a goal of it. */
    private static boolean plans(String before, String after, String noun) {
        if (DESCRIBED.matcher(after).find()) {
            return false;
        }
        String bare = BareText.of(noun);
        return WORKS_PLANNED.matcher(before).find() && WORKS.matcher(bare).matches()
                || PLANNED_FOR.matcher(before).find() && PEOPLE.matcher(bare).matches()
                || HAS.matcher(before).find() && bare.equals("sang kien");
    }

    /** Whether the noun makes a limit of age or a plain date of the number. */
    private static boolean describes(String noun, Binding binding) {
        if (noun.equals("tuổi") || noun.equals("năm")) {
            return true;
        }
        boolean time = noun.matches("ngày|ngày làm việc|tháng|giờ|giờ làm việc|phút");
        return time
                && binding.comparator() == TargetRecord.Comparator.EQUAL
                && !binding.word().matches("(?:cat )?giam|rut ngan");
    }

    /** Reads the words before a number backwards, up to the first that binds it or says nothing of it. */
    private Binding binding(String sentence, String bare, int numberStart) {
        int at = numberStart;
        int begin = numberStart;
        Word binding = null;
        while (binding == null || binding.sign().equals("=")) {
            int end = BEFORE_NUMBER
                    .matcher(bare.substring(0, at))
                    .replaceFirst("")
                    .length();
            Optional<Word> word = words.stream()
                    .filter(candidate -> endsWith(sentence.substring(0, end), bare, candidate))
                    .findFirst();
            // What is set already ("đạt") gives way only to words that set a bound by themselves.
            if (word.isEmpty()
                    || binding != null && !word.get().goal() && !word.get().skipped()) {
                break;
            }
            at = end - word.get().text().length();
            if (!word.get().skipped()) {
                boolean stronger = binding == null || !word.get().sign().equals("=");
                binding = stronger ? word.get() : binding;
                begin = at;
            }
        }
        return binding == null
                ? new Binding(TargetRecord.Comparator.EQUAL, false, begin, "")
                : new Binding(comparator(binding.sign()), binding.goal(), begin, binding.bare());
    }

    /** Whether the text ends with the word; a short one must bear its own marks or none ({@code từ} is not {@code tử}). */
    private static boolean endsWith(String text, String bare, Word word) {
        int start = text.length() - word.text().length();
        if (start < 0 || !bare.startsWith(word.bare(), start)) {
            return false;
        }
        boolean whole = start == 0
                || !Character.isLetterOrDigit(text.charAt(start - 1))
                || !Character.isLetter(word.text().charAt(0));
        String written = text.substring(start).toLowerCase(Locale.ROOT);
        return whole && (word.text().contains(" ") || written.equals(word.text()) || written.equals(word.bare()));
    }

    private static TargetRecord.Comparator comparator(String sign) {
        return Arrays.stream(TargetRecord.Comparator.values())
                .filter(comparator -> comparator.sign().equals(sign))
                .findFirst()
                .orElseThrow();
    }

    private static TargetRecord.Comparator after(String bare, int end, TargetRecord.Comparator before) {
        String rest = bare.substring(end);
        boolean open = before == TargetRecord.Comparator.AT_LEAST;
        if (open && OR_LESS.matcher(rest).find()) {
            return TargetRecord.Comparator.AT_MOST;
        }
        boolean more = before == TargetRecord.Comparator.EQUAL
                && OR_MORE_AT_ONCE
                        .matcher(rest.stripLeading().equals(rest) ? rest : " " + rest.strip())
                        .find();
        return more ? TargetRecord.Comparator.AT_LEAST : before;
    }

    /** The noun counted from that place on, in lower case: one of the list, else the word or two there; or empty. */
    private String noun(String sentence, String bare, int place) {
        Optional<String> known = nouns.stream()
                .filter(noun -> bare.startsWith(BareText.of(noun), place)
                        && (place + noun.length() == bare.length()
                                || !Character.isLetterOrDigit(bare.charAt(place + noun.length()))))
                .findFirst();
        if (known.isPresent()) {
            return known.get();
        }
        Matcher m = NOUN.matcher(sentence).region(place, sentence.length());
        if (!m.lookingAt() || noNoun(m.group())) {
            return "";
        }
        String[] words = m.group().split(" ");
        boolean two = words.length == 2 && !noNoun(words[1]);
        return two ? m.group() : words[0];
    }

    /** Whether the text opens with a word that is never counted; {@code tài}, which bears other marks than {@code tại}, may be. */
    private static boolean noNoun(String text) {
        Matcher bare = NO_NOUN.matcher(BareText.of(text));
        if (!bare.find()) {
            return false;
        }
        String word = text.substring(0, bare.end());
        return word.equals(bare.group()) || NO_NOUN_MARKED.contains(word);
    }

    private static Optional<BigDecimal> number(String written) {
        return Numbers.parse(written).map(Numbers::tidy);
    }

    /**
     * A value.
     *
     * @param boundStart where the words begin that bind it
     * @param start where the number begins
     * @param end where it ends, its unit sign counted
     * @param comparator how it binds
     * @param value the value
     * @param max upper end of a range
     * @param unit {@code %} or the counted noun
     * @param baseline the value it starts from, where given with it
     */
    record Value(
            int boundStart,
            int start,
            int end,
            TargetRecord.Comparator comparator,
            BigDecimal value,
            Optional<BigDecimal> max,
            String unit,
            Optional<String> baseline) {}

    private record Word(String text, String bare, String sign, boolean goal) {
        boolean skipped() {
            return sign.equals("skip");
        }
    }

    private record Binding(TargetRecord.Comparator comparator, boolean goal, int start, String word) {
        boolean loose() {
            return comparator == TargetRecord.Comparator.MORE || comparator == TargetRecord.Comparator.LESS;
        }
    }
}
