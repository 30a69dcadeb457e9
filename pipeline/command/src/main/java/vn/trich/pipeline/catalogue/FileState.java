package vn.trich.pipeline.catalogue;

import java.util.Locale;

/** Where a file stands. */
public enum FileState {
    /** Seen, not read yet. */
    WAITING(false),
    /** Being read. */
    RUNNING(false),
    /** Could not be read because of trouble that may pass; will be tried again. */
    RETRY(false),
    /** Read whole. */
    DONE(true),
    /** Read but for some pages. */
    PARTIAL(true),
    /** Cannot be read. */
    QUARANTINED(true),
    /** Holds the same bytes as a file that came before it. */
    DUPLICATE(true);

    private final boolean end;

    FileState(boolean end) {
        this.end = end;
    }

    /** Whether it stays so unless somebody asks to read it again. */
    public boolean isEnd() {
        return end;
    }

    /** As it stands in the catalogue: in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static FileState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
