package vn.trich.pipeline.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.trich.output.Box;
import vn.trich.output.ColumnRole;
import vn.trich.output.WordSource;
import vn.trich.pipeline.layout.LayoutAnalysis;
import vn.trich.pipeline.page.Word;

/** Names of narrow columns that run up or down. */
class TurnedTextTest {

    private static final Box CELL = new Box(100, 100, 140, 190);

    private static Word word(String text, double x, double y0, double y1) {
        return Word.read(text, new Box(x, y0, x + 12, y1), 0.9, WordSource.TEXT_LAYER, Word.Style.UNKNOWN);
    }

    private static String text(Word... words) {
        return CellText.piece(1, CELL, List.of(words)).text();
    }

    @Test
    void textThatRunsUpBeginsAtTheFootOfItsLeftmostLine() {
        assertThat(text(
                        word("Thời", 105, 160, 185),
                        word("gian", 105, 130, 154),
                        word("hoàn", 120, 160, 185),
                        word("thành", 120, 124, 154)))
                .isEqualTo("Thời gian hoàn thành");
    }

    @Test
    void textThatRunsDownBeginsAtTheHeadOfItsRightmostLine() {
        assertThat(text(
                        word("Thời", 120, 105, 130),
                        word("gian", 120, 136, 160),
                        word("hoàn", 105, 105, 130),
                        word("thành", 105, 136, 166)))
                .isEqualTo("Thời gian hoàn thành");
    }

    @Test
    void aShortWordOfNarrowLettersRunsAsTheOthersDo() {
        assertThat(text(word("Chủ", 105, 120, 142), word("trì", 105, 146, 159))).isEqualTo("Chủ trì");
    }

    @Test
    void narrowUprightWordsBelowEachOtherAreNotTurned() {
        Word upper = Word.read("Quý", new Box(105, 110, 127, 122), 1, WordSource.OCR, Word.Style.UNKNOWN);
        Word lower = Word.read("III", new Box(108, 124, 118, 136), 1, WordSource.OCR, Word.Style.UNKNOWN);
        assertThat(TurnedText.isTurned(List.of(upper, lower))).isFalse();
        assertThat(text(upper, lower)).isEqualTo("Quý III");
    }

    @Test
    void aTurnedHeaderNamesItsColumn() {
        PageSketch page = PageSketch.landscape(1);
        page.table(
                100,
                new double[] {50, 90, 350, 420, 500},
                new String[] {"TT", "Nhiệm vụ/ / / ", "", "Thời hạn"},
                new String[] {"1", "Tu bổ đê", "Sở Xây dựng", "Quý I"},
                new String[] {"2", "Nạo vét kênh", "Sở Công Thương", "Quý II"},
                new String[] {"3", "Trồng rừng", "Chi cục Kiểm lâm", "Quý II"});
        page.turned(380, 150, "Chủ trì");

        Table table = new TableRecognition()
                .apply(new LayoutAnalysis().apply(List.of(page.page())))
                .tables()
                .get(0);

        assertThat(table.at(1, 3).orElseThrow().text()).isEqualTo("Chủ trì");
        assertThat(table.roles().get(2)).isEqualTo(ColumnRole.LEAD);
    }
}
