package vn.trich.pipeline.catalogue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.trich.pipeline.catalogue.Database.Safety;

/** Every file ever seen and where it stands. May be used by several threads at a time. */
public final class FileLedger {

    private static final String NEWEST_AT =
            "SELECT * FROM file WHERE path = ? AND moved_to IS NULL ORDER BY file_id DESC LIMIT 1";

    private final Database database;
    private final Times times;

    FileLedger(Database database, Times times) {
        this.database = database;
        this.times = times;
    }

    /**
     * Notes that a file was seen. What was at that path before and is there unchanged is the same file; anything else is
     * another one, unless the one before was not looked into yet.
     *
     * @param path where it is
     * @param name its name in records
     * @param size bytes
     * @param modified as the file system has it
     * @return what is known of it; a file not seen before is {@link FileState#WAITING}
     * @throws IOException if the catalogue cannot be written
     */
    public FileEntry seen(Path path, String name, long size, Instant modified) throws IOException {
        String place = path.toAbsolutePath().normalize().toString();
        String changed = Times.text(modified);
        return database.change(Safety.PROCESS, db -> {
            FileEntry before = db.first(NEWEST_AT, FileLedger::entry, null, place);
            boolean same = before != null
                    && before.size() == size
                    && Times.text(before.modified()).equals(changed);
            if (same || (before != null && before.sha256().isEmpty())) {
                db.update(
                        "UPDATE file SET name = ?, size = ?, modified = ?, last_seen = ? WHERE file_id = ?",
                        name,
                        size,
                        changed,
                        times.now(),
                        before.id());
                return entry(db, before.id());
            }
            return entry(db, insert(db, place, name, size, modified));
        });
    }

    private long insert(Database db, String path, String name, long size, Instant modified)
            throws SQLException, IOException {
        String now = times.now();
        return db.insert(
                "INSERT INTO file (path, name, size, modified, first_seen, last_seen, state, since)"
                        + " VALUES (?, ?, ?, ?, ?, ?, 'waiting', ?)",
                path,
                name,
                size,
                Times.text(modified),
                now,
                now,
                now);
    }

    /**
     * Notes what bytes a file holds. If others were read from it before, it is another file from now on. If it turns out
     * to be a file that was at that place before and was only touched, that one goes on in its stead.
     *
     * @param id the file's number
     * @return what is known of it now
     * @throws IOException if the catalogue cannot be written
     */
    public FileEntry hashed(long id, String sha256) throws IOException {
        return database.change(Safety.PROCESS, db -> {
            FileEntry file = entry(db, id);
            // One that was never read is still the same file: what it held in between is nobody's.
            if (file.state().isEnd() && !file.sha256().orElse(sha256).equals(sha256)) {
                file = entry(db, insert(db, file.path().toString(), file.name(), file.size(), file.modified()));
            }
            db.update(
                    "INSERT OR IGNORE INTO content (sha256, size, first_seen) VALUES (?, ?, ?)",
                    sha256,
                    file.size(),
                    times.now());
            Long before = db.first(
                    "SELECT file_id FROM file WHERE path = ? AND sha256 = ? AND moved_to IS NULL AND file_id <> ?"
                            + " ORDER BY file_id LIMIT 1",
                    row -> row.getLong(1),
                    null,
                    file.path().toString(),
                    sha256,
                    file.id());
            if (before == null) {
                db.update("UPDATE file SET sha256 = ? WHERE file_id = ?", sha256, file.id());
                return entry(db, file.id());
            }
            db.update("DELETE FROM file WHERE file_id = ?", file.id());
            db.update(
                    "UPDATE file SET name = ?, size = ?, modified = ?, last_seen = ? WHERE file_id = ?",
                    file.name(),
                    file.size(),
                    Times.text(file.modified()),
                    Times.text(file.lastSeen()),
                    before);
            return entry(db, before);
        });
    }

    /**
     * Puts a file into a state.
     *
     * @param message why, in words; may be empty
     * @throws IOException if the catalogue cannot be written
     */
    public void state(long id, FileState state, String message) throws IOException {
        database.change(state.isEnd() ? Safety.POWER : Safety.PROCESS, db -> {
            state(db, id, state, message);
            return null;
        });
    }

    void state(Database db, long id, FileState state, String message) throws SQLException {
        db.update(
                "UPDATE file SET since = CASE WHEN state = ?1 THEN since ELSE ?2 END, state = ?1, message = ?3,"
                        + " next_try = NULL WHERE file_id = ?4",
                state.word(),
                times.now(),
                message,
                id);
    }

    /**
     * Notes that a file was tried in vain because of trouble that may pass, and will be tried again.
     *
     * @param nextTry not before then
     * @param message what the trouble was, in words
     * @throws IOException if the catalogue cannot be written
     */
    public void retry(long id, Instant nextTry, String message) throws IOException {
        database.change(Safety.PROCESS, db -> {
            state(db, id, FileState.RETRY, message);
            return db.update(
                    "UPDATE file SET tries = tries + 1, next_try = ? WHERE file_id = ?", Times.text(nextTry), id);
        });
    }

