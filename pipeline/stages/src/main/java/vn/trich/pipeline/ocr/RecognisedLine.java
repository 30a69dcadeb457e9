package vn.trich.pipeline.ocr;

import java.util.List;

/**
 * A line of text that a recogniser read.
 *
 * @param box around the line, in pixels of the picture it was given
 * @param words left to right; at least one where a recogniser gives it
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

    /** This line without the words that lie in a box and were read less surely than something; perhaps without any. */
    RecognisedLine withoutDoubtful(PixelBox area, double confidence) {
        return new RecognisedLine(
                box,
                words.stream()
                        .filter(w -> w.confidence() >= confidence
                                || !area.contains(
                                        (w.box().x0() + w.box().x1()) / 2.0,
                                        (w.box().y0() + w.box().y1()) / 2.0))
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
