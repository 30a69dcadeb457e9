package vn.trich.pipeline.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.trich.output.Box;
import vn.trich.pipeline.layout.Line;
import vn.trich.pipeline.layout.PageLayout;
import vn.trich.pipeline.page.Word;

/** Finds the tables of one page. */
final class PageTables {

    /** The tables of a page, from the top. */
    List<Draft> find(PageLayout page) {
        List<Word> words = textWords(page);
        List<Draft> drafts = new ArrayList<>();
        for (Grid grid : new GridFinder(page.page()).find()) {
            List<Word> inside = GridReader.wordsOn(grid, words);
            if (!inside.isEmpty()) {
                drafts.add(new GridReader(page.page().number(), grid).read(inside));
            }
        }
        drafts.sort(
                Comparator.comparingDouble((Draft d) -> d.parts().get(0).box().y0())
                        .thenComparingDouble(d -> d.parts().get(0).box().x0()));
        return drafts;
    }

    /** The words of the page that were put into a table. */
    static List<Word> sources(PageLayout page, Draft table) {
        Box area = table.parts().get(0).box().grow(3);
        return textWords(page).stream().filter(w -> area.holdsCentreOf(w.box())).toList();
    }

    private static List<Word> textWords(PageLayout page) {
        return page.lines().stream()
                .filter(l -> l.kind() == Line.Kind.BODY || l.kind() == Line.Kind.FOOTNOTE)
                .flatMap(l -> l.words().stream())
                .toList();
    }
}
