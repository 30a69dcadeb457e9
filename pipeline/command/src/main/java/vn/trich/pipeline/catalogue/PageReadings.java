package vn.trich.pipeline.catalogue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import vn.trich.pipeline.catalogue.Database.Safety;
import vn.trich.pipeline.page.PageText;
import vn.trich.pipeline.page.PageTextJson;

/**
 * Finished pages of files that are not finished, by the bytes that they were read from, the version and the settings. May
 * be used by several threads at a time.
 */
public final class PageReadings {

    private final Database database;

    PageReadings(Database database) {
        this.database = database;
    }

    /**
     * The reading of a page, if it is there.
     *
     * @param page from 1
     * @throws IOException if the catalogue cannot be read
     */
    public Optional<PageText> find(String sha256, int page, String version, String settings) throws IOException {
        byte[] packed = database.read(db -> db.first(
                "SELECT reading FROM page_reading"
                        + " WHERE sha256 = ? AND page = ? AND software_version = ? AND settings = ?",
                row -> row.getBytes(1),
                null,
                sha256,
                page,
                version,
                settings));
        return packed == null
                ? Optional.empty()
                : Optional.of(PageTextJson.fromLine(new String(Packed.unpack(packed), StandardCharsets.UTF_8)));
    }

    /**
     * Keeps the reading of a page until its file is done.
     *
     * @throws IOException if the catalogue cannot be written
     */
    public void keep(String sha256, PageText page, String version, String settings) throws IOException {
        byte[] packed = Packed.pack(PageTextJson.toLine(page).getBytes(StandardCharsets.UTF_8));
        database.change(Safety.PROCESS, db -> {
            db.update("UPDATE content SET deaths = 0 WHERE sha256 = ? AND deaths > 0", sha256);
            return db.update(
                    "INSERT OR REPLACE INTO page_reading (sha256, page, software_version, settings, reading)"
                            + " SELECT ?1, ?2, ?3, ?4, ?5 WHERE EXISTS (SELECT 1 FROM content WHERE sha256 = ?1)",
                    sha256,
                    page.number(),
                    version,
                    settings,
                    packed);
        });
    }

    /**
     * Forgets the pages of some bytes.
     *
     * @throws IOException if the catalogue cannot be written
     */
    public void forget(String sha256) throws IOException {
        database.change(Safety.PROCESS, db -> db.update("DELETE FROM page_reading WHERE sha256 = ?", sha256));
    }

    /** How many pages of some bytes are kept. */
    public int count(String sha256) throws IOException {
        return database.read(db -> db.number("SELECT count(*) FROM page_reading WHERE sha256 = ?", sha256));
    }
}
