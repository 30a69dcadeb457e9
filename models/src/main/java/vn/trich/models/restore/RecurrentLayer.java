package vn.trich.models.restore;

import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * One direction of a layer of long short-term memory (Hochreiter and Schmidhuber, "Long Short-Term Memory", 1997; gates in the
 * order input, forget, cell, output). What the gates make of a common word alone is kept once it has been asked for. Safe for
 * use by many threads.
 */
final class RecurrentLayer {

    // Rows are sorted by how common they are; these are met again and again.
    private static final int KEPT = 2048;
    // How many windows run side by side.
    private static final int ABREAST = 8;

    private final float[][] input;
    private final Part words;
    private final Part guesses;
    private final float[][] fromMark;
    private final float[][] fromState;
    private final int size;

    /**
     * Vectors of what is shown at each place; their sum goes into the layer.
     *
     * @param words of each word
     * @param guesses of each reading
     * @param marks of each mark
     */
    record Shown(WeightRows words, WeightRows guesses, WeightRows marks) {}

    /**
     * @param shown the vectors
     * @param input their weights for the gates, gates by length of a vector
     * @param recurrent weights of the state for the gates
     * @param bias of the gates, one row
     */
    RecurrentLayer(Shown shown, WeightRows input, WeightRows recurrent, WeightRows bias) {
        this.input = input.transposed();
        this.words = new Part(shown.words);
        this.guesses = new Part(shown.guesses);
        this.fromState = recurrent.transposed();
        this.size = recurrent.columns();
        this.fromMark = new float[shown.marks.rows()][];
        for (int mark = 0; mark < fromMark.length; mark++) {
            fromMark[mark] = bias.row(0);
            WeightRows.times(this.input, shown.marks.row(mark), fromMark[mark]);
        }
    }

    /** How many numbers a state has. */
    int size() {
        return size;
    }

    /**
     * A part of a text.
     *
     * @param from the first place
     * @param to after the last
     */
    record Window(int from, int to) {}

    /**
     * Runs over parts of a text, each as if nothing stood before it. Several go side by side: fetching the weights takes
     * longer than counting with them.
     *
     * @param places what is shown
     * @param windows the parts
     * @param backwards from the last place of each to the first
     * @param states takes the states after the places that have an array there
     */
    void run(Places places, List<Window> windows, boolean backwards, float[][] states) {
        int count = Math.min(ABREAST, windows.size());
        Lane[] lanes = new Lane[count];
        float[][] state = new float[count][];
        float[][] gates = new float[count][];
        for (int n = 0; n < count; n++) {
            lanes[n] = new Lane(windows.get(n));
        }
        int next = count;
        while (count > 0) {
            for (int n = 0; n < count; n++) {
                lanes[n].show(places, backwards);
                state[n] = lanes[n].state;
                gates[n] = lanes[n].gates;
            }
            WeightRows.times(fromState, state, gates, count);
            for (int n = count - 1; n >= 0; n--) {
                lanes[n].step(backwards, states);
                if (lanes[n].isDone()) {
                    lanes[n] = next < windows.size() ? new Lane(windows.get(next++)) : lanes[--count];
                }
            }
        }
    }

    /** One window on its way. */
    private final class Lane {
        private final Window window;
        private final float[] cell = new float[size];
        private final float[] state = new float[size];
        private final float[] gates = new float[4 * size];
        private int steps;

        Lane(Window window) {
            this.window = window;
        }

        private int place(boolean backwards) {
            return backwards ? window.to - 1 - steps : window.from + steps;
        }

        void show(Places places, boolean backwards) {
            int i = place(backwards);
            float[] word = words.gates(places.words()[i]);
            float[] guess = guesses.gates(places.guesses()[i]);
            float[] mark = fromMark[places.marks()[i]];
            for (int k = 0; k < gates.length; k++) {
                gates[k] = word[k] + guess[k] + mark[k];
            }
        }

        void step(boolean backwards, float[][] states) {
            RecurrentLayer.this.step(gates, cell, state);
            float[] wanted = states[place(backwards)];
            if (wanted != null) {
                System.arraycopy(state, 0, wanted, 0, size);
            }
            steps++;
        }

        boolean isDone() {
            return steps == window.to - window.from;
        }
    }

    /**
     * A text as the network is shown it.
     *
     * @param words rows of its words, figures, codes and stops
     * @param guesses for each, which reading the language model takes it for; 0 if there is but one
     * @param marks how each looks
     */
    record Places(int[] words, int[] guesses, byte[] marks) {}

    private void step(float[] gates, float[] cell, float[] state) {
        // sigmoid(x) is half of 1 + tanh(x / 2)
        for (int k = 0; k < 2 * size; k++) {
            gates[k] *= 0.5f;
        }
        for (int k = 3 * size; k < 4 * size; k++) {
            gates[k] *= 0.5f;
        }
        bend(gates);
        for (int k = 0; k < size; k++) {
            float kept = 0.5f + 0.5f * gates[size + k];
            float taken = 0.5f + 0.5f * gates[k];
            cell[k] = kept * cell[k] + taken * gates[2 * size + k];
            state[k] = cell[k];
        }
        bend(state);
        for (int k = 0; k < size; k++) {
            state[k] *= 0.5f + 0.5f * gates[3 * size + k];
        }
    }

    // Hyperbolic tangent by Lambert's continued fraction, off by less than 0.0002; the same on every machine.
    private static void bend(float[] x) {
        for (int k = 0; k < x.length; k++) {
            float v = Math.max(-4.97f, Math.min(4.97f, x[k]));
            float s = v * v;
            x[k] = v * (135135 + s * (17325 + s * (378 + s))) / (135135 + s * (62370 + s * (3150 + s * 28)));
        }
    }

    /** One part of what is shown, with what the gates make of its common rows once these were asked for. */
    private final class Part {
        private final WeightRows rows;
        private final AtomicReferenceArray<float[]> kept;

        Part(WeightRows rows) {
            this.rows = rows;
            this.kept = new AtomicReferenceArray<>(Math.min(KEPT, rows.rows()));
        }

        float[] gates(int row) {
            float[] gates = row < kept.length() ? kept.get(row) : null;
            if (gates == null) {
                gates = new float[4 * size];
                WeightRows.times(input, rows.row(row), gates);
                if (row < kept.length()) {
                    kept.set(row, gates);
                }
            }
            return gates;
        }
    }
}
