package vn.trich.pipeline.command;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.trich.pipeline.batch.RunSummary;

/** Says in words what a run did. */
final class SummaryText {

    /**
     * The text, several lines.
     *
     * @param run what it did
     * @param folder the folder of results, as it was named
     */
    String of(RunSummary run, String folder) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "%s %d of %d files (%d known before), %d pages in %s%s%n",
                run.interrupted() ? "Interrupted: read" : "Read",
                run.read(),
                run.files(),
                run.unchanged(),
                run.pagesRead(),
                time(run.time()),
                speed(run)));
        text.append(String.format(Locale.ROOT, "%n%s now holds%n", folder));
        for (Map.Entry<String, Integer> kind : run.holds().entrySet()) {
            int review = run.toReview().getOrDefault(kind.getKey(), 0);
            text.append(String.format(Locale.ROOT, "  %-11s %7d", kind.getKey(), kind.getValue()))
                    .append(review > 0 ? String.format(Locale.ROOT, "   %d to review", review) : "")
                    .append(System.lineSeparator());
        }
        list(text, "The same bytes under another name", run.duplicates());
        list(text, "Not read, or not whole", run.failures());
        list(text, "Trouble", run.problems());
        list(text, "To know", run.notes());
        return text.toString();
    }

    private static String speed(RunSummary run) {
        double minutes = run.time().toMillis() / 60_000.0;
        return run.pagesRead() > 0 && minutes > 0
                ? String.format(Locale.ROOT, ": %.0f pages a minute", run.pagesRead() / minutes)
                : "";
    }

    private static String time(Duration time) {
        long seconds = Math.round(time.toMillis() / 1000.0);
        return seconds < 60
                ? String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0)
                : seconds / 60 + " min " + seconds % 60 + " s";
    }

    private static void list(StringBuilder text, String title, List<String> lines) {
        if (!lines.isEmpty()) {
            text.append(String.format(Locale.ROOT, "%n%s (%d):%n", title, lines.size()));
            lines.forEach(l ->
                    text.append("  ").append(l.replaceAll("\\p{Cntrl}", "?")).append(System.lineSeparator()));
        }
    }
}
