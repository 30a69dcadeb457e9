package vn.trich.pipeline.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import vn.trich.output.DocumentRecord;
import vn.trich.output.JsonReader.Extent;
import vn.trich.output.OutputFolder;
import vn.trich.output.PageRecord;
import vn.trich.pipeline.catalogue.DocumentStore;
import vn.trich.pipeline.searchable.SearchablePdf;

/** The searchable copies in a folder of results: one per file, named as its first document. */
public final class SearchableCopies {

    private final SearchablePdf writer;
    private final OutputFolder folder;
    private final DocumentStore documents;

    /** Writes copies into that folder. */
    public SearchableCopies(SearchablePdf writer, Results results) {
        this.writer = writer;
        this.folder = results.folder();
        this.documents = results.catalogue().documents();
    }

    /** Whether a file that is in the store has no copy though it could have one. */
    boolean isMissing(DocumentRecord first) {
        return canCopy(first) && !Files.exists(folder.pdfFile(first.documentId()));
    }

    /**
     * Makes the copy of a file whose documents are in the store; none of one that could not be read.
     *
     * @param source the file
     * @param first its first document, as much of it as is known
     * @return what a person should know about the copy
     * @throws IOException if it cannot be made or written
     */
    List<String> make(Path source, DocumentRecord first) throws IOException {
        Path target = folder.pdfFile(first.documentId());
        if (!canCopy(first)) {
            Files.deleteIfExists(target);
            return List.of();
        }
        Files.createDirectories(target.getParent());
        return writer.write(source, first.mediaType(), first.sha256(), pages(first.sha256()), target);
    }

    private static boolean canCopy(DocumentRecord first) {
        return first.status() != DocumentRecord.Status.FAILED && SearchablePdf.canCopy(first.mediaType());
    }

    /** The pages of all documents of a file; one that holds the end of one and the begin of the next counts once. */
    private List<PageRecord> pages(String sha256) throws IOException {
        TreeMap<Integer, PageRecord> pages = new TreeMap<>();
        for (String id : documents.idsOf(sha256)) {
            documents.read(id, Extent.WHOLE).pages().forEach(page -> pages.putIfAbsent(page.number(), page));
        }
        return new ArrayList<>(pages.values());
    }
}
