package vn.trich.output;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What people set right, {@code corrections.csv} in the folder of results: columns {@code document_id},
 * {@code record_id} (a task's, target's or figure's id; empty for the document's own fields), {@code field} (its name in
 * the CSV files), {@code value}, and, if wanted, {@code read}: what stood there, so that a correction is left out if the
 * record reads otherwise by now. The field {@code needs_review} with the value {@code false} confirms a record. Of
 * several rows for one field the last counts.
 */
public final class Corrections {

    /** The file's name. */
    public static final String FILE = "corrections.csv";

    /** The field that only confirms. */
    static final String CONFIRMED = "needs_review";

    private final Map<String, Map<String, Map<String, Wanted>>> byDocument = new LinkedHashMap<>();
    private final List<String> problems;

    /**
     * What one row says.
     *
     * @param line of the file
     * @param value the right value
     * @param read what stood there, if the row says so
     */
    record Wanted(long line, String value, Optional<String> read) {}

    private Corrections(PeoplesFile file) {
        List<String> found = new ArrayList<>(file.problems());
        for (PeoplesFile.Row row : file.rows()) {
            if (row.get("document_id").isEmpty() || row.get("field").isEmpty()) {
                found.add(FILE + " line " + row.line() + ": needs document_id and field");
                continue;
            }
            String read = row.get("read");
            byDocument
                    .computeIfAbsent(row.get("document_id"), id -> new LinkedHashMap<>())
                    .computeIfAbsent(row.get("record_id"), id -> new LinkedHashMap<>())
                    .put(
                            row.get("field"),
                            new Wanted(
                                    row.line(),
                                    row.get("value"),
                                    read.isEmpty() ? Optional.empty() : Optional.of(read)));
        }
        problems = List.copyOf(found);
    }

    /**
     * Reads the file; one that is not there holds none.
     *
     * @throws IOException if the disk fails
     */
    public static Corrections read(Path folder) throws IOException {
        return new Corrections(
                PeoplesFile.read(folder.resolve(FILE), List.of("document_id", "record_id", "field", "value")));
    }

    /** Rows that cannot be used, for people. */
    public List<String> problems() {
        return problems;
    }

    /** The documents that are corrected, in the order of the file. */
    public Set<String> documentIds() {
        return byDocument.keySet();
    }

    /** What is said for a document: by record, then field. */
    Map<String, Map<String, Wanted>> of(String documentId) {
        return byDocument.getOrDefault(documentId, Map.of());
    }
}
