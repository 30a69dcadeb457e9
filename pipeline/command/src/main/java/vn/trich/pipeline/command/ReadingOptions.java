package vn.trich.pipeline.command;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;
import vn.trich.pipeline.PictureStep;
import vn.trich.pipeline.Settings;

/** The options that say how files are read; what is not said stays as {@link Settings#defaults()} has it. */
final class ReadingOptions {

    @Option(
            names = "--workers",
            paramLabel = "N",
            description = "Pages read at a time; never changes the result. Default: one per processor.")
    private Integer workers;

    @Option(names = "--force-ocr", description = "Read every page's picture, whatever its text layer says.")
    private boolean forceOcr;

    @Option(names = "--no-restore", description = "Leave text as it was read; repair no lost marks and letters.")
    private boolean noRestore;

    @Option(names = "--max-pages", paramLabel = "N", description = "Refuse files of more pages. Default: 2000.")
    private Integer maxPages;

    @Option(names = "--max-bytes", paramLabel = "N", description = "Refuse files of more bytes. Default: 2147483648.")
    private Long maxBytes;

    @Option(
            names = "--max-pixels",
            paramLabel = "N",
            description = "Refuse pictures of more pixels. Default: 200000000.")
    private Long maxPixels;

    @Option(
            names = "--render-dpi",
            paramLabel = "N",
            description = "Resolution for pages that are not one scanned picture, 72 to 600. Default: 300.")
    private Integer renderDpi;

    @Option(
            names = "--page-timeout",
            paramLabel = "SECONDS",
            description = "Give a page up after this time. Default: 120.")
    private Integer pageTimeout;

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
                        in("--max-pages", maxPages, d.maxPages(), 1, 1_000_000).intValue(),
                        in("--max-bytes", maxBytes, d.maxBytes(), 1, Long.MAX_VALUE),
                        in("--max-pixels", maxPixels, d.maxPixels(), 1, Integer.MAX_VALUE),
                        in("--render-dpi", renderDpi, d.renderDpi(), 72, 600).intValue(),
                        Duration.ofSeconds(in(
                                "--page-timeout",
                                pageTimeout,
                                (int) d.pageTimeout().toSeconds(),
                                1,
                                86_400)),
                        in("--workers", workers, d.workers(), 1, 256).intValue(),
                        forceOcr,
                        !noRestore && d.restore())
                .without(Set.copyOf(withoutSteps));
    }

    private static Long in(String option, Number given, Number standard, long least, long most) {
        long value = (given == null ? standard : given).longValue();
        if (value < least || value > most) {
            throw new CommandFailure(ExitCode.USAGE, option + " " + value + ": must be from " + least + " to " + most);
        }
        return value;
    }
}
