package vn.trich.pipeline.watch;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.trich.pipeline.catalogue.FileEntry;
import vn.trich.pipeline.catalogue.FileLedger;

/**
 * Takes files: writes them into the catalogue, then renames them into the work folder. Where that cannot be (another file
 * system, a folder that may not be changed) they stay where they are, and a folder of their number stands for them.
 */
final class Taking {

    private final Inbox inbox;
    private final WorkFolder work;
    private final FileLedger files;
    private final boolean leaveFiles;
    private final JobListener listener;

    Taking(Inbox inbox, WorkFolder work, FileLedger files, boolean leaveFiles, JobListener listener) {
        this.inbox = inbox;
        this.work = work;
        this.files = files;
        this.leaveFiles = leaveFiles;
        this.listener = listener;
    }

    /** Takes a file that holds still; none if it went or changed meanwhile. */
    Optional<Claim> take(Seen seen) throws IOException {
        Path file = inbox.root().resolve(seen.relative());
        FileEntry entry =
                files.seen(file, seen.name(), seen.size(), seen.modified().toInstant());
        Optional<Claim> claim = leaveFiles ? hold(entry, file, seen) : rename(entry, file, seen);
        claim.ifPresent(c -> listener.tell(new JobEvent.Taken(c.path())));
        return claim;
    }

    private Optional<Claim> hold(FileEntry entry, Path file, Seen seen) throws IOException {
        work.hold(entry.id());
        return Optional.of(new Claim(entry, file, seen.relative(), true));
    }

    private Optional<Claim> rename(FileEntry entry, Path file, Seen seen) throws IOException {
        // A name that is no text would be another one for every program that is told of it as text.
        Path relative = Path.of(seen.path());
        Path held;
        try {
            held = work.take(entry.id(), file, relative);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            if (e instanceof AtomicMoveNotSupportedException || Reasons.isForbidden(e)) {
                return hold(entry, file, seen);
            }
            listener.tell(new JobEvent.Problem(seen.path() + ": cannot be taken (" + Reasons.of(e) + ")"));
            return Optional.empty();
        }
        if (!isUnchanged(seen, held) && isGivenBack(entry, held, file)) {
            return Optional.empty();
        }
        files.moved(entry.id(), held);
        return Optional.of(new Claim(entry, held, relative, false));
    }

    private boolean isUnchanged(Seen seen, Path held) throws IOException {
        BasicFileAttributes now = attributes(held);
        return now.isRegularFile() && seen.isUnchangedIn(inbox.seen(seen.relative(), now));
    }

    private boolean isGivenBack(FileEntry entry, Path held, Path file) throws IOException {
        try {
            work.giveBack(entry.id(), held, file);
            return true;
        } catch (FileAlreadyExistsException e) {
            // Another file came under its name: this one is read as it is.
            return false;
        }
    }

    /**
     * All that was taken and is not finished.
     *
     * @param butThese the numbers of files that are not looked at, since they are being read
     */
    List<Claim> open(Set<Long> butThese) throws IOException {
        List<Claim> open = new ArrayList<>();
        Set<String> skipped = butThese.stream().map(String::valueOf).collect(Collectors.toSet());
        for (String name : work.names()) {
            if (skipped.contains(name)) {
                continue;
            }
            Optional<Path> held = work.held(name);
            Optional<FileEntry> entry = entry(name);
            Optional<Claim> claim = held.isPresent() ? held(name, held.get(), entry) : entry.flatMap(this::inPlace);
            if (claim.isPresent()) {
                open.add(claim.get());
            } else {
                work.clear(name);
            }
        }
        return open;
    }

    /** A claim by the number that its file turns out to have, now that its bytes are known. */
    Claim numbered(Claim claim, FileEntry entry) throws IOException {
        if (entry.id() == claim.id()) {
            return claim.with(entry);
        }
        if (claim.inPlace()) {
            work.hold(entry.id());
            work.clear(claim.id());
            return claim.with(entry);
        }
        work.renumber(Long.toString(claim.id()), entry.id());
        Path held = work.folder(Long.toString(entry.id())).resolve(claim.relative());
        files.moved(entry.id(), held);
        return new Claim(files.file(entry.id()).orElseThrow(), held, claim.relative(), false);
    }

    private Optional<FileEntry> entry(String name) throws IOException {
        return name.matches("\\d{1,18}") ? files.file(Long.parseLong(name)) : Optional.empty();
    }

    private Optional<Claim> held(String name, Path held, Optional<FileEntry> known) throws IOException {
        Path relative = work.folder(name).relativize(held);
        if (known.isPresent() && isThere(known.get(), relative)) {
            FileEntry entry = known.get();
            if (entry.movedTo().isEmpty()) {
                files.moved(entry.id(), held);
            }
            return Optional.of(new Claim(entry, held, relative, false));
        }
        // The catalogue is another one by now; the file is not to suffer for it.
        BasicFileAttributes now = attributes(held);
        FileEntry entry = files.seen(
                inbox.root().resolve(relative),
                Seen.name(Seen.path(relative)),
                now.size(),
                now.lastModifiedTime().toInstant());
        work.renumber(name, entry.id());
        Path place = work.folder(Long.toString(entry.id())).resolve(relative);
        files.moved(entry.id(), place);
        return Optional.of(new Claim(entry, place, relative, false));
    }

    /** Whether a file may be that of an entry: it bears the name it came with, or that under which it rested. */
    private static boolean isThere(FileEntry entry, Path relative) {
        String name = relative.toString();
        return entry.path().endsWith(name)
                || entry.movedTo().filter(place -> place.endsWith(name)).isPresent();
    }

    /** A file that was left in the inbox, if it is still the one that was taken. */
    private Optional<Claim> inPlace(FileEntry entry) {
        try {
            BasicFileAttributes now = attributes(entry.path());
            boolean same = now.isRegularFile()
                    && now.size() == entry.size()
                    && isSame(now.lastModifiedTime().toInstant(), entry.modified());
            return same
                    ? Optional.of(new Claim(entry, entry.path(), inbox.relative(entry.path()), true))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The catalogue keeps milliseconds. */
    static boolean isSame(Instant a, Instant b) {
        return a.toEpochMilli() == b.toEpochMilli();
    }

    private static BasicFileAttributes attributes(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }
}
