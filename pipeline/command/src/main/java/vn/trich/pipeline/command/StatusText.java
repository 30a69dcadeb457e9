package vn.trich.pipeline.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.trich.pipeline.catalogue.FileEntry;
import vn.trich.pipeline.catalogue.FileState;
import vn.trich.pipeline.catalogue.RunEntry;

/** A status in words and as JSON. */
final class StatusText {

    private static final int LISTED = 20;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** Several lines for people. */
    String words(Status status, String folder) {
        StringBuilder text =
                new StringBuilder(folder).append(": ").append(run(status)).append("\n\nFiles\n");
        status.counts()
                .forEach((state, number) ->
                        text.append(String.format(Locale.ROOT, "  %-11s %7d%n", state.word(), number)));
        list(text, "Being read", status.running().stream().map(this::running).toList());
        list(text, "To be tried again", status.retry().stream().map(this::retry).toList());
        list(
                text,
                "Not read, or not whole",
                status.attention().stream().map(f -> f.name() + reason(f)).toList());
        text.append("\nRecords\n");
        for (Map.Entry<String, Integer> kind : status.holdings().holds().entrySet()) {
            int review = status.holdings().toReview().getOrDefault(kind.getKey(), 0);
            text.append(String.format(Locale.ROOT, "  %-11s %7d", kind.getKey(), kind.getValue()))
                    .append(review > 0 ? String.format(Locale.ROOT, "   %d to review", review) : "")
                    .append('\n');
        }
        return text.toString();
    }

    private static String run(Status status) {
        if (status.run().isEmpty()) {
            return "no run yet";
        }
        RunEntry run = status.run().get();
        String name = "run " + run.id() + " (" + run.command() + ")";
        if (status.goingOn() && run.ended().isEmpty()) {
            return name + " is going on, since " + TIME.format(run.started());
        }
        if (run.ended().isEmpty()) {
            return name + " began " + TIME.format(run.started()) + " and was killed; the next one goes on";
        }
        return "no run is going on; " + name + " ended "
                + TIME.format(run.ended().get()) + ": " + run.outcome();
    }

    private String running(Status.Running running) {
        return running.file().name() + ", since " + TIME.format(running.file().since())
                + (running.pages() > 0 ? ", " + running.pages() + " pages finished" : "");
    }

    private String retry(FileEntry file) {
        return file.name() + reason(file) + " (tried " + file.tries() + " times"
                + file.nextTry().map(t -> ", again after " + TIME.format(t)).orElse("") + ")";
    }

    /** Why, without the name if the reason begins with it. */
    private static String reason(FileEntry file) {
        String message = file.message();
        if (message.startsWith(file.name() + ": ")) {
            message = message.substring(file.name().length() + 2);
        }
        return ": " + (file.state() == FileState.PARTIAL ? "not whole, " : "") + message;
    }

    private static void list(StringBuilder text, String title, List<String> lines) {
        if (!lines.isEmpty()) {
            text.append(String.format(Locale.ROOT, "%n%s (%d)%n", title, lines.size()));
            lines.stream()
                    .limit(LISTED)
                    .forEach(l -> text.append("  ")
                            .append(l.replaceAll("\\p{Cntrl}", "?"))
                            .append('\n'));
            if (lines.size() > LISTED) {
                text.append("  and ").append(lines.size() - LISTED).append(" more (--json lists all)\n");
            }
        }
    }

    /** One JSON object. */
    String json(Status status, String folder) {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode node = mapper.createObjectNode();
        node.put("folder", folder);
        node.put("going_on", status.goingOn());
        if (status.run().isPresent()) {
            RunEntry run = status.run().get();
            ObjectNode last = node.putObject("run");
            last.put("run_id", run.id());
            last.put("command", run.command());
            last.put("started", run.started().toString());
            last.put("ended", run.ended().map(Instant::toString).orElse(null));
            last.put("outcome", run.outcome().isEmpty() ? null : run.outcome());
        } else {
            node.putNull("run");
        }
        ObjectNode files = node.putObject("files");
        status.counts().forEach((state, number) -> files.put(state.word(), number));
        ArrayNode running = node.putArray("running");
        status.running().forEach(r -> file(running.addObject(), r.file()).put("pages", r.pages()));
        ArrayNode retry = node.putArray("retry");
        status.retry()
                .forEach(f -> file(retry.addObject(), f)
                        .put("tries", f.tries())
                        .put("next_try", f.nextTry().map(Instant::toString).orElse(null)));
        ArrayNode attention = node.putArray("attention");
        status.attention().forEach(f -> file(attention.addObject(), f));
        ObjectNode holds = node.putObject("holds");
        status.holdings().holds().forEach(holds::put);
        ObjectNode review = node.putObject("to_review");
        status.holdings().toReview().forEach(review::put);
        try {
            return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(node) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ObjectNode file(ObjectNode node, FileEntry file) {
        return node.put("name", file.name())
                .put("path", file.place().toString())
                .put("state", file.state().word())
                .put("since", file.since().toString())
                .put("message", file.message());
    }
}
