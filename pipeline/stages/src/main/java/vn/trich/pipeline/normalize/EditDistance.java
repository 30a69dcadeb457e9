package vn.trich.pipeline.normalize;

/** Levenshtein's distance, bounded. */
final class EditDistance {

    private EditDistance() {}

    /** Whether at most {@code limit} letters must be put in, taken out or changed to make one of the other. */
    static boolean within(String a, String b, int limit) {
        return Math.abs(a.length() - b.length()) <= limit && of(a, b) <= limit;
    }

    /** Letters to put in, take out or change. */
    static int of(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[b.length()];
    }
}
