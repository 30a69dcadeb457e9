package vn.trich.corpus.scan;

/** States in which a printed document may reach an archive. */
public enum ScanState {
    /** Born digital: text and rules as printed. */
    BORN
}
