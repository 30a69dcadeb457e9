package vn.trich.pipeline.catalogue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.trich.output.CleanText;
import vn.trich.output.DocumentPlace;
import vn.trich.output.DocumentRecord;
import vn.trich.output.FlatTable;
import vn.trich.output.JsonReader;
import vn.trich.output.JsonReader.Extent;
import vn.trich.output.JsonWriter;
import vn.trich.output.SamePapers;
import vn.trich.pipeline.catalogue.Database.Safety;

/** All documents with all their records. May be used by several threads at a time. */
public final class DocumentStore {

    private final Database database;
    private final Times times;
    private final FileLedger files;
    private final ContentLedger contents;
    private final JsonReader reader = new JsonReader();
    private final JsonWriter writer = new JsonWriter();
    private final FlatRows flat = new FlatRows();

    DocumentStore(Database database, Times times, FileLedger files, ContentLedger contents) {
        this.database = database;
        this.times = times;
        this.files = files;
        this.contents = contents;
    }

    /**
     * What was made of some bytes.
     *
     * @param sha256 their hash
     * @param documents the documents they hold, at least one, in the order of their ids
     * @param version of the software that read them
     * @param settings by which; empty if they are to be read again in any case
     * @param run the run's number
     */
    public record Reading(String sha256, List<DocumentRecord> documents, String version, String settings, long run) {

        /** Copies the list. */
        public Reading {
            documents = List.copyOf(documents);
        }
    }

    /** A document as it is about to be stored, packed outside of the transaction. */
    private record Form(DocumentRecord document, int ordinal, byte[] json, int jsonSize, byte[] text, int textSize) {}

    /**
     * Stores what was made of some bytes in place of what was there, and notes that their files are read; all at once.
     *
     * @param attempt the attempt that ends with this; empty if there was none
     * @throws IOException if the catalogue cannot be written; then nothing is stored
     */
    public void store(Reading reading, Optional<Attempt> attempt) throws IOException {
        List<Form> forms = new ArrayList<>();
        for (DocumentRecord document : reading.documents()) {
            forms.add(form(document, forms.size() + 1));
        }
        Attempt.Outcome outcome = Attempt.Outcome.of(reading.documents());
        database.change(Safety.POWER, db -> {
            db.update("DELETE FROM documents WHERE sha256 = ?", reading.sha256());
            db.update(
                    "INSERT OR IGNORE INTO content (sha256, first_seen) VALUES (?, ?)", reading.sha256(), times.now());
            db.update(
                    "UPDATE content SET outcome = ?, software_version = ?, settings = ?, stored = ?, run_id = ?,"
                            + " deaths = 0 WHERE sha256 = ?",
                    outcome.word(),
                    reading.version(),
                    reading.settings(),
                    times.now(),
                    reading.run(),
                    reading.sha256());
            for (Form form : forms) {
                insert(db, form);
            }
            db.update("DELETE FROM page_reading WHERE sha256 = ?", reading.sha256());
            if (attempt.isPresent()) {
                contents.ended(db, attempt.get());
            }
            settleFiles(db, reading.sha256());
            return null;
        });
    }

    /**
     * Notes for files whose bytes are read already how they end: the one that came first as these bytes do, the others as
     * duplicates.
     *
     * @throws IOException if the catalogue cannot be written
     */
    public void settleFiles(String sha256) throws IOException {
        database.change(Safety.PROCESS, db -> {
            settleFiles(db, sha256);
            return null;
        });
    }

    private void settleFiles(Database db, String sha256) throws SQLException, IOException {
        String word = db.first("SELECT outcome FROM content WHERE sha256 = ?", r -> r.getString(1), null, sha256);
        if (word == null) {
            return;
        }
        List<FileEntry> all = new ArrayList<>();
        db.each(
                "SELECT * FROM file WHERE sha256 = ? ORDER BY CASE state WHEN 'done' THEN 0 WHEN 'partial' THEN 0"
                        + " WHEN 'quarantined' THEN 0 WHEN 'running' THEN 1 WHEN 'duplicate' THEN 3 ELSE 2 END,"
                        + " name, path, file_id",
                row -> all.add(FileLedger.entry(row)),
                sha256);
        for (FileEntry file : all) {
            boolean first = file == all.get(0);
            FileState state = first ? FileState.of(word) : FileState.DUPLICATE;
            if (file.state() != state) {
                files.state(
                        db,
                        file.id(),
                        state,
                        first ? reason(db, sha256) : all.get(0).name());
            }
        }
    }

    private static String reason(Database db, String sha256) throws SQLException, IOException {
        return db.first(
                "SELECT warnings FROM documents WHERE sha256 = ? AND status <> 'ok' ORDER BY length(document_id),"
                        + " document_id",
                row -> row.getString(1),
                "",
                sha256);
    }

