package vn.trich.models.language;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * An n-gram model of Vietnamese over {@link Vocabulary} numbers, order 4, in back-off form: flat arrays that make a trie, its
 * probabilities in 256 steps per order. Natural logarithms throughout. Immutable, safe for use by many threads.
 */
public final class LanguageModel {

    /** Longest n-gram. */
    public static final int ORDER = 4;

    private static final int MAGIC = 0x54524C4D;

    private final Vocabulary vocabulary;
    // Share of a word's occurrences inside sentences that are capitalised, in 255ths.
    private final byte[] capitals;
    // Level k (1 to 4) at index k - 1; level 1 is indexed by word number.
    private final char[][] words;
    private final byte[][] probabilities;
    private final byte[][] backoffs;
    private final int[][] firstChild;
    private final float[][] probabilitySteps;
    private final float[][] backoffSteps;
    private final float[] highest;
    // What falling back from three and two words adds at most; kept in steps, it may be more than nothing.
    private final float greatestBackoff;
    private final FollowerFilter[] followers = new FollowerFilter[ORDER - 1];

    LanguageModel(Vocabulary vocabulary, byte[] capitals, Levels levels) {
        this.vocabulary = vocabulary;
        this.capitals = capitals;
        this.words = levels.words;
        this.probabilities = levels.probabilities;
        this.backoffs = levels.backoffs;
        this.firstChild = levels.firstChild;
        this.probabilitySteps = levels.probabilitySteps;
        this.backoffSteps = levels.backoffSteps;
        this.highest = new float[vocabulary.size()];
        Arrays.fill(highest, Float.NEGATIVE_INFINITY);
        for (int level = 0; level < ORDER; level++) {
            for (int node = 0; node < words[level].length; node++) {
                char word = words[level][node];
                highest[word] = Math.max(highest[word], value(level, node));
            }
        }
        this.greatestBackoff = greatest(backoffSteps[1]) + greatest(backoffSteps[2]);
        for (int level = 0; level < ORDER - 1; level++) {
            followers[level] = FollowerFilter.of(firstChild[level], words[level + 1]);
        }
    }

    private static float greatest(float[] steps) {
        float greatest = 0;
        for (float step : steps) {
            greatest = Math.max(greatest, step);
        }
        return greatest;
    }

    /** The arrays of a model, filled by a trainer or from a file. */
    public static final class Levels {
        /** Word of each node, per level; nodes of one parent together and in order of their words. */
        public final char[][] words = new char[ORDER][];
        /** Step of each node's logarithm of probability, per level. */
        public final byte[][] probabilities = new byte[ORDER][];
        /** Step of each node's logarithm of back-off weight, per level but the last. */
        public final byte[][] backoffs = new byte[ORDER - 1][];
        /** Where each node's children begin on the next level; one more entry than nodes. */
        public final int[][] firstChild = new int[ORDER - 1][];
        /** Values of the steps, per level. */
        public final float[][] probabilitySteps = new float[ORDER][];
        /** Values of the steps, per level but the last. */
        public final float[][] backoffSteps = new float[ORDER - 1][];

        /** Empty arrays. */
        public Levels() {}
    }

    /**
     * A model from its parts.
     *
     * @param vocabulary the words
     * @param capitals by word: share of its occurrences inside sentences that are capitalised, in 255ths
     * @param levels the n-grams
     */
    public static LanguageModel of(Vocabulary vocabulary, byte[] capitals, Levels levels) {
        return new LanguageModel(vocabulary, capitals.clone(), levels);
    }

    /**
     * Reads the model that comes with the software.
     *
     * @throws UncheckedIOException if it cannot be read
     */
    public static LanguageModel load() {
        try (InputStream in = LanguageModel.class.getResourceAsStream("administrative.lm")) {
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a model.
     *
     * @throws IOException if it cannot be read or is none
     */
    public static LanguageModel read(InputStream stream) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(stream, 1 << 16));
        Vocabulary vocabulary = readVocabulary(in);
        byte[] capitals = in.readNBytes(vocabulary.size());
        Levels levels = new Levels();
        for (int k = 0; k < ORDER; k++) {
            int nodes = in.readInt();
            levels.words[k] = new char[nodes];
            byte[] bytes = new byte[2 * nodes];
            in.readFully(bytes);
            ByteBuffer.wrap(bytes).asCharBuffer().get(levels.words[k]);
            levels.probabilities[k] = in.readNBytes(nodes);
            levels.probabilitySteps[k] = steps(in);
            if (k < ORDER - 1) {
                levels.backoffs[k] = in.readNBytes(nodes);
                levels.backoffSteps[k] = steps(in);
                levels.firstChild[k] = children(in, nodes);
            }
        }
        return new LanguageModel(vocabulary, capitals, levels);
    }

