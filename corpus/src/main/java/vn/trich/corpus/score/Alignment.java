package vn.trich.corpus.score;

import java.util.Arrays;
import java.util.BitSet;

/**
 * A cheapest way to turn one sequence of symbols into another by insertions, deletions and substitutions, each at cost
 * 1 (Levenshtein).
 *
 * <p>Found by halving (Hirschberg 1975), the columns of costs computed 64 rows at a time (Myers 1999, as extended to
 * several machine words by Hyyrö 2003): two texts of 50,000 characters take less than a second and memory in proportion
 * to their length.
 */
final class Alignment {

    /** Up to this many cells the whole table of costs is kept and walked back. */
    private static final long TABLE_LIMIT = 1 << 18;

    private final int[] gold;
    private final int[] output;
    private final int[] partner;
    private final int[] slots;
    private final byte[] steps = new byte[(int) TABLE_LIMIT + 1];

    private Alignment(int[] gold, int[] output, int symbols) {
        this.gold = gold;
        this.output = output;
        this.partner = new int[gold.length];
        this.slots = new int[symbols];
        Arrays.fill(slots, -1);
    }

    /**
     * Aligns two sequences.
     *
     * @param gold symbols, not negative
     * @param output symbols, not negative
     * @return for each index of {@code gold} the index of {@code output} it is kept as or replaced by, rising; -1 where
     *     it was deleted
     */
    static int[] of(int[] gold, int[] output) {
        int symbols = 1
                + Math.max(
                        Arrays.stream(gold).max().orElse(0),
                        Arrays.stream(output).max().orElse(0));
        Alignment alignment = new Alignment(gold, output, symbols);
        alignment.solve(0, gold.length, 0, output.length);
        return alignment.partner;
    }

    private void solve(int goldFrom, int goldTo, int outFrom, int outTo) {
        int g0 = goldFrom;
        int g1 = goldTo;
        int o0 = outFrom;
        int o1 = outTo;
        while (g0 < g1 && o0 < o1 && gold[g0] == output[o0]) {
            partner[g0++] = o0++;
        }
        while (g0 < g1 && o0 < o1 && gold[g1 - 1] == output[o1 - 1]) {
            partner[--g1] = --o1;
        }
        int rows = g1 - g0;
        int columns = o1 - o0;
        if (rows == 0 || columns == 0) {
            Arrays.fill(partner, g0, g1, -1);
        } else if ((rows + 1L) * (columns + 1L) <= TABLE_LIMIT) {
            walkTable(g0, rows, o0, columns);
        } else if (columns == 1) {
            walkColumn(g0, g1, o0);
        } else {
            int middle = o0 + columns / 2;
            int cut = g0 + cheapestCut(g0, g1, o0, middle, o1);
            solve(g0, cut, o0, middle);
            solve(cut, g1, middle, o1);
        }
    }

    private void walkColumn(int from, int to, int out) {
        Arrays.fill(partner, from, to, -1);
        int at = from;
        while (at < to - 1 && gold[at] != output[out]) {
            at++;
        }
        partner[at] = out;
    }

    private int cheapestCut(int goldFrom, int goldTo, int outFrom, int middle, int outTo) {
        int[] before = lastColumn(goldFrom, goldTo, outFrom, middle, false);
        int[] after = lastColumn(goldFrom, goldTo, middle, outTo, true);
        int rows = goldTo - goldFrom;
        int best = 0;
        for (int i = 1; i <= rows; i++) {
            if (before[i] + after[rows - i] < before[best] + after[rows - best]) {
                best = i;
            }
        }
        return best;
    }

    /** Costs of turning each prefix (suffix, if backward) of the gold range into the whole output range. */
    private int[] lastColumn(int goldFrom, int goldTo, int outFrom, int outTo, boolean backward) {
        int rows = goldTo - goldFrom;
        int words = (rows + 63) / 64;
        long[] masks = masks(goldFrom, goldTo, words, backward);
        long[] plus = new long[words];
        long[] minus = new long[words];
        Arrays.fill(plus, -1L);
        int columns = outTo - outFrom;
        for (int j = 0; j < columns; j++) {
            int slot = slots[output[backward ? outTo - 1 - j : outFrom + j]];
            advance(masks, slot * words, slot >= 0, plus, minus);
        }
        for (int i = goldFrom; i < goldTo; i++) {
            slots[gold[i]] = -1;
        }
        int[] costs = new int[rows + 1];
        costs[0] = columns;
        for (int i = 0; i < rows; i++) {
            int up = (int) (plus[i >> 6] >>> i & 1);
            int down = (int) (minus[i >> 6] >>> i & 1);
            costs[i + 1] = costs[i] + up - down;
        }
        return costs;
    }

