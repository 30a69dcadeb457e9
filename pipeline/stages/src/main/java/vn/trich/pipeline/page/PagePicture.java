package vn.trich.pipeline.page;

import java.awt.image.BufferedImage;

/**
 * The picture of a page as displayed.
 *
 * @param image its pixels
 * @param dpi its resolution in pixels per inch of paper, guessed from its size where the file does not say or cannot be
 *     right
 * @param points points of the records per pixel; 72 / dpi where the file says the resolution, 1 where it does not
 */
public record PagePicture(BufferedImage image, double dpi, double points) {}
