package vn.trich.pipeline.normalize;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds numbers that are written out before what is counted ({@code ít nhất mười lăm mô hình}), up to ninety-nine. Many of
 * their words mean something else besides, so only what stands before a counted noun is a number.
 */
final class WrittenNumbers {

    private static final Map<String, Integer> FIGURES = Map.ofEntries(
            Map.entry("một", 1),
            Map.entry("mốt", 1),
            Map.entry("hai", 2),
            Map.entry("ba", 3),
            Map.entry("bốn", 4),
            Map.entry("tư", 4),
            Map.entry("năm", 5),
            Map.entry("lăm", 5),
            Map.entry("sáu", 6),
            Map.entry("bảy", 7),
            Map.entry("tám", 8),
            Map.entry("chín", 9));

    private static final Pattern NUMBER =
            Pattern.compile("(?iu)(?<!\\p{L})(?:(?<tens>hai|ba|bốn|năm|sáu|bảy|tám|chín) mươi"
                    + "(?: (?<ones>mốt|hai|ba|tư|bốn|lăm|năm|sáu|bảy|tám|chín))?"
                    + "|(?<ten>mười)(?: (?<teen>một|hai|ba|bốn|lăm|sáu|bảy|tám|chín))?"
                    + "|(?<one>một|hai|ba|bốn|năm|sáu|bảy|tám|chín))(?= \\p{Ll})");
    /** Only behind these is {@code năm} five and no year, and {@code một} a count and no article. */
    private static final Pattern BOUND = Pattern.compile(
            "(?iu)(?:ít nhất|tối thiểu|tối đa|không quá|không dưới|trên|dưới|hơn|từ|thêm)(?: là| được| có)? $");

    /** A number in words behind the same in figures: {@code 05 (năm) mô hình}. */
    private static final Pattern AGAIN =
            Pattern.compile("(?iu)(?<=\\d) ?\\((?:(?:một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|tám"
                    + "|chín|mười|mươi|trăm|linh|lẻ|nghìn) ?){1,8}\\)(?= \\p{Ll})");

    private WrittenNumbers() {}

    /**
     * The bare text with such numbers in figures, as long as before: zeros stand first. A number in words
     * behind the same in figures gives way to blanks.
     *
     * @param sentence the sentence with its marks
     * @param bare the same, bare
     * @param nouns what is counted, as it is written
     */
    static String inFigures(String sentence, String bare, List<String> nouns) {
        StringBuilder figures = new StringBuilder(bare);
        Matcher m = NUMBER.matcher(sentence);
        while (m.find()) {
            String after = sentence.substring(m.end() + 1).toLowerCase(Locale.ROOT) + " ";
            boolean counted = nouns.stream()
                    .anyMatch(noun -> after.startsWith(noun) && !Character.isLetter(after.charAt(noun.length())));
            boolean doubtful = m.group("one") != null
                    && m.group("one").toLowerCase(Locale.ROOT).matches("năm|một");
            boolean bound =
                    !doubtful || BOUND.matcher(sentence.substring(0, m.start())).find();
            if (counted && bound) {
                String value = String.valueOf(value(m));
                figures.replace(m.start(), m.end(), "0".repeat(m.end() - m.start() - value.length()) + value);
            }
        }
        Matcher again = AGAIN.matcher(sentence);
        while (again.find()) {
            figures.replace(again.start(), again.end(), " ".repeat(again.end() - again.start()));
        }
        return figures.toString();
    }

    private static int value(Matcher m) {
        if (m.group("one") != null) {
            return figure(m.group("one"));
        }
        int tens = m.group("ten") != null ? 1 : figure(m.group("tens"));
        String last = m.group("ten") != null ? m.group("teen") : m.group("ones");
        return 10 * tens + (last == null ? 0 : figure(last));
    }

    private static int figure(String word) {
        return FIGURES.get(word.toLowerCase(Locale.ROOT));
    }
}
