package vn.trich.output;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Words that are misread again and again, {@code lexicon.csv} in the folder of results: columns {@code read} and
 * {@code right}, a word each. Case counts.
 *
 * @param words what is right, by what is read
 * @param problems rows that cannot be used, for people
 */
public record OwnWords(Map<String, String> words, List<String> problems) {

    /** The file's name. */
    public static final String FILE = "lexicon.csv";

    /** Copies both. */
    public OwnWords {
        words = Map.copyOf(words);
        problems = List.copyOf(problems);
    }

    /**
     * Reads the file; one that is not there holds none.
     *
     * @throws IOException if the disk fails
     */
    public static OwnWords read(Path folder) throws IOException {
        PeoplesFile file = PeoplesFile.read(folder.resolve(FILE), List.of("read", "right"));
        Map<String, String> words = new TreeMap<>();
        List<String> problems = new ArrayList<>(file.problems());
        for (PeoplesFile.Row row : file.rows()) {
            String read = row.get("read");
            String right = row.get("right");
            if (isWord(read) && isWord(right)) {
                words.put(read, right);
            } else {
                problems.add(FILE + " line " + row.line() + ": needs one word read and one that is right");
            }
        }
        return new OwnWords(words, problems);
    }

    private static boolean isWord(String text) {
        return text.length() <= 100 && text.matches("[\\p{L}\\p{N}](?:\\S*[\\p{L}\\p{N}])?");
    }
}
