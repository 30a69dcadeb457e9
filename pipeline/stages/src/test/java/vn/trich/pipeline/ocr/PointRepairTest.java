package vn.trich.pipeline.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PointRepairTest {

    private static final int BASE = 40;
    private static final int DIGIT = 20;

    @Test
    void aMarkThatHangsBelowTheLineIsAComma() {
        assertThat(repaired("9917", "00,00")).isEqualTo("99,17");
    }

    @Test
    void aMarkThatStandsOnTheLineIsAPoint() {
        assertThat(repaired("1791827", "0.000.000")).isEqualTo("1.791.827");
        assertThat(repaired("10", "00.")).isEqualTo("10.");
    }

    @Test
    void whereThePiecesAreNotAsManyAsTheCharactersNothingIsChanged() {
        assertThat(repaired("991", "00,00")).isEqualTo("991");
        assertThat(repaired("năm", "00,0")).isEqualTo("năm");
    }

    /** A number as read, righted by the ink of a line drawn after a pattern of digits, points and commas. */
    private static String repaired(String read, String ink) {
        List<PixelBox> pieces = new ArrayList<>();
        int x = 10;
        for (char c : ink.toCharArray()) {
            pieces.add(
                    switch (c) {
                        case ',' -> new PixelBox(x, BASE - 3, x + 4, BASE + 5);
                        case '.' -> new PixelBox(x, BASE - 3, x + 4, BASE);
                        default -> new PixelBox(x, BASE - DIGIT, x + 10, BASE);
                    });
            x += 12;
        }
        PixelBox box = new PixelBox(10, BASE - DIGIT, x, BASE + 5);
        RecognisedWord word = new RecognisedWord(read, box, 0.9, List.of());
        RecognisedLine line = new RecognisedLine(box, List.of(word));
        TextLine found = new TextLine(box, BASE - DIGIT, BASE, pieces);
        return new PointRepair().apply(line, found).words().get(0).text();
    }
}
