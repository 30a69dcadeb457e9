package vn.trich.pipeline.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.trich.output.Box;
import vn.trich.output.Region;
import vn.trich.output.WordSource;
import vn.trich.pipeline.page.Word;
import vn.trich.pipeline.table.Cell;

class PrintedLinesTest {

    private static final double LETTER = 6;
    private static final double WIDTH = 90;

    /** As in a column whose names stand on lines of their own. */
    private static String listed(String... lines) {
        List<Word> words = new ArrayList<>();
        for (int i = 0; i < lines.length; i++) {
            double x = 3;
            for (String word : lines[i].split(" ")) {
                Box box = new Box(x, i * 14, x + LETTER * word.length(), i * 14 + 10);
                words.add(Word.read(word, box, 1, WordSource.OCR, Word.Style.UNKNOWN));
                x = box.x1() + LETTER;
            }
        }
        Region here = new Region(1, new Box(0, 0, WIDTH, 14.0 * lines.length));
        Cell cell = new Cell(1, 1, 1, 1, String.join(" ", lines), words, List.of(here));
        return PrintedLines.of(cell, line -> line.matches("(?:Sở|Văn phòng|Trung tâm|Kho bạc|\\p{Lu}{2,}).*"), true);
    }

    @Test
    void aNameEndsWhereALineOpensTheNext() {
        assertThat(listed("Sở Tài chính", "Sở Tư pháp")).isEqualTo("Sở Tài chính\nSở Tư pháp");
    }

    @Test
    void aHeadThatFillsItsLineGoesOnWithTheNext() {
        assertThat(listed("Trung tâm", "PVHCC tỉnh", "Sở Tư pháp")).isEqualTo("Trung tâm PVHCC tỉnh\nSở Tư pháp");
        assertThat(listed("Văn phòng", "UBND tỉnh")).isEqualTo("Văn phòng UBND tỉnh");
    }

    @Test
    void aLineOfOneWordMayEndAName() {
        assertThat(listed("Kho bạc Nhà nước", "tỉnh", "UBND cấp huyện"))
                .isEqualTo("Kho bạc Nhà nước tỉnh\nUBND cấp huyện");
    }
}
