package vn.trich.pipeline.watch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vn.trich.pipeline.catalogue.FileEntry;

/** Reads files into a folder of results. */
public interface Engine {

    /**
     * A file to be read.
     *
     * @param file what the catalogue knows of it; its hash is known
     * @param path where it lies now
     * @param again whether it is read again in any case, since a person put it back
     */
    record Work(FileEntry file, Path path, boolean again) {}

    /** How reading a file ended. */
    enum Kind {
        /** It was read whole. */
        WHOLE,
        /** It was read but for some pages. */
        PARTLY,
        /** It cannot be read; trying again would give the same. */
        REFUSED,
        /** Its bytes came before. */
        DUPLICATE,
        /** Something kept it from being read that may pass. */
        TROUBLE,
        /** The job was ended before it was read. */
        UNFINISHED
    }

    /**
     * What reading a file gave.
     *
     * @param id the file's number in the catalogue
     * @param kind how it ended
     * @param documents the ids of the documents that it holds, in order
     * @param pages pages of the file
     * @param messages what went wrong, for people; for a page that was not read {@code page N: why}
     * @param first of a duplicate: the file of the same bytes that came before
     */
    record Outcome(
            long id, Kind kind, List<String> documents, int pages, List<String> messages, Optional<FileEntry> first) {

        /** Copies the lists. */
        public Outcome {
            documents = List.copyOf(documents);
            messages = List.copyOf(messages);
        }
    }

    /**
     * What came of files since it was asked last.
     *
     * @param outcomes of the files that ended; what was read of them is on the disk
     * @param failure what keeps all files from being read, if something does; those that were begun end unfinished
     */
    record Ended(List<Outcome> outcomes, Optional<Exception> failure) {

        /** Copies the list. */
        public Ended {
            outcomes = List.copyOf(outcomes);
        }
    }

    /**
     * Begins to read files, beside those that are being read; what was read before and need not be read again costs
     * nothing.
     *
     * @param files none with the bytes of a file that has no outcome yet
     * @throws IOException if the catalogue cannot be read; then none is begun
     */
    void begin(List<Work> files) throws IOException;

    /**
     * Waits until files end that were begun. Every file that was begun has one outcome sooner or later.
     *
     * @param most how long to wait for the first
     */
    Ended ended(Duration most) throws InterruptedException;

    /**
     * Looks whether it can read now.
     *
     * @throws IOException if it cannot, as where a disk is full; the message says what to do
     */
    void ready() throws IOException;

    /** Whether files of that content would be read again though they were read before. */
    boolean isDue(String sha256) throws IOException;

    /**
     * Brings in line what must agree over all documents, and writes what is made of all of them.
     *
     * @throws IOException if the folder of results cannot be read or written
     */
    void settle() throws IOException;
}
