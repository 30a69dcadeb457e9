package vn.trich.pipeline.batch;

/** Which files are read again though their content was read before. */
public enum Reprocess {
    /** Those that another version or other settings read. */
    CHANGED,
    /** Those too that failed, in whole or in part. */
    FAILED,
    /** All. */
    ALL
}
