package vn.trich.pipeline.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.trich.output.AtomicFile;

/**
 * Metrics in the text format of Prometheus, written to a file that a collector of such files picks up.
 *
 * @param version of the software
 * @param command {@code run} or {@code watch}
 * @param running whether the job goes on
 * @param stalled whether something keeps it from going on
 * @param started when it began
 * @param now when these figures were taken
 * @param lastSuccess when a look last found nothing left to do; none so far if absent
 * @param filesByState files in the catalogue, by state
 * @param pages pages of the files that ended since the job began
 * @param inboxFiles files in the inbox that were not taken at the last look
 * @param needPerson things in the report that a person should look at
 * @param freeBytes space left where the results are
 * @param usedBytes memory that objects take up
 */
public record Metrics(
        String version,
        String command,
        boolean running,
        boolean stalled,
        Instant started,
        Instant now,
        Optional<Instant> lastSuccess,
        Map<String, Integer> filesByState,
        long pages,
        int inboxFiles,
        int needPerson,
        long freeBytes,
        long usedBytes) {

    /**
     * Writes them; the file appears whole or not at all.
     *
     * @param file its folder exists
     * @throws IOException if it cannot be written
     */
    public void write(Path file) throws IOException {
        AtomicFile.write(file.toAbsolutePath(), text().getBytes(StandardCharsets.UTF_8));
    }

    /** Them as text. */
    String text() {
        StringBuilder text = new StringBuilder();
        head(text, "trich_build_info", "gauge", "Always 1; the labels say which software and command it is.");
        text.append("trich_build_info{version=\"")
                .append(label(version))
                .append("\",command=\"")
                .append(label(command))
                .append("\"} 1\n");
        value(text, "trich_running", "gauge", "1 while the job goes on.", running ? 1 : 0);
        value(text, "trich_stalled", "gauge", "1 while something keeps the job from going on.", stalled ? 1 : 0);
        value(text, "trich_start_time_seconds", "gauge", "When the job began.", started.getEpochSecond());
        value(text, "trich_updated_time_seconds", "gauge", "When this file was written.", now.getEpochSecond());
        if (lastSuccess.isPresent()) {
            value(
                    text,
                    "trich_last_success_time_seconds",
                    "gauge",
                    "When a look at the inbox last found nothing left to do.",
                    lastSuccess.get().getEpochSecond());
        }
        head(text, "trich_files", "gauge", "Files in the catalogue, by the state in which they are.");
        filesByState.forEach((state, count) -> text.append("trich_files{state=\"")
                .append(label(state))
                .append("\"} ")
                .append(count)
                .append('\n'));
        value(text, "trich_pages_total", "counter", "Pages of the files that ended since the job began.", pages);
        value(text, "trich_inbox_files", "gauge", "Files in the inbox that were not taken yet.", inboxFiles);
        value(text, "trich_need_person", "gauge", "Things in the report that a person should look at.", needPerson);
        value(text, "trich_free_bytes", "gauge", "Space left where the results are.", freeBytes);
        value(text, "trich_memory_used_bytes", "gauge", "Memory that the job's objects take up.", usedBytes);
        return text.toString();
    }

    private static void value(StringBuilder text, String name, String type, String help, long value) {
        head(text, name, type, help);
        text.append(name).append(' ').append(value).append('\n');
    }

    private static void head(StringBuilder text, String name, String type, String help) {
        text.append(String.format(Locale.ROOT, "# HELP %s %s\n# TYPE %s %s\n", name, help, name, type));
    }

    private static String label(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
