package vn.trich.pipeline.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.trich.output.Box;
import vn.trich.output.PageRegion;
import vn.trich.output.TextChoice;
import vn.trich.output.WordSource;

class PageTextTest {

    private static PageText page(int rotation, double skew) {
        return new PageText(
                3,
                842,
                595,
                rotation,
                skew,
                TextChoice.OCR,
                List.of("no text layer"),
                List.of(
                        new Word(
                                "tế",
                                "tê",
                                new Box(10.25, 20, 30, 32.5),
                                0.875,
                                WordSource.OCR,
                                List.of(new Alternative("tể", -1.25)),
                                new Word.Style(12, true, false)),
                        Word.read("12%", new Box(40, 20, 60, 32), 1, WordSource.TEXT_LAYER, Word.Style.UNKNOWN)),
                List.of(new Ruling(true, 100, 50, 500), new Ruling(false, 50, 100, 300)),
                List.of(new PageRegion(PageRegion.Kind.STAMP, new Box(1, 2, 3, 4), "")),
                false,
                Optional.empty());
    }

    @Test
    void jsonGivesBackWhatWasWritten() throws Exception {
        PageText page = page(90, -0.62);
        PageText failed = PageText.failed(4, 595, 842, "too \"large\"");
        StringWriter out = new StringWriter();

        PageTextJson.write(List.of(page, failed), out);

        assertThat(PageTextJson.read(new StringReader(out.toString()))).containsExactly(page, failed);
        assertThat(PageTextJson.fromLine(PageTextJson.toLine(page))).isEqualTo(page);
    }

    @Test
    void boxOfAPageThatLayOnItsSideIsGivenAsDisplayed() {
        Box topLeftAsRead = new Box(0, 0, 100, 12);

        // Displayed 595 wide and 842 high; turned a quarter clockwise, its lower left corner came to the top left.
        assertThat(page(90, 0).displayed(topLeftAsRead)).isEqualTo(new Box(0, 742, 12, 842));
        assertThat(page(270, 0).displayed(topLeftAsRead)).isEqualTo(new Box(583, 0, 595, 100));
        assertThat(page(180, 0).displayed(topLeftAsRead)).isEqualTo(new Box(742, 583, 842, 595));
        assertThat(page(90, 0).displayedWidth()).isEqualTo(595);
        assertThat(page(90, 0).displayedHeight()).isEqualTo(842);
    }

    @Test
    void boxOfAPageThatLayAskewIsGivenAsDisplayed() {
        // Turned one degree clockwise to be level: on paper the right side was higher by 400 * sin 1°.
        Box right = page(0, 1).displayed(new Box(820, 290, 822, 305));

        assertThat(right.centreY()).isCloseTo(297.5 - 400 * Math.sin(Math.toRadians(1)), within(0.01));
        assertThat(right.height()).isCloseTo(15, within(1e-9));
    }

    @Test
    void quarterTurnsCanBeUndone() {
        Box box = new Box(10, 20, 110, 40);
        Ruling ruling = new Ruling(true, 50, 10, 90);
        for (int degrees : new int[] {0, 90, 180, 270}) {
            QuarterTurn turn = new QuarterTurn(degrees, 595, 842);

            assertThat(turn.inverse().turn(turn.turn(box))).isEqualTo(box);
            assertThat(turn.inverse().turn(turn.turn(ruling))).isEqualTo(ruling);
        }
        assertThat(new QuarterTurn(90, 595, 842).turn(new Box(0, 832, 10, 842))).isEqualTo(new Box(0, 0, 10, 10));
    }
}