    /**
     * Notes where a file was put.
     *
     * @throws IOException if the catalogue cannot be written
     */
    public void moved(long id, Path to) throws IOException {
        database.change(
                Safety.POWER,
                db -> db.update(
                        "UPDATE file SET moved_to = ? WHERE file_id = ?",
                        to.toAbsolutePath().normalize().toString(),
                        id));
    }

    /**
     * Notes that a file which came is one that had been put somewhere and was taken away from there: the earlier one goes
     * on in its stead, and waits.
     *
     * @param earlier the number of the earlier file
     * @param come the number of the file that came; gone afterwards
     * @return what is known of it now
     * @throws IOException if the catalogue cannot be written
     */
    public FileEntry returned(long earlier, long come) throws IOException {
        return database.change(Safety.POWER, db -> {
            FileEntry file = entry(db, come);
            db.update("DELETE FROM file WHERE file_id = ?", come);
            db.update(
                    "UPDATE file SET path = ?, name = ?, size = ?, modified = ?, last_seen = ?, state = 'waiting',"
                            + " since = ?, message = '', tries = 0, next_try = NULL, moved_to = ? WHERE file_id = ?",
                    file.path().toString(),
                    file.name(),
                    file.size(),
                    Times.text(file.modified()),
                    Times.text(file.lastSeen()),
                    times.now(),
                    file.movedTo().map(Path::toString).orElse(null),
                    earlier);
            return entry(db, earlier);
        });
    }

    /** The file of that number, if there is one. */
    public Optional<FileEntry> file(long id) throws IOException {
        return database.read(db ->
                Optional.ofNullable(db.first("SELECT * FROM file WHERE file_id = ?", FileLedger::entry, null, id)));
    }

    /** The file that was seen last at a path and was not moved from there. */
    public Optional<FileEntry> at(Path path) throws IOException {
        String place = path.toAbsolutePath().normalize().toString();
        return database.read(db -> Optional.ofNullable(db.first(NEWEST_AT, FileLedger::entry, null, place)));
    }

    /** The files that hold the same bytes, in the order in which they were seen. */
    public List<FileEntry> ofContent(String sha256) throws IOException {
        return database.read(
                db -> list(db, "SELECT * FROM file WHERE sha256 = ? ORDER BY file_id", new Object[] {sha256}));
    }

    /** The files in one of these states, in the order in which they were seen. */
    public List<FileEntry> in(Set<FileState> states) throws IOException {
        String words = states.stream().map(s -> "'" + s.word() + "'").sorted().collect(Collectors.joining(", "));
        return database.read(
                db -> list(db, "SELECT * FROM file WHERE state IN (" + words + ") ORDER BY file_id", new Object[0]));
    }

    /** The files that were not read, or not whole, and that nobody took away since. */
    public List<FileEntry> needingPerson() throws IOException {
        return in(EnumSet.of(FileState.PARTIAL, FileState.QUARANTINED)).stream()
                .filter(file -> !file.isGone())
                .toList();
    }

    /** How many files are in each state. */
    public Map<FileState, Integer> counts() throws IOException {
        return database.read(db -> {
            Map<FileState, Integer> counts = new EnumMap<>(FileState.class);
            for (FileState state : FileState.values()) {
                counts.put(state, 0);
            }
            db.each(
                    "SELECT state, count(*) FROM file GROUP BY state",
                    row -> counts.put(FileState.of(row.getString(1)), row.getInt(2)));
            return counts;
        });
    }

    private static List<FileEntry> list(Database db, String sql, Object[] values) throws SQLException, IOException {
        List<FileEntry> files = new ArrayList<>();
        db.each(sql, row -> files.add(entry(row)), values);
        return files;
    }

    private static FileEntry entry(Database db, long id) throws SQLException, IOException {
        FileEntry file = db.first("SELECT * FROM file WHERE file_id = ?", FileLedger::entry, null, id);
        if (file == null) {
            throw new IllegalArgumentException("no file " + id + " in the catalogue");
        }
        return file;
    }

    static FileEntry entry(ResultSet row) throws SQLException {
        return new FileEntry(
                row.getLong("file_id"),
                Path.of(row.getString("path")),
                row.getString("name"),
                row.getLong("size"),
                Times.of(row.getString("modified")),
                Optional.ofNullable(row.getString("sha256")),
                Times.of(row.getString("first_seen")),
                Times.of(row.getString("last_seen")),
                FileState.of(row.getString("state")),
                Times.of(row.getString("since")),
                row.getString("message"),
                row.getInt("tries"),
                Optional.ofNullable(row.getString("next_try")).map(Times::of),
                Optional.ofNullable(row.getString("moved_to")).map(Path::of));
    }
}
