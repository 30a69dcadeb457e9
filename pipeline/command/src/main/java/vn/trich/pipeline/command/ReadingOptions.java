package vn.trich.pipeline.command;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;
import vn.trich.pipeline.Bounds;
import vn.trich.pipeline.PictureStep;
import vn.trich.pipeline.Settings;

/** The options that say how files are read; what is not said stays as {@link Settings#defaults()} has it. */
final class ReadingOptions {

    @Option(
            names = "--workers",
            paramLabel = "N",
            description =
                    "Pages read at a time; never changes the result. Default: one per processor, here ${DEFAULT-VALUE}.")
    private int workers = Settings.defaults().workers();

    @Option(names = "--force-ocr", description = "Read every page's picture, whatever its text layer says.")
    private boolean forceOcr;

    @Option(names = "--no-restore", description = "Leave text as it was read; repair no lost marks and letters.")
    private boolean noRestore;

    @Option(
            names = "--max-pages",
            paramLabel = "N",
            description = "Refuse files of more pages. Default: ${DEFAULT-VALUE}.")
    private int maxPages = Settings.defaults().maxPages();

    @Option(
            names = "--max-bytes",
            paramLabel = "N",
            description = "Refuse files of more bytes. Default: ${DEFAULT-VALUE}.")
    private long maxBytes = Settings.defaults().maxBytes();

    @Option(
            names = "--max-pixels",
            paramLabel = "N",
            description = "Refuse pictures of more pixels. Default: ${DEFAULT-VALUE}.")
    private long maxPixels = Settings.defaults().maxPixels();

    @Option(
            names = "--render-dpi",
            paramLabel = "N",
            description =
                    "Resolution for pages that are not one scanned picture, 72 to 600. Default: ${DEFAULT-VALUE}.")
    private int renderDpi = Settings.defaults().renderDpi();

    @Option(
            names = "--page-timeout",
            paramLabel = "SECONDS",
            description = "Give a page up after this time. Default: ${DEFAULT-VALUE}.")
    private long pageTimeout = Settings.defaults().pageTimeout().toSeconds();

    @Option(
            names = "--file-timeout",
            paramLabel = "SECONDS",
            description = "Give the rest of a file up after this time: the pages that were not read yet fail. Making "
                    + "records of them may take as long again. Default: ${DEFAULT-VALUE}.")
    private long fileTimeout = Bounds.usual().fileTimeout().toSeconds();

    @Option(
            names = "--worker-memory",
            paramLabel = "MB",
            description = "End a worker that takes more memory than this; its page fails. Default: ${DEFAULT-VALUE}.")
    private int workerMemory = Bounds.usual().workerMegabytes();

    @Option(
            names = "--max-words",
            paramLabel = "N",
            description = "Refuse files of more words. Default: ${DEFAULT-VALUE}.")
    private int maxWords = Bounds.usual().maxWords();

    @Option(
            names = "--keep-free",
            paramLabel = "MB",
            description = "Begin no file when less than this is free on the disk of the results. "
                    + "Default: ${DEFAULT-VALUE}.")
    private int keepFree = Bounds.usual().keepFreeMegabytes();

    @Option(
            names = "--without-step",
            paramLabel = "STEP",
            hidden = true,
            split = ",",
            description = "Leave a step of what is done to pictures out: ${COMPLETION-CANDIDATES}.")
    private List<PictureStep> withoutSteps = List.of();

    /**
     * The settings.
     *
     * @throws CommandFailure if one is out of its range
     */
    Settings settings() {
        Settings d = Settings.defaults();
        return new Settings(
                        (int) in("--max-pages", maxPages, 1, 1_000_000),
                        in("--max-bytes", maxBytes, 1, Long.MAX_VALUE),
                        in("--max-pixels", maxPixels, 1, Integer.MAX_VALUE),
                        (int) in("--render-dpi", renderDpi, 72, 600),
                        Duration.ofSeconds(in("--page-timeout", pageTimeout, 1, 86_400)),
                        (int) in("--workers", workers, 1, 256),
                        forceOcr,
                        !noRestore && d.restore())
                .without(Set.copyOf(withoutSteps))
                .within(new Bounds(
                        Duration.ofSeconds(in("--file-timeout", fileTimeout, 1, 30 * 86_400)),
                        (int) in("--worker-memory", workerMemory, 256, 1_000_000),
                        (int) in("--max-words", maxWords, 1, Integer.MAX_VALUE),
                        (int) in("--keep-free", keepFree, 0, Integer.MAX_VALUE)));
    }

    private static long in(String option, long value, long least, long most) {
        if (value < least || value > most) {
            throw new CommandFailure(ExitCode.USAGE, option + " " + value + ": must be from " + least + " to " + most);
        }
        return value;
    }
}
