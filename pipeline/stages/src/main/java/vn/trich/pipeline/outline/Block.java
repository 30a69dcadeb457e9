package vn.trich.pipeline.outline;

import java.util.List;
import java.util.stream.Collectors;
import vn.trich.output.Region;
import vn.trich.pipeline.page.Word;
import vn.trich.pipeline.table.Table;

/** A part of a section's own content, in reading order. */
public sealed interface Block {

    /**
     * A paragraph, joined over lines and pages.
     *
     * @param words its words in reading order, at least one
     * @param regions where it stands, one per page
     */
    record Paragraph(List<Word> words, List<Region> regions) implements Block {

        /** Copies the lists. */
        public Paragraph {
            words = List.copyOf(words);
            regions = List.copyOf(regions);
        }

        /** The words with single blanks between them. */
        public String text() {
            return words.stream().map(Word::text).collect(Collectors.joining(" "));
        }
    }

    /**
     * A table at this place.
     *
     * @param table the table
     * @param caption its caption, or empty
     */
    record TableBlock(Table table, String caption) implements Block {}
}