    /** Reads no more of a model than which words follow which. */
    static KnownPairs readPairs(DataInputStream in) throws IOException {
        Vocabulary vocabulary = readVocabulary(in);
        in.skipNBytes(vocabulary.size());
        int words = in.readInt();
        // Each word's number, probability and back-off, and the values of the steps.
        in.skipNBytes(3L * words + 256 * Float.BYTES);
        in.skipNBytes(words + 256L * Float.BYTES);
        int[] first = children(in, words);
        byte[] bytes = new byte[2 * in.readInt()];
        in.readFully(bytes);
        char[] followers = new char[bytes.length / 2];
        ByteBuffer.wrap(bytes).asCharBuffer().get(followers);
        return new KnownPairs(vocabulary, first, followers);
    }

    private static Vocabulary readVocabulary(DataInputStream in) throws IOException {
        if (in.readInt() != MAGIC) {
            throw new IOException("not a language model");
        }
        byte[] list = new byte[in.readInt()];
        in.readFully(list);
        return new Vocabulary(List.of(new String(list, StandardCharsets.UTF_8).split("\n")));
    }

    private static float[] steps(DataInputStream in) throws IOException {
        float[] steps = new float[256];
        for (int i = 0; i < 256; i++) {
            steps[i] = in.readFloat();
        }
        return steps;
    }

    // Counts of children: one byte, or 255 and an int for the rare big ones.
    private static int[] children(DataInputStream in, int nodes) throws IOException {
        byte[] small = in.readNBytes(nodes);
        int[] first = new int[nodes + 1];
        for (int i = 0; i < nodes; i++) {
            int count = small[i] & 0xFF;
            first[i + 1] = first[i] + (count == 255 ? in.readInt() : count);
        }
        return first;
    }

    /**
     * Writes the model.
     *
     * @throws IOException if that fails
     */
    public void write(DataOutputStream out) throws IOException {
        out.writeInt(MAGIC);
        List<String> list = new ArrayList<>();
        for (int i = Vocabulary.FIRST_WORD; i < vocabulary.size(); i++) {
            list.add(vocabulary.word(i));
        }
        byte[] bytes = String.join("\n", list).getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
        out.write(capitals);
        for (int k = 0; k < ORDER; k++) {
            out.writeInt(words[k].length);
            for (char word : words[k]) {
                out.writeChar(word);
            }
            out.write(probabilities[k]);
            for (float step : probabilitySteps[k]) {
                out.writeFloat(step);
            }
            if (k < ORDER - 1) {
                out.write(backoffs[k]);
                for (float step : backoffSteps[k]) {
                    out.writeFloat(step);
                }
                writeChildren(out, firstChild[k]);
            }
        }
    }

    private static void writeChildren(DataOutputStream out, int[] first) throws IOException {
        for (int i = 0; i + 1 < first.length; i++) {
            out.writeByte(Math.min(255, first[i + 1] - first[i]));
        }
        for (int i = 0; i + 1 < first.length; i++) {
            if (first[i + 1] - first[i] >= 255) {
                out.writeInt(first[i + 1] - first[i]);
            }
        }
    }

    /** The words. */
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** How many n-grams of length {@code order} the model holds. */
    public int size(int order) {
        return words[order - 1].length;
    }

    /** Logarithm of the probability of a word without context. */
    public float unigram(int word) {
        return probabilitySteps[0][probabilities[0][word] & 0xFF];
    }

    /**
     * By how much likelier a word is after others than anywhere, a natural logarithm.
     *
     * @param earlier number of the word before that before; {@link Vocabulary#UNKNOWN} if there is none or nobody knows it
     * @param before number of the word before
     * @param word number of the word
     */
    public float gain(int earlier, int before, int word) {
        Step step = new Step();
        int pair = -1;
        if (earlier != Vocabulary.UNKNOWN) {
            next(earlier, -1, -1, before, step);
            pair = step.two();
        }
        next(before, pair, -1, word, step);
        return step.logProbability() - unigram(word);
    }

    /** Logarithm of the probability of a word in the context that lets most expect it. */
    public float highest(int word) {
        return highest[word];
    }

    /**
     * Logarithm of the probability that a word inside a sentence is capitalised, or that it is not.
     *
     * @param word number of the word
     * @param capitalised which of the two
     */
    public float letterCase(int word, boolean capitalised) {
        double share = Math.min(0.97, Math.max(0.03, (capitals[word] & 0xFF) / 255.0));
        return (float) Math.log(capitalised ? share : 1 - share);
    }

    /** Where {@link #next} puts its two results, so that nothing is allocated in a decoder's inner loop. */
    public static final class Step {
        private float logProbability;
        private int two;
        private int three;

        /** Not yet filled. */
        public Step() {}

        /** Logarithm of the probability of the word in its context. */
        public float logProbability() {
            return logProbability;
        }

        /** Node of the last two words with the new one. */
        public int two() {
            return two;
        }

        /** Node of the last three words with the new one. */
        public int three() {
            return three;
        }
    }

    /**
     * Probability of a word after a context, and the context after it (whose last word is {@code word}).
     *
     * @param one node of the last word
     * @param two node of the last two words or -1
     * @param three node of the last three words or -1
     * @param word number of the next word
     * @param step where the results go
     */
    public void next(int one, int two, int three, int word, Step step) {
        step.two = child(0, firstChild[0][one], firstChild[0][one + 1], word);
        step.three = two < 0 ? -1 : child(1, firstChild[1][two], firstChild[1][two + 1], word);
        int four = three < 0 ? -1 : child(2, firstChild[2][three], firstChild[2][three + 1], word);
        float fromTwo = two < 0 ? 0 : backoff(1, two);
        float fromThree = three < 0 ? 0 : backoff(2, three);
        step.logProbability = log(one, word, step, four, fromTwo, fromThree);
    }

