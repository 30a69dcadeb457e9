package vn.trich.pipeline.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import vn.trich.pipeline.catalogue.FileEntry;
import vn.trich.pipeline.catalogue.FileLedger;
import vn.trich.pipeline.catalogue.FileState;

/**
 * Knows files that come back: somebody took one out of the folder in which it ended and put it into the inbox. It is the
 * same file, and no duplicate of one that is nowhere any more.
 */
final class Returns {

    private final EndFolders folders;
    private final WorkFolder work;
    private final FileLedger files;

    Returns(EndFolders folders, WorkFolder work, FileLedger files) {
        this.folders = folders;
        this.work = work;
        this.files = files;
    }

    /** What a file was when it ended before, if it is gone from there. */
    Optional<FileEntry> of(Claim claim) throws IOException {
        if (claim.inPlace()) {
            return Optional.empty();
        }
        return files.ofContent(claim.entry().sha256().orElseThrow()).stream()
                .filter(f -> f.id() != claim.id())
                .filter(f -> f.state().isEnd() && f.state() != FileState.DUPLICATE)
                .filter(f -> f.movedTo().filter(this::isGone).isPresent())
                .findFirst();
    }

    private boolean isGone(Path place) {
        return folders.holds(place) && !Files.exists(place, LinkOption.NOFOLLOW_LINKS);
    }

    /** Goes on with the earlier file in its stead; the note that was left where it lay goes. */
    Claim take(Claim claim, FileEntry before) throws IOException {
        Path lay = before.movedTo().orElseThrow();
        FileEntry entry = files.returned(before.id(), claim.id());
        work.renumber(Long.toString(claim.id()), entry.id());
        Path held = work.folder(Long.toString(entry.id())).resolve(claim.relative());
        files.moved(entry.id(), held);
        Files.deleteIfExists(EndFolders.note(lay));
        return new Claim(files.file(entry.id()).orElseThrow(), held, claim.relative(), false);
    }
}
