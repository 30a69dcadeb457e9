package vn.trich.pipeline.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads the beginning of a line as a label: all readings that its characters allow, those that OCR may have damaged
 * among them. Which one holds is for the sequence to say ({@link LabelJudge}).
 */
final class LabelGrammar {
    /** Letters that label points, in order. Some writers leave out letters that are not Vietnamese, or {@code đ}. */
    static final String POINTS = "abcdđefghijklmnopqrstuvwxyz";

    private static final int MAX_ROMAN = 40;
    /** Damage of a label whose numbers ran together. */
    private static final double LOST_DOT = 1.4;

    /** What dirt or a bullet leaves before a label; a quotation mark may be dirt before numbers alone. */
    private static final Pattern SPECK =
            Pattern.compile("^(?:[-–_.'’‘`,:;„*~]{1,7}\\s*(?=\\S)|[“\"](?=\\d{1,2}\\.\\s?[\\d\\p{Lu}]))");

    private static final Pattern WORDED = Pattern.compile(
            "^(Ph[ầâàaấẩẫ]n|Ch[ưươốuơ]+ng|M[ụuùúưự]c|Ti[ểêeéếề]u m[ụuùúưự]c|[ĐÐD]i[ềêeéèếểễ]u)\\s+"
                    + "(?:th[ứưu]\\s+)?([\\p{L}\\p{N}|!]{1,5})\\s?([.:)\\-–]?)(?:\\s+|$|(?<=[.:])(?=\\p{L}))",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern DOTTED =
            Pattern.compile("^([0-9lIOo]{1,2}(?:[.,]\\s?[0-9lIOo]{1,3}){1,3})(\\s?[.):/\\-–]|)(\\s+|(?=[\\p{L}“\"]))");
    private static final Pattern SIMPLE = Pattern.compile(
            "^(\\(?)([\\p{L}\\p{N}|!\\[\\]©§]{1,5})(\\s?[.)}:,/\\-–]{1,2}['’]?|)(\\s+|(?=[\\p{L}“\"])|$)");
    /** A numeral before a syllable of its own: a consonant, and a vowel somewhere behind it. */
    private static final Pattern GLUED = Pattern.compile(
            "^(IX|IV|VI{1,3}|V|I{1,3})(?=[BCDĐGHKLMNPQRSTVX]\\p{Lu}*[AÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬEÈÉẺẼẸÊỀẾỂỄỆIÌÍỈĨỊOÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢUÙÚỦŨỤƯỪỨỬỮỰYỲÝỶỸỴ])");
    /** A bracket whose letter was lost. */
    private static final Pattern LETTERLESS = Pattern.compile("^[)}]\\s+(?=\\p{Lu})");

    private static final Map<String, Integer> ORDINAL_WORDS = Map.ofEntries(
            Map.entry("nhat", 1),
            Map.entry("mot", 1),
            Map.entry("hai", 2),
            Map.entry("ba", 3),
            Map.entry("tu", 4),
            Map.entry("bon", 4),
            Map.entry("nam", 5),
            Map.entry("sau", 6),
            Map.entry("bay", 7),
            Map.entry("tam", 8),
            Map.entry("chin", 9),
            Map.entry("muoi", 10));

    private LabelGrammar() {}

    /** All readings of the beginning of a line, the least damaged first; empty if it cannot be a label. */
    static List<LabelReading> read(String line) {
        Matcher speck = SPECK.matcher(line);
        int length = speck.find() ? speck.end() : 0;
        return length == 0
                ? readings(line)
                : readings(line.substring(length)).stream()
                        .map(r -> r.behind(length))
                        .toList();
    }

    private static List<LabelReading> readings(String line) {
        List<LabelReading> readings = new ArrayList<>();
        worded(line).ifPresent(readings::add);
        dotted(line, readings);
        if (readings.isEmpty()) {
            simple(line, readings);
            letterless(line, readings);
            glued(line, readings);
        }
        readings.sort((a, b) -> Double.compare(a.damage(), b.damage()));
        return List.copyOf(readings);
    }

    private static Optional<LabelReading> worded(String line) {
        Matcher m = WORDED.matcher(line);
        if (!m.find() || !Character.isUpperCase(line.charAt(0))) {
            return Optional.empty();
        }
        LabelStyle style = switch (Bare.of(m.group(1)).charAt(0)) {
            case 'p' -> LabelStyle.PART;
            case 'c' -> LabelStyle.CHAPTER;
            case 't' -> LabelStyle.SUBDIVISION;
            case 'd' -> LabelStyle.ARTICLE;
            default -> LabelStyle.DIVISION;
        };
        String token = m.group(2);
        boolean words = line.substring(0, m.end(1) + 5 > line.length() ? line.length() : m.end(1) + 5)
                .matches("(?iu).*\\sth[ứưu].*");
        Numeral number = wordedNumber(token, words);
        if (number == null) {
            return Optional.empty();
        }
        double damage = number.damage;
        if (style == LabelStyle.ARTICLE && m.group(3).isEmpty()) {
            damage += 1.5;
        }
        String label = word(style) + " " + (words ? "thứ " + token : number.text);
        return Optional.of(new LabelReading(style, List.of(number.value), label, damage, m.end()));
    }

    private static Numeral wordedNumber(String token, boolean words) {
        Integer ordinal = ORDINAL_WORDS.get(Bare.of(token));
        if (words) {
            return ordinal == null ? null : new Numeral(ordinal, token, 0);
        }
        Numeral arabic = arabic(token);
        Numeral roman = roman(token);
        if (arabic == null || roman == null) {
            return arabic == null ? roman : arabic;
        }
        return arabic.damage <= roman.damage ? arabic : roman;
    }

    private static String word(LabelStyle style) {
        return switch (style) {
            case PART -> "Phần";
            case CHAPTER -> "Chương";
            case SUBDIVISION -> "Tiểu mục";
            case ARTICLE -> "Điều";
            default -> "Mục";
        };
    }

    private static void dotted(String line, List<LabelReading> readings) {
        Matcher m = DOTTED.matcher(line);
        if (!m.find()) {
            return;
        }
        List<Integer> numbers = new ArrayList<>();
        double damage =
                (m.group(2).isBlank() ? 0.3 : 0) + (m.group(1).indexOf(',') >= 0 ? 1 : 0) + afterLabel(line, m.end());
        for (String part : m.group(1).split("[.,]\\s?")) {
            Numeral number = arabic(part);
            if (number == null || part.startsWith("0") && part.length() > 1) {
                return;
            }
            numbers.add(number.value);
            damage += number.damage;
        }
        if (numbers.stream().allMatch(n -> n < 100)) {
            readings.add(dotted(numbers, damage, m.end()));
        }
        int last = numbers.get(numbers.size() - 1);
        if (last > 10 && last % 10 > 0 && numbers.size() < 4) {
            List<Integer> parted = new ArrayList<>(numbers.subList(0, numbers.size() - 1));
            parted.add(last < 100 ? last / 10 : last / 100);
            parted.add(last % 10);
            readings.add(dotted(parted, damage + LOST_DOT, m.end()));
        }
        int first = numbers.get(0);
        if (first > 10 && first < 100 && first % 10 > 0 && numbers.size() < 4) {
            List<Integer> parted = new ArrayList<>(List.of(first / 10, first % 10));
            parted.addAll(numbers.subList(1, numbers.size()));
            readings.add(dotted(parted, damage + LOST_DOT, m.end()));
        }
    }

    private static LabelReading dotted(List<Integer> numbers, double damage, int end) {
        LabelStyle style = LabelStyle.values()[LabelStyle.DOTTED_2.ordinal() + numbers.size() - 2];
        String text = numbers.stream().map(String::valueOf).collect(Collectors.joining("."));
        return new LabelReading(style, numbers, text, damage, end);
    }

    private static void simple(String line, List<LabelReading> readings) {
        Matcher m = SIMPLE.matcher(line);
        if (!m.find()) {
            return;
        }
        String token = m.group(2);
        String mark = m.group(3).strip().replace('}', ')');
        boolean bracketed = mark.startsWith(")");
        boolean opened = !m.group(1).isEmpty();
        double damage = (mark.startsWith(",") ? 0.8 : mark.startsWith(":") ? 0.6 : 0)
                + afterLabel(line, m.end())
                + (mark.isEmpty() ? 1.2 : 0)
                + (m.group(4).isEmpty() && mark.startsWith("-") ? 0.5 : 0);
        if (mark.startsWith("/") && m.group(4).isEmpty()) {
            return;
        }
        Numeral roman = opened ? null : roman(token);
        boolean dotEaten = mark.isEmpty() && token.matches(".*[LJ1]$");
        boolean capitals = m.end() < line.length() && FlowLine.capitals(line.substring(m.end()));
        boolean bare = mark.isEmpty() && (token.matches("[IVX]+") && m.end() < line.length() || capitals);
        if (roman != null && (!mark.isEmpty() || dotEaten || bare)) {
            double extra = (dotEaten ? -1.2 : 0) + (bracketed ? 0.6 : 0);
            romans(roman, damage + extra, m.end(), readings);
        }
        Numeral arabic = arabic(token);
        boolean marked = !mark.isEmpty() || token.matches("\\d{1,2}");
        if (arabic != null && marked && !(token.length() > 1 && token.startsWith("0"))) {
            boolean inBrackets = opened || bracketed;
            double unmarked = mark.isEmpty() ? 0.4 : 0;
            readings.add(reading(
                    inBrackets ? LabelStyle.BRACKETED_NUMBER : LabelStyle.NUMBER, arabic, damage + unmarked, m.end()));
            if (!inBrackets && !mark.isEmpty() && arabic.value > 10 && arabic.value < 100 && arabic.value % 10 > 0) {
                double lost = damage + arabic.damage + LOST_DOT;
                readings.add(dotted(List.of(arabic.value / 10, arabic.value % 10), lost, m.end()));
            }
        }
        letters(token, mark, opened, damage, m.end(), readings);
    }

    /** A numeral, and its neighbours: engines lose a bar of a numeral, or find one, and leave a numeral that looks whole. */
    private static void romans(Numeral numeral, double damage, int end, List<LabelReading> readings) {
        readings.add(reading(LabelStyle.ROMAN, numeral, damage, end));
        for (int more : new int[] {1, -1, 2}) {
            int value = numeral.value + more;
            if (value > 0 && value <= MAX_ROMAN) {
                double guess = numeral.damage + (more == 1 ? 0.9 : more == -1 ? 1.0 : 1.5);
                readings.add(reading(LabelStyle.ROMAN, new Numeral(value, romanText(value), guess), damage, end));
            }
        }
    }

    /** A numeral that ran into a heading in capitals: {@code VITỔ CHỨC}. */
    private static void glued(String line, List<LabelReading> readings) {
        Matcher m = GLUED.matcher(line);
        if (m.find() && FlowLine.capitals(line)) {
            int value = romanValue(m.group(1));
            if (value > 0) {
                Numeral numeral = new Numeral(value, m.group(1), 0);
                readings.add(reading(LabelStyle.ROMAN, numeral, LOST_DOT, m.end(1)));
            }
        }
    }

    /** Any letter may stand before a bracket that stands alone. */
    private static void letterless(String line, List<LabelReading> readings) {
        Matcher m = LETTERLESS.matcher(line);
        if (m.find()) {
            for (int place = 0; place < POINTS.length(); place++) {
                String letter = POINTS.substring(place, place + 1);
                readings.add(new LabelReading(LabelStyle.POINT, List.of(place), letter, 1.5, m.end()));
            }
        }
    }

    private static void letters(
            String token, String mark, boolean opened, double damage, int end, List<LabelReading> readings) {
        if (mark.isEmpty()) {
            return;
        }
        if (token.length() == 1 && token.charAt(0) >= 'A' && token.charAt(0) <= 'Z' && !mark.startsWith(")")) {
            int value = token.charAt(0) - 'A' + 1;
            readings.add(new LabelReading(LabelStyle.CAPITAL, List.of(value), token, damage, end));
        }
        if (token.codePointCount(0, token.length()) == 1 || LabelConfusion.looksLikeLetter(token)) {
            double loose = mark.startsWith(")") ? 0 : mark.startsWith("-") ? 0.3 : 0.5;
            for (Map.Entry<Character, Double> letter :
                    LabelConfusion.letters(token).entrySet()) {
                int place = POINTS.indexOf(letter.getKey());
                readings.add(new LabelReading(
                        LabelStyle.POINT,
                        List.of(place),
                        letter.getKey().toString(),
                        damage + loose + letter.getValue(),
                        end));
            }
        }
        if (mark.startsWith(")") && token.matches("[ivx]{1,5}")) {
            Numeral small = roman(token.toUpperCase(java.util.Locale.ROOT));
            if (small != null) {
                readings.add(new LabelReading(
                        LabelStyle.SMALL_ROMAN, List.of(small.value), token, damage + (opened ? 0 : 0.3), end));
            }
        }
    }

    private static LabelReading reading(LabelStyle style, Numeral number, double damage, int end) {
        return new LabelReading(style, List.of(number.value), number.text, damage + number.damage, end);
    }

    /** What follows a label is a capital, a figure or a quotation; anything else makes it doubtful. */
    private static double afterLabel(String line, int end) {
        if (end >= line.length()) {
            return 0.7;
        }
        int next = line.codePointAt(end);
        if (Character.isUpperCase(next) || "“\"‘'".indexOf(next) >= 0) {
            return 0;
        }
        if (Character.isDigit(next) || next == '(') {
            return 0.6;
        }
        return Character.isLowerCase(next) ? 1.8 : 1.0;
    }

    private static Numeral arabic(String token) {
        if (token.matches("\\d{1,3}")) {
            return new Numeral(Integer.parseInt(token), token, 0);
        }
        String digits = LabelConfusion.asDigits(token);
        if (digits.isEmpty() || digits.length() > 2) {
            return null;
        }
        int value = Integer.parseInt(digits);
        return new Numeral(value, Integer.toString(value), 0.5 + 0.5 * changed(token, digits));
    }

    private static Numeral roman(String token) {
        int clean = romanValue(token);
        if (clean > 0) {
            return new Numeral(clean, token, 0);
        }
        String guessed = LabelConfusion.asRoman(token);
        int value = guessed.isEmpty() ? 0 : romanValue(guessed);
        if (value <= 0) {
            return null;
        }
        return new Numeral(value, guessed, 0.4 + 0.3 * token.length());
    }

    private static int changed(String token, String digits) {
        int changed = 0;
        for (int i = 0; i < Math.min(token.length(), digits.length()); i++) {
            changed += token.charAt(i) == digits.charAt(i) ? 0 : 1;
        }
        return changed;
    }

    /** Value of a Roman numeral in capitals up to {@value #MAX_ROMAN}, 0 if it is none. */
    static int romanValue(String numeral) {
        if (!numeral.matches("X{0,4}(IX|IV|V?I{0,3})") || numeral.isEmpty()) {
            return 0;
        }
        int value = 0;
        for (int i = 0; i < numeral.length(); i++) {
            int digit = digit(numeral.charAt(i));
            boolean before = i + 1 < numeral.length() && digit(numeral.charAt(i + 1)) > digit;
            value += before ? -digit : digit;
        }
        return value <= MAX_ROMAN ? value : 0;
    }

    private static String romanText(int value) {
        String units = new String[] {"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"}[value % 10];
        return "X".repeat(value / 10) + units;
    }

    private static int digit(char roman) {
        return roman == 'X' ? 10 : roman == 'V' ? 5 : 1;
    }

    private record Numeral(int value, String text, double damage) {}
}
