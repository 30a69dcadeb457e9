package vn.trich.pipeline.catalogue;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * A file as the catalogue knows it.
 *
 * @param id its number
 * @param path absolute, where it was found
 * @param name its name in records
 * @param size bytes
 * @param modified when it was changed, as the file system has it; milliseconds
 * @param sha256 of its bytes, 64 hex digits; empty if it was not looked into yet
 * @param firstSeen when it was seen first
 * @param lastSeen when it was seen last
 * @param state where it stands
 * @param since when it came into that state
 * @param message why, in words; of a duplicate: the name of the file that came first
 * @param tries how often it was tried in vain because of transient trouble
 * @param nextTry if it is to be tried again: not before then
 * @param movedTo where it was put, if it is no longer at {@code path}
 */
public record FileEntry(
        long id,
        Path path,
        String name,
        long size,
        Instant modified,
        Optional<String> sha256,
        Instant firstSeen,
        Instant lastSeen,
        FileState state,
        Instant since,
        String message,
        int tries,
        Optional<Instant> nextTry,
        Optional<Path> movedTo) {

    /** Where it lies now, as far as the catalogue knows. */
    public Path place() {
        return movedTo.orElse(path);
    }

    /** Whether it was taken away from there; not if its folder is away too, as a share may be, or a container's. */
    boolean isGone() {
        Path place = place();
        return !Files.exists(place, LinkOption.NOFOLLOW_LINKS) && Files.isDirectory(place.getParent());
    }
}
