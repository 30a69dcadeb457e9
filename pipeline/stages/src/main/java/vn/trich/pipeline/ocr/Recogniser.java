package vn.trich.pipeline.ocr;

import java.util.List;

/**
 * Reads text from prepared pages: the one place where a recognition engine is known. Holds what it has loaded until
 * closed; for one thread at a time.
 */
interface Recogniser extends AutoCloseable {

    /** All lines of text on a page, in no promised order; boxes in pixels of its picture. */
    List<RecognisedLine> read(PreparedPage page);

    /**
     * Reads a part of a picture of which nothing is known, to see whether it makes sense.
     *
     * @param picture a page that may be the wrong way up
     * @param part what to read of it
     */
    List<RecognisedLine> sample(GrayPicture picture, PixelBox part);

    @Override
    void close();
}
