package vn.trich.models.restore;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The layer against the textbook's formulas, written down plainly. */
class RecurrentLayerTest {

    private static final int WORD = 8;
    private static final int STATE = 12;
    // More windows than run side by side.
    private static final int LONG = 100;

    private final Random random = new Random(7);
    private final WeightRows words = weights(5, WORD);
    private final WeightRows guesses = weights(4, WORD);
    private final WeightRows marks = weights(3, WORD);
    private final WeightRows input = weights(4 * STATE, WORD);
    private final WeightRows recurrent = weights(4 * STATE, STATE);
    private final WeightRows bias = weights(1, 4 * STATE);
    private final RecurrentLayer layer = new RecurrentLayer(List.of(words, guesses, marks), input, recurrent, bias);
    private final int[][] text = {{1, 4, 1, 0}, {0, 3, 2, 0}, {2, 1, 1, 0}};

    @Test
    void statesFollowEachOther() {
        float[][] states = new float[4][STATE];
        layer.run(text, List.of(new RecurrentLayer.Window(0, 4)), false, states);
        State plain = new State();
        for (int i = 0; i < states.length; i++) {
            plain = plain.after(i);
            assertArrayEquals(floats(plain.state), states[i], 0.001f);
        }
    }

    @Test
    void backwardsTheLastWordComesFirst() {
        float[][] states = new float[4][STATE];
        layer.run(text, List.of(new RecurrentLayer.Window(0, 4)), true, states);
        State plain = new State();
        for (int i = states.length - 1; i >= 0; i--) {
            plain = plain.after(i);
            assertArrayEquals(floats(plain.state), states[i], 0.001f);
        }
    }

    @Test
    void windowsSideBySideDoNotMindEachOther() {
        List<RecurrentLayer.Window> windows = new ArrayList<>();
        for (int from = 0; from < LONG; from += 5) {
            windows.add(new RecurrentLayer.Window(from, from + 1 + from / 5 % 5));
        }
        float[][] together = new float[LONG][STATE];
        layer.run(longText(), windows, false, together);
        float[][] alone = new float[LONG][STATE];
        windows.forEach(window -> layer.run(longText(), List.of(window), false, alone));
        assertArrayEquals(alone, together);
    }

    @Test
    void onlyStatesThatAreWantedAreKept() {
        float[][] states = new float[4][];
        states[2] = new float[STATE];
        layer.run(text, List.of(new RecurrentLayer.Window(1, 3)), false, states);
        assertArrayEquals(floats(new State().after(1).after(2).state), states[2], 0.001f);
        assertNull(states[1]);
    }

    private static int[][] longText() {
        int[][] text = new int[3][LONG];
        for (int i = 0; i < LONG; i++) {
            text[0][i] = i * i % 5;
            text[1][i] = i % 4;
            text[2][i] = i % 3;
        }
        return text;
    }

    @Test
    void windowsThatTouchAreOne() {
        assertEquals(
                List.of(new RecurrentLayer.Window(0, 9), new RecurrentLayer.Window(20, 30)),
                RecurrentLayer.Window.around(30, new int[] {2, 4, 8, 25, 29}, 5, 0));
    }

    @Test
    void weightsOfAnImpossibleSizeAreRefused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(1 << 20);
        out.writeInt(1 << 20);
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
        assertThrows(IOException.class, () -> WeightRows.ofBytes(in));
    }

    private WeightRows weights(int rows, int columns) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeInt(rows);
            out.writeInt(columns);
            for (int row = 0; row < rows; row++) {
                out.writeFloat(0.01f + 0.001f * row);
            }
            for (int i = 0; i < rows * columns; i++) {
                out.writeByte(random.nextInt(255) - 127);
            }
            return WeightRows.ofBytes(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static float[] floats(double[] numbers) {
        float[] out = new float[numbers.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (float) numbers[i];
        }
        return out;
    }

    private final class State {
        private final double[] cell = new double[STATE];
        private final double[] state = new double[STATE];

        State after(int place) {
            State next = new State();
            for (int k = 0; k < STATE; k++) {
                double taken = sigmoid(gate(k, place));
                double kept = sigmoid(gate(STATE + k, place));
                next.cell[k] = kept * cell[k] + taken * Math.tanh(gate(2 * STATE + k, place));
                next.state[k] = sigmoid(gate(3 * STATE + k, place)) * Math.tanh(next.cell[k]);
            }
            return next;
        }

        private double gate(int gate, int place) {
            double sum = bias.row(0)[gate];
            for (int i = 0; i < WORD; i++) {
                double shown =
                        words.row(text[0][place])[i] + guesses.row(text[1][place])[i] + marks.row(text[2][place])[i];
                sum += input.row(gate)[i] * shown;
            }
            for (int i = 0; i < STATE; i++) {
                sum += recurrent.row(gate)[i] * state[i];
            }
            return sum;
        }

        private static double sigmoid(double x) {
            return 1 / (1 + Math.exp(-x));
        }
    }
}
