package vn.trich.pipeline.batch;

import java.nio.file.Path;
import java.util.List;
import java.util.function.IntConsumer;
import vn.trich.output.DocumentRecord;
import vn.trich.pipeline.ingest.RefusedFileException;

/** Reads one file; may be called from several threads at a time. */
@FunctionalInterface
public interface FileReading {

    /**
     * Reads a file.
     *
     * @param path where it is
     * @param name its name in records
     * @param pageDone told the number of each page when it is done, from any thread
     * @return the documents it holds, at least one, in the order of their ids
     * @throws RefusedFileException if it cannot or may not be read
     */
    List<DocumentRecord> read(Path path, String name, IntConsumer pageDone) throws RefusedFileException;
}
