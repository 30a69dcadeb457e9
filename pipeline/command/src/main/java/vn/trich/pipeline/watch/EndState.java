package vn.trich.pipeline.watch;

import java.util.Locale;
import vn.trich.pipeline.catalogue.FileState;

/** Where a file that was taken ends; each has a folder of that name. */
public enum EndState {
    /** Read whole. */
    DONE("read whole"),
    /** Read, but for some pages. */
    PARTIAL("read but for some pages"),
    /** Not read: a person has to look at it. */
    QUARANTINED("not read, a person has to look"),
    /** Its bytes had come before, under another name or the same. */
    DUPLICATE("had come before");

    private final String words;

    EndState(String words) {
        this.words = words;
    }

    /** Its folder's name, and its name in notes, reports and metrics. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state of a file that the catalogue has for it. */
    FileState inCatalogue() {
        return FileState.valueOf(name());
    }

    static EndState of(FileState state) {
        return valueOf(state.name());
    }

    /** What it means, for people. */
    public String words() {
        return words;
    }
}
