package vn.trich.pipeline.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BleedThroughTest {

    private static final int SIDE = 200;

    private final BleedThrough bleedThrough = new BleedThrough();

    @Test
    void greyThatStandsAloneGoesAndTheEdgesOfPrintStay() {
        byte[] pixels = paper();
        fill(pixels, new PixelBox(20, 20, 60, 40), 40);
        fill(pixels, new PixelBox(60, 20, 62, 40), 220);
        fill(pixels, new PixelBox(20, 100, 180, 104), 215);

        GrayPicture front = bleedThrough.apply(new GrayPicture(SIDE, SIDE, 200, pixels));

        assertThat(front.at(30, 30)).isEqualTo(40);
        assertThat(front.at(61, 30)).isEqualTo(220);
        assertThat(front.at(100, 102)).isEqualTo(255);
    }

    @Test
    void printThatIsPaleThroughoutIsPrint() {
        byte[] pixels = paper();
        fill(pixels, new PixelBox(20, 20, 160, 40), 149);
        fill(pixels, new PixelBox(20, 60, 160, 80), 175);

        GrayPicture front = bleedThrough.apply(new GrayPicture(SIDE, SIDE, 200, pixels));

        assertThat(front.at(30, 30)).isEqualTo(149);
        assertThat(front.at(30, 70)).isEqualTo(175);
    }

    @Test
    void aPageWithoutShadowsIsLeftAsItIs() {
        byte[] pixels = paper();
        fill(pixels, new PixelBox(20, 20, 60, 40), 40);
        GrayPicture page = new GrayPicture(SIDE, SIDE, 200, pixels);

        assertThat(bleedThrough.apply(page)).isSameAs(page);
    }

    private static byte[] paper() {
        byte[] pixels = new byte[SIDE * SIDE];
        Arrays.fill(pixels, (byte) 255);
        return pixels;
    }

    private static void fill(byte[] pixels, PixelBox box, int value) {
        box.fill(pixels, SIDE, (byte) value);
    }
}
