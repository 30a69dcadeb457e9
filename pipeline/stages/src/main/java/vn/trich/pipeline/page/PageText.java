package vn.trich.pipeline.page;

import java.util.List;
import java.util.Optional;
import vn.trich.output.PageRegion;
import vn.trich.output.TextChoice;

/**
 * What was read from one page, by whatever way was chosen: words in no promised order, rulings, regions.
 *
 * <p>All boxes are in points from the top left of the page as displayed. A page of plain text has no geometry; its
 * words get a synthetic one, so that later stages need not care: line {@code n} (from 0) stands at y {@code 12 n}, and
 * every character (a tab counts up to the next multiple of 8) is 6 points wide. Such boxes are never put out.
 *
 * @param number from 1, in the source file
 * @param width in points, as displayed
 * @param height in points, as displayed
 * @param rotation degrees clockwise by which the page was turned to read it
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

    /** This page with other words. */
    public PageText withWords(List<Word> newWords) {
        return new PageText(
                number, width, height, rotation, choice, reasons, newWords, rulings, regions, synthetic, failure);
    }

    /** A page that could not be read. */
    public static PageText failed(int number, double width, double height, String failure) {
        return new PageText(
                number,
                width,
                height,
                0,
                TextChoice.NONE,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                false,
                Optional.of(failure));
    }
}
