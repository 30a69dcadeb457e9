package vn.trich.pipeline.batch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.trich.output.DocumentRecord;
import vn.trich.output.JsonReader.Extent;
import vn.trich.output.OutputFolder;
import vn.trich.output.SamePapers;

/** What the folder of results holds already, and what must agree over all of it. */
final class Store {

    private final OutputFolder folder;

    Store(OutputFolder folder) {
        this.folder = folder;
    }

    /**
     * The heads of the first document of each file, by the file's hash. One that cannot be read is left out, so that its
     * file is read again.
     */
    Map<String, DocumentRecord> firsts() throws IOException {
        Map<String, DocumentRecord> firsts = new HashMap<>();
        for (String id : folder.documentIds()) {
            if (isFirst(id)) {
                try {
                    DocumentRecord head = folder.read(id, Extent.HEAD);
                    firsts.put(head.sha256(), head);
                } catch (IOException e) {
                    // Not stored whole; reading its file again mends it.
                }
            }
        }
        return firsts;
    }

    /** Adds names to the documents of a file that was read under other names before. */
    void addNames(DocumentRecord first, List<FileSearch.Found> files) throws IOException {
        Set<String> names = names(first, files);
        if (!names.equals(new TreeSet<>(first.sourceNames()))) {
            for (String id : folder.documentIds()) {
                if (id.equals(first.documentId()) || id.startsWith(first.documentId() + "-")) {
                    folder.writeJson(folder.read(id, Extent.WHOLE).withSourceNames(names));
                }
            }
        }
    }

    /** Marks the documents that are the same paper as an earlier one, over the whole folder. */
    void settle() throws IOException {
        List<DocumentRecord> heads = heads();
        Map<String, String> same = new SamePapers().find(heads);
        for (DocumentRecord head : heads) {
            String other = same.getOrDefault(head.documentId(), "");
            if (!other.equals(head.samePaperAs())) {
                folder.writeJson(folder.read(head.documentId(), Extent.WHOLE).withSamePaperAs(other));
            }
        }
    }

    /** The ids of all documents, in order. */
    List<String> order() throws IOException {
        return heads().stream().map(DocumentRecord::documentId).toList();
    }

    /** All names of a file: those it was met under before, and now. */
    static Set<String> names(DocumentRecord known, List<FileSearch.Found> files) {
        TreeSet<String> names = new TreeSet<>();
        if (known != null) {
            names.addAll(known.sourceNames());
        }
        files.forEach(f -> names.add(f.name()));
        return names;
    }

    private List<DocumentRecord> heads() throws IOException {
        List<DocumentRecord> heads = new ArrayList<>();
        for (String id : folder.documentIds()) {
            heads.add(folder.read(id, Extent.HEAD));
        }
        heads.sort(OutputFolder.ORDER);
        return heads;
    }

    private static boolean isFirst(String documentId) {
        return documentId.indexOf('-') < 0;
    }
}
