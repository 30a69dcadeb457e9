package vn.trich.pipeline.ocr;

import java.util.List;

/** Reads text from pictures. Holds what it has loaded until closed; for one thread at a time. */
interface Recogniser extends AutoCloseable {

    /**
     * Sets the picture that the next regions are of.
     *
     * @param picture upright and level
     */
    void look(GrayPicture picture);

    /**
     * Reads a region of the picture last looked at.
     *
     * @param region not empty
     * @param segmentation what is known of how text stands in it
     * @return its lines, top to bottom where that can be said; boxes in pixels of the whole picture
     */
    List<RecognisedLine> read(PixelBox region, Segmentation segmentation);

    @Override
    void close();

    /** How text stands in a region. */
    enum Segmentation {
        /** Nothing is known: columns, blocks, headings. */
        PAGE,
        /** One block of lines, one below the other. */
        BLOCK,
        /** One line. */
        LINE,
        /** Bits of text anywhere. */
        SPARSE
    }
}
