package vn.trich.pipeline.batch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.trich.models.gazetteer.Gazetteer;
import vn.trich.output.Aliases;
import vn.trich.output.Amendments;
import vn.trich.output.Corrections;
import vn.trich.output.DocumentRecord;
import vn.trich.output.JsonReader.Extent;
import vn.trich.output.OutputFolder;
import vn.trich.output.OwnWords;
import vn.trich.output.UnitNames;
import vn.trich.pipeline.normalize.UnitDirectory;

/**
 * What the owner of a folder of results wrote into it: corrections of records and aliases of units. These files are only
 * read here. Applying them needs none of the source files.
 */
public final class OwnersFiles {

    private final OutputFolder folder;
    private final Corrections corrections;
    private final Aliases aliases;

    /**
     * Reads them.
     *
     * @throws IOException if the disk fails
     */
    public OwnersFiles(OutputFolder folder) throws IOException {
        this.folder = folder;
        this.corrections = Corrections.read(folder.root());
        this.aliases = Aliases.read(folder.root());
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
        problems.addAll(OwnWords.read(folder.root()).problems());
        Amendments amendments = new Amendments(corrections, aliases, names());
        Set<String> unknown = new HashSet<>(corrections.documentIds());
        for (String id : folder.documentIds()) {
            unknown.remove(id);
            if (mayChange(id)) {
                DocumentRecord stored = folder.read(id, Extent.RECORDS);
                Amendments.Amended amended = amendments.apply(stored);
                problems.addAll(amended.problems());
                if (!amended.document().equals(stored)) {
                    folder.writeJson(
                            amendments.apply(folder.read(id, Extent.WHOLE)).document());
                }
            }
        }
        corrections.documentIds().stream()
                .filter(unknown::contains)
                .forEach(id -> problems.add(Corrections.FILE + ": no document " + id + " in this folder"));
        return List.copyOf(problems);
    }

    private boolean mayChange(String id) throws IOException {
        return !aliases.isEmpty()
                || corrections.documentIds().contains(id)
                || !folder.read(id, Extent.HEAD).corrections().isEmpty();
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
