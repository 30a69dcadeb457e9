package vn.trich.corpus.score;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import vn.trich.corpus.gold.GoldText;

/**
 * How alike two texts are: 1 - (insertions + deletions) / (sum of lengths), in characters of the text given (folded by
 * the caller). Two empty texts are alike.
 *
 * <p>By the longest common subsequence, 64 rows at a time (Hyyrö 2004). One object holds one side and is compared with
 * many others.
 */
final class Similarity {

    /** From here on a text is right. */
    static final double RIGHT = 0.95;

    private static final int FAST = 0x2000;

    private final String text;
    private final int words;
    private final short[] slots = new short[FAST];
    private final Map<Character, Short> rare = new HashMap<>();
    private final long[] masks;

    /** Prepares one side; its memory is some 16 kB and a bit per character and distinct character. */
    Similarity(String text) {
        this.text = text;
        this.words = (text.length() + 63) / 64;
        short distinct = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (slot(c) == 0) {
                distinct++;
                if (c < FAST) {
                    slots[c] = distinct;
                } else {
                    rare.put(c, distinct);
                }
            }
        }
        masks = new long[(distinct + 1) * words];
        for (int i = 0; i < text.length(); i++) {
            masks[slot(text.charAt(i)) * words + (i >> 6)] |= 1L << i;
        }
    }

    /** Similarity of two texts, 0..1. */
    static double of(String one, String other) {
        return one.equals(other) ? 1 : new Similarity(one).to(other);
    }

    /** Similarity to another text, 0..1. */
    double to(String other) {
        int sum = text.length() + other.length();
        if (sum == 0) {
            return 1;
        }
        return 2.0 * common(other) / sum;
    }

    /** As {@link #to}, but 0 without much work where it would be below a limit by the lengths alone. */
    double toAtLeast(String other, double limit) {
        int sum = text.length() + other.length();
        if (sum > 0 && 2.0 * Math.min(text.length(), other.length()) / sum < limit) {
            return 0;
        }
        double similarity = to(other);
        return similarity < limit ? 0 : similarity;
    }

    /** Insertions, deletions and substitutions that turn this side into another text (Levenshtein). */
    int editDistance(String other) {
        if (text.isEmpty()) {
            return other.length();
        }
        long[] plus = new long[words];
        long[] minus = new long[words];
        Arrays.fill(plus, -1L);
        for (int j = 0; j < other.length(); j++) {
            int slot = slot(other.charAt(j));
            Alignment.advance(masks, slot * words, slot > 0, plus, minus);
        }
        int cost = other.length();
        for (int i = 0; i < text.length(); i++) {
            cost += (int) (plus[i >> 6] >>> i & 1) - (int) (minus[i >> 6] >>> i & 1);
        }
        return cost;
    }

    private int slot(char c) {
        return c < FAST ? slots[c] : rare.getOrDefault(c, (short) 0);
    }

    private int common(String other) {
        long[] row = new long[words];
        Arrays.fill(row, -1L);
        for (int j = 0; j < other.length(); j++) {
            int offset = slot(other.charAt(j)) * words;
            if (offset == 0) {
                continue;
            }
            long carry = 0;
            for (int w = 0; w < words; w++) {
                long v = row[w];
                long u = v & masks[offset + w];
                long sum = v + u;
                long withCarry = sum + carry;
                carry = (Long.compareUnsigned(sum, v) < 0 || Long.compareUnsigned(withCarry, sum) < 0) ? 1 : 0;
                row[w] = withCarry | (v - u);
            }
        }
        int common = 0;
        for (int w = 0; w < words; w++) {
            long gone = ~row[w];
            int used = text.length() - 64 * w;
            common += Long.bitCount(used >= 64 ? gone : gone & ((1L << used) - 1));
        }
        return common;
    }

    /**
     * Similarity of output to the truth after folding, the truth's doubtful words and what stands for them left out.
     *
     * @param gold the truth
     * @param output what came back
     */
    static double folded(GoldText gold, String output) {
        GoldText truth = Folding.fold(gold);
        String result = Folding.fold(output);
        if (!truth.hasUnsure() || truth.text().equals(result)) {
            return of(truth.text(), result);
        }
        int[] partner =
                Alignment.of(truth.text().chars().toArray(), result.chars().toArray());
        BitSet neutral = truth.unsureWithBlanks();
        BitSet standIns = Alignment.standIns(partner, neutral, result.length());
        return of(without(truth.text(), neutral), without(result, standIns));
    }

    /** Whether output is right for the truth: similarity at least {@link #RIGHT} after folding. */
    static boolean isRight(GoldText gold, String output) {
        return folded(gold, output) >= RIGHT;
    }

    private static String without(String text, BitSet left) {
        StringBuilder rest = new StringBuilder(text.length());
        for (int i = left.nextClearBit(0); i < text.length(); i = left.nextClearBit(i + 1)) {
            rest.append(text.charAt(i));
        }
        return rest.toString();
    }
}
