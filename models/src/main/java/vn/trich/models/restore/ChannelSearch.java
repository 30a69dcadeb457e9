package vn.trich.models.restore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.TreeSet;
import vn.trich.models.language.LanguageModel;
import vn.trich.models.language.Vocabulary;

/** Finds the words that a misread string may have been: a walk through a trie of all words along a channel. Immutable. */
final class ChannelSearch {

    private static final float UNIGRAM_WEIGHT = 0.5f;

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
     * The likeliest words, best first by channel and frequency together.
     *
     * @param read what was read, its case folded as far as it says nothing
     * @param channel the channel
     * @param most how many
     * @param least candidates below this score are left out
     */
    List<Candidate> candidates(String read, Channel channel, int most, float least) {
        Walk walk = new Walk(read, channel, most, least);
        walk.start();
        List<Candidate> found = new ArrayList<>(walk.found);
        found.sort(Comparator.comparingDouble((Candidate c) -> -rank(c)).thenComparingInt(Candidate::word));
        return found;
    }

    private float rank(Candidate c) {
        return c.score() + UNIGRAM_WEIGHT * model.unigram(c.word());
    }

    private final class Walk {
        private final int length;
        private final int most;
        private final float least;
        private final float[][] rows;
        private final float[] insertions;
        private final Channel channel;
        private final PriorityQueue<Candidate> found =
                new PriorityQueue<>(Comparator.comparingDouble(ChannelSearch.this::rank));
        private final float[][] columns = new float[64][];

        Walk(String read, Channel channel, int most, float least) {
            this.length = read.length();
            this.most = most;
            this.least = least;
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
        }

        void start() {
            float[] column = new float[length + 1];
            for (int j = 1; j <= length; j++) {
                column[j] = column[j - 1] + insertions[j - 1];
            }
            columns[0] = column;
            descend(0, 0);
        }

        private void descend(int node, int depth) {
            float[] before = columns[depth];
            for (int next = firstChild[node]; next != 0; next = nextSibling[next]) {
                if (columns[depth + 1] == null) {
                    columns[depth + 1] = new float[length + 1];
                }
                float[] after = columns[depth + 1];
                float best = fill(before, after, channel.index(letterOf[next]));
                if (best < least || found.size() == most && best + bestBelow[next] <= rank(found.peek())) {
                    continue;
                }
                if (wordAt[next] >= 0 && after[length] >= least) {
                    found.add(new Candidate(wordAt[next], after[length]));
                    if (found.size() > most) {
                        found.poll();
                    }
                }
                if (depth + 2 < columns.length) {
                    descend(next, depth + 1);
                }
            }
        }

        private float fill(float[] before, float[] after, int letter) {
            float nothing = channel.nothing()[letter];
            float best = Float.NEGATIVE_INFINITY;
            for (int j = 0; j <= length; j++) {
                float score = before[j] + nothing;
                for (int k = 1; k <= Channel.LONGEST && k <= j; k++) {
                    float[] row = rows[3 * j + k - 1];
                    if (row != null) {
                        score = Math.max(score, before[j - k] + row[letter]);
                    } else if (k == 1) {
                        score = Math.max(score, before[j - 1] + Channel.unseenLog(1));
                    }
                }
                if (j > 0) {
                    score = Math.max(score, after[j - 1] + insertions[j - 1]);
                }
                after[j] = score;
                best = Math.max(best, score);
            }
            return best;
        }
    }
}
