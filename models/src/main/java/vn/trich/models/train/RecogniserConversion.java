package vn.trich.models.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Makes trained data of the Tesseract engine ready for further training, and takes it back. The engine's training program goes on only from weights that are
 * fractions, and for Vietnamese only data of whole numbers is to be had; the fractions that the whole numbers stand for read the same.
 *
 * <ul>
 *   <li>{@code RecogniserConversion fractions DATA NETWORK} writes DATA's network in fractions, for {@code lstmtraining --continue_from NETWORK}.
 *   <li>{@code RecogniserConversion whole DATA TRAINED... OUT} writes DATA with the weights of the trained networks (trained data in fractions, as
 *       {@code lstmtraining --stop_training} writes it), the mean of them if there are several, in whole numbers.
 * </ul>
 */
public final class RecogniserConversion {

    private static final long SEED = 4;

    private RecogniserConversion() {}

    /**
     * See the class.
     *
     * @throws IOException if a file cannot be read or written or is not what it should be
     */
    public static void main(String[] args) throws IOException {
        List<Path> paths = new ArrayList<>();
        for (int i = 1; i < args.length; i++) {
            paths.add(Path.of(args[i]));
        }
        if (args.length == 3 && args[0].equals("fractions")) {
            TrainedData data = TrainedData.parse(Files.readAllBytes(paths.get(0)));
            Files.write(paths.get(1), fractions(data.network()));
        } else if (args.length >= 4 && args[0].equals("whole")) {
            TrainedData data = TrainedData.parse(Files.readAllBytes(paths.get(0)));
            List<byte[]> trained = new ArrayList<>();
            for (Path path : paths.subList(1, paths.size() - 1)) {
                trained.add(TrainedData.parse(Files.readAllBytes(path)).network());
            }
            byte[] network = whole(data.network(), trained);
            Files.write(paths.get(paths.size() - 1), data.withNetwork(network).bytes());
        } else {
            throw new IllegalArgumentException("fractions DATA NETWORK | whole DATA TRAINED... OUT");
        }
    }

    /**
     * A network of whole numbers in fractions.
     *
     * @throws IOException if it is none
     */
    static byte[] fractions(byte[] network) throws IOException {
        RecogniserNetwork before = RecogniserNetwork.parse(network);
        List<WeightMatrix> matrices = new ArrayList<>();
        for (WeightMatrix matrix : before.matrices()) {
            matrices.add(wholeNumbers(matrix).fractions());
        }
        return before.with(matrices).bytes();
    }

    /**
     * Networks of fractions, averaged, in whole numbers. The same networks give the same bytes.
     *
     * @param network the one of whole numbers that they were trained from
     * @param trained what became of it, at least one
     * @throws IOException if one is none, or not of the same build
     */
    static byte[] whole(byte[] network, List<byte[]> trained) throws IOException {
        RecogniserNetwork before = RecogniserNetwork.parse(network);
        List<RecogniserNetwork> after = new ArrayList<>();
        for (byte[] bytes : trained) {
            after.add(RecogniserNetwork.parse(bytes));
        }
        Random chance = new Random(SEED);
        List<WeightMatrix> matrices = new ArrayList<>();
        for (int i = 0; i < before.matrices().size(); i++) {
            WeightMatrix.Whole old = wholeNumbers(before.matrices().get(i));
            double[] mean = new double[old.weights().length];
            for (RecogniserNetwork one : after) {
                add(one, i, mean, after.size());
            }
            matrices.add(new WeightMatrix.Fractions(old.moments(), old.columns(), mean).rounded(old, chance));
        }
        return before.with(matrices).bytes();
    }

    private static void add(RecogniserNetwork network, int matrix, double[] mean, int share) throws IOException {
        if (network.matrices().size() <= matrix
                || !(network.matrices().get(matrix) instanceof WeightMatrix.Fractions fractions)
                || fractions.values().length != mean.length) {
            throw new IOException("a network of another build, or of whole numbers");
        }
        for (int i = 0; i < mean.length; i++) {
            mean[i] += fractions.values()[i] / share;
        }
    }

    private static WeightMatrix.Whole wholeNumbers(WeightMatrix matrix) throws IOException {
        if (matrix instanceof WeightMatrix.Whole whole) {
            return whole;
        }
        throw new IOException("a network of fractions already");
    }
}
