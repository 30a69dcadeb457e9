package vn.trich.output;

/** Which text of a page was used. */
public enum TextChoice {
    /** The text layer as it is. */
    KEEP,
    /** The text layer, converted from a legacy Vietnamese encoding. */
    CONVERT,
    /** The text layer or plain text, its lost marks and letters restored. */
    RESTORE,
    /** The picture, read by OCR. */
    OCR,
    /** Nothing: the page is blank or could not be read. */
    NONE
}
