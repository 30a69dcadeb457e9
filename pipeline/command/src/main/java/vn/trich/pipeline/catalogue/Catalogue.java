package vn.trich.pipeline.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import vn.trich.pipeline.catalogue.Database.Safety;

/**
 * The catalogue of a folder of results: its ledger and its store, in one SQLite file. Only one process at a time may open
 * it to write, the one that holds the folder's lock; any number may read it meanwhile. May be used by several threads at a
 * time. Every change is kept whole or not at all, whenever the process dies.
 */
public final class Catalogue implements AutoCloseable {

    /** The file's name in the folder of results. */
    public static final String FILE = "catalogue.sqlite";

    private final Database database;
    private final Times times;
    private final FileLedger files;
    private final ContentLedger contents;
    private final PageReadings pages;
    private final DocumentStore documents;

    private Catalogue(Database database, Clock clock) {
        this.database = database;
        this.times = new Times(clock);
        this.files = new FileLedger(database, times);
        this.contents = new ContentLedger(database, times);
        this.pages = new PageReadings(database);
        this.documents = new DocumentStore(database, times, files, contents);
    }

    /**
     * Opens a folder's catalogue to write it; makes it if there is none.
     *
     * @param out the folder of results; exists, and its lock is held by the caller
     * @throws IOException if it cannot be written; the message says why and what to do
     */
    public static Catalogue open(Path out) throws IOException {
        return open(out, Clock.systemUTC());
    }

    /** As {@link #open(Path)}, with a clock for the times that it notes. */
    public static Catalogue open(Path out, Clock clock) throws IOException {
        return new Catalogue(Database.open(out.resolve(FILE)), clock);
    }

    /**
     * Opens a folder's catalogue to read it, also while a run is writing it.
     *
     * @throws NoSuchFileException if there is none
     * @throws IOException if it cannot be read
     */
    public static Catalogue openReadOnly(Path out) throws IOException {
        Path file = out.resolve(FILE);
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        return new Catalogue(Database.openReadOnly(file), Clock.systemUTC());
    }

    /** The description of the newest schema, for people: the statements that make it. */
    public static byte[] schema() throws IOException {
        return Database.schema();
    }

    /** The files ever seen. */
    public FileLedger files() {
        return files;
    }

    /** The bytes ever met, and the attempts to read them. */
    public ContentLedger contents() {
        return contents;
    }

    /** The finished pages of files that are not finished. */
    public PageReadings pages() {
        return pages;
    }

    /** The documents and their records. */
    public DocumentStore documents() {
        return documents;
    }

    /** Does several changes as one: all are kept or none. */
    public <T> T together(Changes<T> changes) throws IOException {
        return database.change(Safety.PROCESS, db -> changes.make());
    }

    /** Several changes. */
    public interface Changes<T> {
        /**
         * Makes them.
         *
         * @throws IOException if one cannot be made; then none is
         */
        T make() throws IOException;
    }

    /**
     * Begins a run, and brings in order what runs left behind that were killed: their files wait again.
     *
     * @param command which command it is
     * @param version of the software
     * @param settings those that can change a result, as one line
     * @return the run's number
     * @throws IOException if the catalogue cannot be written
     */
    public long beginRun(String command, String version, String settings) throws IOException {
        return database.change(Safety.PROCESS, db -> {
            String now = times.now();
            db.update("UPDATE content SET deaths = deaths + 1 WHERE sha256 IN"
                    + " (SELECT sha256 FROM attempt WHERE ended IS NULL)");
            db.update("UPDATE attempt SET ended = ?, outcome = 'killed' WHERE ended IS NULL", now);
            db.update("UPDATE run SET ended = ?, outcome = 'killed' WHERE ended IS NULL", now);
            db.update(
                    "UPDATE file SET since = ?, state = ifnull("
                            + "(SELECT outcome FROM content WHERE content.sha256 = file.sha256), 'waiting')"
                            + " WHERE state = 'running'",
                    now);
            // No later run asks for pages as another version read them.
            db.update("DELETE FROM page_reading WHERE software_version <> ?", version);
            return db.insert(
                    "INSERT INTO run (command, software_version, settings, started) VALUES (?, ?, ?, ?)",
                    command,
                    version,
                    settings,
                    now);
        });
    }

    /** The last run, if there was one. */
    public Optional<RunEntry> lastRun() throws IOException {
        return run("SELECT * FROM run ORDER BY run_id DESC LIMIT 1");
    }

    /** The run of that number, if there was one. */
    public Optional<RunEntry> run(long id) throws IOException {
        return run("SELECT * FROM run WHERE run_id = ?", id);
    }

    private Optional<RunEntry> run(String sql, Object... values) throws IOException {
        return database.read(db -> Optional.ofNullable(db.first(
                sql,
                row -> new RunEntry(
                        row.getLong("run_id"),
                        row.getString("command"),
                        Times.of(row.getString("started")),
                        Optional.ofNullable(row.getString("ended")).map(Times::of),
                        row.getString("outcome") == null ? "" : row.getString("outcome")),
                null,
                values)));
    }

    /** Whether there ever was a run. */
    boolean hasRuns() throws IOException {
        return database.read(db -> db.number("SELECT count(*) FROM run") > 0);
    }

    /**
     * Ends a run.
     *
     * @param outcome done, interrupted or failed
     * @throws IOException if the catalogue cannot be written
     */
    public void endRun(long run, String outcome) throws IOException {
        database.change(
                Safety.POWER,
                db -> db.update("UPDATE run SET ended = ?, outcome = ? WHERE run_id = ?", times.now(), outcome, run));
    }

    /** Closes it. */
    @Override
    public void close() throws IOException {
        database.close();
    }
}
