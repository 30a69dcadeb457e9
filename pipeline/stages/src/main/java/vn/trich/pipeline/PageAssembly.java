package vn.trich.pipeline;

import java.util.ArrayList;
import java.util.List;
import vn.trich.output.Box;
import vn.trich.output.LineRecord;
import vn.trich.output.PageRecord;
import vn.trich.output.PageRegion;
import vn.trich.output.WordRecord;
import vn.trich.pipeline.layout.Line;
import vn.trich.pipeline.layout.PageLayout;
import vn.trich.pipeline.page.PageText;
import vn.trich.pipeline.page.Word;

/** Makes the record of a page: text as lines with their words, everything else as regions. */
final class PageAssembly {

    PageRecord assemble(PageLayout layout) {
        PageText page = layout.page();
        boolean boxed = !page.synthetic();
        List<LineRecord> lines = new ArrayList<>();
        List<PageRegion> regions = new ArrayList<>(page.regions());
        for (Line line : layout.lines()) {
            switch (line.kind()) {
                case BODY, FOOTNOTE -> lines.add(line(line, boxed));
                case RUNNING_HEAD -> regions.add(region(PageRegion.Kind.RUNNING_HEAD, line, boxed));
                case RUNNING_FOOT -> regions.add(region(PageRegion.Kind.RUNNING_FOOT, line, boxed));
                case PAGE_NUMBER -> regions.add(region(PageRegion.Kind.PAGE_NUMBER, line, boxed));
                case NOISE -> regions.add(region(PageRegion.Kind.NOISE, line, boxed));
            }
        }
        return new PageRecord(
                page.number(),
                boxed ? page.width() : 0,
                boxed ? page.height() : 0,
                page.rotation(),
                page.choice(),
                page.reasons(),
                lines,
                regions);
    }

    private static LineRecord line(Line line, boolean boxed) {
        return new LineRecord(
                box(line.box(), boxed),
                line.words().stream().map(w -> word(w, boxed)).toList());
    }

    private static WordRecord word(Word word, boolean boxed) {
        return new WordRecord(
                word.text(),
                word.original().equals(word.text()) ? "" : word.original(),
                box(word.box(), boxed),
                word.confidence(),
                word.source(),
                word.alternatives());
    }

    private static PageRegion region(PageRegion.Kind kind, Line line, boolean boxed) {
        return new PageRegion(kind, box(line.box(), boxed), line.text());
    }

    private static Box box(Box box, boolean boxed) {
        return boxed ? box : null;
    }
}
