package vn.trich.output;

/** What read a word. */
public enum WordSource {
    /** The recogniser, from the picture. */
    OCR,
    /** The file's text layer. */
    TEXT_LAYER,
    /** A plain-text file. */
    PLAIN_TEXT
}
