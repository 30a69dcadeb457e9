package vn.trich.output;

import java.util.List;

/**
 * A word as it is given out.
 *
 * @param text restored, NFC
 * @param original what was read before restoration; empty if that is the same
 * @param bbox where it stands; {@code null} for plain-text input
 * @param confidence 0..1
 * @param source what read it
 * @param alternatives other readings, best first
 */
public record WordRecord(
        String text, String original, Box bbox, double confidence, WordSource source, List<String> alternatives) {

    /** Copies the alternatives. */
    public WordRecord {
        alternatives = List.copyOf(alternatives);
    }
}
