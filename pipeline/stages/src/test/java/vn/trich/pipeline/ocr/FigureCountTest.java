package vn.trich.pipeline.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import vn.trich.pipeline.page.Alternative;

/** Numbers whose ink has other figures than was read. */
class FigureCountTest {

    /** A line of figures 20 pixels high ({@code 0}), points and commas, and specks far above them ({@code *}). */
    private static TextLine line(String shape) {
        List<PixelBox> pieces = new ArrayList<>();
        int x = 100;
        for (char c : shape.toCharArray()) {
            pieces.add(
                    switch (c) {
                        case '.' -> new PixelBox(x, 216, x + 4, 220);
                        case ',' -> new PixelBox(x, 216, x + 4, 225);
                        case '*' -> new PixelBox(x, 190, x + 3, 193);
                        default -> new PixelBox(x, 200, x + 13, 220);
                    });
            x += 16;
        }
        return new TextLine(new PixelBox(100, 190, x, 225), 200, 220, pieces).withoutSpecks();
    }

    private static List<RecognisedLine> read(String text) {
        PixelBox box = new PixelBox(100, 200, 150, 220);
        return List.of(new RecognisedLine(
                box, List.of(new RecognisedWord(text, box, 0.96, List.of(new Alternative("x", -1))))));
    }

    private static RecognisedWord counted(
            String text, TextLine line, List<String> others, Function<TextLine, List<RecognisedLine>> figure) {
        List<Function<TextLine, List<RecognisedLine>>> readings = new ArrayList<>();
        others.forEach(other -> readings.add(l -> read(other)));
        return new FigureCount()
                .apply(read(text).get(0), line, readings, figure)
                .words()
                .get(0);
    }

    @Test
    void aFigureThatWasDroppedOrMadeUpIsSeenInTheInk() {
        assertThat(FigureCount.contradicts("9", line("00"))).isTrue();
        assertThat(FigureCount.contradicts("91", line("0"))).isTrue();
        assertThat(FigureCount.contradicts("91", line("00"))).isFalse();
        assertThat(FigureCount.contradicts("1.234,5", line("0.000,0"))).isFalse();
        assertThat(FigureCount.contradicts("9", line("0*"))).isFalse();
        assertThat(FigureCount.contradicts("Tổ", line("000"))).isFalse();
    }

    @Test
    void figuresThatMayTouchAreNotMissed() {
        TextLine touching =
                new TextLine(new PixelBox(100, 200, 130, 220), 200, 220, List.of(new PixelBox(100, 200, 128, 220)));
        assertThat(FigureCount.contradicts("11", touching)).isFalse();
        assertThat(FigureCount.contradicts("", touching)).isFalse();
    }

    @Test
    void theFirstFurtherReadingThatAgreesWithTheInkIsTaken() {
        RecognisedWord word = counted("9", line("00"), List.of("9", "91", "97"), l -> List.of());
        assertThat(word.text()).isEqualTo("91");
        assertThat(word.confidence()).isEqualTo(0.96);
    }

    @Test
    void whereNoReadingAgreesTheFiguresAreReadOneByOne() {
        TextLine line = line("00,0");
        RecognisedWord word = counted(
                "7",
                line,
                List.of("7", "1"),
                l -> read(l.box().x0() == 100 ? "7" : l.box().x0() == 116 ? "1" : "4"));
        assertThat(word.text()).isEqualTo("71,4");
    }

    @Test
    void aNumberThatNothingMakesAgreeIsDoubted() {
        RecognisedWord word = counted("7", line("00"), List.of("7"), l -> read("l"));
        assertThat(word.text()).isEqualTo("7");
        assertThat(word.confidence()).isEqualTo(0.48);
    }
}
