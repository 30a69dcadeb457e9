package vn.trich.models.restore;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/** A matrix of weights kept as whole numbers, each row with a step of its own. Immutable. */
final class WeightRows {

    private static final int MOST = 1 << 26;

    private final int columns;
    private final float[] steps;
    private final short[] numbers;

    private WeightRows(int columns, float[] steps, short[] numbers) {
        this.columns = columns;
        this.steps = steps;
        this.numbers = numbers;
    }

    /** Reads a matrix of bytes: how many rows and columns it has, the steps, the numbers, all big-endian. */
    static WeightRows ofBytes(DataInputStream in) throws IOException {
        return read(in, 1);
    }

    /** Reads a matrix of numbers of two bytes, as {@link #ofBytes}. */
    static WeightRows ofShorts(DataInputStream in) throws IOException {
        return read(in, Short.BYTES);
    }

    private static WeightRows read(DataInputStream in, int width) throws IOException {
        int rows = in.readInt();
        int columns = in.readInt();
        check(rows, columns);
        float[] steps = new float[rows];
        for (int row = 0; row < rows; row++) {
            steps[row] = in.readFloat();
        }
        byte[] bytes = new byte[width * rows * columns];
        in.readFully(bytes);
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        short[] numbers = new short[rows * columns];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = width == 1 ? buffer.get() : buffer.getShort();
        }
        return new WeightRows(columns, steps, numbers);
    }

    private static void check(int rows, int columns) throws IOException {
        if (rows < 1 || columns < 1 || (long) rows * columns > MOST) {
            throw new IOException("weights of " + rows + " by " + columns);
        }
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

    /** The product of a row and a vector. */
    float times(int row, float[] vector) {
        float sum = 0;
        int at = row * columns;
        for (int i = 0; i < vector.length; i++) {
            sum += numbers[at + i] * vector[i];
        }
        return steps[row] * sum;
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
        return steps[row] * numbers[row * columns + column];
    }

    /**
     * Adds the product of a matrix and a vector to a vector. Sums are made in the same order on every machine.
     *
     * @param transposed the matrix, column after column
     * @param vector as many numbers as the matrix has columns, a multiple of four
     * @param sum as many numbers as it has rows
     */
    static void times(float[][] transposed, float[] vector, float[] sum) {
        times(transposed, new float[][] {vector}, new float[][] {sum}, 1);
    }

    /**
     * Adds the products of a matrix and some vectors to vectors, each the same as {@link #times(float[][], float[], float[])}
     * gives: what was fetched of the matrix serves all.
     *
     * @param count how many of the vectors and sums to take
     */
    static void times(float[][] transposed, float[][] vectors, float[][] sums, int count) {
        for (int k = 0; k < transposed.length; k += 4) {
            for (int i = 0; i < count; i++) {
                float[] vector = vectors[i];
                add(
                        transposed[k],
                        vector[k],
                        transposed[k + 1],
                        vector[k + 1],
                        transposed[k + 2],
                        vector[k + 2],
                        transposed[k + 3],
                        vector[k + 3],
                        sums[i]);
            }
        }
    }

    // Each row an array of its own: of this the compiler makes vector instructions, five times as fast.
    private static void add(
            float[] p, float a, float[] q, float b, float[] r, float c, float[] s, float d, float[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += a * p[i] + b * q[i] + c * r[i] + d * s[i];
        }
    }
}
