package vn.trich.pipeline.ocr;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * The temporary folders of this and other processes that hold the recogniser's files. A process that is killed cannot
 * remove its own; so each holds a lock, which the operating system gives back, and the next process removes what
 * nobody holds.
 */
final class EngineFolders {

    private static final String PREFIX = "trich-engine-";
    private static final String LOCK = ".lock";

    private final Path temporary;

    /** The folders below this one. */
    EngineFolders(Path temporary) {
        this.temporary = temporary;
    }

    /** Makes a folder that only this user can read. */
    Path create() throws IOException {
        return Files.createTempDirectory(
                temporary, PREFIX + ProcessHandle.current().pid() + "-");
    }

    /** Claims a folder for as long as this process lives or until the claim is closed. */
    Claim claim(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        channel.lock();
        return new Claim(channel);
    }

    /** Removes the folders that no process holds any more. Whatever cannot be removed stays. */
    void removeAbandoned() {
        String own = PREFIX + ProcessHandle.current().pid() + "-";
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(temporary, PREFIX + "*")) {
            for (Path folder : folders) {
                // To open a lock of one's own process a second time, and to close it, would give it back.
                if (!folder.getFileName().toString().startsWith(own) && isAbandoned(folder)) {
                    remove(folder);
                }
            }
        } catch (IOException e) {
            // Left to the system's own cleaning of its temporary folder.
        }
    }

    private static boolean isAbandoned(Path folder) {
        Path lock = folder.resolve(LOCK);
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                || !Files.isRegularFile(lock, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
            return channel.tryLock() != null;
        } catch (IOException e) {
            return false;
        }
    }

    /** Removes a folder with what is in it, as far as that can be done. */
    static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // What cannot be removed is left to the system's own cleaning of its temporary folder.
        }
    }

    /** Says that a folder is in use. */
    record Claim(FileChannel channel) implements AutoCloseable {

        @Override
        public void close() {
            try {
                channel.close();
            } catch (IOException e) {
                // Given back when the process ends.
            }
        }
    }
}