    /**
     * Puts a document that was changed in the place of what is stored of it.
     *
     * @throws IOException if the catalogue cannot be written
     */
    public void update(DocumentRecord document) throws IOException {
        Form form = form(document, ordinal(document.documentId()));
        database.change(Safety.POWER, db -> {
            db.update("DELETE FROM documents WHERE document_id = ?", document.documentId());
            insert(db, form);
            return null;
        });
    }

    static int ordinal(String documentId) {
        int dash = documentId.indexOf('-');
        return dash < 0 ? 1 : Integer.parseInt(documentId.substring(dash + 1));
    }

    private Form form(DocumentRecord document, int ordinal) throws IOException {
        ByteArrayOutputStream json = new ByteArrayOutputStream(1 << 16);
        writer.write(document, json);
        byte[] text = CleanText.of(document.text()).getBytes(StandardCharsets.UTF_8);
        return new Form(
                document, ordinal, Packed.pack(json.toByteArray()), json.size(), Packed.pack(text), text.length);
    }

    private void insert(Database db, Form form) throws SQLException, IOException {
        db.update("UPDATE progress SET value = value + 1 WHERE name = 'changes'");
        flat.write(db, form.document());
        db.update(
                "INSERT INTO document_file (document_id, ordinal, json, json_size, text, text_size, corrected, changed)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, (SELECT value FROM progress WHERE name = 'changes'))",
                form.document().documentId(),
                form.ordinal(),
                form.json(),
                form.jsonSize(),
                form.text(),
                form.textSize(),
                form.document().corrections().isEmpty() ? 0 : 1);
    }

    /** The places of all documents, in their order. */
    public List<DocumentPlace> places() throws IOException {
        return places("SELECT source_file, document_id FROM documents");
    }

    /** The places of the documents that a run stored, in their order. */
    public List<DocumentPlace> places(long run) throws IOException {
        return places(
                "SELECT source_file, document_id FROM documents JOIN content USING (sha256) WHERE run_id = ?", run);
    }

    private List<DocumentPlace> places(String sql, Object... values) throws IOException {
        return database.read(db -> {
            List<DocumentPlace> places = new ArrayList<>();
            db.each(sql, row -> places.add(new DocumentPlace(row.getString(1), row.getString(2))), values);
            places.sort(null);
            return places;
        });
    }

    /** The ids of all documents, sorted. */
    public List<String> ids() throws IOException {
        return ids("SELECT document_id FROM documents ORDER BY document_id");
    }

    /** What is compared of all documents to find the same papers, in their order, with what they are marked as by now. */
    public List<Marked> issues() throws IOException {
        return database.read(db -> {
            List<Marked> issues = new ArrayList<>();
            db.each(
                    "SELECT document_id, sha256, number, issuer, ifnull(date, ''), same_paper_as, source_file"
                            + " FROM documents",
                    row -> issues.add(new Marked(
                            new SamePapers.Issue(
                                    row.getString(1),
                                    row.getString(2),
                                    row.getString(3),
                                    row.getString(4),
                                    row.getString(5)),
                            row.getString(6),
                            new DocumentPlace(row.getString(7), row.getString(1)))));
            issues.sort(java.util.Comparator.comparing(Marked::place));
            return issues;
        });
    }

    /**
     * A document's issue and what it is marked as.
     *
     * @param issue what is compared
     * @param samePaperAs the id of the document that it is marked to be the same paper as, or empty
     * @param place where it stands
     */
    public record Marked(SamePapers.Issue issue, String samePaperAs, DocumentPlace place) {}

    /** The ids of the documents of some bytes, in their order. */
    public List<String> idsOf(String sha256) throws IOException {
        return ids(
                "SELECT document_id FROM documents JOIN document_file USING (document_id) WHERE sha256 = ?"
                        + " ORDER BY ordinal",
                sha256);
    }

    /** The ids of the documents in which something is set right, sorted. */
    public List<String> corrected() throws IOException {
        return ids("SELECT document_id FROM document_file WHERE corrected = 1 ORDER BY document_id");
    }

    /** The ids of the documents of which not all pages could be read, sorted. */
    public List<String> failed() throws IOException {
        return ids("SELECT document_id FROM documents WHERE status <> 'ok' ORDER BY document_id");
    }

    private List<String> ids(String sql, Object... values) throws IOException {
        return database.read(db -> {
            List<String> ids = new ArrayList<>();
            db.each(sql, row -> ids.add(row.getString(1)), values);
            return ids;
        });
    }

    /** Whether the documents of some bytes name that file as their source. */
    public boolean hasSource(String sha256, String name) throws IOException {
        return database.read(db ->
                db.number("SELECT count(*) FROM documents WHERE sha256 = ? AND source_file = ?", sha256, name) > 0);
    }

    /** Whether there is a document of that id. */
    public boolean has(String documentId) throws IOException {
        return database.read(
                db -> db.number("SELECT count(*) FROM document_file WHERE document_id = ?", documentId) > 0);
    }

