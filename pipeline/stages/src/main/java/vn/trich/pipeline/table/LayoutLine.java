package vn.trich.pipeline.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.trich.pipeline.page.Word;

/**
 * A line of plain text by columns.
 *
 * @param page its page
 * @param blank whether blank lines stand before it
 * @param heading whether it is a row that names those below it
 * @param cells the words of each column
 */
record LayoutLine(int page, boolean blank, boolean heading, List<List<Word>> cells) {

    LayoutLine {
        cells = List.copyOf(cells);
    }

    /** A line whose words stand in these columns. */
    static LayoutLine of(DumpText.TextLine line, boolean heading, int[] columnOf, int columns) {
        List<List<Word>> cells = new ArrayList<>();
        for (int c = 0; c < columns; c++) {
            List<Word> words = new ArrayList<>();
            for (int w = 0; w < columnOf.length; w++) {
                if (columnOf[w] == c) {
                    words.add(line.words().get(w));
                }
            }
            cells.add(List.copyOf(words));
        }
        return new LayoutLine(line.page(), line.blank(), heading, cells);
    }

    List<Word> cell(int column) {
        return cells.get(column);
    }

    String text(int column) {
        return cells.get(column).stream().map(Word::text).collect(Collectors.joining(" "));
    }

    /** The label in its first column, if that holds nothing else. */
    Optional<RowLabel> label() {
        return cells.get(0).size() == 1 ? RowLabel.parse(cells.get(0).get(0).text()) : Optional.empty();
    }

    /** All words, left to right. */
    List<Word> words() {
        return cells.stream().flatMap(List::stream).toList();
    }
}
