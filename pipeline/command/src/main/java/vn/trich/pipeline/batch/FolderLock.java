package vn.trich.pipeline.batch;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps two runs from writing one folder. The operating system gives the lock back when the run ends, however it ends,
 * so none is ever stale; the empty file {@code .lock} stays.
 */
public final class FolderLock implements Closeable {

    /** Who only asks whether the lock is held has it for a moment, so one look is not enough. */
    private static final int ATTEMPTS = 4;

    private static final long PAUSE_MS = 50;

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @param folder exists
     * @throws FolderBusyException if another run holds it
     * @throws IOException if the folder cannot be written
     */
    public static FolderLock take(Path folder) throws IOException, FolderBusyException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            FileChannel channel =
                    FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                FileLock lock = channel.tryLock();
                if (lock != null) {
                    return new FolderLock(channel);
                }
            } catch (OverlappingFileLockException e) {
                // Held by another run in this very process.
            } catch (IOException e) {
                channel.close();
                throw e;
            }
            channel.close();
            pause();
        }
        throw new FolderBusyException(folder + ": another run is writing this folder; wait for it to end");
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether a run of another process holds the lock of a folder; asks without taking it. */
    public static boolean isHeld(Path folder) throws IOException {
        Path file = folder.resolve(".lock");
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true);
            return lock == null;
        } catch (OverlappingFileLockException e) {
            return true;
        }
    }

    /** Gives the lock back. */
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
