package vn.trich.pipeline.normalize;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gives the words that names of units are made of their own marks back: {@code Bạn Quán lý} can only be {@code Ban Quản
 * lý} where a unit is named. Nothing but marks and dirt is changed.
 */
final class UnitSpelling {

    private static final Pattern DIRT =
            Pattern.compile("\\s+[.,:;'`|~_\"“”*]+(?=\\s)|\\s+-(?=[.,:;\\s]*[.,:;-])[.,:;-]*(?=\\s)|[|~_`*]");
    private static final Pattern QUANTIFIER =
            Pattern.compile("^(?:tat ca cac|tat ca|toan bo cac|toan bo|toan the|cac|nhung|moi|tung|mot so)(?= )");
    private static final List<String> QUANTIFIERS = List.of(
            "Tất cả các", "Tất cả", "Toàn bộ các", "Toàn bộ", "Toàn thể", "Các", "Những", "Mọi", "Từng", "Một số");

    private final UnitVocabulary vocabulary;

    /** Knows the words of that vocabulary. */
    UnitSpelling(UnitVocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** The name, mended. */
    String mend(String name) {
        String clean = DIRT.matcher(name).replaceAll("").replaceAll("\\s+", " ").strip();
        String bare = BareText.of(clean);
        StringBuilder mended = new StringBuilder(clean);
        Matcher quantifier = QUANTIFIER.matcher(bare);
        if (quantifier.find()) {
            QUANTIFIERS.stream()
                    .filter(words -> BareText.of(words).equals(quantifier.group()))
                    .forEach(words -> put(mended, 0, words));
        }
        int start = vocabulary.quantifierAt(bare, 0);
        for (int i = start; i < bare.length(); i++) {
            boolean first = i == start;
            String head = vocabulary.spellingAt(clean, bare, i);
            // Inside a name only heads of two words or more are sure: "bản" may stand there in its own right.
            if (!head.isEmpty() && (first || head.contains(" "))) {
                put(mended, i, head);
                int field = i + head.length() + 1;
                String named = first && field < bare.length() ? vocabulary.fieldSpellingAt(bare, field) : "";
                if (!named.isEmpty()) {
                    put(mended, field, named);
                }
                if (!named.isEmpty() && start == 0) {
                    mended.setCharAt(field, Character.toUpperCase(mended.charAt(field)));
                }
                i += head.length();
            }
        }
        return mended.toString();
    }

    /** Puts the words in place of as many characters, in the case that stands there. */
    private static void put(StringBuilder text, int place, String words) {
        for (int i = 0; i < words.length(); i++) {
            boolean capital = Character.isUpperCase(text.charAt(place + i));
            char letter = words.charAt(i);
            text.setCharAt(place + i, capital ? Character.toUpperCase(letter) : Character.toLowerCase(letter));
        }
    }
}
