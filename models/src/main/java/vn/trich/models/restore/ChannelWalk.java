package vn.trich.models.restore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.trich.models.restore.ChannelSearch.Candidate;

/**
 * One walk through all words along a channel: for every node of the trie a column of the table of alignments, which tells how
 * well the letters down to the node explain each beginning of what was read. A branch is left as soon as no word below it can be
 * among the best. For one thread.
 */
final class ChannelWalk {

    // What ranks so far behind the best is left out.
    private static final float RANKS = 12;
    // Sums of the same numbers in another order differ by less.
    private static final float ROUNDING = 1e-4f;
    // Cells of no likelihood before and after each column, so that its ends need no care.
    private static final int PAD = Channel.LONGEST;
    private static final float NEVER = Float.NEGATIVE_INFINITY;

    private final WordTrie trie;
    private final int length;
    private final int width;
    // By letter and end: what it costs the letter to be read as the one, two, three characters before the end.
    private final float[] costs;
    private final float[] nothing;
    private final float[] insertions;
    // The least that the characters from here on cost, whatever is printed.
    private final float[] rest;
    // By letter and beginning: the least that the letter and all characters from here on cost.
    private final float[] ahead;
    private final float[] columns;

    private float least;
    private float floor = NEVER;
    private float bestRank = NEVER;
    private float bestScore;
    private int size;
    private final int[] words;
    private final float[] scores;
    private final float[] ranks;

    /**
     * @param trie all words
     * @param read what was read
     * @param channel of the trie's letters
     * @param most how many words to find
     */
    ChannelWalk(WordTrie trie, String read, Channel channel, int most) {
        this.trie = trie;
        this.length = read.length();
        this.width = length + 1 + 2 * PAD;
        this.nothing = channel.nothing();
        this.insertions = new float[length];
        this.rest = new float[length + 1];
        this.costs = new float[nothing.length * 3 * (length + 1)];
        this.ahead = new float[nothing.length * (length + 1)];
        this.columns = new float[(trie.deepest() + 1) * width];
        this.words = new int[most];
        this.scores = new float[most];
        this.ranks = new float[most];
        prepare(read, channel);
    }

    private void prepare(String read, Channel channel) {
        float[] cheapest = new float[3 * (length + 1)];
        Arrays.fill(cheapest, NEVER);
        for (int end = 1; end <= length; end++) {
            insertions[end - 1] = Channel.insertion(read.charAt(end - 1));
            for (int k = 1; k <= Channel.LONGEST; k++) {
                float[] row = k > end ? null : channel.row(read.substring(end - k, end));
                cheapest[3 * end + k - 1] = put(3 * end + k - 1, row, k == 1 ? Channel.unseenLog(1) : NEVER);
            }
        }
        for (int at = length - 1; at >= 0; at--) {
            float best = rest[at + 1] + insertions[at];
            for (int k = 1; k <= Math.min(Channel.LONGEST, length - at); k++) {
                best = Math.max(best, rest[at + k] + cheapest[3 * (at + k) + k - 1]);
            }
            rest[at] = best;
        }
        lookAhead();
    }

    private void lookAhead() {
        for (int letter = 0, cell = 0; letter < nothing.length; letter++) {
            int cost = 3 * letter * (length + 1);
            for (int at = 0; at <= length; at++) {
                float best = nothing[letter] + rest[at];
                for (int k = 1; k <= Math.min(Channel.LONGEST, length - at); k++) {
                    best = Math.max(best, costs[cost + 3 * (at + k) + k - 1] + rest[at + k]);
                }
                ahead[cell++] = best;
            }
        }
    }

    private float put(int cell, float[] row, float otherwise) {
        float best = otherwise;
        for (int letter = 0, at = cell; letter < nothing.length; letter++, at += 3 * (length + 1)) {
            costs[at] = row == null ? otherwise : row[letter];
            best = Math.max(best, costs[at]);
        }
        return best;
    }

