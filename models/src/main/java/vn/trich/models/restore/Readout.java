package vn.trich.models.restore;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * What two recurrent layers, one over all before a place and one over all behind it, say of the place together: a straight sum of
 * their states, and rectified linear units for what neither of them could say by itself. Only single places are asked about, so
 * the units cost next to nothing. Immutable.
 */
final class Readout {

    private final float[][] straight;
    private final float[] bias;
    private final float[][] units;
    private final float[] unitBias;
    private final float[][] beyond;

    private Readout(DataInputStream in) throws IOException {
        this.straight = WeightRows.ofShorts(in).transposed();
        this.bias = WeightRows.ofShorts(in).row(0);
        this.units = WeightRows.ofShorts(in).transposed();
        this.unitBias = WeightRows.ofShorts(in).row(0);
        this.beyond = WeightRows.ofShorts(in).transposed();
        boolean fits = straight[0].length == bias.length
                && units.length == straight.length
                && units[0].length == unitBias.length
                && beyond.length == unitBias.length
                && beyond[0].length == bias.length
                && units.length % 4 == 0
                && beyond.length % 4 == 0;
        if (!fits) {
            throw new IOException("a network whose last layers do not fit");
        }
    }

    /**
     * Reads one: the weights of the straight sum and its bias, those of the units and theirs, the weights of what the units say.
     *
     * @param in where it is written
     * @throws IOException if it cannot be read
     */
    static Readout read(DataInputStream in) throws IOException {
        return new Readout(in);
    }

    /** How many numbers both states have together. */
    int states() {
        return straight.length;
    }

    /** How many numbers are said of a place. */
    int size() {
        return bias.length;
    }

    /**
     * What is said of a place.
     *
     * @param before the state of the layer over what stands before it
     * @param after that of the other
     */
    float[] vector(float[] before, float[] after) {
        float[] states = Arrays.copyOf(before, before.length + after.length);
        System.arraycopy(after, 0, states, before.length, after.length);
        float[] vector = bias.clone();
        WeightRows.times(straight, states, vector);
        float[] said = unitBias.clone();
        WeightRows.times(units, states, said);
        for (int k = 0; k < said.length; k++) {
            said[k] = Math.max(0, said[k]);
        }
        WeightRows.times(beyond, said, vector);
        return vector;
    }
}
