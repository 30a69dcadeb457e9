package vn.trich.pipeline;

import java.util.ArrayList;
import java.util.List;
import vn.trich.output.LineRecord;
import vn.trich.output.PageRecord;
import vn.trich.output.PageRegion;
import vn.trich.output.WordRecord;
import vn.trich.pipeline.layout.Line;
import vn.trich.pipeline.layout.PageLayout;
import vn.trich.pipeline.page.Alternative;
import vn.trich.pipeline.page.PageText;
import vn.trich.pipeline.page.Word;

/** Makes the record of a page: text as lines with their words, everything else as regions. */
final class PageAssembly {

    PageRecord assemble(PageLayout layout) {
        PageText page = layout.page();
        boolean boxed = !page.synthetic();
        List<LineRecord> lines = new ArrayList<>();
        List<PageRegion> regions = new ArrayList<>();
        for (PageRegion region : page.regions()) {
            regions.add(new PageRegion(region.kind(), Geometry.displayed(page, region.bbox()), region.text()));
        }
        for (Line line : layout.lines()) {
            switch (line.kind()) {
                case BODY, FOOTNOTE -> lines.add(line(line, page));
                case RUNNING_HEAD -> regions.add(region(PageRegion.Kind.RUNNING_HEAD, line, page));
                case RUNNING_FOOT -> regions.add(region(PageRegion.Kind.RUNNING_FOOT, line, page));
                case PAGE_NUMBER -> regions.add(region(PageRegion.Kind.PAGE_NUMBER, line, page));
                case NOISE -> regions.add(region(PageRegion.Kind.NOISE, line, page));
            }
        }
        return new PageRecord(
                page.number(),
                boxed ? page.displayedWidth() : 0,
                boxed ? page.displayedHeight() : 0,
                page.rotation(),
                page.choice(),
                page.reasons(),
                lines,
                regions);
    }

    private static LineRecord line(Line line, PageText page) {
        return new LineRecord(
                Geometry.displayed(page, line.box()),
                line.words().stream().map(w -> word(w, page)).toList());
    }

    private static WordRecord word(Word word, PageText page) {
        return new WordRecord(
                word.text(),
                word.original().equals(word.text()) ? "" : word.original(),
                Geometry.displayed(page, word.box()),
                word.confidence(),
                word.source(),
                word.alternatives().stream().map(Alternative::text).toList());
    }

    private static PageRegion region(PageRegion.Kind kind, Line line, PageText page) {
        return new PageRegion(kind, Geometry.displayed(page, line.box()), line.text());
    }
}
