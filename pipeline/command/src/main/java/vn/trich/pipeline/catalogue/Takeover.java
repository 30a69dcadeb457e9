package vn.trich.pipeline.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.trich.output.DocumentRecord;
import vn.trich.output.JsonReader.Extent;
import vn.trich.output.OutputFolder;

/** Takes the documents of a folder of results that has no catalogue yet into one, from their files. */
public final class Takeover {

    private final Catalogue catalogue;

    /** Into that catalogue. */
    public Takeover(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * Takes over what the folder holds, if the catalogue has never known a run; one file's documents at a time. A document
     * that cannot be read is set aside as {@code ID.json.damaged}, so that its file is read again.
     *
     * @return what should be known of it, for people
     * @throws IOException if the folder cannot be read or the catalogue not be written
     */
    public List<String> from(OutputFolder folder) throws IOException {
        List<String> ids = catalogue.hasRuns() ? List.of() : folder.documentIds();
        if (ids.isEmpty()) {
            return List.of();
        }
        List<String> notes = new ArrayList<>();
        long run = catalogue.beginRun("takeover", "", "");
        int taken = 0;
        for (List<String> file : byFile(ids).values()) {
            List<DocumentRecord> documents = read(folder, file, notes);
            // All documents of a file or none: it is read again then.
            if (documents.size() == file.size()) {
                DocumentRecord first = documents.get(0);
                catalogue
                        .documents()
                        .store(
                                new DocumentStore.Reading(
                                        first.sha256(), documents, first.softwareVersion(), first.settings(), run),
                                Optional.empty());
                taken += documents.size();
            }
        }
        catalogue.endRun(run, "done");
        notes.add("the results of an earlier version were taken into " + Catalogue.FILE + ": " + taken + " documents");
        return notes;
    }

    private static List<DocumentRecord> read(OutputFolder folder, List<String> ids, List<String> notes)
            throws IOException {
        List<DocumentRecord> documents = new ArrayList<>();
        for (String id : ids) {
            try {
                documents.add(folder.read(id, Extent.WHOLE));
            } catch (IOException e) {
                Path file = folder.documentFile(id);
                Files.move(file, file.resolveSibling(file.getFileName() + ".damaged"));
                notes.add(e.getMessage() + "; set aside, its file is read again when it is met");
            }
        }
        return documents;
    }

    /** The ids by file, the first document of a file first. */
    private static Map<String, List<String>> byFile(List<String> ids) {
        Map<String, List<String>> files = new TreeMap<>();
        ids.forEach(id -> files.computeIfAbsent(id.replaceFirst("-\\d+$", ""), key -> new ArrayList<>())
                .add(id));
        files.values().forEach(file -> file.sort((a, b) -> DocumentStore.ordinal(a) - DocumentStore.ordinal(b)));
        return files;
    }
}
