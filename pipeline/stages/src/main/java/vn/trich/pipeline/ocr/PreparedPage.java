package vn.trich.pipeline.ocr;

import java.util.List;
import vn.trich.pipeline.page.Ruling;

/**
 * A page's picture made ready to be read: upright, level, evenly lit, its lines and tables found.
 *
 * @param picture in grey
 * @param ink what of it is ink
 * @param textInk the ink without ruling lines
 * @param rulings ruling lines, in pixels
 * @param grids ruled tables
 */
record PreparedPage(GrayPicture picture, Bitmap ink, Bitmap textInk, List<Ruling> rulings, List<CellGrid> grids) {

    PreparedPage {
        rulings = List.copyOf(rulings);
        grids = List.copyOf(grids);
    }

    /** Prepares a picture that is already upright and level. */
    static PreparedPage of(GrayPicture picture, Bitmap ink) {
        return of(picture, ink, ink);
    }

    /**
     * Prepares a picture that is already upright and level.
     *
     * @param lines what of it is ink or may be a faint line
     */
    static PreparedPage of(GrayPicture picture, Bitmap ink, Bitmap lines) {
        List<Ruling> rulings = new RulingFinder().find(ink, lines);
        List<CellGrid> grids = new CellFinder().find(rulings, picture.bounds(), picture.dpi());
        return new PreparedPage(picture, ink, new RulingEraser().apply(ink, rulings), rulings, grids);
    }

    /** The text's ink outside all tables. */
    Bitmap textInkOutsideGrids() {
        if (grids.isEmpty()) {
            return textInk;
        }
        byte[] rest = textInk.ink().clone();
        for (CellGrid grid : grids) {
            grid.bounds().fill(rest, ink.width(), (byte) 0);
        }
        return new Bitmap(ink.width(), ink.height(), ink.dpi(), rest);
    }
}
