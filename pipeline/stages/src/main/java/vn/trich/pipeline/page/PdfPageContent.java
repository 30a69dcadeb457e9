package vn.trich.pipeline.page;

import java.util.List;

/**
 * What a PDF page's content stream holds, in points from the top left of the page as displayed.
 *
 * @param width of the page as displayed
 * @param height of the page as displayed
 * @param glyphs in the order they are shown, blanks included
 * @param visibleGlyphs how many of them are painted and no blanks
 * @param paints whether anything but text and pictures is painted
 * @param rulings straight level or upright lines, joined where they touch
 * @param pictures pictures with their places, those that show next to nothing left out
 */
record PdfPageContent(
        double width,
        double height,
        List<Glyph> glyphs,
        int visibleGlyphs,
        boolean paints,
        List<Ruling> rulings,
        List<PlacedPicture> pictures) {

    PdfPageContent {
        glyphs = List.copyOf(glyphs);
        rulings = List.copyOf(rulings);
        pictures = List.copyOf(pictures);
    }
}
