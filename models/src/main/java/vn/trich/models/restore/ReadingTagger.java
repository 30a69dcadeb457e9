package vn.trich.models.restore;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.trich.models.language.Letters;
import vn.trich.models.language.Piece;
import vn.trich.models.language.Vocabulary;

/**
 * A network that tells the readings of words without marks from all that stands around them: a bidirectional recurrent layer
 * (Graves and Schmidhuber, "Framewise phoneme classification with bidirectional LSTM and other neural network architectures",
 * 2005) over the bare words and what the language model takes them for, whose state at a place is compared with a vector of
 * each reading. Trained by {@code models/src/main/python/train_tagger.py}. Safe for use by many threads.
 */
final class ReadingTagger {

    // Row of every word that has none of its own.
    private static final int UNKNOWN = 1;
    // What stands for every figure, every code, and a stop whose sign is lost.
    static final String NUMBER = "<num>";
    static final String CODE = "<code>";
    static final String STOP = ".";
    // Added to how a word is capitalised if nothing but a blank parts it from the one before.
    private static final int JOINED = 4;

    // Added for each of these margins that the language model reaches.
    private static final int SURER = 8;
    private static final float[] SURE = {1, 3, 6};

    // Words further off hardly matter.
    private static final int REACH = 14;

    private static final int MAGIC = 0x54525447;
    private static final int FIRST = 2;
    private static final int MOST = 1 << 20;

    private final Map<String, Integer> rows;
    // For each row from FIRST: its readings, and the number of the first.
    private final List<List<String>> readings;
    private final int[] firstReading;
    private final RecurrentLayer forward;
    private final RecurrentLayer backward;
    private final float[][] output;
    private final float[] outputBias;
    private final WeightRows vectors;
    private final float[] bias;

    private ReadingTagger(DataInputStream in) throws IOException {
        if (in.readInt() != MAGIC) {
            throw new IOException("not a network for readings");
        }
        int word = in.readInt();
        int state = in.readInt();
        int width = in.readInt();
        int count = in.readInt();
        if (word % 4 != 0 || state % 4 != 0 || count < 0 || count > MOST) {
            throw new IOException("a network for readings of odd size");
        }
        this.rows = new HashMap<>(2 * count);
        this.readings = new ArrayList<>(count);
        this.firstReading = new int[count + 1];
        for (int i = 0; i < count; i++) {
            String line = new String(in.readNBytes(in.readUnsignedShort()), StandardCharsets.UTF_8);
            List<String> parts = List.of(line.split("\t"));
            rows.put(parts.get(0), FIRST + i);
            readings.add(parts.subList(1, parts.size()));
            firstReading[i + 1] = firstReading[i] + parts.size() - 1;
        }
        WeightRows words = WeightRows.ofBytes(in);
        WeightRows marks = WeightRows.ofShorts(in);
        WeightRows guesses = WeightRows.ofBytes(in);
        List<WeightRows> shown = List.of(words, guesses, marks);
        this.forward = RecurrentLayer.read(shown, in);
        this.backward = RecurrentLayer.read(shown, in);
        this.output = WeightRows.ofShorts(in).transposed();
        this.outputBias = WeightRows.ofShorts(in).row(0);
        this.vectors = WeightRows.ofBytes(in);
        this.bias = WeightRows.ofShorts(in).row(0);
        boolean fits = words.rows() == FIRST + count
                && words.columns() == word
                && forward.size() == state
                && outputBias.length == width
                && guesses.rows() == 1 + firstReading[count]
                && vectors.rows() == guesses.rows();
        if (!fits) {
            throw new IOException("a network for readings whose parts do not fit");
        }
    }

