package vn.trich.models.restore;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import vn.trich.models.language.Vocabulary;

/**
 * A network that tells which word stands at a place from what stands around it, whatever was read there: the states of two
 * recurrent layers (Hochreiter and Schmidhuber, "Long Short-Term Memory", 1997), one over all that stands before the place and one
 * over all behind it, make a vector ({@link Readout}) that is compared with one of each word. Trained by
 * {@code models/src/main/python/train_predictor.py}. Safe for use by many threads.
 */
final class WordPredictor {

    // Row of every word that has none of its own.
    private static final int UNKNOWN = 1;
    private static final int FIRST = 2;
    private static final int MAGIC = 0x54525053;
    private static final int MOST = 1 << 20;

    // Words further off hardly matter.
    private static final int REACH = 14;

    // For each word of the language model.
    private final int[] rows;
    private final RecurrentLayer before;
    private final RecurrentLayer after;
    private final Readout readout;
    private final WeightRows words;
    private final float[] bias;

    private WordPredictor(DataInputStream in, Vocabulary vocabulary) throws IOException {
        if (in.readInt() != MAGIC) {
            throw new IOException("not a network that predicts words");
        }
        int width = in.readInt();
        int state = in.readInt();
        int count = in.readInt();
        if (width % 4 != 0 || state % 4 != 0 || count < 0 || count > MOST) {
            throw new IOException("a network that predicts words of odd size");
        }
        this.rows = new int[vocabulary.size()];
        Arrays.fill(rows, UNKNOWN);
        for (int row = FIRST; row < FIRST + count; row++) {
            String word = new String(in.readNBytes(in.readUnsignedShort()), StandardCharsets.UTF_8);
            rows[number(word, vocabulary)] = row;
        }
        rows[Vocabulary.UNKNOWN] = UNKNOWN;
        this.words = WeightRows.ofBytes(in);
        this.bias = WeightRows.ofShorts(in).row(0);
        this.before = RecurrentLayer.read(List.of(words), in);
        this.after = RecurrentLayer.read(List.of(words), in);
        this.readout = Readout.read(in);
        boolean fits = words.rows() == FIRST + count
                && words.columns() == width
                && bias.length == FIRST + count
                && before.size() == state
                && after.size() == state
                && readout.states() == 2 * state
                && readout.size() == width;
        if (!fits) {
            throw new IOException("a network that predicts words whose parts do not fit");
        }
    }

    private static int number(String word, Vocabulary vocabulary) {
        return switch (word) {
            case ReadingTagger.NUMBER -> Vocabulary.NUMBER;
            case ReadingTagger.CODE -> Vocabulary.CODE;
            case ReadingTagger.STOP -> Vocabulary.STOP;
            default -> vocabulary.number(word);
        };
    }

    /**
     * Reads the network that comes with the software.
     *
     * @param vocabulary the language model's
     * @throws UncheckedIOException if it cannot be read
     */
    static WordPredictor load(Vocabulary vocabulary) {
        try (InputStream in = WordPredictor.class.getResourceAsStream("predictor.net")) {
            return read(in, vocabulary);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a network.
     *
     * @throws IOException if it cannot be read or is none
     */
    static WordPredictor read(InputStream stream, Vocabulary vocabulary) throws IOException {
        return new WordPredictor(new DataInputStream(new BufferedInputStream(stream, 1 << 16)), vocabulary);
    }

    /**
     * Reads what stands around some words of a text.
     *
     * @param text numbers of its words in the language model, and of what stands for figures, codes and stops
     * @param asked the words, by their indices, in order
     */
    Surroundings around(int[] text, int[] asked) {
        int n = text.length;
        int[][] shown = {Arrays.stream(text).map(word -> rows[word]).toArray()};
        // The state before a place is that behind its neighbour; outside of the text there is none.
        float[][] earlier = new float[n + 2][];
        float[][] later = new float[n + 2][];
        for (int place : asked) {
            earlier[place] = new float[before.size()];
            later[place + 2] = new float[after.size()];
        }
        before.run(
                shown,
                RecurrentLayer.Window.around(n, shifted(asked, -1, n), REACH, 0),
                false,
                Arrays.copyOfRange(earlier, 1, n + 1));
        after.run(
                shown,
                RecurrentLayer.Window.around(n, shifted(asked, 1, n), 0, REACH),
                true,
                Arrays.copyOfRange(later, 1, n + 1));
        return new Surroundings(earlier, later);
    }

    // The neighbours that are within the text.
    private static int[] shifted(int[] places, int by, int length) {
        return Arrays.stream(places)
                .map(place -> place + by)
                .filter(place -> place >= 0 && place < length)
                .toArray();
    }

    /** What stands around some words of a text. */
    final class Surroundings {

        // How unlikely a word can seem; so does one that the network does not know.
        private static final float LEAST = -10;

        private final float[][] earlier;
        private final float[][] later;

        private Surroundings(float[][] earlier, float[][] later) {
            this.earlier = earlier;
            this.later = later;
        }

        /**
         * Logarithms of the likelihoods of words at a place that was asked about, if it is one of those that the network knows; -10
         * at least.
         *
         * @param place by its index
         * @param candidates numbers of the words in the language model
         */
        float[] logs(int place, int[] candidates) {
            float[] vector = readout.vector(earlier[place], later[place + 2]);
            float[] scores = new float[candidates.length];
            for (int k = 0; k < scores.length; k++) {
                int row = rows[candidates[k]];
                scores[k] = row == UNKNOWN ? Float.NEGATIVE_INFINITY : bias[row] + words.times(row, vector);
            }
            return DocumentWords.logShares(scores, LEAST);
        }
    }
}
