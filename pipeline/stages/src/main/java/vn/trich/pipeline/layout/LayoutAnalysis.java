package vn.trich.pipeline.layout;

import java.util.ArrayList;
import java.util.List;
import vn.trich.pipeline.page.PageText;

/**
 * Orders the words of pages into lines: first what stands side by side on one line and belongs together, then the order
 * in which lines are read, then what is no text of the document (page numbers, running heads, specks). Figures that point
 * to footnotes are set right where they were misread.
 *
 * <p>Every word of a page ends up in exactly one line. The time taken grows with {@code n log n} in the words of a page.
 */
public final class LayoutAnalysis {

    /**
     * Analyses the pages of one file.
     *
     * @param pages what was read, in order
     * @return the same pages in lines
     */
    public DocumentLayout apply(List<PageText> pages) {
        List<PageLayout> layouts = new ArrayList<>();
        for (PageText page : pages) {
            List<Line> lines = new LineBuilder(page).lines();
            List<Line> ordered = new ReadingOrder(page).order(lines);
            layouts.add(new PageLayout(page, new NoiseLines(page).mark(ordered)));
        }
        List<PageLayout> margins = new MarginLines(layouts).mark();
        List<PageLayout> noted = margins.stream()
                .map(p -> new PageLayout(p.page(), new Footnotes(p.page()).mark(p.lines())))
                .toList();
        return new DocumentLayout(FootnoteMarks.mend(noted));
    }
}
