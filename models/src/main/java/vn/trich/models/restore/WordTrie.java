package vn.trich.models.restore;

import java.util.Arrays;
import java.util.Comparator;
import java.util.TreeSet;
import java.util.stream.IntStream;
import vn.trich.models.language.LanguageModel;
import vn.trich.models.language.Vocabulary;

/**
 * All words of a language model as a trie in flat arrays. The children of a node have numbers one after the other, those that
 * lead to frequent words first. Node 0 is the root. Immutable.
 */
final class WordTrie {

    /** What half the logarithm of a word's frequency is worth beside the channel's. */
    private static final float UNIGRAM_WEIGHT = 0.5f;

    private static final int SIZE = 4;

    private final String letters;
    private final int deepest;
    private final float[] worth;
    // Four numbers a node, so that one look into memory fetches all of them.
    private final int[] nodes;

    /** Of all words of a model. */
    WordTrie(LanguageModel model) {
        Vocabulary vocabulary = model.vocabulary();
        this.worth = new float[vocabulary.size()];
        TreeSet<Character> used = new TreeSet<>();
        int most = 1;
        int longest = 0;
        for (int w = Vocabulary.FIRST_WORD; w < worth.length; w++) {
            worth[w] = UNIGRAM_WEIGHT * model.unigram(w);
            vocabulary.word(w).chars().forEach(c -> used.add((char) c));
            most += vocabulary.word(w).length();
            longest = Math.max(longest, vocabulary.word(w).length());
        }
        StringBuilder all = new StringBuilder();
        used.forEach(all::append);
        this.letters = all.toString();
        this.deepest = longest;
        Growing growing = new Growing(most);
        for (int w = Vocabulary.FIRST_WORD; w < worth.length; w++) {
            growing.add(vocabulary.word(w), w);
        }
        this.nodes = growing.inOrder();
    }

    /** All letters that words have, each once. */
    String letters() {
        return letters;
    }

    /** Letters of the longest word. */
    int deepest() {
        return deepest;
    }

    /** Number of the first child of a node. */
    int firstChild(int node) {
        return nodes[SIZE * node];
    }

    /** Number after the last child of a node. */
    int endOfChildren(int node) {
        return nodes[SIZE * (node + 1)];
    }

    /** Index in {@link #letters} of the letter that leads to a node. */
    int letter(int node) {
        return nodes[SIZE * node + 1];
    }

    /** The word that ends at a node, -1 if none does. */
    int word(int node) {
        return nodes[SIZE * node + 2];
    }

    /** What a word's frequency is worth. */
    float worth(int word) {
        return worth[word];
    }

    /** The highest worth of all words at and below a node. */
    float bestBelow(int node) {
        return Float.intBitsToFloat(nodes[SIZE * node + 3]);
    }

    /** The trie while words are added: nodes in order of creation, children as a linked list. */
    private final class Growing {
        private final char[] letter;
        private final int[] child;
        private final int[] sibling;
        private final int[] word;
        private final float[] best;
        private int count = 1;

        Growing(int most) {
            letter = new char[most];
            child = new int[most];
            sibling = new int[most];
            word = new int[most];
            best = new float[most];
            Arrays.fill(word, -1);
            Arrays.fill(best, Float.NEGATIVE_INFINITY);
        }

        void add(String text, int number) {
            int node = 0;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                int next = child[node];
                while (next != 0 && letter[next] != c) {
                    next = sibling[next];
                }
                if (next == 0) {
                    next = count++;
                    letter[next] = c;
                    sibling[next] = child[node];
                    child[node] = next;
                }
                best[next] = Math.max(best[next], worth[number]);
                node = next;
            }
            word[node] = number;
        }

        // Level by level, so that children stand together.
        int[] inOrder() {
            int[] out = new int[SIZE * (count + 1)];
            int[] old = new int[count];
            int known = 1;
            for (int node = 0, at = 0; node < count; node++, at += SIZE) {
                out[at] = known;
                out[at + 1] = letters.indexOf(letter[old[node]]);
                out[at + 2] = word[old[node]];
                out[at + 3] = Float.floatToRawIntBits(best[old[node]]);
                for (int next : children(old[node])) {
                    old[known++] = next;
                }
            }
            out[SIZE * count] = count;
            return out;
        }

        private int[] children(int node) {
            return IntStream.iterate(child[node], next -> next != 0, next -> sibling[next])
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer next) -> -best[next])
                            .thenComparing(next -> letter[next]))
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
    }
}
