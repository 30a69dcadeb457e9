package vn.trich.pipeline.layout;

import java.util.List;
import java.util.stream.Collectors;
import vn.trich.output.Box;
import vn.trich.pipeline.page.Word;

/**
 * A line of text on a page. Words side by side that belong to different columns (the two halves of a document's head,
 * cells of a table) are different lines.
 *
 * @param page page of the source file, from 1
 * @param words its words, left to right; at least one
 * @param box around the words
 * @param kind what part of the page it is
 */
public record Line(int page, List<Word> words, Box box, Kind kind) {

    /**
     * Copies the words.
     *
     * @throws IllegalArgumentException if there is no word
     */
    public Line {
        words = List.copyOf(words);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("a line without words");
        }
    }

    /** The words with single blanks between them. */
    public String text() {
        return words.stream().map(Word::text).collect(Collectors.joining(" "));
    }

    /** Parts of a page. */
    public enum Kind {
        /** Text of the document. */
        BODY,
        /** A head repeated over pages. */
        RUNNING_HEAD,
        /** A foot repeated over pages. */
        RUNNING_FOOT,
        /** A page number. */
        PAGE_NUMBER,
        /** A footnote under its rule. */
        FOOTNOTE,
        /** Specks, stamps or signatures read as text. */
        NOISE
    }
}
