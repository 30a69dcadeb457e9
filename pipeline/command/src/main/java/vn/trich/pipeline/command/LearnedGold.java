package vn.trich.pipeline.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import vn.trich.corpus.gold.ReviewedGold;
import vn.trich.output.AtomicFile;
import vn.trich.output.DocumentRecord;
import vn.trich.output.JsonReader.Extent;
import vn.trich.output.OutputFolder;
import vn.trich.pipeline.batch.Results;
import vn.trich.pipeline.catalogue.DocumentStore;

/** Writes the documents of a folder of results that people corrected as gold beside the results. */
final class LearnedGold {

    /** The folder, in that of the results. */
    static final String FOLDER = "gold";

    private final OutputFolder folder;
    private final DocumentStore documents;

    LearnedGold(Results results) {
        this.folder = results.folder();
        this.documents = results.catalogue().documents();
    }

    /**
     * Writes a file for each source file of which something was corrected or confirmed; none over a file that did not
     * come from here.
     *
     * @param note told what was left out, for people
     * @return the names of the files
     * @throws IOException if the folder cannot be read or written
     */
    List<String> write(Consumer<String> note) throws IOException {
        List<String> written = new ArrayList<>();
        Map<String, String> taken = new HashMap<>();
        for (Map.Entry<String, List<String>> file : corrected().entrySet()) {
            List<DocumentRecord> papers = new ArrayList<>();
            for (String id : file.getValue()) {
                papers.add(documents.read(id, Extent.RECORDS));
            }
            String name = name(papers.get(0).sourceFile());
            String other = taken.putIfAbsent(name, papers.get(0).sourceFile());
            Path target = folder.root().resolve(FOLDER).resolve(name);
            if (other != null) {
                note.accept(
                        "no gold for '" + papers.get(0).sourceFile() + "': that of '" + other + "' has the same name");
            } else if (Files.exists(target) && !Files.readString(target).contains(ReviewedGold.MARK)) {
                note.accept(FOLDER + "/" + name + " was not written by 'trich learn'; left as it is");
            } else {
                Files.createDirectories(target.getParent());
                AtomicFile.write(target, new ReviewedGold().write(papers).getBytes(StandardCharsets.UTF_8));
                written.add(name);
            }
        }
        return written;
    }

    /** The ids of all documents of each file that has a corrected one, by the first of them. */
    private Map<String, List<String>> corrected() throws IOException {
        Map<String, List<String>> files = new TreeMap<>();
        for (String id : documents.corrected()) {
            DocumentRecord head = documents.read(id, Extent.HEAD);
            if (ReviewedGold.isReviewed(head)) {
                List<String> ids = documents.idsOf(head.sha256());
                files.put(ids.get(0), ids);
            }
        }
        return files;
    }

    /** {@code NAME.html} for {@code FOLDER/NAME.pdf}. */
    private static String name(String sourceFile) {
        String last = sourceFile.substring(sourceFile.lastIndexOf('/') + 1);
        int dot = last.lastIndexOf('.');
        return (dot > 0 ? last.substring(0, dot) : last) + ".html";
    }
}
