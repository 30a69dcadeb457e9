package vn.trich.pipeline.report;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.trich.pipeline.watch.EndState;
import vn.trich.pipeline.watch.JobEvent;
import vn.trich.pipeline.watch.JobListener;

/** Counts what happens in a job, and keeps of it what a report needs; keeps no more when there is very much of it. */
public final class Tally implements JobListener {

    /** Lines of each list that are kept; what is beyond is only counted. */
    private static final int MOST_LINES = 1000;

    private final Clock clock;
    private final Map<EndState, Integer> ended = new EnumMap<>(EndState.class);
    private final Map<EndState, Lines> files = new EnumMap<>(EndState.class);
    private final Map<String, String> postponed = new TreeMap<>();
    private final Lines unsteady = new Lines();
    private final Lines leftAlone = new Lines();
    private final Lines problems = new Lines();
    private Instant started;
    private int pages;
    private int documents;
    private int inboxFiles;
    private String stalled = "";

    /** Begins to count. */
    public Tally(Clock clock) {
        this.clock = clock;
        this.started = clock.instant();
        clear();
    }

    /** Some lines, and how many there were in all. */
    private static final class Lines {
        private final List<String> kept = new ArrayList<>();
        private int count;

        private void add(String line) {
            count++;
            if (kept.size() < MOST_LINES) {
                kept.add(line);
            }
        }

        private RunReport.Lines lines() {
            return new RunReport.Lines(count, kept);
        }
    }

    @Override
    public synchronized void tell(JobEvent event) {
        if (event instanceof JobEvent.Looked looked) {
            inboxFiles = looked.waiting();
            looked.leftAlone().forEach(leftAlone::add);
            stalled = "";
        } else if (event instanceof JobEvent.Ended end) {
            ended.merge(end.state(), 1, Integer::sum);
            files.get(end.state()).add(end.path() + ": " + end.happened());
            postponed.remove(end.path());
            if (end.state() != EndState.DUPLICATE) {
                pages += end.pages();
                documents += end.documents().size();
            }
        } else if (event instanceof JobEvent.Postponed p) {
            postponed.put(p.path(), p.path() + ": " + p.why());
        } else if (event instanceof JobEvent.Unsteady u) {
            unsteady.add(u.path());
        } else if (event instanceof JobEvent.Problem problem) {
            problems.add(problem.message());
        } else if (event instanceof JobEvent.Stalled s) {
            stalled = s.message();
        } else if (event instanceof JobEvent.Failed f) {
            stalled = f.message();
        }
    }

    /** Whether nothing was done and nothing went wrong since it began. */
    public synchronized boolean isEmpty() {
        return ended.values().stream().allMatch(n -> n == 0)
                && postponed.isEmpty()
                && unsteady.count == 0
                && leftAlone.count == 0
                && problems.count == 0
                && stalled.isEmpty();
    }

    /** When it began. */
    public synchronized Instant started() {
        return started;
    }

    /**
     * What was counted so far.
     *
     * @param about what does not change
     * @param outcome how the job stands
     * @param holds records in the folder of results, by kind
     */
    public synchronized RunReport report(RunReport.About about, RunReport.Outcome outcome, Map<String, Integer> holds) {
        Map<EndState, RunReport.Lines> lists = new EnumMap<>(EndState.class);
        files.forEach((state, lines) -> lists.put(state, lines.lines()));
        List<String> waiting = List.copyOf(postponed.values());
        return new RunReport(
                about,
                outcome,
                started,
                clock.instant(),
                lists,
                pages,
                documents,
                inboxFiles,
                new RunReport.Lines(waiting.size(), waiting.subList(0, Math.min(waiting.size(), MOST_LINES))),
                unsteady.lines(),
                leftAlone.lines(),
                problems.lines(),
                stalled,
                new LinkedHashMap<>(holds));
    }

    /** Begins anew, with the files that still wait. */
    public synchronized void startAgain() {
        started = clock.instant();
        clear();
    }

    private void clear() {
        for (EndState state : EndState.values()) {
            ended.put(state, 0);
            files.put(state, new Lines());
        }
        unsteady.kept.clear();
        unsteady.count = 0;
        leftAlone.kept.clear();
        leftAlone.count = 0;
        problems.kept.clear();
        problems.count = 0;
        pages = 0;
        documents = 0;
    }
}
