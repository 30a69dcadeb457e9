package vn.trich.models.restore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Says which letters of a word were read as which characters, along a channel. */
final class ChannelAlignment {

    private ChannelAlignment() {}

    /**
     * The likeliest alignment.
     *
     * @param word what was printed
     * @param read what was read
     * @param channel the channel
     * @return one observation of count 1 for every letter of the word; empty if the two cannot be aligned
     */
    static List<Channel.Observation> align(String word, String read, Channel channel) {
        int n = word.length();
        int m = read.length();
        float[][] best = new float[n + 1][m + 1];
        int[][] taken = new int[n + 1][m + 1];
        for (float[] row : best) {
            Arrays.fill(row, Float.NEGATIVE_INFINITY);
        }
        best[0][0] = 0;
        for (int i = 0; i <= n; i++) {
            for (int j = 0; j <= m; j++) {
                if (j > 0 && best[i][j - 1] + Channel.insertion(read.charAt(j - 1)) > best[i][j]) {
                    best[i][j] = best[i][j - 1] + Channel.insertion(read.charAt(j - 1));
                    taken[i][j] = -1;
                }
                if (i == n) {
                    continue;
                }
                int letter = channel.index(word.charAt(i));
                for (int k = 0; k <= Math.min(Channel.LONGEST, m - j); k++) {
                    float score = best[i][j] + cost(channel, letter, read.substring(j, j + k));
                    if (score > best[i + 1][j + k]) {
                        best[i + 1][j + k] = score;
                        taken[i + 1][j + k] = k;
                    }
                }
            }
        }
        return trace(word, read, best, taken);
    }

    private static float cost(Channel channel, int letter, String read) {
        float[] row = letter < 0 ? null : channel.row(read);
        return row == null ? Channel.unseenLog(Math.max(1, read.length())) : row[letter];
    }

    private static List<Channel.Observation> trace(String word, String read, float[][] best, int[][] taken) {
        List<Channel.Observation> observations = new ArrayList<>();
        int i = word.length();
        int j = read.length();
        if (best[i][j] == Float.NEGATIVE_INFINITY) {
            return observations;
        }
        while (i > 0 || j > 0) {
            int k = taken[i][j];
            if (k < 0 || i == 0) {
                j--;
            } else {
                observations.add(new Channel.Observation(word.charAt(i - 1), read.substring(j - k, j), 1));
                i--;
                j -= k;
            }
        }
        return observations;
    }
}
