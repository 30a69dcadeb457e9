package vn.trich.pipeline.watch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import vn.trich.pipeline.catalogue.ContentHash;

/**
 * Moves files so that each is always whole somewhere, and writes over none: by renaming, or, from one file system to
 * another, by a copy that is on the disk and compared before the original goes.
 */
final class FileMover {

    private final ContentHash hash = new ContentHash(LinkOption.NOFOLLOW_LINKS);

    /**
     * Renames a file.
     *
     * @throws AtomicMoveNotSupportedException if the places are on different file systems
     * @throws FileAlreadyExistsException if the target is there
     * @throws IOException if it cannot be done
     */
    void rename(Path from, Path to) throws IOException {
        if (Files.exists(to, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(to.toString());
        }
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        sync(to.getParent());
        sync(from.getParent());
    }

    /**
     * Moves a file to any file system.
     *
     * @param sha256 of its content
     * @throws ChangedFileException if its content is another by now; then it stays
     * @throws IOException if it cannot be done; then it stays
     */
    void move(Path from, Path to, String sha256) throws IOException, ChangedFileException {
        try {
            rename(from, to);
        } catch (AtomicMoveNotSupportedException e) {
            if (!Files.isWritable(from.getParent())) {
                throw new AccessDeniedException(from.getParent().toString());
            }
            copy(from, to, sha256);
            Files.delete(from);
            sync(from.getParent());
        }
    }

    private void copy(Path from, Path to, String sha256) throws IOException, ChangedFileException {
        Path unfinished = to.resolveSibling(FileName.with("." + to.getFileName(), ".part"));
        Files.deleteIfExists(unfinished);
        try {
            Files.copy(from, unfinished, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
            try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            if (!hash.of(unfinished).equals(sha256)) {
                throw new ChangedFileException();
            }
            rename(unfinished, to);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** Brings a folder's entries to the disk, where the system can do that. */
    static void sync(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Network shares may not know it; their server then decides.
        }
    }

    /** A file is not what it was when it was read. */
    static final class ChangedFileException extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