    /**
     * Reads the network that comes with the software.
     *
     * @throws UncheckedIOException if it cannot be read
     */
    static ReadingTagger load() {
        try (InputStream in = ReadingTagger.class.getResourceAsStream("tagger.net")) {
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a network.
     *
     * @throws IOException if it cannot be read or is none
     */
    static ReadingTagger read(InputStream stream) throws IOException {
        return new ReadingTagger(new DataInputStream(new BufferedInputStream(stream, 1 << 16)));
    }

    /**
     * The mark of a word, stop, figure or code: how it is capitalised (0 for what is no word), 4 more if it is joined to the
     * one before, 8, 16 or 24 more the surer the language model is of it.
     *
     * @param slots all
     * @param at which
     * @param margin how far the language model's next best reading is behind
     */
    static int mark(List<Slot> slots, int at, float margin) {
        Slot slot = slots.get(at);
        boolean isWord = slot.kind() == Piece.Kind.WORD;
        int mark = isWord ? 1 + LetterCase.of(slot.text()).ordinal() : 0;
        mark += Slot.isJoined(slots, at) ? JOINED : 0;
        for (float bound : SURE) {
            mark += margin >= bound ? SURER : 0;
        }
        return mark;
    }

    /** What the network is shown of what is no word that it could read: the stop, or what stands for all of its kind. */
    static String sign(Slot slot) {
        return switch (slot.kind()) {
            case NUMBER -> NUMBER;
            case CODE -> CODE;
            // Ruined text may have lost the sign itself.
            case STOP, SIGN -> slot.text().isEmpty() ? STOP : slot.text();
            case WORD -> Letters.bare(Vocabulary.normal(slot.text()));
        };
    }

    /** Row of a word without marks in small letters, or of what {@link #sign} gives. */
    int row(String letters) {
        return rows.getOrDefault(letters, UNKNOWN);
    }

    // In small letters; none if there are not several.
    private List<String> readings(int row) {
        return row < FIRST ? List.of() : readings.get(row - FIRST);
    }

    /**
     * Number of the language model's guess among all readings of the letters; 0 if the network does not tell it from others,
     * or if the language model is so little sure that its guess would mislead.
     *
     * @param row of the letters
     * @param word the guess
     * @param mark of the place
     */
    int guess(int row, String word, int mark) {
        int reading = mark < SURER ? -1 : readings(row).indexOf(word);
        return reading < 0 ? 0 : 1 + firstReading[row - FIRST] + reading;
    }

    /**
     * A text as the network is shown it.
     *
     * @param words rows of its words, figures, codes and stops
     * @param guesses for each, which reading the language model takes it for; 0 if there is but one
     * @param marks how each looks
     */
    record Text(int[] words, int[] guesses, int[] marks) {

        /** So many places, to be filled in. */
        Text(int length) {
            this(new int[length], new int[length], new int[length]);
        }
    }

    /**
     * Reads what stands around some words of a text.
     *
     * @param text what the network is shown
     * @param asked the words, by their indices, in order
     */
    Surroundings around(Text text, int[] asked) {
        int n = text.words.length;
        float[][] before = new float[n][];
        float[][] after = new float[n][];
        for (int place : asked) {
            before[place] = new float[forward.size()];
            after[place] = new float[backward.size()];
        }
        int[][] rows = {text.words, text.guesses, text.marks};
        forward.run(rows, RecurrentLayer.Window.around(n, asked, REACH, 0), false, before);
        backward.run(rows, RecurrentLayer.Window.around(n, asked, 0, REACH), true, after);
        return new Surroundings(text.words, before, after);
    }

    /** What stands around some words of a text. */
    final class Surroundings {

        // How unlikely a reading can seem; so does one that the network does not know.
        private static final float LEAST = -10;

        private final int[] words;
        private final float[][] before;
        private final float[][] after;

        private Surroundings(int[] words, float[][] before, float[][] after) {
            this.words = words;
            this.before = before;
            this.after = after;
        }

        /**
         * Logarithms of the likelihoods of readings of a word that was asked about, if it is one of those that the network
         * knows; -10 at least.
         *
         * @param place of the word
         * @param candidates the readings, in small letters
         */
        float[] logs(int place, List<String> candidates) {
            float[] state = Arrays.copyOf(before[place], before[place].length + after[place].length);
            System.arraycopy(after[place], 0, state, before[place].length, after[place].length);
            float[] vector = outputBias.clone();
            WeightRows.times(output, state, vector);
            List<String> known = readings(words[place]);
            float[] scores = new float[candidates.size()];
            for (int k = 0; k < scores.length; k++) {
                int reading = known.indexOf(candidates.get(k));
                int number = reading < 0 ? 0 : 1 + firstReading[words[place] - FIRST] + reading;
                scores[k] = number == 0 ? Float.NEGATIVE_INFINITY : bias[number] + vectors.times(number, vector);
            }
            return DocumentWords.logShares(scores, LEAST);
        }
    }
}
