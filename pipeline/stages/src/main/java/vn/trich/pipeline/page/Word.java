package vn.trich.pipeline.page;

import java.util.List;
import vn.trich.output.Box;
import vn.trich.output.WordSource;

/**
 * A word on a page: a run of characters without blanks.
 *
 * @param text as it stands after the latest stage, NFC
 * @param original as it was first read; equal to {@code text} if nothing changed it
 * @param box where it stands; synthetic for plain text (see {@link PageText#synthetic()})
 * @param confidence 0..1
 * @param source what read it
 * @param alternatives other readings, best first
 * @param style how it is set, as far as known
 */
public record Word(
        String text,
        String original,
        Box box,
        double confidence,
        WordSource source,
        List<Alternative> alternatives,
        Style style) {

    /** Copies the alternatives. */
    public Word {
        alternatives = List.copyOf(alternatives);
    }

    /** A word as first read. */
    public static Word read(String text, Box box, double confidence, WordSource source, Style style) {
        return new Word(text, text, box, confidence, source, List.of(), style);
    }

    /** This word with another text and confidence, its original kept. */
    public Word restored(String newText, double newConfidence) {
        return new Word(newText, original, box, newConfidence, source, alternatives, style);
    }

    /**
     * How a word is set.
     *
     * @param size font size in points, 0 if unknown
     * @param bold whether it is bold, as far as known
     * @param italic whether it is italic, as far as known
     */
    public record Style(double size, boolean bold, boolean italic) {

        /** Nothing known. */
        public static final Style UNKNOWN = new Style(0, false, false);
    }
}
