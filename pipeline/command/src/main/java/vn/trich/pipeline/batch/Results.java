package vn.trich.pipeline.batch;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import vn.trich.output.OutputFolder;
import vn.trich.pipeline.catalogue.Catalogue;
import vn.trich.pipeline.catalogue.Takeover;

/** A folder of results, locked and open to be written: its catalogue and its files. */
public final class Results implements Closeable {

    private final FolderLock lock;
    private final OutputFolder folder;
    private final Catalogue catalogue;
    private final List<String> notes;

    private Results(FolderLock lock, OutputFolder folder, Catalogue catalogue, List<String> notes) {
        this.lock = lock;
        this.folder = folder;
        this.catalogue = catalogue;
        this.notes = notes;
    }

    /**
     * Locks and opens a folder of results; makes it if it is not there, and a catalogue if it has none: what an earlier
     * version left in its files is taken over.
     *
     * @throws FolderBusyException if another run is writing it
     * @throws IOException if it cannot be written
     */
    public static Results open(Path out) throws IOException, FolderBusyException {
        Files.createDirectories(out);
        FolderLock lock = FolderLock.take(out);
        try {
            OutputFolder folder = new OutputFolder(out);
            folder.prepare();
            folder.publish("catalogue.sql", Catalogue.schema());
            Catalogue catalogue = Catalogue.open(out);
            try {
                return new Results(lock, folder, catalogue, new Takeover(catalogue).from(folder));
            } catch (IOException | RuntimeException e) {
                catalogue.close();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Its files. */
    public OutputFolder folder() {
        return folder;
    }

    /** Its catalogue. */
    public Catalogue catalogue() {
        return catalogue;
    }

    /** What should be known of how it was opened, for people. */
    public List<String> notes() {
        return notes;
    }

    /** Closes the catalogue and gives the lock back. */
    @Override
    public void close() throws IOException {
        try {
            catalogue.close();
        } finally {
            lock.close();
        }
    }
}
