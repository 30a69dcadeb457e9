package vn.trich.output;

import java.util.Objects;

/**
 * A spot on paper.
 *
 * @param page page of the source file, from 1
 * @param bbox where on that page; {@code null} for plain-text input, which has no geometry
 */
public record Region(int page, Box bbox) {

    /**
     * Checks the page number.
     *
     * @throws IllegalArgumentException if {@code page} is below 1
     */
    public Region {
        if (page < 1) {
            throw new IllegalArgumentException("page " + page);
        }
    }

    /** Whether this spot has a box. */
    public boolean hasBox() {
        return Objects.nonNull(bbox);
    }
}
