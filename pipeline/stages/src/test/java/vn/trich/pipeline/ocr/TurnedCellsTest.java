package vn.trich.pipeline.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Cells whose text runs up or down. */
class TurnedCellsTest {

    private static final double DPI = 200;
    private static final PixelBox CELL = new PixelBox(100, 50, 180, 250);

    private final TurnedCells turned = new TurnedCells();

    private static Bitmap ink(int x0, int y0, int x1, int y1) {
        byte[] ink = new byte[400 * 300];
        for (int y = y0; y < y1; y++) {
            for (int x = x0; x < x1; x++) {
                ink[y * 400 + x] = 1;
            }
        }
        return new Bitmap(400, 300, DPI, ink);
    }

    /** A page with a dark mark, by which the test knows which way a picture was turned. */
    private static GrayPicture marked(int x, int y) {
        byte[] pixels = new byte[400 * 300];
        java.util.Arrays.fill(pixels, (byte) 255);
        pixels[y * 400 + x] = 0;
        return new GrayPicture(400, 300, DPI, pixels);
    }

    private static List<RecognisedLine> line(String text, PixelBox box, double confidence) {
        return List.of(new RecognisedLine(box, List.of(new RecognisedWord(text, box, confidence, List.of()))));
    }

    @Test
    void onlyWhatIsHighAndReadsBadlyMayBeTurned() {
        List<RecognisedLine> badly = line("5 - ì", CELL, 0.3);
        assertThat(turned.mayBe(ink(120, 80, 145, 220), CELL, badly)).isTrue();
        assertThat(turned.mayBe(ink(120, 80, 145, 220), CELL, line("Quý", CELL, 0.95)))
                .isFalse();
        assertThat(turned.mayBe(ink(105, 80, 175, 120), CELL, badly)).isFalse();
        assertThat(turned.mayBe(ink(120, 80, 128, 108), CELL, badly))
                .as("a single figure")
                .isFalse();
    }

    @Test
    void whatReadsSurelyWhenTurnedIsTakenAndLiesWhereItWas() {
        // A mark near the foot of the cell is near the left end of text that runs up, once the cell is turned
        // clockwise.
        GrayPicture page = marked(140, 240);
        Optional<List<RecognisedLine>> read = turned.read(page, CELL, line("5 - ì", CELL, 0.3), alone -> {
            for (int x = 0; x < alone.width(); x++) {
                for (int y = 0; y < alone.height(); y++) {
                    if (alone.at(x, y) == 0 && x < alone.width() / 2) {
                        return line("Ghi", new PixelBox(x, y - 5, x + 60, y + 5), 0.9);
                    }
                }
            }
            return line("!4D", new PixelBox(0, 0, 9, 9), 0.2);
        });

        RecognisedWord word = read.orElseThrow().get(0).words().get(0);
        assertThat(word.text()).isEqualTo("Ghi");
        assertThat(word.box().x0()).isBetween(130, 140);
        assertThat(word.box().x1()).isBetween(140, 150);
        assertThat(word.box().y1()).isBetween(239, 242);
        assertThat(word.box().height()).isEqualTo(60);
    }

    @Test
    void whatReadsNoBetterStaysAsItStood() {
        List<RecognisedLine> read = line("Quý", CELL, 0.6);
        assertThat(turned.read(marked(140, 240), CELL, read, alone -> line("xyz", new PixelBox(0, 0, 9, 9), 0.65)))
                .isEmpty();
    }
}
