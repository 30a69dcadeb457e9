package vn.trich.pipeline.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Given a grey copy on which a seal's ring runs through a line, the line is read again without the ring. */
class SealedTextTest {

    private static final int WIDTH = 1200;
    private static final int HEIGHT = 900;
    private static final int LETTERS = 10;

    private final byte[] pixels = new byte[WIDTH * HEIGHT];
    private final List<GrayPicture> seen = new ArrayList<>();

    @Test
    void aLineUnderAPaleSealIsReadWithoutTheSeal() {
        Arrays.fill(pixels, (byte) 255);
        ring(400, 400, 120, 140);
        letters(480, 300);
        letters(700, 700);

        List<RecognisedLine> lines = new SealedText().apply(page(), List.of(), this::read);

        assertThat(seen)
                .isNotEmpty()
                .allSatisfy(alone -> assertThat(bars(alone)).isEqualTo(LETTERS));
        assertThat(lines).anySatisfy(line -> {
            assertThat(line.box().x0()).isBetween(470, 490);
            assertThat(line.box().y0()).isBetween(290, 305);
        });
    }

    @Test
    void whatWasReadMoreSurelyStays() {
        Arrays.fill(pixels, (byte) 255);
        ring(400, 400, 120, 140);
        letters(480, 300);
        PixelBox box = new PixelBox(478, 298, 720, 332);
        RecognisedLine before = new RecognisedLine(box, List.of(new RecognisedWord("GIÁM-ĐỐC", box, 0.96, List.of())));

        assertThat(new SealedText().apply(page(), List.of(before), this::read)).containsExactly(before);
    }

    @Test
    void aPageWithoutSealIsNotTouched() {
        Arrays.fill(pixels, (byte) 255);
        letters(480, 300);

        assertThat(new SealedText().apply(page(), List.of(), this::read)).isEmpty();
        assertThat(seen).isEmpty();
    }

    private PreparedPage page() {
        GrayPicture picture = new GrayPicture(WIDTH, HEIGHT, 200, pixels);
        return PreparedPage.of(picture, new Binarisation().apply(picture));
    }

    private List<RecognisedLine> read(GrayPicture alone) {
        seen.add(alone);
        PixelBox box = alone.bounds().shrunk(20);
        return List.of(new RecognisedLine(box, List.of(new RecognisedWord("GIÁMĐỐC", box, 0.9, List.of()))));
    }

    /** Upright bars, like the strokes of capitals. */
    private void letters(int left, int top) {
        for (int i = 0; i < LETTERS; i++) {
            for (int y = top; y < top + 30; y++) {
                Arrays.fill(pixels, y * WIDTH + left + 24 * i, y * WIDTH + left + 24 * i + 8, (byte) 20);
            }
        }
    }

    private void ring(int cx, int cy, int radius, int level) {
        for (int y = cy - radius; y <= cy + radius; y++) {
            for (int x = cx - radius; x <= cx + radius; x++) {
                double r = Math.hypot(x - cx, y - cy);
                if (r <= radius && r > radius - 5) {
                    pixels[y * WIDTH + x] = (byte) level;
                }
            }
        }
    }

    /** How many separate dark bars the middle row of a picture crosses. */
    private static int bars(GrayPicture picture) {
        int bars = 0;
        int y = picture.height() / 2;
        for (int x = 1; x < picture.width(); x++) {
            bars += picture.at(x, y) < 128 && picture.at(x - 1, y) >= 128 ? 1 : 0;
        }
        return bars;
    }
}
