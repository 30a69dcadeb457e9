package vn.trich.models.restore;

import java.io.DataInputStream;
import java.io.IOException;

/** A matrix of weights kept as whole numbers, each row with a step of its own. Immutable. */
final class WeightRows {

    private static final int MOST = 1 << 26;

    private final int columns;
    private final float[] steps;
    private final byte[] bytes;
    private final short[] shorts;

    private WeightRows(int columns, float[] steps, byte[] bytes, short[] shorts) {
        this.columns = columns;
        this.steps = steps;
        this.bytes = bytes;
        this.shorts = shorts;
    }

    /** Reads a matrix of bytes: how many rows and columns it has, the steps, the numbers, all big-endian. */
    static WeightRows ofBytes(DataInputStream in) throws IOException {
        int rows = in.readInt();
        int columns = in.readInt();
        check(rows, columns);
        float[] steps = floats(in, rows);
        byte[] bytes = new byte[rows * columns];
        in.readFully(bytes);
        return new WeightRows(columns, steps, bytes, new short[0]);
    }

    /** Reads a matrix of numbers of two bytes, as {@link #ofBytes}. */
    static WeightRows ofShorts(DataInputStream in) throws IOException {
        int rows = in.readInt();
        int columns = in.readInt();
        check(rows, columns);
        float[] steps = floats(in, rows);
        short[] shorts = new short[rows * columns];
        for (int i = 0; i < shorts.length; i++) {
            shorts[i] = in.readShort();
        }
        return new WeightRows(columns, steps, new byte[0], shorts);
    }

    private static void check(int rows, int columns) throws IOException {
        if (rows < 1 || columns < 1 || (long) rows * columns > MOST) {
            throw new IOException("weights of " + rows + " by " + columns);
        }
    }

    private static float[] floats(DataInputStream in, int count) throws IOException {
        float[] out = new float[count];
        for (int i = 0; i < count; i++) {
            out[i] = in.readFloat();
        }
        return out;
    }

    /** How many rows there are. */
    int rows() {
        return steps.length;
    }

    /** How many numbers a row has. */
    int columns() {
        return columns;
    }

    /** A row. */
    float[] row(int row) {
        float[] out = new float[columns];
        for (int i = 0; i < columns; i++) {
            out[i] = at(row, i);
        }
        return out;
    }

    /** The whole matrix, column after column, as {@link #times} wants it. */
    float[][] transposed() {
        float[][] out = new float[columns][rows()];
        for (int row = 0; row < rows(); row++) {
            for (int i = 0; i < columns; i++) {
                out[i][row] = at(row, i);
            }
        }
        return out;
    }

    private float at(int row, int column) {
        int i = row * columns + column;
        return steps[row] * (bytes.length > 0 ? bytes[i] : shorts[i]);
    }

    /**
     * Adds the product of a matrix and a vector to a vector. Sums are made in the same order on every machine.
     *
     * @param transposed the matrix, column after column
     * @param vector as many numbers as the matrix has columns, a multiple of four
     * @param sum as many numbers as it has rows
     */
    static void times(float[][] transposed, float[] vector, float[] sum) {
        for (int k = 0; k < vector.length; k += 4) {
            add(
                    transposed[k],
                    vector[k],
                    transposed[k + 1],
                    vector[k + 1],
                    transposed[k + 2],
                    vector[k + 2],
                    transposed[k + 3],
                    vector[k + 3],
                    sum);
        }
    }

    // Four rows at a time, each an array of its own: so the compiler makes vector instructions of it, five times as
    // fast.
    private static void add(
            float[] p, float a, float[] q, float b, float[] r, float c, float[] s, float d, float[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += a * p[i] + b * q[i] + c * r[i] + d * s[i];
        }
    }
}
