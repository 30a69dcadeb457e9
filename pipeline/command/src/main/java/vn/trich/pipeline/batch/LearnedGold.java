package vn.trich.pipeline.batch;

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

/** Writes the documents of a folder of results that people corrected as gold beside the results. */
final class LearnedGold {

    /** The folder, in that of the results. */
    static final String FOLDER = "gold";

    private final OutputFolder folder;

    LearnedGold(OutputFolder folder) {
        this.folder = folder;
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
            List<DocumentRecord> documents = new ArrayList<>();
            for (String id : file.getValue()) {
                documents.add(folder.read(id, Extent.RECORDS));
            }
            String name = name(documents.get(0).sourceFile());
            String other = taken.putIfAbsent(name, documents.get(0).sourceFile());
            Path target = folder.root().resolve(FOLDER).resolve(name);
            if (other != null) {
                note.accept("no gold for '" + documents.get(0).sourceFile() + "': that of '" + other
                        + "' has the same name");
            } else if (Files.exists(target) && !Files.readString(target).contains(ReviewedGold.MARK)) {
                note.accept(FOLDER + "/" + name + " was not written by 'trich learn'; left as it is");
            } else {
                Files.createDirectories(target.getParent());
                AtomicFile.write(target, new ReviewedGold().write(documents).getBytes(StandardCharsets.UTF_8));
                written.add(name);
            }
        }
        return written;
    }

    /** The ids of all documents of each file that has a corrected one, by the first of them. */
    private Map<String, List<String>> corrected() throws IOException {
        Map<String, List<String>> files = new TreeMap<>();
        List<String> kept = new ArrayList<>();
        for (String id : folder.documentIds()) {
            String first = id.replaceFirst("-\\d+$", "");
            files.computeIfAbsent(first, key -> new ArrayList<>()).add(id);
            if (ReviewedGold.isReviewed(folder.read(id, Extent.HEAD))) {
                kept.add(first);
            }
        }
        files.keySet().retainAll(kept);
        files.values().forEach(ids -> ids.sort((a, b) -> number(a) - number(b)));
        return files;
    }

    /** Which document of its file an id is, from 1. */
    private static int number(String id) {
        int dash = id.indexOf('-');
        return dash < 0 ? 1 : Integer.parseInt(id.substring(dash + 1));
    }

    /** {@code NAME.html} for {@code FOLDER/NAME.pdf}. */
    private static String name(String sourceFile) {
        String last = sourceFile.substring(sourceFile.lastIndexOf('/') + 1);
        int dot = last.lastIndexOf('.');
        return (dot > 0 ? last.substring(0, dot) : last) + ".html";
    }
}
