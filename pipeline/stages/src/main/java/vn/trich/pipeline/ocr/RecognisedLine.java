package vn.trich.pipeline.ocr;

import java.util.List;

/**
 * A line of text that a recogniser read.
 *
 * @param box around the line, in pixels of the picture it was given
 * @param words left to right; at least one
 */
record RecognisedLine(PixelBox box, List<RecognisedWord> words) {

    RecognisedLine {
        words = List.copyOf(words);
    }

    /** This line elsewhere on a picture. */
    RecognisedLine moved(int dx, int dy, PixelBox bounds) {
        return new RecognisedLine(
                box.moved(dx, dy).within(bounds),
                words.stream()
                        .map(w -> new RecognisedWord(
                                w.text(), w.box().moved(dx, dy).within(bounds), w.confidence(), w.alternatives()))
                        .toList());
    }

    /** Mean confidence of its words, weighted by their length, 0..1. */
    double confidence() {
        double sum = 0;
        int length = 0;
        for (RecognisedWord word : words) {
            sum += word.confidence() * word.text().length();
            length += word.text().length();
        }
        return length == 0 ? 0 : sum / length;
    }
}
