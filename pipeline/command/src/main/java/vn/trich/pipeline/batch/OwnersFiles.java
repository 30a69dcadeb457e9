package vn.trich.pipeline.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import vn.trich.models.gazetteer.Gazetteer;
import vn.trich.output.Aliases;
import vn.trich.output.Amendments;
import vn.trich.output.Corrections;
import vn.trich.output.DocumentRecord;
import vn.trich.output.JsonReader.Extent;
import vn.trich.output.OwnWords;
import vn.trich.output.UnitNames;
import vn.trich.pipeline.catalogue.DamagedDocumentException;
import vn.trich.pipeline.catalogue.DocumentStore;
import vn.trich.pipeline.normalize.UnitDirectory;

/**
 * What the owner of a folder of results wrote into it: corrections of records and aliases of units. These files are only
 * read here. Applying them needs none of the source files.
 */
public final class OwnersFiles {

    private final Results results;
    private final DocumentStore documents;
    private final Path root;
    private final Corrections corrections;
    private final Aliases aliases;

    /**
     * Reads them.
     *
     * @throws IOException if the disk fails
     */
    public OwnersFiles(Results results) throws IOException {
        this.results = results;
        this.documents = results.catalogue().documents();
        this.root = results.folder().root();
        this.corrections = Corrections.read(root);
        this.aliases = Aliases.read(root);
    }

    /**
     * Brings the stored documents in line with the files, those too that are no longer corrected; writes only documents
     * that change.
     *
     * @return what could not be obeyed, for people
     * @throws IOException if a document cannot be read or written
     */
    public List<String> apply() throws IOException {
        List<String> problems = new ArrayList<>(corrections.problems());
        problems.addAll(aliases.problems());
        problems.addAll(OwnWords.read(root).problems());
        Amendments amendments = new Amendments(corrections, aliases, names());
        Set<String> unknown = new HashSet<>(corrections.documentIds());
        List<String> all = documents.ids();
        all.forEach(unknown::remove);
        for (String id : aliases.isEmpty() ? mayChange() : all) {
            if (results.isHurried()) {
                break;
            }
            try {
                problems.addAll(apply(id, amendments));
            } catch (DamagedDocumentException e) {
                documents.damaged(id);
                problems.add(e.advice());
            }
        }
        corrections.documentIds().stream()
                .filter(unknown::contains)
                .forEach(id -> problems.add(Corrections.FILE + ": no document " + id + " in this folder"));
        return List.copyOf(problems);
    }

    private List<String> apply(String id, Amendments amendments) throws IOException {
        DocumentRecord stored = documents.read(id, Extent.RECORDS);
        Amendments.Amended amended = amendments.apply(stored);
        if (!amended.document().equals(stored)) {
            documents.update(amendments.apply(documents.read(id, Extent.WHOLE)).document());
        }
        return amended.problems();
    }

    /** The documents that the files speak of, or spoke of before. */
    private Set<String> mayChange() throws IOException {
        Set<String> ids = new TreeSet<>(documents.corrected());
        for (String id : corrections.documentIds()) {
            if (documents.has(id)) {
                ids.add(id);
            }
        }
        return ids;
    }

    private UnitNames names() {
        if (corrections.documentIds().isEmpty() && aliases.isEmpty()) {
            return (document, name) -> {
                throw new IllegalStateException("nobody names a unit");
            };
        }
        return new UnitDirectory(Gazetteer.load());
    }
}
