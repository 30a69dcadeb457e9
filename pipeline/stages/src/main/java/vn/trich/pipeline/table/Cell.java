package vn.trich.pipeline.table;

import java.util.List;
import vn.trich.output.Region;
import vn.trich.pipeline.page.Word;

/**
 * A cell of a table.
 *
 * @param row from 1, header rows first
 * @param column from 1
 * @param rowSpan rows it covers, from 1
 * @param columnSpan columns it covers, from 1
 * @param text its text, paragraphs (not printed lines) parted by line feeds
 * @param words its words in reading order, over all its parts
 * @param regions where it stands; one per page it stands on
 */
public record Cell(
        int row, int column, int rowSpan, int columnSpan, String text, List<Word> words, List<Region> regions) {

    /** Copies the lists. */
    public Cell {
        words = List.copyOf(words);
        regions = List.copyOf(regions);
    }
}
