package vn.trich.pipeline.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.sqlite.SQLiteJDBCLoader;

/**
 * Loads SQLite. Its driver unpacks a library to load it, and leaves it behind when the process is killed; so it gets a
 * folder of its own that only this user can write, and that goes as soon as the library is in memory.
 */
final class NativeLibrary {

    private static final String FOLDER = "org.sqlite.tmpdir";

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
        Path folder = Files.createTempDirectory("trich-");
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
