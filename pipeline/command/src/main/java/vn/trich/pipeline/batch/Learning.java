package vn.trich.pipeline.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.trich.models.gazetteer.Gazetteer;
import vn.trich.models.language.Syllables;
import vn.trich.output.AddedRows;
import vn.trich.output.Aliases;
import vn.trich.output.JsonReader.Extent;
import vn.trich.output.OwnWords;
import vn.trich.pipeline.catalogue.DocumentStore;

/**
 * Turns the corrections in a folder of results into aliases of units and words of the lexicon, so that what was set right
 * once comes out right elsewhere. Only adds rows, and none for what the files say already.
 */
public final class Learning {

    private final Results results;

    /** In that folder. */
    public Learning(Results results) {
        this.results = results;
    }

    /**
     * What was learned.
     *
     * @param aliases aliases added, each for people
     * @param words words added, each for people
     * @param notes what could not be obeyed or learned, for people
     */
    public record Outcome(List<String> aliases, List<String> words, List<String> notes) {}

    /**
     * Learns, and brings documents and CSV files in line with all that was written and learned.
     *
     * @throws IOException if the folder cannot be read or written
     */
    public Outcome learn() throws IOException {
        List<String> notes = new ArrayList<>(new OwnersFiles(results).apply());
        Lessons lessons = new Lessons(Gazetteer.load(), Syllables.load());
        DocumentStore documents = results.catalogue().documents();
        for (String id : documents.corrected()) {
            lessons.learn(documents.read(id, Extent.RECORDS));
        }
        notes.addAll(lessons.disputed());
        List<String> aliases = addAliases(lessons);
        List<String> words = addWords(lessons);
        new OwnersFiles(results).apply();
        new Settlement(results).settle();
        return new Outcome(aliases, words, List.copyOf(notes));
    }

    private List<String> addAliases(Lessons lessons) throws IOException {
        Path root = results.folder().root();
        Aliases known = Aliases.read(root);
        List<List<String>> rows = new ArrayList<>();
        for (Map.Entry<List<String>, String> lesson : lessons.aliases().entrySet()) {
            String alias = lesson.getKey().get(0);
            String issuer = lesson.getKey().get(1);
            if (known.name(alias, issuer).isEmpty()) {
                rows.add(List.of(alias, lesson.getValue(), issuer));
            }
        }
        AddedRows.add(root.resolve(Aliases.FILE), List.of("alias", "name", "issuer"), rows);
        return rows.stream().map(r -> r.get(0) + " is " + r.get(1)).toList();
    }

    private List<String> addWords(Lessons lessons) throws IOException {
        Path root = results.folder().root();
        OwnWords known = OwnWords.read(root);
        List<List<String>> rows = lessons.words().entrySet().stream()
                .filter(w -> !known.words().containsKey(w.getKey()))
                .map(w -> List.of(w.getKey(), w.getValue()))
                .toList();
        AddedRows.add(root.resolve(OwnWords.FILE), List.of("read", "right"), rows);
        return rows.stream().map(r -> r.get(0) + " is " + r.get(1)).toList();
    }
}
