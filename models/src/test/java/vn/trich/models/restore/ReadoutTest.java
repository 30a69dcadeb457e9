package vn.trich.models.restore;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Both sides of a place: a straight sum, and what they say together. */
class ReadoutTest {

    private static final int[][] STRAIGHT = {{1, 0, 0, 2}};
    // The first unit speaks up only where both sides do.
    private static final int[][] UNITS = {{1, 0, 1, 0}, {0, 0, 0, 0}, {0, 0, 0, 0}, {0, 0, 0, 0}};

    @Test
    void bothSidesTogetherSayMoreThanTheirSum() throws IOException {
        Readout readout = read(
                List.of(STRAIGHT, new int[][] {{5}}, UNITS, new int[][] {{-1, 0, 0, 0}}, new int[][] {{10, 0, 0, 0}}));
        assertArrayEquals(new float[] {6}, readout.vector(new float[] {1, 0}, new float[] {0, 0}));
        assertArrayEquals(new float[] {5}, readout.vector(new float[] {0, 0}, new float[] {1, 0}));
        assertArrayEquals(new float[] {16}, readout.vector(new float[] {1, 0}, new float[] {1, 0}));
        assertArrayEquals(new float[] {7}, readout.vector(new float[] {0, 0}, new float[] {0, 1}));
    }

    @Test
    void layersThatDoNotFitAreRefused() {
        int[][] tooFew = {{10, 0, 0}};
        assertThrows(
                IOException.class,
                () -> read(List.of(STRAIGHT, new int[][] {{5}}, UNITS, new int[][] {{-1, 0, 0, 0}}, tooFew)));
    }

    // Written as the trainer does: how many rows and columns, a step for each row, the numbers.
    private static Readout read(List<int[][]> matrices) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        for (int[][] matrix : matrices) {
            out.writeInt(matrix.length);
            out.writeInt(matrix[0].length);
            for (int row = 0; row < matrix.length; row++) {
                out.writeFloat(1);
            }
            for (int[] row : matrix) {
                for (int number : row) {
                    out.writeShort(number);
                }
            }
        }
        return Readout.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    }
}
