package vn.trich.pipeline.batch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.trich.output.JsonReader.Extent;
import vn.trich.output.SamePapers;
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
     * Obeys what people wrote into the folder, marks same papers, and writes what changed.
     *
     * @return what could not be obeyed, for people
     * @throws IOException if the folder cannot be read or written
     */
    public List<String> settle() throws IOException {
        List<String> notes = new ArrayList<>(new OwnersFiles(results).apply());
        markSamePapers();
        new Export(results.catalogue()).settle(results.folder());
        return notes;
    }

    private void markSamePapers() throws IOException {
        DocumentStore documents = results.catalogue().documents();
        List<DocumentStore.Marked> all = documents.issues();
        Map<String, String> same = new SamePapers()
                .find(all.stream().map(DocumentStore.Marked::issue).toList());
        for (DocumentStore.Marked document : all) {
            String id = document.issue().documentId();
            String other = same.getOrDefault(id, "");
            if (!other.equals(document.samePaperAs())) {
                documents.update(documents.read(id, Extent.WHOLE).withSamePaperAs(other));
            }
        }
    }
}
