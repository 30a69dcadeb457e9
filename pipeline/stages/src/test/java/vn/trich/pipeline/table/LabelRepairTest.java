package vn.trich.pipeline.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.trich.output.Box;
import vn.trich.output.ColumnRole;
import vn.trich.output.WordSource;
import vn.trich.pipeline.page.Word;

class LabelRepairTest {

    private static final Box BOX = new Box(0, 0, 20, 10);

    /**
     * A table below its header with the labels as read, as {@code #I 1 2}: headings bear a {@code #}, labels read
     * doubtfully a {@code ?}, and {@code _} is an empty cell.
     */
    private static Draft repaired(String labels) {
        List<Draft.DraftCell> cells = new ArrayList<>();
        List<Table.RowKind> kinds = new ArrayList<>();
        for (String label : labels.split(" ")) {
            String read = label.replaceAll("[#?_]", "");
            double confidence = label.contains("?") ? 0.5 : 0.95;
            Word word = Word.read(read, BOX, confidence, WordSource.OCR, Word.Style.UNKNOWN);
            List<Word> words = read.isEmpty() ? List.of() : List.of(word);
            cells.add(new Draft.DraftCell(kinds.size(), 0, 1, 1, List.of(new Draft.Piece(1, BOX, words, read))));
            kinds.add(label.startsWith("#") ? Table.RowKind.GROUP : Table.RowKind.BODY);
        }
        Draft table =
                new Draft(List.of(new Draft.Part(1, BOX)), List.of(0.0, 20.0), kinds.size(), cells, false, List.of());
        return LabelRepair.repair(table, 0, List.of(ColumnRole.STT), kinds);
    }

    private static String labels(String read) {
        return repaired(read).cells().stream()
                .map(cell -> cell.text().isEmpty() ? "_" : cell.text())
                .collect(Collectors.joining(" "));
    }

    @Test
    void aHeadingDoesNotTakeTheNumberThatARowLost() {
        assertThat(labels("#I 1 2 3 4 5 6 _ #II 8 9 10 11")).isEqualTo("I 1 2 3 4 5 6 7 II 8 9 10 11");
        assertThat(labels("#I 1 2 3 #1I? 4 5 6")).isEqualTo("I 1 2 3 II 4 5 6");
    }

    @Test
    void strokesThatRanTogetherAreTakenApart() {
        assertThat(labels("#I 1 2 3 _ #u? 5 6")).isEqualTo("I 1 2 3 _ II 5 6");
        assertThat(labels("#I 1 2 #n? 1 2 #m? 1 2")).isEqualTo("I 1 2 II 1 2 III 1 2");
        assertThat(labels("#I 1 2 a b m? d")).as("no Roman number").isEqualTo("I 1 2 a b c d");
    }

    @Test
    void headingsThatBearNumbersStay() {
        String own = "#1 1.1 1.2 #2 2.1 2.2 #3 3.1 3.2";
        assertThat(labels(own)).isEqualTo(own.replace("#", ""));
        assertThat(labels("1. 1.1 1.2 #2.? 2.1 2.2 #3.? 3.1")).isEqualTo("1. 1.1 1.2 2. 2.1 2.2 3. 3.1");
        assertThat(labels("#1 a b #2 a b #3 a b")).isEqualTo("#1 a b #2 a b #3 a b".replace("#", ""));
    }

    @Test
    void aPointThatWasNotSeenIsPutBetweenItsNeighbours() {
        assertThat(labels("1 1.1 1.2 13 1.4 2 21 2.2 2.3")).isEqualTo("1 1.1 1.2 1.3 1.4 2 2.1 2.2 2.3");
        assertThat(labels("1 11 1.2 1.3 2 2.1 22 2.3")).isEqualTo("1 1.1 1.2 1.3 2 2.1 2.2 2.3");
        assertThat(labels("#I 1 1.1 1.2 13? 2 21? 2.2")).isEqualTo("I 1 1.1 1.2 1.3 2 2.1 2.2");
    }

    @Test
    void aCountThatReallyIsSoStays() {
        for (String read : List.of("9 10 11 12 13 14", "19 20 21 22 23", "#I 1 2 #II 1 2 3 #III 1", "1 2 4 5 6")) {
            assertThat(labels(read)).isEqualTo(read.replace("#", ""));
        }
    }

    @Test
    void whatWasReadIsKeptBesides() {
        Word mended = repaired("1 1.1 1.2 13 1.4").words().get(3);

        assertThat(Arrays.asList(mended.text(), mended.original())).containsExactly("1.3", "13");
    }
}