    /** For each symbol of the gold range (numbered in {@link #slots}) a bit per row where it stands. */
    private long[] masks(int goldFrom, int goldTo, int words, boolean backward) {
        int distinct = 0;
        for (int i = goldFrom; i < goldTo; i++) {
            if (slots[gold[i]] < 0) {
                slots[gold[i]] = distinct++;
            }
        }
        long[] masks = new long[distinct * words];
        for (int i = goldFrom; i < goldTo; i++) {
            int row = backward ? goldTo - 1 - i : i - goldFrom;
            masks[slots[gold[i]] * words + (row >> 6)] |= 1L << row;
        }
        return masks;
    }

    /** Steps one column on in Myers' table: vertical differences of +1 and of -1, the first row rising by 1. */
    static void advance(long[] masks, int offset, boolean known, long[] plus, long[] minus) {
        int carry = 1;
        for (int w = 0; w < plus.length; w++) {
            long equal = known ? masks[offset + w] : 0;
            long p = plus[w];
            long m = minus[w];
            long vertical = equal | m;
            if (carry < 0) {
                equal |= 1;
            }
            long horizontal = (((equal & p) + p) ^ p) | equal;
            long up = m | ~(horizontal | p);
            long down = p & horizontal;
            int next = up < 0 ? 1 : down < 0 ? -1 : 0;
            up <<= 1;
            down <<= 1;
            if (carry < 0) {
                down |= 1;
            } else if (carry > 0) {
                up |= 1;
            }
            plus[w] = down | ~(vertical | up);
            minus[w] = up & vertical;
            carry = next;
        }
    }

    private void walkTable(int goldFrom, int rows, int outFrom, int columns) {
        int width = columns + 1;
        int[] costs = new int[width];
        for (int j = 1; j <= columns; j++) {
            costs[j] = j;
            steps[j] = 2;
        }
        for (int i = 1; i <= rows; i++) {
            int diagonal = costs[0];
            costs[0] = i;
            steps[i * width] = 1;
            for (int j = 1; j <= columns; j++) {
                int replace = diagonal + (gold[goldFrom + i - 1] == output[outFrom + j - 1] ? 0 : 1);
                int delete = costs[j] + 1;
                int insert = costs[j - 1] + 1;
                diagonal = costs[j];
                int least = Math.min(replace, Math.min(delete, insert));
                costs[j] = least;
                steps[i * width + j] = (byte) (replace == least ? 0 : delete == least ? 1 : 2);
            }
        }
        int i = rows;
        int j = columns;
        while (i > 0 || j > 0) {
            switch (steps[i * width + j]) {
                case 0 -> partner[goldFrom + --i] = outFrom + --j;
                case 1 -> partner[goldFrom + --i] = -1;
                default -> j--;
            }
        }
    }

    /**
     * Counts insertions, deletions and substitutions outside the doubtful parts of gold and what stands for them.
     *
     * @param gold the true symbols
     * @param output the symbols that came back
     * @param partner their alignment
     * @param unsure indexes of {@code gold} that count neither for nor against
     */
    static int errors(int[] gold, int[] output, int[] partner, BitSet unsure) {
        BitSet used = standIns(partner, unsure, output.length);
        int errors = 0;
        for (int i = 0; i < gold.length; i++) {
            if (partner[i] >= 0) {
                used.set(partner[i]);
            }
            if (!unsure.get(i) && (partner[i] < 0 || gold[i] != output[partner[i]])) {
                errors++;
            }
        }
        return errors + output.length - used.cardinality();
    }

    /** The parts of the output that stand where gold is doubtful. */
    static BitSet standIns(int[] partner, BitSet unsure, int outputLength) {
        BitSet result = new BitSet(outputLength);
        for (int from = unsure.nextSetBit(0); from >= 0 && from < partner.length; ) {
            int to = Math.min(unsure.nextClearBit(from), partner.length);
            int low = 0;
            for (int i = from - 1; i >= 0; i--) {
                if (partner[i] >= 0) {
                    low = partner[i] + 1;
                    break;
                }
            }
            int high = outputLength;
            for (int i = to; i < partner.length; i++) {
                if (partner[i] >= 0) {
                    high = partner[i];
                    break;
                }
            }
            if (high - low <= 2 * (to - from) + 4) {
                result.set(low, high);
            } else {
                for (int i = from; i < to; i++) {
                    if (partner[i] >= 0) {
                        result.set(partner[i]);
                    }
                }
            }
            from = unsure.nextSetBit(to);
        }
        return result;
    }
}
