package vn.trich.pipeline.ocr;

import java.util.List;

/** Reads lines of text that were found beforehand. Holds what it has loaded until closed; for one thread at a time. */
interface LineRecogniser extends AutoCloseable {

    /**
     * Reads lines.
     *
     * @param picture the page they are on
     * @param lines what to read, any number
     * @return a reading for each line in which there was text, in the same order; boxes in pixels of the picture
     */
    List<RecognisedLine> read(GrayPicture picture, List<TextLine> lines);

    @Override
    void close();
}