    /** The logarithm of a word's probability by the longest n-gram that the model has of it; what falling back costs is given. */
    private float log(int one, int word, Step found, int four, float fromTwo, float fromThree) {
        if (four >= 0) {
            return value(3, four);
        }
        if (found.three >= 0) {
            return fromThree + value(2, found.three);
        }
        float log = fromThree + fromTwo;
        return log + (found.two >= 0 ? value(1, found.two) : backoff(0, one) + value(0, word));
    }

    /**
     * Some contexts after each of which many words are asked for: what belongs to the context alone, or to its last word and
     * the next, is looked up once. Contexts with the same last word are a group. For one thread.
     */
    public final class Contexts {
        private final Optional<PairBounds> bounds;
        private int size;
        private int groups;
        // Of each context: where the followers of its last two and three words begin and end, and what falling back
        // from them costs.
        private int[] begin;
        private float[] backoff;
        // Of each group.
        private int[] lastWords;
        // What is asked for: a word after a group's last word, and the node of both.
        private int one;
        private int word;
        private int pair;

        /**
         * None yet.
         *
         * @param room for so many to begin with
         * @param bounds what {@link #most} looks at: worth the while where many words are asked for
         */
        public Contexts(int room, Optional<PairBounds> bounds) {
            this.bounds = bounds;
            begin = new int[4 * room];
            backoff = new float[2 * room];
            lastWords = new int[room];
        }

        private void grow() {
            begin = Arrays.copyOf(begin, 2 * begin.length);
            backoff = Arrays.copyOf(backoff, 2 * backoff.length);
            lastWords = Arrays.copyOf(lastWords, 2 * lastWords.length);
        }

        /** Forgets all contexts. */
        public void clear() {
            size = 0;
            groups = 0;
        }

        /**
         * Adds a context, described as for {@link LanguageModel#next}; the first one has number 0.
         *
         * @return number of its group; the first one has number 0
         */
        public int add(int last, int two, int three) {
            if (size == lastWords.length) {
                grow();
            }
            boolean hasTwo = two >= 0;
            boolean hasThree = three >= 0;
            begin[4 * size] = hasTwo ? firstChild[1][two] : 0;
            begin[4 * size + 1] = hasTwo ? firstChild[1][two + 1] : 0;
            begin[4 * size + 2] = hasThree ? firstChild[2][three] : 0;
            begin[4 * size + 3] = hasThree ? firstChild[2][three + 1] : 0;
            backoff[2 * size] = hasTwo ? LanguageModel.this.backoff(1, two) : 0;
            backoff[2 * size + 1] = hasThree ? LanguageModel.this.backoff(2, three) : 0;
            size++;
            int group = 0;
            while (group < groups && lastWords[group] != last) {
                group++;
            }
            lastWords[group] = last;
            groups = Math.max(groups, group + 1);
            return group;
        }

        /** How many groups there are. */
        public int groups() {
            return groups;
        }

        /** Asks for a word after the contexts of a group. */
        public void ask(int group, int next) {
            one = lastWords[group];
            word = next;
            pair = child(0, firstChild[0][one], firstChild[0][one + 1], word);
        }

        /** No context of the group gives the word a greater probability than this, a logarithm. */
        public float most() {
            if (bounds.isEmpty() || pair < 0 && bounds.get().mayBePruned(one, word)) {
                return highest(word);
            }
            float found = pair >= 0 ? bounds.get().of(pair) : LanguageModel.this.backoff(0, one) + unigram(word);
            return found + greatestBackoff;
        }

        /** Probability of the word after a context of the group, and the context after it. */
        public void next(int context, Step step) {
            step.two = pair;
            step.three = child(1, begin[4 * context], begin[4 * context + 1], word);
            int four = child(2, begin[4 * context + 2], begin[4 * context + 3], word);
            step.logProbability = log(one, word, step, four, backoff[2 * context], backoff[2 * context + 1]);
        }
    }

    /** How likely each word can be after another at most; takes a fifth of a second to make. */
    public PairBounds pairBounds() {
        return new PairBounds(words, firstChild, this::value);
    }

    private float value(int level, int node) {
        return probabilitySteps[level][probabilities[level][node] & 0xFF];
    }

    private float backoff(int level, int node) {
        return backoffSteps[level][backoffs[level][node] & 0xFF];
    }

    private int child(int level, int begin, int end, int word) {
        if (begin == end || !followers[level].mayHave(begin, end, word)) {
            return -1;
        }
        int low = begin;
        int high = end - 1;
        char[] next = words[level + 1];
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int at = next[middle];
            if (at < word) {
                low = middle + 1;
            } else if (at > word) {
                high = middle - 1;
            } else {
                return middle;
            }
        }
        return -1;
    }
}
