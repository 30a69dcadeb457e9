package vn.trich.corpus.print;

import java.util.List;
import java.util.Optional;

/**
 * A printed page: what stands where. Coordinates in points from the top left.
 *
 * @param width width of the page
 * @param height height of the page
 * @param words its words in reading order
 * @param rules its rules
 * @param signature where the signature and the seal go, if the page bears one
 */
public record Sheet(double width, double height, List<Word> words, List<Rule> rules, Optional<Spot> signature) {

    /** Copies the lists. */
    public Sheet {
        words = List.copyOf(words);
        rules = List.copyOf(rules);
    }

    /**
     * A word.
     *
     * @param text its characters
     * @param x left end
     * @param baseline height of its base line
     * @param width its width
     * @param face face it is set in
     * @param size size in points
     * @param line number of the line on the page; words of a line are drawn as one run
     * @param run which way it runs; where not to the right, {@code x} and {@code baseline} say where it begins
     */
    public record Word(
            String text, double x, double baseline, double width, Face face, double size, int line, Run run) {

        /** Whether it stands upright. */
        public boolean upright() {
            return run == Run.RIGHT;
        }
    }

    /** Which way words run. */
    public enum Run {
        /** Upright. */
        RIGHT,
        /** Turned a quarter to the right. */
        DOWN,
        /** Turned a quarter to the left. */
        UP
    }

    /**
     * A rule.
     *
     * @param x0 one end
     * @param y0 one end
     * @param x1 other end
     * @param y1 other end
     * @param weight thickness in points
     * @param dotted whether it is dotted
     */
    public record Rule(double x0, double y0, double x1, double y1, double weight, boolean dotted) {}

    /**
     * A place.
     *
     * @param x centre
     * @param y centre
     */
    public record Spot(double x, double y) {}
}
