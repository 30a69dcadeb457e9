package vn.trich.pipeline.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MissedLinesTest {

    private static final int WIDTH = 1000;
    private static final int HEIGHT = 400;
    private static final double DPI = 200;

    private final byte[] ink = new byte[WIDTH * HEIGHT];

    @Test
    void theShortWordThatAParagraphEndsInIsALineOfItsOwn() {
        RecognisedLine read = letters(100, 100, 40);
        letters(100, 150, 4);

        assertThat(find(read)).singleElement().satisfies(line -> {
            assertThat(line.box().y0()).isBetween(148, 152);
            assertThat(line.box().x1()).isBetween(140, 160);
        });
    }

    @Test
    void whereAllWasReadNothingIsMissed() {
        RecognisedLine above = letters(100, 100, 40);
        RecognisedLine below = letters(100, 150, 4);

        assertThat(find(above, below)).isEmpty();
    }

    @Test
    void aDotAndADashAreNoLine() {
        RecognisedLine read = letters(100, 100, 40);
        fill(100, 160, 104, 164);
        fill(120, 160, 140, 163);

        assertThat(find(read)).isEmpty();
    }

    private List<TextLine> find(RecognisedLine... read) {
        return new MissedLines().find(new Bitmap(WIDTH, HEIGHT, DPI, ink), List.of(read));
    }

    /** Draws so many letters, rings of ink, in a row, and gives the line as if it had been read. */
    private RecognisedLine letters(int x, int y, int count) {
        for (int i = 0; i < count; i++) {
            int left = x + 14 * i;
            fill(left, y, left + 11, y + 2);
            fill(left, y + 14, left + 11, y + 16);
            fill(left, y, left + 3, y + 16);
            fill(left + 8, y, left + 11, y + 16);
        }
        PixelBox box = new PixelBox(x, y, x + 14 * count, y + 16);
        return new RecognisedLine(box, List.of(new RecognisedWord("o".repeat(count), box, 0.95, List.of())));
    }

    private void fill(int x0, int y0, int x1, int y1) {
        new PixelBox(x0, y0, x1, y1).fill(ink, WIDTH, (byte) 1);
    }
}
