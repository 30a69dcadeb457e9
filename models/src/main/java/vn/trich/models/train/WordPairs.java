package vn.trich.models.train;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import vn.trich.models.language.Letters;

/** Finds out which printed word was read as which string. */
final class WordPairs {

    private static final float SKIP = 0.75f;

    private WordPairs() {}

    /**
     * A printed word and what was read.
     *
     * @param printed the truth
     * @param read the reading
     * @param at index of the printed word
     * @param readAt index of the string
     */
    record Pair(String printed, String read, int at, int readAt) {}

    /** The pairs of a page, in order; words without a likely partner are left out. */
    static List<Pair> of(List<String> printed, List<String> read) {
        int n = printed.size();
        int m = read.size();
        float[][] cost = new float[n + 1][m + 1];
        for (int i = 0; i <= n; i++) {
            for (int j = 0; j <= m; j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = SKIP * (i + j);
                    continue;
                }
                float pair = cost[i - 1][j - 1] + distance(printed.get(i - 1), read.get(j - 1));
                cost[i][j] = Math.min(pair, SKIP + Math.min(cost[i - 1][j], cost[i][j - 1]));
            }
        }
        List<Pair> pairs = new ArrayList<>();
        int i = n;
        int j = m;
        while (i > 0 && j > 0) {
            float distance = distance(printed.get(i - 1), read.get(j - 1));
            if (cost[i][j] == cost[i - 1][j - 1] + distance) {
                if (distance < 0.67f) {
                    pairs.add(new Pair(printed.get(i - 1), read.get(j - 1), i - 1, j - 1));
                }
                i--;
                j--;
            } else if (cost[i][j] == SKIP + cost[i - 1][j]) {
                i--;
            } else {
                j--;
            }
        }
        Collections.reverse(pairs);
        return pairs;
    }

    /** The pairs of a page, and between two pairs the word and the string that stand there alone, however unlike they are. */
    static List<Pair> withUnlike(List<String> printed, List<String> read) {
        List<Pair> pairs = new ArrayList<>();
        int at = -1;
        int readAt = -1;
        for (Pair pair : of(printed, read)) {
            if (pair.at == at + 2 && pair.readAt == readAt + 2) {
                pairs.add(new Pair(printed.get(at + 1), read.get(readAt + 1), at + 1, readAt + 1));
            }
            pairs.add(pair);
            at = pair.at;
            readAt = pair.readAt;
        }
        return pairs;
    }

    // Share of letters that differ, marks and case aside.
    private static float distance(String a, String b) {
        String x = Letters.bare(a).toLowerCase(Locale.ROOT);
        String y = Letters.bare(b).toLowerCase(Locale.ROOT);
        if (x.equals(y)) {
            return 0;
        }
        int[] row = new int[y.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= x.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= y.length(); j++) {
                int here = Math.min(
                        diagonal + (x.charAt(i - 1) == y.charAt(j - 1) ? 0 : 1), 1 + Math.min(row[j], row[j - 1]));
                diagonal = row[j];
                row[j] = here;
            }
        }
        return (float) row[y.length()] / Math.max(x.length(), y.length());
    }
}
