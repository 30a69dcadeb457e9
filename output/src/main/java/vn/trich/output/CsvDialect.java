package vn.trich.output;

import java.util.List;
import java.util.stream.Collectors;

/**
 * How a text stands in a CSV cell, so that no spreadsheet takes it for a formula: the dash of a list item becomes an en
 * dash, and a text that would still begin with {@code = + - @}, tab, CR or LF gets a {@code '} before it (after OWASP's
 * list for CSV injection). {@link #unguard} takes the {@code '} off again.
 */
public final class CsvDialect {

    private static final String RISKY = "=+-@\t\r\n";

    private CsvDialect() {}

    /**
     * The cell for a text.
     *
     * @param text any text
     * @return the text as it stands in the cell, before quoting
     */
    public static String guard(String text) {
        return guardName(listDashes(text));
    }

    /**
     * The cell for a name, whose dash opens no list item: every letter stays, so that it finds its file again.
     *
     * @param name any text
     * @return the name as it stands in the cell, before quoting; {@link #unguard} gives it back as it was
     */
    static String guardName(String name) {
        return isRisky(name) ? "'" + name : name;
    }

    /**
     * What {@link #guard} was given, but for list dashes, which stay en dashes.
     *
     * @param cell a cell's content after unquoting
     */
    public static String unguard(String cell) {
        return cell.startsWith("'") && isRisky(cell) ? cell.substring(1) : cell;
    }

    /** One cell for several values: parted by {@code "; "}, a semicolon inside a value written as a comma. */
    public static String join(List<String> values) {
        return values.stream().map(v -> v.replace(';', ',')).collect(Collectors.joining("; "));
    }

    /** Whether a risky character comes first, or first after {@code '}, which would be taken off when read back. */
    private static boolean isRisky(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) == '\'') {
            at++;
        }
        return at < text.length() && RISKY.indexOf(text.charAt(at)) >= 0;
    }

    /** Turns the hyphen that opens a list item at the start of a line into an en dash; a minus before a digit stays. */
    private static String listDashes(String text) {
        if (text.indexOf('-') < 0) {
            return text;
        }
        StringBuilder dashed = new StringBuilder(text);
        for (int i = 0; i < dashed.length(); i++) {
            boolean lineStart = i == 0 || dashed.charAt(i - 1) == '\n';
            if (lineStart && dashed.charAt(i) == '-' && opensListItem(dashed, i + 1)) {
                dashed.setCharAt(i, '–');
            }
        }
        return dashed.toString();
    }

    private static boolean opensListItem(CharSequence text, int next) {
        return next == text.length()
                || Character.isWhitespace(text.charAt(next))
                || Character.isLetter(text.charAt(next));
    }
}
