package vn.trich.pipeline.report;

/** How log entries are written. */
public enum LogFormat {
    /** A line of text each. */
    LINES,
    /** A JSON object on a line each. */
    JSON
}
