package vn.trich.models.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Given a small recogniser of whole numbers, its network turns into one of fractions and back. */
class RecogniserConversionTest {

    private static final int WITH_RATES = 64;

    @Test
    void fractionsAreTheWholeNumbersTimesTheirRowsFactor() throws IOException {
        RecogniserNetwork fractions = RecogniserNetwork.parse(RecogniserConversion.fractions(network()));

        assertThat(fractions.matrices()).hasSize(5);
        WeightMatrix.Fractions output =
                (WeightMatrix.Fractions) fractions.matrices().get(4);
        assertThat(output.rows()).isEqualTo(2);
        assertThat(output.columns()).isEqualTo(3);
        assertThat(output.values()).containsExactly(127 * 0.5, -127 * 0.5, 0.5, 0.02, 0, -0.02);
    }

    @Test
    void fractionsThatWereNotTrainedComeBackAsTheyWere() throws IOException {
        byte[] network = network();

        byte[] back = RecogniserConversion.whole(network, List.of(RecogniserConversion.fractions(network)));

        assertThat(back).isEqualTo(network);
    }

    @Test
    void theStateOfTrainingTellsWhetherWeightsAreWholeNumbers() throws IOException {
        byte[] network = network();
        byte[] fractions = RecogniserConversion.fractions(network);

        // The flags are the first of six numbers of 4 bytes each, then one, at the end.
        assertThat(network[network.length - 28]).isEqualTo((byte) 65);
        assertThat(fractions[fractions.length - 28]).isEqualTo((byte) 64);
    }

    @Test
    void trainingByLessThanHalfAStepShowsInSomeOfManyWeights() {
        int columns = 4000;
        byte[] weights = new byte[columns];
        weights[0] = 127;
        WeightMatrix.Whole before = new WeightMatrix.Whole(true, columns, weights, new double[] {0.01});
        double[] values = before.fractions().values();
        for (int i = 1; i < columns; i++) {
            values[i] += 0.002;
        }

        WeightMatrix.Whole after = new WeightMatrix.Fractions(true, columns, values).rounded(before, new Random(1));

        int risen = 0;
        for (int i = 1; i < columns; i++) {
            assertThat(after.weights()[i]).isBetween((byte) 0, (byte) 1);
            risen += after.weights()[i];
        }
        assertThat(risen / (double) columns).isCloseTo(0.2, within(0.03));
    }

    @Test
    void weightsThatOutgrowTheirFactorGetAGreaterOne() {
        WeightMatrix.Whole before = new WeightMatrix.Whole(false, 2, new byte[] {127, 10}, new double[] {1});

        WeightMatrix.Whole after =
                new WeightMatrix.Fractions(false, 2, new double[] {254, 20}).rounded(before, new Random(1));

        assertThat(after.factors()).containsExactly(2);
        assertThat(after.weights()).containsExactly(127, 10);
    }

    @Test
    void severalTrainedNetworksAreAveraged() throws IOException {
        byte[] network = network();
        RecogniserNetwork fractions = RecogniserNetwork.parse(RecogniserConversion.fractions(network));

        byte[] mean = RecogniserConversion.whole(
                network,
                List.of(moved(fractions, 1).bytes(), moved(fractions, -1).bytes()));

        assertThat(mean).isEqualTo(network);
    }

    @Test
    void theProgramWritesOtherComponentsAsTheyWere(@TempDir Path folder) throws IOException {
        List<Optional<byte[]>> components = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            components.add(i == 3 ? Optional.of(new byte[] {1, 2, 3}) : Optional.empty());
        }
        components.set(TrainedData.NETWORK, Optional.of(network()));
        components.set(21, Optional.of(new byte[] {4}));
        TrainedData data = new TrainedData(components);
        Path before = Files.write(folder.resolve("before"), data.bytes());
        Path fractions = folder.resolve("fractions");
        RecogniserConversion.main(new String[] {"fractions", before.toString(), fractions.toString()});
        Path trained = Files.write(
                folder.resolve("trained"),
                data.withNetwork(Files.readAllBytes(fractions)).bytes());
        Path after = folder.resolve("after");
        RecogniserConversion.main(new String[] {"whole", before.toString(), trained.toString(), after.toString()});

        assertThat(Files.readAllBytes(after)).isEqualTo(Files.readAllBytes(before));
    }

    @Test
    void whatIsNoNetworkIsRefused() {
        assertThatThrownBy(() -> RecogniserConversion.fractions(new byte[] {0, 1, 0}))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> RecogniserConversion.fractions(
                        layer("Series", 1, 1, 0, "x", 0, 99).written()))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> RecogniserConversion.fractions(RecogniserConversion.fractions(network())))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("fractions already");
        assertThatThrownBy(() -> TrainedData.parse(new byte[] {1, 0, 0, 0, 9})).isInstanceOf(IOException.class);
    }

    private static RecogniserNetwork moved(RecogniserNetwork network, double by) {
        List<WeightMatrix> moved = new ArrayList<>();
        for (WeightMatrix matrix : network.matrices()) {
            WeightMatrix.Fractions fractions = (WeightMatrix.Fractions) matrix;
            double[] values = fractions.values().clone();
            for (int i = 0; i < values.length; i++) {
                values[i] += by;
            }
            moved.add(new WeightMatrix.Fractions(fractions.moments(), fractions.columns(), values));
        }
        return network.with(moved);
    }

    /** A series of input, an LSTM of two cells over one input, and an output over them. */
    private static byte[] network() {
        LittleEndian out = layer("Series", 1, 2, WITH_RATES, "Series", 3);
        out.bytes(layer("Input", 1, 1, 0, "Input", 1, 36, 0, 1, 0).written());
        out.bytes(layer("LSTM", 1, 2, 0, "Lfx2", 3).written());
        for (int gate = 0; gate < 4; gate++) {
            new WeightMatrix.Whole(true, 4, new byte[] {1, -2, 3, 127, 5, 127, -7, 0}, new double[] {0.25, 0.125})
                    .write(out);
        }
        out.bytes(layer("Softmax", 2, 2, 0, "Output").written());
        // Factors for more rows than there are, as some files have them.
        new WeightMatrix.Whole(true, 3, new byte[] {127, -127, 1, 1, 0, -1}, new double[] {0.5, 0.02, 0, 0}).write(out);
        out.int32(3);
        out.int32(0);
        out.int32(0);
        out.int32(0);
        out.text("[1,36,0,1Lfx2O1c2]");
        for (int number : new int[] {65, 1000, 1001, 1, 0, 0, 0}) {
            out.int32(number);
        }
        return out.written();
    }

    private static LittleEndian layer(String kind, int inputs, int outputs, int flags, String name, int... numbers) {
        LittleEndian out = new LittleEndian();
        out.int8(0);
        out.text(kind);
        out.int8(0);
        out.int8(1);
        out.int32(flags);
        out.int32(inputs);
        out.int32(outputs);
        out.int32(0);
        out.text(name);
        for (int number : numbers) {
            out.int32(number);
        }
        return out;
    }
}
