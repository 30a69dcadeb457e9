package vn.trich.output;

import java.util.List;

/**
 * How far a record may be trusted.
 *
 * @param confidence 0 (worthless) to 1 (certain)
 * @param reviewReasons why a person should look, a word or two each; empty if nobody need look
 */
public record Trust(double confidence, List<String> reviewReasons) {

    /** Full trust, nothing to review. */
    public static final Trust FULL = new Trust(1, List.of());

    /**
     * Copies the reasons.
     *
     * @throws IllegalArgumentException if {@code confidence} is outside 0..1
     */
    public Trust {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence " + confidence);
        }
        reviewReasons = List.copyOf(reviewReasons);
    }

    /** Whether a person should look. */
    public boolean needsReview() {
        return !reviewReasons.isEmpty();
    }
}
