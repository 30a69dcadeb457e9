package vn.trich.pipeline.table;

import java.util.regex.Pattern;

/** Forms of cell text: row labels, figures, dates. */
final class Labels {

    private static final Pattern LABEL = Pattern.compile(
            "\\(?([IVXLivxl1]{1,6}|[A-Za-zĐđ]|\\d{1,3}([.,]\\d{1,3}){0,4})[.)\\-:]{0,2}|[*\\-+•]|\\([ivx\\da-z]{1,4}\\)");
    private static final Pattern OUTER =
            Pattern.compile("(([IVXLJl]{1,5}|[A-ZĐ])([.\\-]?\\d{1,2})?)[.)\\-:]{0,2}", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern FIGURE =
            Pattern.compile("[-+–]?[\\d.,/\\s]*\\d[\\d.,/\\s]*\\s?[%‰]?|[-–\"”]|[xX]|0|\\d+\\s?/\\s?\\d+");
    private static final Pattern COLUMN_NUMBER = Pattern.compile(
            "[(\\[|{]?\\d{1,2}[)\\]|}.]?|\\(?\\d{1,2}\\)?\\s?[=:]\\s?[\\d()+\\-/*x.:%\\s]+|[A-EĐ]|[lIi|]");

    private Labels() {}

    /** Whether a text is a row's label: a number, a letter, a Roman number, each perhaps with a dot or bracket. */
    static boolean isLabel(String text) {
        return text.length() <= 12 && LABEL.matcher(text.strip()).matches();
    }

    /** Whether a label belongs to headings rather than rows: a Roman number or a capital letter. */
    static boolean isOuterLabel(String text) {
        return OUTER.matcher(text.strip()).matches();
    }

    /** Whether a text is a figure: digits with their separators, a dash or ditto marks in its place. */
    static boolean isFigure(String text) {
        return FIGURE.matcher(text.strip()).matches();
    }

    /** Whether a text could stand in the row that numbers the columns. */
    static boolean isColumnNumber(String text) {
        return COLUMN_NUMBER.matcher(text.strip()).matches();
    }
}
