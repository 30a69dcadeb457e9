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
        /** It is over a limit on pages, bytes or pixels. */
        TOO_LARGE,
        /** The file system would not give it. */
        UNREADABLE
    }
}
