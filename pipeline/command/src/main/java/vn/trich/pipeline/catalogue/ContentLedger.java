package vn.trich.pipeline.catalogue;

import java.io.IOException;
import java.util.Optional;
import vn.trich.pipeline.catalogue.Database.Safety;

/** What bytes were met, how they were read, and every attempt to read them. May be used by several threads at a time. */
public final class ContentLedger {

    private final Database database;
    private final Times times;

    ContentLedger(Database database, Times times) {
        this.database = database;
        this.times = times;
    }

    /**
     * Some bytes.
     *
     * @param sha256 their hash, 64 hex digits
     * @param outcome of the reading that is stored: done, partial, quarantined; empty if none is
     * @param version of the software that read them
     * @param settings by which they were read; empty if they are to be read again in any case
     * @param deaths how many runs in a row died while they read them and had not finished a further page
     */
    public record Content(
            String sha256, Optional<Attempt.Outcome> outcome, String version, String settings, int deaths) {}

    /** What is known of some bytes. */
    public Optional<Content> content(String sha256) throws IOException {
        return database.read(db -> Optional.ofNullable(db.first(
                "SELECT sha256, outcome, ifnull(software_version, ''), ifnull(settings, ''), deaths FROM content"
                        + " WHERE sha256 = ?",
                row -> new Content(
                        row.getString(1),
                        Optional.ofNullable(row.getString(2))
                                .map(word -> Attempt.Outcome.valueOf(word.toUpperCase(java.util.Locale.ROOT))),
                        row.getString(3),
                        row.getString(4),
                        row.getInt(5)),
                null,
                sha256)));
    }

    /**
     * Notes that some bytes are about to be read; to be called before anything is done with them.
     *
     * @param run the run's number
     * @param name of the file, as in the records
     * @return the attempt's number
     * @throws IOException if the catalogue cannot be written
     */
    public long attempt(long run, String sha256, String name, String version, String settings) throws IOException {
        return database.change(
                Safety.PROCESS,
                db -> db.insert(
                        "INSERT INTO attempt (run_id, sha256, name, stage, software_version, settings, started)"
                                + " VALUES (?, ?, ?, 'ingest', ?, ?, ?)",
                        run,
                        sha256,
                        name,
                        version,
                        settings,
                        times.now()));
    }

    /**
     * Notes how an attempt ended of which nothing is stored.
     *
     * @throws IOException if the catalogue cannot be written
     */
    public void ended(Attempt attempt) throws IOException {
        database.change(Safety.PROCESS, db -> {
            ended(db, attempt);
            return null;
        });
    }

    void ended(Database db, Attempt attempt) throws java.sql.SQLException {
        db.update(
                "UPDATE attempt SET ended = ?, stage = ?, outcome = ?, message = ?, pages = ?, seconds = ?"
                        + " WHERE attempt_id = ?",
                times.now(),
                attempt.stage().word(),
                attempt.outcome().word(),
                attempt.message(),
                attempt.pages(),
                Math.round(attempt.seconds() * 1000) / 1000.0,
                attempt.id());
    }
}
