package vn.trich.pipeline.page;

import java.util.List;
import java.util.Optional;
import vn.trich.output.Box;
import vn.trich.output.PageRegion;
import vn.trich.output.TextChoice;

/**
 * What was read from one page, by whatever way was chosen: words in no promised order, rulings, regions.
 *
 * <p>All boxes are in points from the top left of the page <em>as it was read</em>: upright and straight. For nearly
 * all pages that is the page as displayed; a scan that lay on its side or a little askew was turned by
 * {@link #rotation()} and {@link #skew()} first. What is put out goes through {@link #displayed(Box)}.
 *
 * <p>A page of plain text has no geometry; its words get a synthetic one, so that later stages need not care: line
 * {@code n} (from 0) stands at y {@code 12 n}, and every character (a tab counts up to the next multiple of 8 that is at
 * least 3 away, so that it can be told from a blank) is 6 points wide. Such boxes are never put out.
 *
 * @param number from 1, in the source file
 * @param width in points, as read
 * @param height in points, as read
 * @param rotation degrees clockwise by which the displayed page was turned to read it: 0, 90, 180 or 270
 * @param skew degrees clockwise, small, by which it was then turned about its middle to set its lines level
 * @param choice which text was used
 * @param reasons why, in words
 * @param words the words
 * @param rulings ruling lines
 * @param regions stamps, signatures, pictures
 * @param synthetic whether the boxes are made up
 * @param failure why the page could not be read, for people; empty if it was
 */
public record PageText(
        int number,
        double width,
        double height,
        int rotation,
        double skew,
        TextChoice choice,
        List<String> reasons,
        List<Word> words,
        List<Ruling> rulings,
        List<PageRegion> regions,
        boolean synthetic,
        Optional<String> failure) {

    /** Copies the lists. */
    public PageText {
        reasons = List.copyOf(reasons);
        words = List.copyOf(words);
        rulings = List.copyOf(rulings);
        regions = List.copyOf(regions);
    }

    /** A page that was read straight as displayed, or only turned by quarters. */
    public PageText(
            int number,
            double width,
            double height,
            int rotation,
            TextChoice choice,
            List<String> reasons,
            List<Word> words,
            List<Ruling> rulings,
            List<PageRegion> regions,
            boolean synthetic,
            Optional<String> failure) {
        this(number, width, height, rotation, 0, choice, reasons, words, rulings, regions, synthetic, failure);
    }

    /** This page with other words. */
    public PageText withWords(List<Word> newWords) {
        return new PageText(
                number, width, height, rotation, skew, choice, reasons, newWords, rulings, regions, synthetic, failure);
    }

    /** A page that could not be read; its size as displayed. */
    public static PageText failed(int number, double width, double height, String failure) {
        return new PageText(
                number,
                width,
                height,
                0,
                0,
                TextChoice.NONE,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                false,
                Optional.of(failure));
    }

    /** Width in points of the page as displayed. */
    public double displayedWidth() {
        return rotation % 180 == 0 ? width : height;
    }

    /** Height in points of the page as displayed. */
    public double displayedHeight() {
        return rotation % 180 == 0 ? height : width;
    }

    /**
     * Where a box of this page lies on the page as displayed, in points from its top left. A slanting box is given by
     * one as large around the same middle, so that boxes of long lines do not grow into each other.
     *
     * @param box on the page as read
     */
    public Box displayed(Box box) {
        double angle = Math.toRadians(-skew);
        double dx = box.centreX() - width / 2;
        double dy = box.centreY() - height / 2;
        double x = width / 2 + dx * Math.cos(angle) - dy * Math.sin(angle);
        double y = height / 2 + dx * Math.sin(angle) + dy * Math.cos(angle);
        double w = box.width() / 2;
        double h = box.height() / 2;
        return switch (Math.floorMod(rotation, 360)) {
            case 90 -> around(y, width - x, h, w);
            case 180 -> around(width - x, height - y, w, h);
            case 270 -> around(height - y, x, h, w);
            default -> around(x, y, w, h);
        };
    }

    private static Box around(double x, double y, double halfWidth, double halfHeight) {
        return new Box(x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight);
    }
}
