package vn.trich.pipeline.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DarkEdgesTest {

    private static final int SIDE = 400;
    private static final int DPI = 200;

    private final DarkEdges edges = new DarkEdges();

    @Test
    void aWedgeBesideThePaperTurnsWhite() {
        byte[] pixels = paper();
        for (int y = 0; y < SIDE; y++) {
            new PixelBox(0, y, y / 20, y + 1).fill(pixels, SIDE, (byte) 40);
        }
        new PixelBox(200, 396, 400, 400).fill(pixels, SIDE, (byte) 40);
        new PixelBox(200, 385, 300, 396).fill(pixels, SIDE, (byte) 60);

        GrayPicture clean = edges.apply(new GrayPicture(SIDE, SIDE, DPI, pixels));

        assertThat(clean.at(5, 300)).isEqualTo(255);
        assertThat(clean.at(18, 398)).isEqualTo(255);
        assertThat(clean.at(250, 390)).isEqualTo(255);
    }

    @Test
    void aTableThatRunsOffThePaperKeepsItsLines() {
        byte[] pixels = paper();
        new PixelBox(0, 50, 4, 350).fill(pixels, SIDE, (byte) 20);
        for (int y = 50; y <= 350; y += 60) {
            new PixelBox(0, y, SIDE, y + 3).fill(pixels, SIDE, (byte) 20);
        }
        GrayPicture page = new GrayPicture(SIDE, SIDE, DPI, pixels);

        assertThat(edges.apply(page)).isSameAs(page);
    }

    @Test
    void lettersAtTheEdgeStay() {
        byte[] pixels = paper();
        new PixelBox(0, 100, 20, 130).fill(pixels, SIDE, (byte) 20);
        GrayPicture page = new GrayPicture(SIDE, SIDE, DPI, pixels);

        assertThat(edges.apply(page)).isSameAs(page);
    }

    private static byte[] paper() {
        byte[] pixels = new byte[SIDE * SIDE];
        Arrays.fill(pixels, (byte) 255);
        return pixels;
    }
}
