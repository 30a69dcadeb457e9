package vn.trich.pipeline.catalogue;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;
import org.sqlite.SQLiteJDBCLoader;

/**
 * Loads SQLite. Its driver unpacks a library to load it, and leaves it behind when the process is killed; so it gets a
 * folder of its own that only this user can write, and that goes as soon as the library is in memory. What a process left that
 * was killed just then, a later one removes.
 */
final class NativeLibrary {

    private static final String FOLDER = "org.sqlite.tmpdir";
    private static final String PREFIX = "trich-sqlite-";

    /** Loading takes much less. */
    private static final Duration ABANDONED = Duration.ofMinutes(30);

    private NativeLibrary() {}

    /**
     * Loads it, unless it is loaded.
     *
     * @throws IOException if the temporary folder cannot be written, or the machine is not served
     */
    static synchronized void load() throws IOException {
        if (System.getProperty(FOLDER) != null) {
            return;
        }
        Path folder = Files.createTempDirectory(PREFIX);
        removeAbandoned(folder.getParent(), Instant.now().minus(ABANDONED));
        System.setProperty(FOLDER, folder.toString());
        try {
            SQLiteJDBCLoader.initialize();
        } catch (Exception e) {
            System.clearProperty(FOLDER);
            throw new IOException("SQLite cannot be loaded from " + folder + " (" + e.getMessage() + ")", e);
        } finally {
            remove(folder);
        }
    }

    /** Removes folders that processes left behind before that time. */
    static void removeAbandoned(Path temporary, Instant before) {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(temporary, PREFIX + "*")) {
            for (Path folder : folders) {
                if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                        && Files.getLastModifiedTime(folder).toInstant().isBefore(before)) {
                    remove(folder);
                }
            }
        } catch (IOException e) {
            // Left to the system's own cleaning of its temporary folder.
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // What cannot be removed is left to the system's own cleaning of its temporary folder.
        }
    }
}
