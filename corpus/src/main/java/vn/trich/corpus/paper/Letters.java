package vn.trich.corpus.paper;

import java.util.Locale;

/** Upper and lower case of Vietnamese words, the same on every machine. */
public final class Letters {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private Letters() {}

    /** The text in capitals. */
    public static String upper(String text) {
        return text.toUpperCase(VIETNAMESE);
    }

    /** The text in small letters. */
    public static String lower(String text) {
        return text.toLowerCase(VIETNAMESE);
    }

    /**
     * The text with its first letter in the other case.
     *
     * @param upper whether to a capital; to a small letter only if the second character is one (abbreviations stay)
     */
    public static String first(String text, boolean upper) {
        if (text.isEmpty() || !upper && text.length() > 1 && Character.isUpperCase(text.charAt(1))) {
            return text;
        }
        String head = text.substring(0, 1);
        return (upper ? upper(head) : lower(head)) + text.substring(1);
    }
}
