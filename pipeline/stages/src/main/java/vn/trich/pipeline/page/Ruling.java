package vn.trich.pipeline.page;

/**
 * A ruling line on a page, horizontal or vertical, in points from the top left of the page as displayed.
 *
 * @param horizontal whether it runs left to right; otherwise top to bottom
 * @param at its y if horizontal, its x if vertical (middle of its thickness)
 * @param from its start on the other axis
 * @param to its end on the other axis, not before {@code from}
 */
public record Ruling(boolean horizontal, double at, double from, double to) {

    /**
     * Checks the ends.
     *
     * @throws IllegalArgumentException if the ends are out of order
     */
    public Ruling {
        if (!(from <= to)) {
            throw new IllegalArgumentException("ends out of order: " + from + " " + to);
        }
    }

    /** Length in points. */
    public double length() {
        return to - from;
    }
}
