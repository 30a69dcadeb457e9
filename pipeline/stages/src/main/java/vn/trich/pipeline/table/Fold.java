package vn.trich.pipeline.table;

import java.text.Normalizer;
import java.util.Locale;

/** Text folded for comparison, and how alike two folded texts are. */
final class Fold {

    private static final int MAX_COMPARED = 400;

    private Fold() {}

    /** Lower case without marks ({@code đ} is {@code d}); every run of other characters one blank; trimmed. */
    static String bare(String text) {
        String apart = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        StringBuilder bare = new StringBuilder(apart.length());
        for (int i = 0; i < apart.length(); i++) {
            char c = apart.charAt(i);
            if (c == 'đ') {
                bare.append('d');
            } else if (Character.isLetterOrDigit(c)) {
                bare.append(c);
            } else if (Character.getType(c) != Character.NON_SPACING_MARK
                    && !bare.isEmpty()
                    && bare.charAt(bare.length() - 1) != ' ') {
                bare.append(' ');
            }
        }
        int end = bare.length();
        return end > 0 && bare.charAt(end - 1) == ' ' ? bare.substring(0, end - 1) : bare.toString();
    }

    /**
     * 1 - (insertions + deletions) / (sum of lengths), 0 to 1; two empty texts are alike. Only the first 400 characters
     * count.
     */
    static double similarity(String one, String other) {
        String a = one.length() > MAX_COMPARED ? one.substring(0, MAX_COMPARED) : one;
        String b = other.length() > MAX_COMPARED ? other.substring(0, MAX_COMPARED) : other;
        if (a.isEmpty() && b.isEmpty()) {
            return 1;
        }
        return 2.0 * common(a, b) / (a.length() + b.length());
    }

    /** Length of the longest common subsequence. */
    private static int common(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = 0;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                row[j] = a.charAt(i - 1) == b.charAt(j - 1) ? diagonal + 1 : Math.max(row[j], row[j - 1]);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
