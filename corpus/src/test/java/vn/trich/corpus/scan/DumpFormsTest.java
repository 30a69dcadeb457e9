package vn.trich.corpus.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.trich.corpus.chance.Dice;
import vn.trich.corpus.print.Face;
import vn.trich.corpus.print.Sheet;

/** Forms in which a page becomes plain text. */
class DumpFormsTest {

    private final List<Sheet.Word> words = new ArrayList<>();

    private void line(int number, double x, double baseline, String text) {
        double at = x;
        for (String word : text.split(" ")) {
            words.add(new Sheet.Word(word, at, baseline, 6 * word.length(), Face.REGULAR, 12, number, Sheet.Run.RIGHT));
            at += 6 * (word.length() + 1);
        }
    }

    private void turned(int number, double x, double y, String text) {
        double at = y;
        for (String word : text.split(" ")) {
            words.add(new Sheet.Word(word, x, at, 6 * word.length(), Face.BOLD, 12, number, Sheet.Run.UP));
            at -= 6 * (word.length() + 1);
        }
    }

    /** A row of two cells of two lines each below a header, one name of which is turned. */
    private Sheet sheet() {
        line(0, 60, 100, "Nhiệm vụ");
        turned(1, 310, 100, "Ghi chú");
        line(2, 60, 130, "Tu bổ đê");
        line(3, 60, 144, "xung yếu");
        line(4, 300, 130, "Trước mùa");
        line(5, 300, 144, "bão");
        return new Sheet(595, 842, words, List.of(), Optional.empty());
    }

    @Test
    void cellsStandOneBelowTheOther() {
        assertThat(new CellDump().write(List.of(sheet())))
                .isEqualTo("Nhiệm vụ\n\nGhi chú\n\nTu bổ đê\nxung yếu\n\nTrước mùa\nbão\n");
    }

    @Test
    void linesGoAcrossColumns() {
        assertThat(new TextDump().write(List.of(sheet()), Optional.empty(), new Dice(1)))
                .isEqualTo("Nhiệm vụ Ghi chú\n\nTu bổ đê Trước mùa\nxung yếu bão\n");
    }

    @Test
    void blanksHoldColumnsApart() {
        String[] lines = new LayoutDump().write(List.of(sheet())).split("\n");
        assertThat(lines).hasSize(4);
        assertThat(lines[1]).isEmpty();
        assertThat(lines[2]).startsWith("Tu bổ đê   ").endsWith("Trước mùa");
        assertThat(lines[3].indexOf("bão")).isEqualTo(lines[2].indexOf("Trước"));
    }
}
