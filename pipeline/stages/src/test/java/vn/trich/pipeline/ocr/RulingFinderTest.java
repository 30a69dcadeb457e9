package vn.trich.pipeline.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.trich.pipeline.page.Ruling;

class RulingFinderTest {

    private static final int WIDTH = 1000;
    private static final int HEIGHT = 600;

    private final byte[] ink = new byte[WIDTH * HEIGHT];

    @Test
    void theFeetOfLettersThatStandCloseTogetherAreNoLine() {
        lettersOnALine(300, 420, 300);

        assertThat(find()).isEmpty();
    }

    @Test
    void aLineOfThatLengthWithNothingAroundItIsOne() {
        fill(300, 300, 420, 302);

        assertThat(find()).hasSize(1);
    }

    @Test
    void aLongerLineUnderLettersIsOne() {
        lettersOnALine(300, 600, 300);

        assertThat(find()).hasSize(1);
    }

    @Test
    void aLineThatEndsAtAnUprightOneIsOneThoughLettersStandOnIt() {
        fill(418, 100, 420, 500);
        lettersOnALine(300, 419, 300);

        assertThat(find()).anyMatch(Ruling::horizontal);
    }

    /** Stems with white between them on a line of feet. */
    private void lettersOnALine(int from, int to, int base) {
        fill(from, base, to, base + 2);
        for (int x = from + 2; x + 3 < to; x += 9) {
            fill(x, base - 16, x + 3, base);
        }
    }

    private void fill(int x0, int y0, int x1, int y1) {
        for (int y = y0; y < y1; y++) {
            for (int x = x0; x < x1; x++) {
                ink[y * WIDTH + x] = 1;
            }
        }
    }

    private List<Ruling> find() {
        Bitmap page = new Bitmap(WIDTH, HEIGHT, 200, ink);
        return new RulingFinder().find(page, page);
    }
}
