package vn.trich.output;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that appears whole or not at all: written under another name in the same folder, synced to the disk, then
 * renamed over the old one.
 */
public final class AtomicFile implements Closeable {

    /** How the name of an unfinished file ends; a file that still has it was left by a run that was killed. */
    public static final String UNFINISHED = ".part";

    private final Path target;
    private final Path unfinished;
    private final FileChannel channel;
    private final OutputStream out;
    private boolean committed;

    private AtomicFile(Path target, Path unfinished, FileChannel channel) {
        this.target = target;
        this.unfinished = unfinished;
        this.channel = channel;
        this.out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
    }

    /**
     * Begins a file.
     *
     * @param target where it shall appear; its folder exists; only one writer at a time may write it
     * @throws IOException if the folder cannot be written
     */
    public static AtomicFile open(Path target) throws IOException {
        Path unfinished = target.resolveSibling("." + target.getFileName() + UNFINISHED);
        // Not through a link that somebody else may have put there.
        Files.deleteIfExists(unfinished);
        return new AtomicFile(
                target,
                unfinished,
                FileChannel.open(unfinished, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    }

    /** Writes a whole file of these bytes. */
    public static void write(Path target, byte[] content) throws IOException {
        try (AtomicFile file = open(target)) {
            file.out().write(content);
            file.commit();
        }
    }

    /** Takes the content. */
    public OutputStream out() {
        return out;
    }

    /**
     * Makes the file appear.
     *
     * @throws IOException if the content cannot be brought to the disk; then nothing appears
     */
    public void commit() throws IOException {
        sync();
        Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        committed = true;
    }

    /** Brings the content to the disk, so that nothing but a rename is left for {@link #commit()}. */
    public void sync() throws IOException {
        if (channel.isOpen()) {
            out.flush();
            channel.force(true);
            channel.close();
        }
    }

    /** Drops the file unless it was committed. */
    @Override
    public void close() throws IOException {
        channel.close();
        if (!committed) {
            Files.deleteIfExists(unfinished);
        }
    }
}
