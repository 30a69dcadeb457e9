package vn.trich.pipeline.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import vn.trich.pipeline.catalogue.PageReadings;
import vn.trich.pipeline.ingest.SourceFile;
import vn.trich.pipeline.ocr.PageStore;
import vn.trich.pipeline.page.PageText;

/**
 * The pages that the catalogue keeps of files that are not finished. A page is kept only while its file is as it was when
 * its hash was taken, so that no page of other bytes comes under that hash.
 */
public final class KeptPages implements PageStore {

    private final PageReadings readings;
    private final String version;
    private final String settings;
    private final Map<Path, FileStamp> stamps = new ConcurrentHashMap<>();

    /**
     * Pages as this version reads them.
     *
     * @param version of the software
     * @param settings those that can change a result, as one line
     */
    public KeptPages(PageReadings readings, String version, String settings) {
        this.readings = readings;
        this.version = version;
        this.settings = settings;
    }

    /** Is told that a file is about to be looked at. */
    void begin(Path file, FileStamp stamp) {
        stamps.put(file, stamp);
    }

    /** Is told that a file is read. */
    void end(Path file) {
        stamps.remove(file);
    }

    @Override
    public Optional<PageText> find(SourceFile file, int page) {
        try {
            return readings.find(file.sha256(), page, version, settings);
        } catch (IOException | IllegalArgumentException e) {
            // Then it is read again.
            return Optional.empty();
        }
    }

    @Override
    public void keep(SourceFile file, PageText page) {
        FileStamp stamp = stamps.get(file.path());
        if (stamp == null || !stamp.holds(file.path())) {
            return;
        }
        try {
            readings.keep(file.sha256(), page, version, settings);
        } catch (IOException e) {
            // Kept only to save time; if the disk is at fault, storing the file's records will say so.
        }
    }
}
