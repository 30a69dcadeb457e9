package vn.trich.pipeline.ocr;

import java.util.List;
import vn.trich.pipeline.page.Alternative;

/**
 * A word that a recogniser read.
 *
 * @param text NFC
 * @param box in pixels of the picture it was given
 * @param confidence 0..1
 * @param alternatives other readings, best first
 */
record RecognisedWord(String text, PixelBox box, double confidence, List<Alternative> alternatives) {

    RecognisedWord {
        alternatives = List.copyOf(alternatives);
    }
}
