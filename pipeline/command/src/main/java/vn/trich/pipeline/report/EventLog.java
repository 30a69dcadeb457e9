package vn.trich.pipeline.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import vn.trich.pipeline.watch.EndState;
import vn.trich.pipeline.watch.JobEvent;
import vn.trich.pipeline.watch.JobListener;

/** Writes what happens in a job as log entries, each on one line, whatever a file's name may hold. */
public final class EventLog implements JobListener {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final PrintWriter out;
    private final LogFormat format;
    private final boolean quiet;
    private final Clock clock;
    private final ObjectMapper json = new ObjectMapper();

    /** How much an entry matters. */
    private enum Level {
        INFO,
        WARN,
        ERROR
    }

    /**
     * A log.
     *
     * @param out where it is written to
     * @param quiet whether what is as it should be goes unsaid
     */
    public EventLog(PrintWriter out, LogFormat format, boolean quiet, Clock clock) {
        this.out = out;
        this.format = format;
        this.quiet = quiet;
        this.clock = clock;
    }

    /** Writes an entry of its own, about the job as a whole. */
    public void info(String event, String message) {
        write(Level.INFO, event, "", message);
    }

    /** Writes an entry about something that keeps the job from its work. */
    public void error(String event, String message) {
        write(Level.ERROR, event, "", message);
    }

    @Override
    public void tell(JobEvent event) {
        if (event instanceof JobEvent.Looked looked) {
            looked.leftAlone().forEach(left -> write(Level.WARN, "left-alone", "", left));
        } else if (event instanceof JobEvent.Taken taken) {
            write(Level.INFO, "taken", taken.path(), "");
        } else if (event instanceof JobEvent.Ended ended) {
            boolean whole = ended.state() == EndState.DONE || ended.state() == EndState.DUPLICATE;
            write(whole ? Level.INFO : Level.WARN, ended.state().word(), ended.path(), ended.happened());
        } else if (event instanceof JobEvent.Postponed postponed) {
            write(
                    Level.WARN,
                    "postponed",
                    postponed.path(),
                    postponed.why() + "; tried " + postponed.tries() + " times, next at "
                            + postponed.until().truncatedTo(ChronoUnit.SECONDS));
        } else if (event instanceof JobEvent.Unsteady unsteady) {
            write(Level.WARN, "unsteady", unsteady.path(), "is still being written; left for the next run");
        } else if (event instanceof JobEvent.Problem problem) {
            write(Level.ERROR, "problem", "", problem.message());
        } else if (event instanceof JobEvent.Failed failed) {
            write(Level.ERROR, "failed", "", failed.message());
        } else if (event instanceof JobEvent.Stalled stalled) {
            write(
                    Level.ERROR,
                    "stalled",
                    "",
                    stalled.message() + "; trying again in " + stalled.pause().toSeconds() + " s");
        }
    }

    private synchronized void write(Level level, String event, String file, String message) {
        if (quiet && level == Level.INFO) {
            return;
        }
        String time = TIME.format(clock.instant());
        out.println(
                format == LogFormat.JSON
                        ? json(time, level, event, file, message)
                        : time + " " + String.format(Locale.ROOT, "%-5s", level) + " " + event
                                + (file.isEmpty() ? "" : " " + Printable.of(file))
                                + (message.isEmpty() ? "" : ": " + Printable.of(message)));
        out.flush();
    }

    private String json(String time, Level level, String event, String file, String message) {
        ObjectNode entry = json.createObjectNode();
        entry.put("time", time);
        entry.put("level", level.name().toLowerCase(Locale.ROOT));
        entry.put("event", event);
        if (!file.isEmpty()) {
            entry.put("file", file);
        }
        if (!message.isEmpty()) {
            entry.put("message", message);
        }
        try {
            return json.writeValueAsString(entry);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts is JSON", e);
        }
    }
}
