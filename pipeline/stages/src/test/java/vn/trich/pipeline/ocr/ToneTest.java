package vn.trich.pipeline.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ToneTest {

    private static final int SIZE = 600;
    private static final int GREY = 100 * SIZE + 100;

    @Test
    void hairThinStrokesOnCleanPaperBecomeDarker() {
        GrayPicture page = stripes(2, 130, 0);

        GrayPicture toned = new Tone().apply(page);

        assertThat(toned.pixels()[GREY] & 255).isLessThan(100);
    }

    @Test
    void theGreysOfANoisyPageBecomeLighter() {
        GrayPicture page = stripes(5, 100, 12);

        GrayPicture toned = new Tone().apply(page);

        assertThat(mean(toned)).isGreaterThan(mean(page) + 2);
    }

    @Test
    void cleanPagesOfUsualStrokesStayAsTheyAre() {
        GrayPicture page = stripes(5, 60, 0);

        assertThat(new Tone().apply(page)).isSameAs(page);
    }

    /** Upright strokes, 200 dots to the inch, on paper with noise. */
    private static GrayPicture stripes(int thick, int ink, int noise) {
        SplittableRandom random = new SplittableRandom(1);
        byte[] pixels = new byte[SIZE * SIZE];
        for (int i = 0; i < pixels.length; i++) {
            int value = i % SIZE % 20 < thick ? ink : 245;
            pixels[i] = (byte) Math.max(0, Math.min(255, value + (noise == 0 ? 0 : random.nextInt(-noise, noise + 1))));
        }
        return new GrayPicture(SIZE, SIZE, 200, pixels);
    }

    private static double mean(GrayPicture picture) {
        int[] values = new int[picture.pixels().length];
        Arrays.setAll(values, i -> picture.pixels()[i] & 255);
        return Arrays.stream(values).average().orElseThrow();
    }
}
