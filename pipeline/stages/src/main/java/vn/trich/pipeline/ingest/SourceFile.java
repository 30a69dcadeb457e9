package vn.trich.pipeline.ingest;

import java.nio.file.Path;

/**
 * A file that may be read.
 *
 * @param path where it is
 * @param name its name in records: relative to the folder that was given, with {@code /}
 * @param sha256 of its bytes, 64 hex digits
 * @param size in bytes
 * @param mediaType as detected from its content
 * @param pageCount its pages, from 1
 */
public record SourceFile(Path path, String name, String sha256, long size, String mediaType, int pageCount) {

    /** The document's id: the first 16 hex digits of its hash. */
    public String documentId() {
        return sha256.substring(0, 16);
    }
}
