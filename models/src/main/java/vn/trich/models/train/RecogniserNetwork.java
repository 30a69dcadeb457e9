package vn.trich.models.train;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The network of a recogniser of the Tesseract engine, as its trained data holds it, taken apart so far that its weights can be exchanged: what stands
 * between the matrices is kept as it is. A layer says its kind, whether it is being trained, some flags, the number of its inputs, outputs and weights, and its
 * name; then follow, by kind, layers within it, matrices or some numbers. Behind the network stand its description and the state of its training.
 */
final class RecogniserNetwork {

    /** In the state of training: weights are whole numbers. */
    private static final int WHOLE_NUMBERS = 1;

    /** In a layer's flags: each layer in it has a rate of learning of its own. */
    private static final int OWN_RATES = 64;

    private static final int DEEPEST = 20;
    private static final int MOST_LAYERS = 1000;

    private static final Set<String> HOLDERS = Set.of(
            "Series",
            "Parallel",
            "Replicated",
            "ParBidiLSTM",
            "DepParUDLSTM",
            "Par2dLSTM",
            "RTLReversed",
            "TTBReversed",
            "XYTranspose");
    private static final Set<String> PLAIN =
            Set.of("Logistic", "LinLogistic", "LinTanh", "Tanh", "Relu", "Linear", "Softmax", "SoftmaxNoCTC");

    private final List<byte[]> between;
    private final List<WeightMatrix> matrices;
    private final int flagsAt;

    private RecogniserNetwork(List<byte[]> between, List<WeightMatrix> matrices, int flagsAt) {
        this.between = between;
        this.matrices = List.copyOf(matrices);
        this.flagsAt = flagsAt;
    }

    /** Its matrices in order. */
    List<WeightMatrix> matrices() {
        return matrices;
    }

    /**
     * The same network with other weights, its state of training set to what kind they are.
     *
     * @throws IllegalArgumentException if there are more or fewer matrices, or not all of one kind
     */
    RecogniserNetwork with(List<? extends WeightMatrix> others) {
        long whole =
                others.stream().filter(m -> m instanceof WeightMatrix.Whole).count();
        if (others.size() != matrices.size() || (whole != 0 && whole != others.size())) {
            throw new IllegalArgumentException(
                    others.size() + " matrices, " + whole + " of whole numbers, for " + matrices.size());
        }
        List<byte[]> texts = new ArrayList<>(between);
        byte[] end = texts.get(texts.size() - 1).clone();
        end[flagsAt] = (byte) (whole == 0 ? end[flagsAt] & ~WHOLE_NUMBERS : end[flagsAt] | WHOLE_NUMBERS);
        texts.set(texts.size() - 1, end);
        return new RecogniserNetwork(texts, List.copyOf(others), flagsAt);
    }

    /** The network as the engine reads it. */
    byte[] bytes() {
        LittleEndian out = new LittleEndian();
        for (int i = 0; i < matrices.size(); i++) {
            out.bytes(between.get(i));
            matrices.get(i).write(out);
        }
        out.bytes(between.get(matrices.size()));
        return out.written();
    }

    /**
     * Takes a network apart.
     *
     * @throws IOException if it is none, or of a kind of layer that is not known
     */
    static RecogniserNetwork parse(byte[] bytes) throws IOException {
        try {
            return new Parser(bytes).network();
        } catch (BufferUnderflowException e) {
            throw new IOException("a network that ends too soon", e);
        }
    }

    private static final class Parser {

        private final byte[] bytes;
        private final ByteBuffer in;
        private final List<byte[]> between = new ArrayList<>();
        private final List<WeightMatrix> matrices = new ArrayList<>();
        private int copied;

        Parser(byte[] bytes) {
            this.bytes = bytes;
            this.in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        }

        RecogniserNetwork network() throws IOException {
            layer(0);
            text();
            int flags = in.position() - copied;
            in.getInt();
            in.position(bytes.length);
            keep();
            return new RecogniserNetwork(between, matrices, flags);
        }

        private void layer(int depth) throws IOException {
            if (in.get() != 0) {
                throw new IOException("a layer that does not name its kind");
            }
            String kind = text();
            boolean trained = in.get() == 1;
            in.get();
            int flags = in.getInt();
            int inputs = in.getInt();
            int outputs = in.getInt();
            in.getInt();
            text();
            if (trained) {
                throw new IOException("a network in the middle of its training");
            }
            if (HOLDERS.contains(kind)) {
                layers(flags, depth);
            } else if (PLAIN.contains(kind)) {
                matrix();
            } else {
                switch (kind) {
                    case "Input" -> skip(5 * Integer.BYTES);
                    case "Convolve", "Maxpool", "Reconfig" -> skip(2 * Integer.BYTES);
                    case "LSTM", "SummLSTM" -> cells(inputs, outputs);
                    default -> throw new IOException("a layer of kind " + kind);
                }
            }
        }

        private void layers(int flags, int depth) throws IOException {
            int count = in.getInt();
            if (count < 0 || count > MOST_LAYERS || depth > DEEPEST) {
                throw new IOException(count + " layers, " + depth + " deep");
            }
            for (int i = 0; i < count; i++) {
                layer(depth + 1);
            }
            if ((flags & OWN_RATES) != 0) {
                skip((long) in.getInt() * Float.BYTES);
            }
        }

        // Input, input gate, forget gate, output gate; where lines depend on those above, a second forget gate.
        private void cells(int inputs, int outputs) throws IOException {
            int seen = in.getInt();
            int gates = seen == inputs + 2 * outputs ? 5 : 4;
            for (int i = 0; i < gates; i++) {
                matrix();
            }
        }

        private void matrix() throws IOException {
            keep();
            matrices.add(WeightMatrix.read(in));
            copied = in.position();
        }

        private void keep() {
            byte[] piece = new byte[in.position() - copied];
            System.arraycopy(bytes, copied, piece, 0, piece.length);
            between.add(piece);
        }

        private String text() throws IOException {
            int length = in.getInt();
            if (length < 0 || length > in.remaining()) {
                throw new IOException("a name of " + length + " bytes");
            }
            byte[] text = new byte[length];
            in.get(text);
            return new String(text, StandardCharsets.UTF_8);
        }

        private void skip(long count) throws IOException {
            if (count < 0 || count > in.remaining()) {
                throw new IOException("a network that ends too soon");
            }
            in.position((int) (in.position() + count));
        }
    }
}
