package vn.trich.pipeline.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.trich.pipeline.catalogue.FileEntry;
import vn.trich.pipeline.catalogue.FileLedger;
import vn.trich.pipeline.catalogue.FileState;

/**
 * Takes files up again that ended before: those that are to be read once more, and those that ended otherwise by now than
 * the folder says in which they lie. They go back to the work folder, and from there the way of all files.
 */
final class Refiling {

    private final Inbox inbox;
    private final EndFolders folders;
    private final WorkFolder work;
    private final FileLedger files;
    private final Engine engine;
    private Optional<Deque<Long>> due;

    /**
     * Prepares to take files up again.
     *
     * @param all whether all files that the engine would read again are taken up, each once
     */
    Refiling(Inbox inbox, EndFolders folders, WorkFolder work, FileLedger files, Engine engine, boolean all) {
        this.inbox = inbox;
        this.folders = folders;
        this.work = work;
        this.files = files;
        this.engine = engine;
        this.due = all ? Optional.empty() : Optional.of(new ArrayDeque<>());
    }

    /** The next files that are to be read again. */
    List<Claim> next(int most) throws IOException {
        if (due.isEmpty()) {
            due = Optional.of(new ArrayDeque<>(
                    files.in(EnumSet.of(FileState.DONE, FileState.PARTIAL, FileState.QUARANTINED)).stream()
                            .map(FileEntry::id)
                            .toList()));
        }
        List<Claim> claims = new ArrayList<>();
        while (claims.size() < most && !due.get().isEmpty()) {
            Optional<FileEntry> entry = files.file(due.get().poll());
            if (entry.isPresent()
                    && entry.get().sha256().isPresent()
                    && engine.isDue(entry.get().sha256().get())) {
                takeUp(entry.get()).ifPresent(claims::add);
            }
        }
        return claims;
    }

    /** Takes up the files of a content that end otherwise, since it was read again; the next round sees to them. */
    void others(String sha256, Set<Long> butThese) throws IOException {
        for (FileEntry entry : files.ofContent(sha256)) {
            boolean misplaced = entry.state().isEnd()
                    && entry.movedTo().filter(folders::holds).isPresent()
                    && !entry.movedTo().get().startsWith(folders.folder(EndState.of(entry.state())));
            if (misplaced && !butThese.contains(entry.id())) {
                takeUp(entry);
            }
        }
    }

    private Optional<Claim> takeUp(FileEntry entry) throws IOException {
        if (entry.movedTo().isEmpty()) {
            return stayed(entry);
        }
        Path lies = entry.movedTo().get();
        if (!folders.holds(lies) || !Files.isRegularFile(lies, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        Path relative = folders.relative(lies);
        Path held = work.take(entry.id(), lies, relative);
        files.moved(entry.id(), held);
        Files.deleteIfExists(EndFolders.note(lies));
        return files.file(entry.id()).map(e -> new Claim(e, held, relative, false));
    }

    /** A file that was left in the inbox. */
    private Optional<Claim> stayed(FileEntry entry) throws IOException {
        if (!Files.isRegularFile(entry.path(), LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        work.hold(entry.id());
        return Optional.of(new Claim(entry, entry.path(), inbox.relative(entry.path()), true));
    }
}
