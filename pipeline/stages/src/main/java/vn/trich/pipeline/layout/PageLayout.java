package vn.trich.pipeline.layout;

import java.util.List;
import vn.trich.pipeline.page.PageText;

/**
 * A page in lines.
 *
 * @param page what was read from it
 * @param lines all its lines in reading order; every word of the page is in exactly one
 */
public record PageLayout(PageText page, List<Line> lines) {

    /** Copies the lines. */
    public PageLayout {
        lines = List.copyOf(lines);
    }
}
