package vn.trich.pipeline.ingest;

/** A file that cannot or may not be read; its message tells a person which file, why, and the way out. */
public final class RefusedFileException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /**
     * Refuses a file.
     *
     * @param reason why
     * @param message for people: names the file, what is wrong and what to do
     */
    public RefusedFileException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** A refusal: the file's name, what is the matter with it, and what a person can do. */
    static RefusedFileException of(Reason reason, String name, String what, String wayOut) {
        return new RefusedFileException(reason, name + ": " + what + "; " + wayOut);
    }

    /** Why the file was refused. */
    public Reason reason() {
        return reason;
    }

    /** Why a file is refused. */
    public enum Reason {
        /** It has no bytes. */
        EMPTY,
        /** It needs a password. */
        ENCRYPTED,
        /** It is damaged or cut off. */
        DAMAGED,
        /** It is of a kind that is not read. */
        UNSUPPORTED,
        /** It has no pages. */
        NO_PAGES,
        /** It is over a limit on pages, bytes, pixels, words or memory. */
        TOO_LARGE,
        /** It takes too long. */
        TOO_SLOW,
        /** The file system would not give it. */
        UNREADABLE
    }
}
