package vn.trich.pipeline.layout;

import java.util.List;

/**
 * All pages of a file in lines.
 *
 * @param pages in order
 */
public record DocumentLayout(List<PageLayout> pages) {

    /** Copies the pages. */
    public DocumentLayout {
        pages = List.copyOf(pages);
    }
}
