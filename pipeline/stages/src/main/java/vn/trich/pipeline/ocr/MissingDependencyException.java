package vn.trich.pipeline.ocr;

/** Something that reading pictures needs is not there; the message says what, where it was looked for and how to get it. */
public final class MissingDependencyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says what is missing, for people. */
    public MissingDependencyException(String message) {
        super(message);
    }

    /** Says what is missing, for people, and what showed it. */
    public MissingDependencyException(String message, Throwable cause) {
        super(message, cause);
    }
}
