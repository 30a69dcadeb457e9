package vn.trich.pipeline.ocr;

/**
 * A page's picture as the recogniser gets it. The array is shared, not copied; who holds it does not change it.
 *
 * @param width in pixels
 * @param height in pixels
 * @param dpi pixels per inch of paper; not always those of the picture that was given
 * @param pixels {@code width * height} bytes, 0 black to 255 white, rows from the top
 * @param angle degrees clockwise by which the picture was turned about its middle to lie level
 */
public record PreparedPicture(int width, int height, double dpi, byte[] pixels, double angle) {}
