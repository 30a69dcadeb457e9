package vn.trich.pipeline.command;

import java.io.IOException;
import java.util.Optional;
import vn.trich.output.OwnWords;
import vn.trich.pipeline.Pipeline;
import vn.trich.pipeline.Settings;
import vn.trich.pipeline.Version;
import vn.trich.pipeline.batch.Batch;
import vn.trich.pipeline.batch.Intake;
import vn.trich.pipeline.batch.KeptPages;
import vn.trich.pipeline.batch.Reprocess;
import vn.trich.pipeline.batch.Results;
import vn.trich.pipeline.batch.SearchableCopies;
import vn.trich.pipeline.searchable.SearchablePdf;

/**
 * What files are read with into one folder of results.
 *
 * @param pipeline reads them
 * @param plan how
 * @param tools the pipeline with what is kept of unfinished files, and what makes searchable copies if they are wanted
 */
record ReadingKit(Pipeline pipeline, Batch.Plan plan, Intake.Tools tools) implements AutoCloseable {

    /**
     * Puts it together; starts no process yet.
     *
     * @param given the settings of the command line; the words of the folder's owner are added to them
     * @param searchablePdf whether each file is written as a searchable PDF too
     * @throws IOException if the folder of results cannot be read
     */
    static ReadingKit open(Settings given, Results results, Reprocess reprocess, boolean searchablePdf)
            throws IOException {
        Settings settings =
                given.withOwnWords(OwnWords.read(results.folder().root()).words());
        // One file more than there are workers, so that none waits while records are made from what it read.
        Batch.Plan plan = new Batch.Plan(Version.current(), settings.fingerprint(), reprocess, settings.workers() + 1);
        KeptPages pages = new KeptPages(results.catalogue().pages(), plan.version(), plan.settings());
        Optional<SearchableCopies> copies = searchablePdf
                ? Optional.of(new SearchableCopies(new SearchablePdf(settings), results))
                : Optional.empty();
        Pipeline pipeline = new Pipeline(settings, pages);
        return new ReadingKit(pipeline, plan, new Intake.Tools(pipeline::read, Optional.of(pages), copies));
    }

    /** Ends the workers; files that are being read fail, pages that are finished are kept. */
    @Override
    public void close() {
        pipeline.close();
    }
}
