package vn.trich.pipeline.ocr;

import java.util.List;

/**
 * A ruled table on a picture.
 *
 * @param bounds all of it, its outer lines included
 * @param cells the areas that its lines part, row by row, in pixels; together they fill {@code bounds}
 */
record CellGrid(PixelBox bounds, List<PixelBox> cells) {

    CellGrid {
        cells = List.copyOf(cells);
    }
}
