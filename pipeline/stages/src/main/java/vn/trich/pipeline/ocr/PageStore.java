package vn.trich.pipeline.ocr;

import java.util.Optional;
import vn.trich.pipeline.ingest.SourceFile;
import vn.trich.pipeline.page.PageText;

/**
 * Keeps finished pages of files that are not finished, so that a reading that was broken off need not begin anew. Called
 * from several threads at a time.
 */
public interface PageStore {

    /** A store that keeps nothing. */
    PageStore NONE = new PageStore() {
        @Override
        public Optional<PageText> find(SourceFile file, int page) {
            return Optional.empty();
        }

        @Override
        public void keep(SourceFile file, PageText page) {
            // Nothing is kept.
        }
    };

    /**
     * Gives a page that was kept.
     *
     * @param file the file, as ingested
     * @param page its number, from 1
     * @return the page as the same software read it from the same bytes by the same settings, if it was kept
     */
    Optional<PageText> find(SourceFile file, int page);

    /** Keeps a page that could be read. */
    void keep(SourceFile file, PageText page);
}
