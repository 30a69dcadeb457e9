package vn.trich.models.restore;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

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
    private final List<Part> shown;
    private final float[][] fromState;
    private final int size;

    /**
     * @param shown the vectors of each part of what is shown at a place; their sum goes into the layer
     * @param input their weights for the gates, gates by length of a vector
     * @param recurrent weights of the state for the gates
     * @param bias of the gates, one row
     */
    RecurrentLayer(List<WeightRows> shown, WeightRows input, WeightRows recurrent, WeightRows bias) {
        this.input = input.transposed();
        this.fromState = recurrent.transposed();
        this.size = recurrent.columns();
        int last = shown.size() - 1;
        this.shown = IntStream.rangeClosed(0, last)
                .mapToObj(part -> new Part(shown.get(part), part == last ? bias.row(0) : new float[4 * size]))
                .toList();
    }

    /**
     * Reads a layer: the weights of what is shown, those of the state, the bias.
     *
     * @param shown as of the constructor
     * @param in where it is written
     * @throws IOException if it cannot be read
     */
    static RecurrentLayer read(List<WeightRows> shown, DataInputStream in) throws IOException {
        WeightRows input = WeightRows.ofShorts(in);
        WeightRows recurrent = WeightRows.ofShorts(in);
        return new RecurrentLayer(shown, input, recurrent, WeightRows.ofShorts(in));
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
    record Window(int from, int to) {

        /**
         * So much before and behind each of some places; those that touch are one.
         *
         * @param length of the text
         * @param places in order
         * @param before how many places before each
         * @param after how many behind each
         */
        static List<Window> around(int length, int[] places, int before, int after) {
            List<Window> windows = new ArrayList<>();
            int from = -1;
            int to = -1;
            for (int place : places) {
                if (from < 0 || place - before > to) {
                    if (from >= 0) {
                        windows.add(new Window(from, to));
                    }
                    from = Math.max(0, place - before);
                }
                to = Math.min(length, place + after + 1);
            }
            if (from >= 0) {
                windows.add(new Window(from, to));
            }
            return windows;
        }
    }

    /**
     * Runs over parts of a text, each as if nothing stood before it. Several go side by side: fetching the weights takes
     * longer than counting with them.
     *
     * @param rows for each part of what is shown, its row at each place
     * @param windows the parts of the text
     * @param backwards from the last place of each to the first
     * @param states takes the states after the places that have an array there
     */
    void run(int[][] rows, List<Window> windows, boolean backwards, float[][] states) {
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
                lanes[n].show(rows, backwards);
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

        void show(int[][] rows, boolean backwards) {
            int i = place(backwards);
            Arrays.fill(gates, 0);
            for (int part = 0; part < rows.length; part++) {
                float[] from = shown.get(part).gates(rows[part][i]);
                for (int k = 0; k < gates.length; k++) {
                    gates[k] += from[k];
                }
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
        private final float[] base;
        private final AtomicReferenceArray<float[]> kept;

        Part(WeightRows rows, float[] base) {
            this.rows = rows;
            this.base = base;
            this.kept = new AtomicReferenceArray<>(Math.min(KEPT, rows.rows()));
        }

        float[] gates(int row) {
            float[] gates = row < kept.length() ? kept.get(row) : null;
            if (gates == null) {
                gates = base.clone();
                WeightRows.times(input, rows.row(row), gates);
                if (row < kept.length()) {
                    kept.set(row, gates);
                }
            }
            return gates;
        }
    }
}