    /** Walks anew, down to a score; what an earlier walk found says where this one need not go. */
    void go(float bound) {
        least = bound;
        bestScore = NEVER;
        size = 0;
        Arrays.fill(columns, 0, width, NEVER);
        columns[PAD] = 0;
        int last = 0;
        while (last < length && columns[PAD + last] + insertions[last] >= least) {
            columns[PAD + last + 1] = columns[PAD + last] + insertions[last];
            last++;
        }
        descend(0, 0, 0, last);
    }

    /** The best score of a word found by the last walk. */
    float bestScore() {
        return bestScore;
    }

    // Of the column before, only the places from first to last are worth going on from.
    private void descend(int node, int depth, int first, int last) {
        int before = depth * width + PAD;
        int after = before + width;
        int end = Math.min(length, last + Channel.LONGEST);
        int until = trie.endOfChildren(node);
        for (int next = trie.firstChild(node); next < until; next++) {
            float needed = Math.max(least, floor - trie.bestBelow(next)) - ROUNDING;
            if (isHopeless(before, trie.letter(next), first, last, needed)) {
                continue;
            }
            fill(before, after, trie.letter(next), first, end);
            int from = first;
            while (from < end && columns[after + from] + rest[from] < needed) {
                from++;
            }
            int to = end;
            while (to > from && columns[after + to] + rest[to] < needed) {
                to--;
            }
            while (to < length && columns[after + to] + insertions[to] + rest[to + 1] >= needed) {
                columns[after + to + 1] =
                        Math.max(to + 1 <= end ? columns[after + to + 1] : NEVER, columns[after + to] + insertions[to]);
                to++;
            }
            if (trie.word(next) >= 0 && to == length && columns[after + length] >= least) {
                add(trie.word(next), columns[after + length]);
            }
            if (trie.firstChild(next) < trie.endOfChildren(next)) {
                for (int k = 1; k <= PAD; k++) {
                    columns[after + from - k] = NEVER;
                    columns[after + to + k] = NEVER;
                }
                descend(next, depth + 1, from, to);
            }
        }
    }

    private boolean isHopeless(int before, int letter, int first, int last, float needed) {
        int best = letter * (length + 1);
        for (int j = first; j <= last; j++) {
            if (columns[before + j] + ahead[best + j] >= needed) {
                return false;
            }
        }
        return true;
    }

    private void fill(int before, int after, int letter, int first, int end) {
        float[] cells = columns;
        float unread = nothing[letter];
        int cost = 3 * (letter * (length + 1) + first);
        float three = cells[before + first - 3];
        float two = cells[before + first - 2];
        float one = cells[before + first - 1];
        float inserted = NEVER;
        for (int j = first; j <= end; j++, cost += 3) {
            float here = cells[before + j];
            float score = Math.max(here + unread, one + costs[cost]);
            score = Math.max(score, Math.max(two + costs[cost + 1], three + costs[cost + 2]));
            score = Math.max(score, inserted);
            cells[after + j] = score;
            three = two;
            two = one;
            one = here;
            inserted = j < length ? score + insertions[j] : NEVER;
        }
    }

    // Keeps the best, in order of rank.
    private void add(int word, float score) {
        float rank = score + trie.worth(word);
        bestScore = Math.max(bestScore, score);
        int at = size;
        while (at > 0 && (ranks[at - 1] < rank || ranks[at - 1] == rank && words[at - 1] > word)) {
            at--;
        }
        if (at == words.length || rank < floor) {
            return;
        }
        int moved = Math.min(size, words.length - 1) - at;
        System.arraycopy(words, at, words, at + 1, moved);
        System.arraycopy(scores, at, scores, at + 1, moved);
        System.arraycopy(ranks, at, ranks, at + 1, moved);
        words[at] = word;
        scores[at] = score;
        ranks[at] = rank;
        size = Math.min(words.length, size + 1);
        bestRank = Math.max(bestRank, rank);
        floor = Math.max(floor, bestRank - RANKS);
        if (size == words.length) {
            floor = Math.max(floor, ranks[size - 1]);
        }
    }

    /** The words that the last walk found, best first. */
    List<Candidate> found() {
        List<Candidate> all = new ArrayList<>(size);
        for (int i = 0; i < size && ranks[i] >= bestRank - RANKS; i++) {
            all.add(new Candidate(words[i], scores[i]));
        }
        return all;
    }
}
