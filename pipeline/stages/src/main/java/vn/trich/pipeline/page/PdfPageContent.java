package vn.trich.pipeline.page;

import java.util.List;
import vn.trich.output.Box;

/**
 * What a PDF page's content stream holds, in points from the top left of the page as displayed.
 *
 * @param width of the page as displayed
 * @param height of the page as displayed
 * @param glyphs in the order they are shown, blanks included
 * @param rulings straight level or upright lines, joined where they touch
 * @param pictures where pictures are placed, those that show next to nothing left out
 */
record PdfPageContent(double width, double height, List<Glyph> glyphs, List<Ruling> rulings, List<Box> pictures) {

    PdfPageContent {
        glyphs = List.copyOf(glyphs);
        rulings = List.copyOf(rulings);
        pictures = List.copyOf(pictures);
    }
}
