package vn.trich.pipeline.batch;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import vn.trich.output.OutputFolder;
import vn.trich.pipeline.Bounds;
import vn.trich.pipeline.catalogue.Catalogue;
import vn.trich.pipeline.catalogue.Takeover;

/** A folder of results, locked and open to be written: its catalogue and its files. */
public final class Results implements Closeable {

    private final FolderLock lock;
    private final OutputFolder folder;
    private final Catalogue catalogue;
    private final List<String> notes;
    private final FreeSpace space;
    private final ReadWriteLock order = new ReentrantReadWriteLock(true);
    private volatile boolean hurried;

    private Results(FolderLock lock, OutputFolder folder, Catalogue catalogue, List<String> notes, FreeSpace space) {
        this.lock = lock;
        this.space = space;
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
        return open(out, Bounds.usual());
    }

    /**
     * As {@link #open(Path)}.
     *
     * @param bounds how much of its disk has to stay free
     */
    public static Results open(Path out, Bounds bounds) throws IOException, FolderBusyException {
        make(out);
        FolderLock lock = FolderLock.take(out);
        try {
            OutputFolder folder = new OutputFolder(out);
            folder.prepare();
            folder.publish("catalogue.sql", Catalogue.schema());
            Catalogue catalogue = Catalogue.open(out);
            try {
                return new Results(
                        lock,
                        folder,
                        catalogue,
                        new Takeover(catalogue).from(folder),
                        new FreeSpace(out, bounds.keepFreeMegabytes()));
            } catch (IOException | RuntimeException e) {
                catalogue.close();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Makes the folder if it is not there: what will be in it is not for everybody. */
    private static void make(Path out) throws IOException {
        if (Files.isDirectory(out)) {
            return;
        }
        Path parent = out.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        try {
            Files.createDirectory(
                    out, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxrwx---")));
        } catch (UnsupportedOperationException e) {
            Files.createDirectory(out);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(out)) {
                throw e;
            }
        }
    }

    /**
     * Looks whether there is room for another file.
     *
     * @throws NoSpaceException if there is not
     */
    public void requireSpace() throws IOException {
        space.check();
    }

    /** Tells that the process is about to end: what the next run can do as well is left to it. From any thread. */
    public void hurry() {
        hurried = true;
    }

    /** Whether the process is about to end. */
    boolean isHurried() {
        return hurried;
    }

    /** Held by whoever stores what was read; several may at a time, while nobody settles. */
    Lock storing() {
        return order.readLock();
    }

    /** Held by who brings all documents in line, while nobody stores. */
    Lock settling() {
        return order.writeLock();
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
