package vn.trich.models.restore;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * What the surroundings of a word say about its marks: a log-linear model, whose weights make a table of hashed features (a
 * candidate together with something that stands around it). Corrects the language model, which sees three words back. Weights
 * are bytes in buckets of four, each with some bits of its key to tell strangers apart. Immutable.
 */
public final class ContextModel {

    /** Bits of a key that count, from the highest. */
    public static final int KEY_BITS = 27;

    private static final int MAGIC = 0x5452434D;
    private static final int WAYS = 4;

    private final int bucketBits;
    private final float step;
    private final float[] dense;
    private final byte[] checks;
    private final byte[] weights;

    private ContextModel(int bucketBits, float step, float[] dense, byte[] checks, byte[] weights) {
        this.bucketBits = bucketBits;
        this.step = step;
        this.dense = dense;
        this.checks = checks;
        this.weights = weights;
    }

    /**
     * A model of these weights; what does not fit is left out, the least important first.
     *
     * @param bucketBits logarithm of the number of buckets, 19 at least
     * @param dense weights of the features that are numbers
     * @param keys hashed features, the most important first
     * @param weights theirs
     */
    public static ContextModel of(int bucketBits, float[] dense, int[] keys, float[] weights) {
        float most = 0;
        for (float weight : weights) {
            most = Math.max(most, Math.abs(weight));
        }
        float step = Math.min(most, 4) / 127;
        byte[] checks = new byte[WAYS << bucketBits];
        byte[] bytes = new byte[WAYS << bucketBits];
        for (int i = 0; i < keys.length; i++) {
            int weight = Math.max(-127, Math.min(127, Math.round(weights[i] / step)));
            int slot = WAYS * bucket(keys[i], bucketBits);
            for (int way = 0; way < WAYS && weight != 0; way++) {
                if (bytes[slot + way] == 0) {
                    checks[slot + way] = check(keys[i], bucketBits);
                    bytes[slot + way] = (byte) weight;
                    break;
                }
            }
        }
        return new ContextModel(bucketBits, step, dense.clone(), checks, bytes);
    }

    /**
     * Reads the model that comes with the software.
     *
     * @throws UncheckedIOException if it cannot be read
     */
    public static ContextModel load() {
        try (InputStream in = ContextModel.class.getResourceAsStream("context.weights")) {
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a model.
     *
     * @throws IOException if it cannot be read or is none
     */
    public static ContextModel read(InputStream stream) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(stream, 1 << 16));
        if (in.readInt() != MAGIC) {
            throw new IOException("not a model of contexts");
        }
        int bucketBits = in.readInt();
        float step = in.readFloat();
        float[] dense = new float[in.readInt()];
        for (int i = 0; i < dense.length; i++) {
            dense[i] = in.readFloat();
        }
        byte[] checks = new byte[WAYS << bucketBits];
        in.readFully(checks);
        byte[] weights = new byte[WAYS << bucketBits];
        in.readFully(weights);
        return new ContextModel(bucketBits, step, dense, checks, weights);
    }

    /**
     * Writes the model.
     *
     * @throws IOException if that fails
     */
    public void write(DataOutputStream out) throws IOException {
        out.writeInt(MAGIC);
        out.writeInt(bucketBits);
        out.writeFloat(step);
        out.writeInt(dense.length);
        for (float weight : dense) {
            out.writeFloat(weight);
        }
        out.write(checks);
        out.write(weights);
    }

    private static int bucket(int key, int bucketBits) {
        return key >>> 32 - bucketBits;
    }

    private static byte check(int key, int bucketBits) {
        return (byte) (key << bucketBits >>> 32 - KEY_BITS + bucketBits);
    }

    /** Weight of a feature that is a number. */
    float dense(int feature) {
        return dense[feature];
    }

    /** Weight of a hashed feature; 0 if the model does not have it. */
    float weight(int key) {
        int slot = WAYS * bucket(key, bucketBits);
        byte check = check(key, bucketBits);
        for (int i = slot; i < slot + WAYS; i++) {
            if (checks[i] == check) {
                return weights[i] * step;
            }
        }
        return 0;
    }
}
