package vn.trich.pipeline.report;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import vn.trich.pipeline.watch.EndState;

/** A report as text for a mail: the first line says all to somebody who has no time. */
public final class ReportText {

    /** The text; its first line stands for itself. */
    public String of(RunReport report) {
        StringBuilder text = new StringBuilder();
        line(text, headline(report));
        line(text, "");
        line(text, "Inbox    " + report.about().inbox());
        line(text, "Results  " + report.about().out());
        line(text, "Files    " + report.about().ends());
        line(
                text,
                "Time     " + report.started().truncatedTo(ChronoUnit.SECONDS) + " to "
                        + report.ended().truncatedTo(ChronoUnit.SECONDS) + " ("
                        + time(Duration.between(report.started(), report.ended())) + ")");
        line(text, "");
        line(text, "What came in");
        row(text, "files", report.filesEnded());
        row(text, "pages", report.pages());
        row(text, "documents", report.documents());
        line(text, "");
        line(text, "What became of the files");
        for (EndState state : EndState.values()) {
            row(text, state.word(), report.count(state), state.words());
        }
        row(text, "waiting", report.waiting().count(), "tried again later");
        row(text, "inbox", report.inboxFiles(), "not taken yet");
        if (!report.holds().isEmpty()) {
            line(text, "");
            line(text, "What the folder of results holds now");
            for (Map.Entry<String, Integer> kind : report.holds().entrySet()) {
                row(text, kind.getKey(), kind.getValue());
            }
        }
        lists(text, report);
        return text.toString();
    }

    private static void lists(StringBuilder text, RunReport report) {
        list(text, "Not read: a person has to look at these", report.files().get(EndState.QUARANTINED));
        list(text, "Read but for some pages", report.files().get(EndState.PARTIAL));
        list(text, "Left alone in the inbox", report.leftAlone());
        list(text, "Trouble", report.problems());
        list(text, "Tried again later", report.waiting());
        list(text, "Still being written, left for the next run", report.unsteady());
        list(text, "Had come before", report.files().get(EndState.DUPLICATE));
    }

    private static String headline(RunReport report) {
        String stands = switch (report.outcome()) {
            case RUNNING -> report.stalled().isEmpty() ? "Trích is at work" : "Trích waits: " + report.stalled();
            case DONE -> "Trích is done";
            case INTERRUPTED -> "Trích was told to end; the next run goes on";
            case FAILED -> "Trích could not go on: " + report.stalled();
        };
        int person = report.needPerson();
        return Printable.of(stands) + ". " + report.filesEnded() + " files, "
                + (person == 0
                        ? "nothing needs a person."
                        : person + (person == 1 ? " thing needs a person." : " things need a person."));
    }

    private static void list(StringBuilder text, String title, RunReport.Lines lines) {
        if (lines.count() > 0) {
            line(text, "");
            line(text, title + " (" + lines.count() + ")");
            lines.kept().forEach(l -> line(text, "  " + Printable.of(l)));
            int more = lines.count() - lines.kept().size();
            if (more > 0) {
                line(text, "  and " + more + " more");
            }
        }
    }

    private static void row(StringBuilder text, String name, int number) {
        line(text, String.format(Locale.ROOT, "  %-12s %7d", name, number));
    }

    private static void row(StringBuilder text, String name, int number, String words) {
        line(text, String.format(Locale.ROOT, "  %-12s %7d   %s", name, number, words));
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }

    private static String time(Duration time) {
        long seconds = Math.max(0, time.toSeconds());
        return seconds < 60 ? seconds + " s" : seconds / 60 + " min " + seconds % 60 + " s";
    }
}
