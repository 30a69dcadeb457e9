package vn.trich.models.restore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import vn.trich.models.language.LanguageModel;
import vn.trich.models.language.Vocabulary;

/** Finds the words that a misread string may have been: a walk through a trie of all words along a channel. Immutable. */
final class ChannelSearch {

    private static final float UNIGRAM_WEIGHT = 0.5f;
    private static final int DEEPEST = 64;
    // Candidates are first looked for down to this score, further down only if none is good.
    private static final float FIRST_BOUND = -12;
    // What ranks so far behind the best is left out.
    private static final float RANKS = 12;

    private final String letters;
    // The trie: nodes in order of creation, children as a linked list.
    private final char[] letterOf;
    private final int[] firstChild;
    private final int[] nextSibling;
    private final int[] wordAt;
    private final float[] bestBelow;
    private final LanguageModel model;

    ChannelSearch(LanguageModel model) {
        this.model = model;
        Vocabulary vocabulary = model.vocabulary();
        TreeSet<Character> used = new TreeSet<>();
        int most = 1;
        for (int w = Vocabulary.FIRST_WORD; w < vocabulary.size(); w++) {
            most += vocabulary.word(w).length();
        }
        char[] letter = new char[most];
        int[] child = new int[most];
        int[] sibling = new int[most];
        int[] word = new int[most];
        float[] best = new float[most];
        Arrays.fill(best, Float.NEGATIVE_INFINITY);
        Arrays.fill(word, -1);
        int nodes = 1;
        for (int w = Vocabulary.FIRST_WORD; w < vocabulary.size(); w++) {
            int node = 0;
            float unigram = UNIGRAM_WEIGHT * model.unigram(w);
            for (char c : vocabulary.word(w).toCharArray()) {
                used.add(c);
                int next = child[node];
                while (next != 0 && letter[next] != c) {
                    next = sibling[next];
                }
                if (next == 0) {
                    next = nodes++;
                    letter[next] = c;
                    sibling[next] = child[node];
                    child[node] = next;
                }
                best[next] = Math.max(best[next], unigram);
                node = next;
            }
            word[node] = w;
        }
        StringBuilder all = new StringBuilder();
        used.forEach(all::append);
        this.letters = all.toString();
        this.letterOf = Arrays.copyOf(letter, nodes);
        this.firstChild = Arrays.copyOf(child, nodes);
        this.nextSibling = Arrays.copyOf(sibling, nodes);
        this.wordAt = Arrays.copyOf(word, nodes);
        this.bestBelow = Arrays.copyOf(best, nodes);
    }

    /** All letters that words have. */
    String letters() {
        return letters;
    }

    /**
     * A word that may have been read so.
     *
     * @param word its number
     * @param score logarithm of the probability that it was read so
     */
    record Candidate(int word, float score) {}

    /**
     * The likeliest words, best first by channel and frequency together. Where there are good ones, poor ones are not
     * looked for.
     *
     * @param read what was read, its case folded as far as it says nothing
     * @param channel the channel
     * @param most how many
     * @param least candidates below this score are left out
     */
    List<Candidate> candidates(String read, Channel channel, int most, float least) {
        Walk walk = new Walk(read, channel);
        for (float bound = Math.max(least, FIRST_BOUND); ; bound = Math.max(least, 2 * bound)) {
            walk.start(bound);
            if (bound <= least || walk.bestScore >= bound / 2) {
                return walk.found(most);
            }
        }
    }

    private final class Walk {
        private final int length;
        private final float[][] rows;
        private final float[] insertions;
        private final Channel channel;
        private final float[][] columns = new float[DEEPEST][];
        private final float[] unseen;
        private float least;
        private float bestScore;
        private float bestRank;
        private int size;
        private int[] words = new int[64];
        private float[] scores = new float[64];

        Walk(String read, Channel channel) {
            this.length = read.length();
            this.channel = channel;
            // rows[3 * end + k - 1]: what it costs each letter to be read as the k characters before end.
            rows = new float[3 * (length + 1)][];
            insertions = new float[length];
            for (int end = 1; end <= length; end++) {
                insertions[end - 1] = Channel.insertion(read.charAt(end - 1));
                for (int k = 1; k <= Math.min(Channel.LONGEST, end); k++) {
                    rows[3 * end + k - 1] = channel.row(read.substring(end - k, end));
                }
            }
            unseen = new float[channel.nothing().length];
            Arrays.fill(unseen, Channel.unseenLog(1));
            for (int end = 1; end <= length; end++) {
                if (rows[3 * end] == null) {
                    rows[3 * end] = unseen;
                }
            }
        }

