package vn.trich.pipeline.watch;

import java.nio.file.Path;
import vn.trich.pipeline.catalogue.FileEntry;

/**
 * A file that was taken.
 *
 * @param entry what the catalogue knows of it
 * @param file where it lies now
 * @param relative its path in the inbox, in the very bytes of its name
 * @param inPlace whether it still lies in the inbox, since it may not or cannot be renamed
 */
record Claim(FileEntry entry, Path file, Path relative, boolean inPlace) {

    Claim with(FileEntry other) {
        return new Claim(other, file, relative, inPlace);
    }

    long id() {
        return entry.id();
    }

    /** Its path in the inbox, for people. */
    String path() {
        return Seen.path(relative);
    }
}