    /**
     * Reads a document.
     *
     * @param extent how much of it; the text comes only with {@link Extent#WHOLE}
     * @throws NoSuchFileException if there is none of that id
     * @throws DamagedDocumentException if it cannot be made out any more
     * @throws IOException if the catalogue cannot be read
     */
    public DocumentRecord read(String documentId, Extent extent) throws IOException {
        String text = extent == Extent.WHOLE ? new String(text(documentId), StandardCharsets.UTF_8) : "";
        byte[] packed = packed(documentId, "json");
        try (InputStream in = Packed.open(packed)) {
            return reader.read(in, extent, text);
        } catch (IOException | RuntimeException e) {
            throw new DamagedDocumentException(documentId, e);
        }
    }

    /**
     * The content of {@code documents/ID.json}.
     *
     * @throws DamagedDocumentException if it cannot be made out any more
     */
    public byte[] json(String documentId) throws IOException {
        return unpacked(documentId, "json");
    }

    /**
     * The content of {@code text/ID.txt}.
     *
     * @throws DamagedDocumentException if it cannot be made out any more
     */
    public byte[] text(String documentId) throws IOException {
        return unpacked(documentId, "text");
    }

    private byte[] unpacked(String documentId, String column) throws IOException {
        byte[] packed = packed(documentId, column);
        try {
            return Packed.unpack(packed);
        } catch (IOException e) {
            throw new DamagedDocumentException(documentId, e);
        }
    }

    /**
     * Notes that what is stored of a document is damaged: its bytes are to be read again by whoever meets them.
     *
     * @throws IOException if the catalogue cannot be written
     */
    public void damaged(String documentId) throws IOException {
        database.change(
                Safety.PROCESS,
                db -> db.update(
                        "UPDATE content SET settings = '' WHERE sha256 = (SELECT sha256 FROM documents WHERE"
                                + " document_id = ?)",
                        documentId));
    }

    private byte[] packed(String documentId, String column) throws IOException {
        byte[] packed = database.read(db -> db.first(
                "SELECT " + column + " FROM document_file WHERE document_id = ?",
                row -> row.getBytes(1),
                null,
                documentId));
        if (packed == null) {
            throw new NoSuchFileException("document " + documentId);
        }
        return packed;
    }

    /** All rows of a document, given table by table, as one reading. */
    interface DocumentRows {
        void rows(FlatTable table, List<List<String>> rows) throws IOException;
    }

    /** Gives the rows of a document in some tables; all as they stood at one moment. */
    void rows(String documentId, List<FlatTable> tables, DocumentRows rows) throws IOException {
        List<List<List<String>>> read = database.read(db -> {
            List<List<List<String>>> all = new ArrayList<>();
            for (FlatTable table : tables) {
                all.add(flat.read(db, table, documentId));
            }
            return all;
        });
        for (int i = 0; i < tables.size(); i++) {
            rows.rows(tables.get(i), read.get(i));
        }
    }

    /** Puts rows in the place of those of {@code units}, and notes that these and the CSV files stand at a count of changes. */
    void settled(List<List<String>> units, long changes) throws IOException {
        database.change(Safety.PROCESS, db -> {
            db.update("DELETE FROM units");
            for (List<String> unit : units) {
                flat.write(db, "units", unit);
            }
            return db.update("UPDATE progress SET value = ? WHERE name = 'csv'", changes);
        });
    }

    /** How many changes there were, and at which of them the CSV files were made. */
    long progress(String name) throws IOException {
        return database.read(
                db -> db.first("SELECT value FROM progress WHERE name = ?", row -> row.getLong(1), -1L, name));
    }

    /**
     * How a document stands beside its files.
     *
     * @param documentId its id
     * @param jsonSize bytes of the JSON
     * @param textSize bytes of the text
     * @param changed at which count of changes it became as it is
     * @param current whether the files were written since
     */
    record Exported(String documentId, long jsonSize, long textSize, long changed, boolean current) {}

    List<Exported> exports() throws IOException {
        return database.read(db -> {
            List<Exported> exports = new ArrayList<>();
            db.each(
                    "SELECT document_id, json_size, text_size, changed, exported FROM document_file ORDER BY document_id",
                    row -> exports.add(new Exported(
                            row.getString(1),
                            row.getLong(2),
                            row.getLong(3),
                            row.getLong(4),
                            row.getLong(5) == row.getLong(4))));
            return exports;
        });
    }

    /** Notes that the files of documents hold them as they were then. */
    void exported(List<Exported> documents) throws IOException {
        database.change(Safety.PROCESS, db -> {
            for (Exported document : documents) {
                db.update(
                        "UPDATE document_file SET exported = ?1 WHERE document_id = ?2 AND changed = ?1",
                        document.changed(),
                        document.documentId());
            }
            return null;
        });
    }

    /** Counts what there is. */
    public Holdings holdings() throws IOException {
        return database.read(Holdings::of);
    }
}