        void start(float bound) {
            least = bound;
            bestScore = Float.NEGATIVE_INFINITY;
            bestRank = Float.NEGATIVE_INFINITY;
            size = 0;
            float[] column = new float[length + 1];
            int last = 0;
            for (int j = 1; j <= length; j++) {
                column[j] = column[j - 1] + insertions[j - 1];
                last = column[j] >= least ? j : last;
            }
            columns[0] = column;
            descend(0, 0, 0, last);
        }

        // Of the column before, only the places from first to last are worth going on from.
        private void descend(int node, int depth, int first, int last) {
            if (columns[depth + 1] == null) {
                columns[depth + 1] = new float[length + 1];
            }
            float[] after = columns[depth + 1];
            int end = Math.min(length, last + Channel.LONGEST);
            for (int next = firstChild[node]; next != 0; next = nextSibling[next]) {
                fill(columns[depth], after, channel.index(letterOf[next]), first, end);
                int from = first;
                while (from <= end && after[from] < least) {
                    from++;
                }
                int to = end;
                while (to > from && after[to] < least) {
                    to--;
                }
                if (from > end) {
                    continue;
                }
                int reached = to;
                while (to < length && after[to] + insertions[to] >= least) {
                    after[to + 1] = after[to] + insertions[to];
                    to++;
                }
                Arrays.fill(after, to + 1, length + 1, Float.NEGATIVE_INFINITY);
                float best = best(after, from, reached);
                if (best + bestBelow[next] < bestRank - RANKS) {
                    continue;
                }
                if (wordAt[next] >= 0 && to == length && after[length] >= least) {
                    add(wordAt[next], after[length]);
                }
                if (depth + 2 < columns.length) {
                    descend(next, depth + 1, from, to);
                }
            }
        }

        private float best(float[] column, int from, int to) {
            float best = column[from];
            for (int j = from + 1; j <= to; j++) {
                best = Math.max(best, column[j]);
            }
            return best;
        }

        private void fill(float[] before, float[] after, int letter, int first, int end) {
            float nothing = channel.nothing()[letter];
            Arrays.fill(after, 0, first, Float.NEGATIVE_INFINITY);
            for (int j = first; j <= end; j++) {
                float score = before[j] + nothing;
                if (j > first) {
                    score = Math.max(score, before[j - 1] + rows[3 * j][letter]);
                    float[] two = rows[3 * j + 1];
                    if (two != null && j > 1) {
                        score = Math.max(score, before[j - 2] + two[letter]);
                    }
                    float[] three = rows[3 * j + 2];
                    if (three != null && j > 2) {
                        score = Math.max(score, before[j - 3] + three[letter]);
                    }
                    score = Math.max(score, after[j - 1] + insertions[j - 1]);
                }
                after[j] = score;
            }
        }

        private void add(int word, float score) {
            if (size == words.length) {
                words = Arrays.copyOf(words, 2 * size);
                scores = Arrays.copyOf(scores, 2 * size);
            }
            words[size] = word;
            scores[size++] = score;
            bestScore = Math.max(bestScore, score);
            bestRank = Math.max(bestRank, score + UNIGRAM_WEIGHT * model.unigram(word));
        }

        List<Candidate> found(int most) {
            List<Candidate> all = new ArrayList<>(size);
            float[] ranks = new float[size];
            for (int i = 0; i < size; i++) {
                ranks[i] = -(scores[i] + UNIGRAM_WEIGHT * model.unigram(words[i]));
            }
            float[] sorted = ranks.clone();
            Arrays.sort(sorted);
            float worst = size > most ? sorted[most - 1] : Float.POSITIVE_INFINITY;
            for (int i = 0; i < size; i++) {
                if (ranks[i] <= worst) {
                    all.add(new Candidate(words[i], scores[i]));
                }
            }
            all.sort(Comparator.comparingDouble((Candidate c) -> -c.score() - UNIGRAM_WEIGHT * model.unigram(c.word()))
                    .thenComparingInt(Candidate::word));
            return all.size() > most ? List.copyOf(all.subList(0, most)) : all;
        }
    }
}
