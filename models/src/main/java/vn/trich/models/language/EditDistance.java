package vn.trich.models.language;

/** Levenshtein's distance: letters to put in, take out or change to make one text of another. */
public final class EditDistance {

    private EditDistance() {}

    /** The distance of two short texts; time and memory grow with the product of their lengths. */
    public static int of(String a, String b) {
        return upTo(a, b, Math.max(a.length(), b.length()));
    }

    /** Whether the distance is at most {@code limit}. */
    public static boolean within(String a, String b, int limit) {
        return upTo(a, b, limit) <= limit;
    }

    /**
     * The distance as far as it matters.
     *
     * @param limit distance above which the caller does not care
     * @return the distance, or {@code limit + 1} if it is greater
     */
    public static int upTo(String a, String b, int limit) {
        if (Math.abs(a.length() - b.length()) > limit) {
            return limit + 1;
        }
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            int best = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, 1 + Math.min(above[j], row[j - 1]));
                best = Math.min(best, row[j]);
            }
            if (best > limit) {
                return limit + 1;
            }
            above = row;
        }
        return Math.min(above[b.length()], limit + 1);
    }
}
