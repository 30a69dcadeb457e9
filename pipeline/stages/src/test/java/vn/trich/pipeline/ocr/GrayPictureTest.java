package vn.trich.pipeline.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GrayPictureTest {

    @Test
    void threePixelsBecomeTwoByTheAreaEachCovers() {
        GrayPicture row = new GrayPicture(3, 1, 300, new byte[] {0, 90, (byte) 240});
        GrayPicture reduced = row.reducedTo(200);
        assertThat(reduced.width()).isEqualTo(2);
        assertThat(reduced.dpi()).isEqualTo(200);
        assertThat(reduced.pixels()).containsExactly(30, (byte) 190);
    }

    @Test
    void anEvenPageStaysEven() {
        byte[] paper = new byte[31 * 17];
        java.util.Arrays.fill(paper, (byte) 200);
        GrayPicture reduced = new GrayPicture(31, 17, 300, paper).reducedTo(200);
        assertThat(reduced.pixels()).hasSize(21 * 11).containsOnly((byte) 200);
    }
}
