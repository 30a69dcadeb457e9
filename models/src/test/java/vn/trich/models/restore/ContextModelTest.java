package vn.trich.models.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ContextModelTest {

    private static final int BUCKET_BITS = 19;

    @Test
    void aModelReadBackWeighsAsItDid() throws IOException {
        int near = ContextFeatures.key(17, ContextFeatures.hash("chợ"));
        int far = ContextFeatures.key(17, ContextFeatures.hash("cho"));
        ContextModel model = ContextModel.of(
                BUCKET_BITS, new float[] {0.9f, 0.4f}, new int[] {near, far}, new float[] {1.5f, -0.7f});

        ContextModel read = ContextModel.read(new ByteArrayInputStream(written(model)));

        assertThat(read.weight(near)).isEqualTo(1.5f, within(0.02f));
        assertThat(read.weight(far)).isEqualTo(-0.7f, within(0.02f));
        assertThat(read.weight(ContextFeatures.key(18, ContextFeatures.hash("chợ"))))
                .isZero();
        assertThat(read.dense(1)).isEqualTo(0.4f);
    }

    @Test
    void ofMoreFeaturesThanFitTheMostImportantStay() {
        int bucket = 5 << 32 - BUCKET_BITS;
        int[] keys = new int[6];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = bucket | i + 1 << 32 - ContextModel.KEY_BITS;
        }
        ContextModel model =
                ContextModel.of(BUCKET_BITS, new float[2], keys, new float[] {0.6f, 0.5f, 0.4f, 0.3f, 0.2f, 0.1f});

        assertThat(model.weight(keys[3])).isEqualTo(0.3f, within(0.02f));
        assertThat(model.weight(keys[4])).isZero();
        assertThat(model.weight(keys[5])).isZero();
    }

    @Test
    void otherBytesAreNoModel() {
        assertThatThrownBy(() -> ContextModel.read(new ByteArrayInputStream(new byte[64])))
                .isInstanceOf(IOException.class);
    }

    private static byte[] written(ContextModel model) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        model.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }
}
