package vn.trich.pipeline.batch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import vn.trich.output.JsonReader.Extent;
import vn.trich.output.SamePapers;
import vn.trich.pipeline.catalogue.DamagedDocumentException;
import vn.trich.pipeline.catalogue.DocumentStore;
import vn.trich.pipeline.catalogue.Export;

/** Brings in line what must agree over all documents, and the files of the folder with the catalogue. */
public final class Settlement {

    private final Results results;

    /** Of that folder. */
    public Settlement(Results results) {
        this.results = results;
    }

    /**
     * Obeys what people wrote into the folder, marks same papers, and writes what changed. In a large archive that takes
     * long; where the process is {@linkplain Results#hurry() about to end} it is left to the next run, and every file
     * stays as it was, whole.
     *
     * @return what could not be obeyed, for people
     * @throws IOException if the folder cannot be read or written
     */
    public List<String> settle() throws IOException {
        List<String> notes = new ArrayList<>(settleDocuments());
        // What is read meanwhile is stored; it comes into these files the next time.
        new Export(results.catalogue()).settleTables(results.folder(), results::isHurried);
        if (results.isHurried()) {
            notes.add("told to end while the CSV files were brought in line with the catalogue; the next run does it");
        }
        return notes.stream().distinct().toList();
    }

    private List<String> settleDocuments() throws IOException {
        Lock lock = results.settling();
        lock.lock();
        try {
            List<String> notes = new ArrayList<>(new OwnersFiles(results).apply());
            List<DamagedDocumentException> damaged = markSamePapers();
            damaged.addAll(new Export(results.catalogue()).settleDocuments(results.folder(), results::isHurried));
            for (DamagedDocumentException document : damaged) {
                results.catalogue().documents().damaged(document.documentId());
                notes.add(document.advice());
            }
            return notes;
        } finally {
            lock.unlock();
        }
    }

    /** Marks them; gives those that cannot be marked. */
    private List<DamagedDocumentException> markSamePapers() throws IOException {
        List<DamagedDocumentException> damaged = new ArrayList<>();
        DocumentStore documents = results.catalogue().documents();
        List<DocumentStore.Marked> all = documents.issues();
        Map<String, String> same = new SamePapers()
                .find(all.stream().map(DocumentStore.Marked::issue).toList());
        for (DocumentStore.Marked document : all) {
            if (results.isHurried()) {
                break;
            }
            String id = document.issue().documentId();
            String other = same.getOrDefault(id, "");
            if (!other.equals(document.samePaperAs())) {
                try {
                    documents.update(documents.read(id, Extent.WHOLE).withSamePaperAs(other));
                } catch (DamagedDocumentException e) {
                    damaged.add(e);
                }
            }
        }
        return damaged;
    }
}
