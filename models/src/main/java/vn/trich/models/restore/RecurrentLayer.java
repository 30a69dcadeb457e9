package vn.trich.models.restore;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * One direction of a layer of long short-term memory (Hochreiter and Schmidhuber, "Long Short-Term Memory", 1997; gates in the
 * order input, forget, cell, output). What the gates make of a common word alone is kept once it has been asked for. Safe for
 * use by many threads.
 */
final class RecurrentLayer {

    // Rows are sorted by how common they are; these are met again and again.
    private static final int KEPT = 2048;

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
     * Runs over a part of a text.
     *
     * @param places what is shown
     * @param from the first place
     * @param to after the last
     * @param backwards from the last place to the first
     * @param states takes the state after each place, at its index
     */
    void run(Places places, int from, int to, boolean backwards, float[][] states) {
        float[] cell = new float[size];
        float[] state = new float[size];
        float[] gates = new float[4 * size];
        for (int step = 0; step < to - from; step++) {
            int i = backwards ? to - 1 - step : from + step;
            float[] word = words.gates(places.words()[i]);
            float[] guess = guesses.gates(places.guesses()[i]);
            float[] mark = fromMark[places.marks()[i]];
            for (int k = 0; k < gates.length; k++) {
                gates[k] = word[k] + guess[k] + mark[k];
            }
            WeightRows.times(fromState, state, gates);
            state = new float[size];
            step(gates, cell, state);
            states[i] = state;
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
