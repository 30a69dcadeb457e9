package vn.trich.pipeline.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import vn.trich.output.AtomicFile;
import vn.trich.pipeline.watch.EndState;

/**
 * The reports in a folder of results: {@code reports/latest.txt} and {@code .json}, and one of each by time for every run
 * that did something. Each appears whole or not at all. Of the dated ones only the newest are kept.
 */
public final class ReportFiles {

    /** Reports that are kept, besides the latest. */
    private static final int MOST = 1000;

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Path folder;
    private final ObjectMapper json = new ObjectMapper();

    /**
     * The reports.
     *
     * @param out the folder of results; exists
     */
    public ReportFiles(Path out) {
        this.folder = out.resolve("reports");
    }

    /**
     * Writes a report.
     *
     * @param dated whether it is kept under its time of beginning too
     * @throws IOException if it cannot be written
     */
    public void write(RunReport report, boolean dated) throws IOException {
        Files.createDirectories(folder);
        byte[] text = new ReportText().of(report).getBytes(StandardCharsets.UTF_8);
        byte[] data = json.writerWithDefaultPrettyPrinter().writeValueAsBytes(json(report));
        if (dated) {
            String name = name(report.started());
            AtomicFile.write(folder.resolve(name + ".txt"), text);
            AtomicFile.write(folder.resolve(name + ".json"), data);
            prune(".txt");
            prune(".json");
        }
        AtomicFile.write(folder.resolve("latest.txt"), text);
        AtomicFile.write(folder.resolve("latest.json"), data);
    }

    private static String name(Instant started) {
        return NAME.format(started);
    }

    private void prune(String ending) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> dated = all.filter(f -> f.getFileName().toString().matches("\\d{4}-.*Z\\" + ending))
                    .sorted()
                    .toList();
            for (Path old : dated.subList(0, Math.max(0, dated.size() - MOST))) {
                Files.deleteIfExists(old);
            }
        }
    }

    private ObjectNode json(RunReport report) {
        ObjectNode node = json.createObjectNode();
        node.put("command", report.about().command());
        node.put("software", "trich " + report.about().version());
        node.put("inbox", report.about().inbox());
        node.put("out", report.about().out());
        node.put("outcome", report.outcome().word());
        node.put("started", report.started().truncatedTo(ChronoUnit.SECONDS).toString());
        node.put("ended", report.ended().truncatedTo(ChronoUnit.SECONDS).toString());
        node.put("need_person", report.needPerson());
        node.put("stalled", report.stalled());
        node.put("files", report.filesEnded());
        node.put("pages", report.pages());
        node.put("documents", report.documents());
        node.put("in_inbox", report.inboxFiles());
        ObjectNode ends = node.putObject("ends");
        for (EndState state : EndState.values()) {
            ends.put(state.word(), report.count(state));
        }
        ends.put("waiting", report.waiting().count());
        list(node, "quarantined", report.files().get(EndState.QUARANTINED));
        list(node, "partial", report.files().get(EndState.PARTIAL));
        list(node, "duplicate", report.files().get(EndState.DUPLICATE));
        list(node, "waiting", report.waiting());
        list(node, "unsteady", report.unsteady());
        list(node, "left_alone", report.leftAlone());
        list(node, "problems", report.problems());
        ObjectNode holds = node.putObject("holds");
        report.holds().forEach(holds::put);
        return node;
    }

    private static void list(ObjectNode node, String name, RunReport.Lines lines) {
        ArrayNode array = node.putArray(name);
        lines.kept().forEach(array::add);
    }
}
