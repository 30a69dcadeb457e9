package vn.trich.models.train;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;

/**
 * A matrix of a network's weights as the Tesseract engine keeps it, version 4.0 and later: a byte that says how, the number of rows and of columns
 * (32 bits each), a value that stands for nothing, the values row by row. Whole numbers (8 bits) have a factor a row behind them. Some files hold
 * factors for more rows than there are; these are kept.
 */
sealed interface WeightMatrix {

    /** In the first byte: whole numbers. */
    int WHOLE = 1;

    /** In the first byte: trained with moments (D. Kingma and J. Ba, "Adam", 2015). */
    int MOMENTS = 4;

    /** In the first byte: factors and fractions are of 64 bits. */
    int DOUBLE = 128;

    /** The greatest whole number a weight can be. */
    int GREATEST = 127;

    /** The most rows and columns that are believed. */
    int MOST = 1 << 16;

    /** How many rows. */
    int rows();

    /** How many columns, that of the constant included. */
    int columns();

    /** Writes the matrix. */
    void write(LittleEndian out);

    /**
     * A matrix of whole numbers.
     *
     * @param moments whether it was trained with moments
     * @param columns how many columns
     * @param weights row by row
     * @param factors what the whole numbers of each row are multiplied by; as many as there are rows, or more
     */
    record Whole(boolean moments, int columns, byte[] weights, double[] factors) implements WeightMatrix {

        @Override
        public int rows() {
            return weights.length / columns;
        }

        /** The same in fractions. */
        Fractions fractions() {
            double[] values = new double[weights.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = weights[i] * factors[i / columns];
            }
            return new Fractions(moments, columns, values);
        }

        @Override
        public void write(LittleEndian out) {
            out.int8(WHOLE | (moments ? MOMENTS : 0) | DOUBLE);
            out.int32(rows());
            out.int32(columns);
            out.int8(0);
            out.bytes(weights);
            out.int32(factors.length);
            for (double factor : factors) {
                out.float64(factor);
            }
        }
    }

    /**
     * A matrix of fractions.
     *
     * @param moments whether it is trained with moments
     * @param columns how many columns
     * @param values row by row
     */
    record Fractions(boolean moments, int columns, double[] values) implements WeightMatrix {

        @Override
        public int rows() {
            return values.length / columns;
        }

        /**
         * The same in whole numbers, rounded by chance: up as often as the fraction is close to the upper number. A weight that training has moved
         * by less than half a step would otherwise fall back to where it was, and with all of them the training would be undone.
         *
         * @param before the matrix that training began with; its factors are kept where they reach
         * @param chance what decides
         * @throws IllegalArgumentException if the two differ in size
         */
        Whole rounded(Whole before, Random chance) {
            if (before.rows() != rows() || before.columns() != columns) {
                throw new IllegalArgumentException("a matrix of " + rows() + " x " + columns + " from one of "
                        + before.rows() + " x " + before.columns());
            }
            byte[] weights = new byte[values.length];
            double[] factors = before.factors().clone();
            for (int row = 0; row < rows(); row++) {
                double greatest = 0;
                for (int i = row * columns; i < (row + 1) * columns; i++) {
                    greatest = Math.max(greatest, Math.abs(values[i]));
                }
                factors[row] = Math.max(factors[row], greatest / GREATEST);
                for (int i = row * columns; i < (row + 1) * columns; i++) {
                    double steps = factors[row] == 0 ? 0 : values[i] / factors[row];
                    double rounded = Math.floor(steps + chance.nextDouble());
                    // A whole number of steps, but for the last digits of its fraction, is left as it is.
                    double nearest = Math.rint(steps);
                    double taken = Math.abs(steps - nearest) < 1e-4 ? nearest : rounded;
                    weights[i] = (byte) Math.max(-GREATEST, Math.min(GREATEST, taken));
                }
            }
            return new Whole(moments, columns, weights, factors);
        }

        @Override
        public void write(LittleEndian out) {
            out.int8((moments ? MOMENTS : 0) | DOUBLE);
            out.int32(rows());
            out.int32(columns);
            out.float64(0);
            for (double value : values) {
                out.float64(value);
            }
        }
    }

    /**
     * Reads a matrix.
     *
     * @throws IOException if it is none
     * @throws BufferUnderflowException if it ends too soon
     */
    static WeightMatrix read(ByteBuffer in) throws IOException {
        in.order(ByteOrder.LITTLE_ENDIAN);
        int mode = in.get() & 255;
        int rows = in.getInt();
        int columns = in.getInt();
        boolean moments = (mode & MOMENTS) != 0;
        boolean wide = (mode & DOUBLE) != 0;
        if (rows < 1 || columns < 1 || rows > MOST || columns > MOST || (long) rows * columns > in.remaining()) {
            throw new IOException("a matrix of " + rows + " x " + columns);
        }
        if ((mode & WHOLE) == 0) {
            real(in, wide);
            double[] values = new double[rows * columns];
            for (int i = 0; i < values.length; i++) {
                values[i] = real(in, wide);
            }
            return new Fractions(moments, columns, values);
        }
        in.get();
        byte[] weights = new byte[rows * columns];
        in.get(weights);
        int count = in.getInt();
        if (count < rows || count > MOST) {
            throw new IOException(count + " factors for " + rows + " rows");
        }
        double[] factors = new double[count];
        for (int i = 0; i < count; i++) {
            factors[i] = real(in, wide);
        }
        return new Whole(moments, columns, weights, factors);
    }

    private static double real(ByteBuffer in, boolean wide) {
        return wide ? in.getDouble() : in.getFloat();
    }
}
