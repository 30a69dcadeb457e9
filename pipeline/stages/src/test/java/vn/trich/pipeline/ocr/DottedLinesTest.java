package vn.trich.pipeline.ocr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.trich.pipeline.page.Ruling;

class DottedLinesTest {

    private static final int WIDTH = 1000;
    private static final int HEIGHT = 600;
    private static final List<Ruling> UPRIGHT =
            List.of(new Ruling(false, 100, 50, 550), new Ruling(false, 400, 50, 550), new Ruling(false, 900, 50, 550));

    private final byte[] ink = new byte[WIDTH * HEIGHT];

    @Test
    void dotsFromOneUprightLineToAnotherPartRows() {
        dots(100, 900, 300, 8);
        dots(400, 900, 400, 8);

        List<Ruling> lines = find();

        assertThat(lines).hasSize(2);
        assertLine(lines.get(0), 301, 100, 900);
        assertLine(lines.get(1), 401, 400, 900);
    }

    @Test
    void dotsThatTextTouchesAreStillOneLine() {
        dots(100, 900, 300, 8);
        for (int y = 280; y < 310; y++) {
            for (int x = 500; x < 530; x++) {
                ink[y * WIDTH + x] = 1;
            }
        }

        assertLine(find().get(0), 301, 100, 900);
    }

    @Test
    void dotsThatRunOnIntoTheTextOfACellThatSpansEndBeforeIt() {
        dots(100, 400, 300, 8);
        dots(408, 460, 301, 8);

        assertThat(find()).hasSize(1);
        assertLine(find().get(0), 301, 100, 400);
    }

    @Test
    void dotsToWriteOnStandInsideTheirCell() {
        dots(440, 880, 300, 8);

        assertThat(find()).isEmpty();
    }

    @Test
    void unevenDotsAreDirt() {
        int x = 100;
        for (int step :
                new int[] {3, 17, 8, 12, 4, 19, 6, 15, 5, 11, 18, 3, 14, 7, 16, 9, 4, 13, 19, 5, 12, 17, 6, 15}) {
            dot(x, 300);
            x += step;
        }
        dot(398, 300);

        assertThat(find()).isEmpty();
    }

    private void dots(int from, int to, int y, int step) {
        for (int x = from; x < to; x += step) {
            dot(x, y);
        }
    }

    private void dot(int x, int y) {
        for (int at : new int[] {y * WIDTH + x, (y + 1) * WIDTH + x}) {
            ink[at] = 1;
            ink[at + 1] = 1;
        }
    }

    private List<Ruling> find() {
        return new DottedLines().find(new Bitmap(WIDTH, HEIGHT, 200, ink), UPRIGHT);
    }

    private static void assertLine(Ruling line, double at, double from, double to) {
        assertThat(line.horizontal()).isTrue();
        assertThat(line.at()).isCloseTo(at, within(1.0));
        assertThat(line.from()).isEqualTo(from);
        assertThat(line.to()).isEqualTo(to);
    }
}
