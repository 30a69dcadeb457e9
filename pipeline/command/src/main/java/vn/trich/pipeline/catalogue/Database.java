package vn.trich.pipeline.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A connection to the catalogue's file, for one thread at a time: others wait. A change is one transaction, seen whole or
 * not at all, whenever the process dies.
 */
final class Database implements AutoCloseable {

    /** Marks the file as ours; {@code Tric} in ASCII. */
    private static final int APPLICATION_ID = 0x54726963;

    /** The schema's versions, oldest first; each script leads from the one before it. */
    private static final List<String> MIGRATIONS = List.of("schema-1.sql");

    private static final int BUSY_MS = 30_000;

    private final Connection connection;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, PreparedStatement> statements = new HashMap<>();
    private boolean changing;

    private Database(Connection connection) {
        this.connection = connection;
    }

    /** How safely a change is kept. */
    enum Safety {
        /** Outlives the process, whatever ends it; a loss of power may undo it. */
        PROCESS("NORMAL"),
        /** Outlives a loss of power: it is on the disk when the call returns. */
        POWER("FULL");

        private final String synchronous;

        Safety(String synchronous) {
            this.synchronous = synchronous;
        }
    }

    /** Does something with the database. */
    interface Work<T> {
        T run(Database database) throws SQLException, IOException;
    }

    /** Does something with a row. */
    interface Row<T> {
        T read(ResultSet row) throws SQLException, IOException;
    }

    /** Opens the file to write it, makes it if it is not there, and brings it to the newest schema. */
    static Database open(Path file) throws IOException {
        NativeLibrary.load();
        Properties settings = new Properties();
        settings.setProperty("foreign_keys", "true");
        settings.setProperty("busy_timeout", Integer.toString(BUSY_MS));
        Database database = new Database(connect("jdbc:sqlite:" + file, settings));
        try {
            database.check(file);
            database.execute("PRAGMA journal_mode = WAL");
            // A checkpoint is what moves the journal into the file; fewer of them, larger ones.
            database.execute("PRAGMA wal_autocheckpoint = 4000");
            database.execute("PRAGMA journal_size_limit = 67108864");
            database.migrate();
            return database;
        } catch (SQLException e) {
            database.close();
            throw CatalogueException.of(e);
        } catch (IOException e) {
            database.close();
            throw e;
        }
    }

    /** Opens the file to read it only, also while another process writes it. */
    static Database openReadOnly(Path file) throws IOException {
        NativeLibrary.load();
        Properties settings = new Properties();
        settings.setProperty("open_mode", "1");
        settings.setProperty("busy_timeout", Integer.toString(BUSY_MS));
        try {
            return readOnly(file, "jdbc:sqlite:" + file, settings);
        } catch (CatalogueException e) {
            if (e.isLasting() || Files.exists(file.resolveSibling(file.getFileName() + "-wal"))) {
                throw e;
            }
            // Nobody writes it, and we may not make the journal's index beside it: then it stands still.
            return readOnly(file, "jdbc:sqlite:file:" + escaped(file) + "?immutable=1", settings);
        }
    }

    private static Database readOnly(Path file, String url, Properties settings) throws IOException {
        Database database = new Database(connect(url, settings));
        try {
            database.check(file);
            return database;
        } catch (SQLException e) {
            database.close();
            throw CatalogueException.of(e);
        } catch (IOException e) {
            database.close();
            throw e;
        }
    }

    private static String escaped(Path file) {
        return file.toAbsolutePath().toUri().getRawPath();
    }

    private static Connection connect(String url, Properties settings) throws IOException {
        try {
            return DriverManager.getConnection(url, settings);
        } catch (SQLException e) {
            throw CatalogueException.of(e);
        }
    }

    /** Refuses what is no catalogue, or one of a later version. */
    private void check(Path file) throws SQLException, IOException {
        int id = number("PRAGMA application_id");
        int version = number("PRAGMA user_version");
        int tables = number("SELECT count(*) FROM sqlite_master");
        if (tables > 0 && id != APPLICATION_ID) {
            throw CatalogueException.lasting(file + " is a database, but no catalogue of Trích; move it away");
        }
        if (version > MIGRATIONS.size()) {
            throw CatalogueException.lasting(file + " was written by a later version of Trích (schema " + version
                    + ", this version knows " + MIGRATIONS.size() + "); use that version");
        }
    }

