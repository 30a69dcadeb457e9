package vn.trich.corpus.gold;

/**
 * A true deadline.
 *
 * @param kind in the contract's spelling, e.g. {@code half_year}
 * @param start ISO date, or empty
 * @param end ISO date, or empty
 * @param recurrence ISO 8601 period, or empty
 */
public record GoldDue(String kind, String start, String end, String recurrence) {

    /**
     * Reads {@code KIND START END RECUR}, {@code -} for an empty part.
     *
     * @throws IllegalArgumentException if there are not four parts
     */
    static GoldDue parse(String text) {
        String[] parts = text.trim().split("\\s+");
        if (parts.length != 4) {
            throw new IllegalArgumentException("data-due: " + text);
        }
        return new GoldDue(
                parts[0].equals("half") ? "half_year" : parts[0], part(parts[1]), part(parts[2]), part(parts[3]));
    }

    private static String part(String text) {
        return text.equals("-") ? "" : text;
    }
}
