package vn.trich.pipeline.page;

/**
 * A glyph as a page's content stream shows it, in points from the top left of the page as displayed.
 *
 * @param text what it stands for, usually one character; U+FFFD if the font does not say
 * @param x where it starts on its baseline
 * @param y its baseline
 * @param endX where the next glyph would start
 * @param endY its baseline there
 * @param size font size in points, as displayed
 * @param font the font's name without its subset prefix, or empty
 * @param bold whether it is bold
 * @param italic whether it is italic
 */
record Glyph(
        String text,
        double x,
        double y,
        double endX,
        double endY,
        double size,
        String font,
        boolean bold,
        boolean italic) {

    /** Quarter turns clockwise from upright in which the glyph runs: 0 to the right, 1 down, 2 to the left, 3 up. */
    int quarter() {
        return Math.floorMod((int) Math.round(Math.atan2(endY - y, endX - x) / (Math.PI / 2)), 4);
    }

    /** Length along its baseline. */
    double advance() {
        return Math.hypot(endX - x, endY - y);
    }

    boolean blank() {
        return text.isBlank() || text.equals("\u00A0");
    }
}
