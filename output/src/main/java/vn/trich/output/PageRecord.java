package vn.trich.output;

import java.util.List;

/**
 * One page of the source file.
 *
 * @param number from 1, in the source file
 * @param width in points, as displayed
 * @param height in points, as displayed
 * @param rotation degrees clockwise by which the page was turned to read it: 0, 90, 180 or 270
 * @param textChoice which text was used
 * @param reasons why, in words
 * @param lines the lines of text, in reading order
 * @param regions stamps, running heads and other parts that are not text of the document
 */
public record PageRecord(
        int number,
        double width,
        double height,
        int rotation,
        TextChoice textChoice,
        List<String> reasons,
        List<LineRecord> lines,
        List<PageRegion> regions) {

    /** Copies the lists. */
    public PageRecord {
        reasons = List.copyOf(reasons);
        lines = List.copyOf(lines);
        regions = List.copyOf(regions);
    }
}
