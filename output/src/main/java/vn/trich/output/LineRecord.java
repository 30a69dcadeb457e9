package vn.trich.output;

import java.util.List;

/**
 * A line of text.
 *
 * @param bbox where it stands; {@code null} for plain-text input
 * @param words its words, left to right
 */
public record LineRecord(Box bbox, List<WordRecord> words) {

    /** Copies the words. */
    public LineRecord {
        words = List.copyOf(words);
    }
}