    private void migrate() throws SQLException, IOException {
        int version = number("PRAGMA user_version");
        for (int next = version; next < MIGRATIONS.size(); next++) {
            String script = script(MIGRATIONS.get(next));
            int reached = next + 1;
            change(Safety.POWER, db -> {
                // Another process may have been faster.
                if (number("PRAGMA user_version") < reached) {
                    db.execute(script);
                    db.execute("PRAGMA application_id = " + APPLICATION_ID);
                    db.execute("PRAGMA user_version = " + reached);
                }
                return null;
            });
        }
    }

    /** The statements of all versions. */
    static byte[] schema() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String name : MIGRATIONS) {
            all.append(script(name));
        }
        return all.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String script(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(Database.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /**
     * Changes something, as a whole or not at all.
     *
     * @throws IOException if it cannot; then nothing is changed
     */
    <T> T change(Safety safety, Work<T> work) throws IOException {
        lock.lock();
        try {
            if (changing) {
                return work.run(this);
            }
            execute("PRAGMA synchronous = " + safety.synchronous);
            execute("BEGIN IMMEDIATE");
            changing = true;
            boolean done = false;
            try {
                T result = work.run(this);
                execute("COMMIT");
                done = true;
                return result;
            } finally {
                changing = false;
                if (!done) {
                    rollBack();
                }
            }
        } catch (SQLException e) {
            throw CatalogueException.of(e);
        } finally {
            lock.unlock();
        }
    }

    private void rollBack() {
        try {
            execute("ROLLBACK");
        } catch (SQLException e) {
            // SQLite has rolled back by itself, as after a full disk.
        }
    }

    /** Reads something. */
    <T> T read(Work<T> work) throws IOException {
        lock.lock();
        try {
            return work.run(this);
        } catch (SQLException e) {
            throw CatalogueException.of(e);
        } finally {
            lock.unlock();
        }
    }

    /** Runs one or several statements that give nothing; within {@link #change}. */
    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    /** Changes rows; gives how many. Within {@link #change}. */
    int update(String sql, Object... values) throws SQLException {
        return bound(sql, values).executeUpdate();
    }

    /** Adds a row and gives its number. Within {@link #change}. */
    long insert(String sql, Object... values) throws SQLException, IOException {
        update(sql, values);
        return number("SELECT last_insert_rowid()");
    }

    /** Gives rows, one after the other, to {@code row}. Within {@link #change} or {@link #read}. */
    void each(String sql, Row<?> row, Object... values) throws SQLException, IOException {
        try (ResultSet rows = bound(sql, values).executeQuery()) {
            while (rows.next()) {
                row.read(rows);
            }
        }
    }

    /** The first row, or {@code otherwise} if there is none. Within {@link #change} or {@link #read}. */
    <T> T first(String sql, Row<T> row, T otherwise, Object... values) throws SQLException, IOException {
        try (ResultSet rows = bound(sql, values).executeQuery()) {
            return rows.next() ? row.read(rows) : otherwise;
        }
    }

    /** A number that a query gives; 0 if it gives none. */
    int number(String sql, Object... values) throws SQLException, IOException {
        return first(sql, row -> row.getInt(1), 0, values);
    }

    /** A statement that is prepared once; its values are set. */
    private PreparedStatement bound(String sql, Object... values) throws SQLException {
        PreparedStatement statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof byte[] bytes) {
                statement.setBytes(i + 1, bytes);
            } else {
                statement.setObject(i + 1, values[i]);
            }
        }
        return statement;
    }

    /** Closes it; the last one who does merges the journal into the file. */
    @Override
    public void close() throws IOException {
        lock.lock();
        try {
            for (PreparedStatement statement : statements.values()) {
                statement.close();
            }
            statements.clear();
            connection.close();
        } catch (SQLException e) {
            throw CatalogueException.of(e);
        } finally {
            lock.unlock();
        }
    }
}
