package vn.trich.pipeline.ingest;

import java.io.IOException;
import java.nio.file.Path;

/** Opens a PDF or a picture as far as it takes to know its pages. */
public interface PageCounter {

    /**
     * Counts a file's pages.
     *
     * @param path where it is
     * @param name its name in messages
     * @param mediaType {@code application/pdf}, {@code image/tiff}, {@code image/png} or {@code image/jpeg}
     * @return its pages; 0 if it has none
     * @throws RefusedFileException if it cannot or may not be read
     * @throws IOException if the file system would not give it
     */
    int count(Path path, String name, String mediaType) throws RefusedFileException, IOException;
}
