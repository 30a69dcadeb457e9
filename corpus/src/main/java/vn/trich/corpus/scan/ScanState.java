package vn.trich.corpus.scan;

/** States in which a document may reach an archive. */
public enum ScanState {
    /** Born digital: text and rules as printed. */
    BORN("pdf"),
    /** A clean scan of 300 dpi. */
    GOOD("pdf"),
    /** An office scan of 200 dpi: skewed, noisy, strongly compressed. */
    FAIR("pdf"),
    /** A bad scan of 150 dpi: faint, blurred, noisy. */
    POOR("pdf"),
    /** Black and white only, 200 or 300 dpi, compressed as fax machines do (CCITT group 4). */
    BITONAL("pdf"),
    /** As {@link #FAIR}, with stamps over the text. */
    STAMPED("pdf"),
    /** As {@link #FAIR}, with the hidden text that an OCR engine for another language left. */
    LAYER("pdf"),
    /** As {@link #FAIR}, with hidden text that is right. */
    GOODLAYER("pdf"),
    /** As {@link #BITONAL}, as one TIFF file of several pages. */
    TIFF("tif"),
    /** The first page alone, as {@link #FAIR}, as a JPEG picture. */
    PICTURE("jpg"),
    /** Plain text, line by line, a form feed between pages. */
    DUMP("txt"),
    /** As {@link #DUMP}, as an OCR engine for another language reads it. */
    RUINEDDUMP("txt"),
    /** Plain text as a reader of the order on the page gives it: the cells of a table one below the other. */
    CELLDUMP("txt"),
    /** Plain text in which blanks keep what stands side by side in its place. */
    LAYOUTDUMP("txt");

    private final String extension;

    ScanState(String extension) {
        this.extension = extension;
    }

    /** How files of this kind end, without a dot. */
    public String extension() {
        return extension;
    }
}
