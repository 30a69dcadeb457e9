package vn.trich.corpus.gold;

import java.util.List;

/**
 * The truth of one source file.
 *
 * @param name name of the gold file without {@code .html}
 * @param documents the documents the file holds, in order; at least one
 */
public record GoldFile(String name, List<GoldDocument> documents) {

    /** Copies the documents. */
    public GoldFile {
        documents = List.copyOf(documents);
    }
}
