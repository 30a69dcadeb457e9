package vn.trich.corpus.scan;

import java.awt.image.BufferedImage;
import java.util.List;
import vn.trich.corpus.print.Sheet;

/**
 * The scan of one sheet.
 *
 * @param picture upright, but as askew as it was put on the scanner
 * @param dpi its resolution
 * @param words its words, where they begin on the picture, in points from the top left
 */
public record ScannedSheet(BufferedImage picture, int dpi, List<Sheet.Word> words) {

    /** Copies the list. */
    public ScannedSheet {
        words = List.copyOf(words);
    }
}
