package vn.trich.pipeline.report;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.trich.pipeline.watch.EndState;

/**
 * What a job did: what came in, what went out, what needs a person.
 *
 * @param about which job
 * @param outcome how it stands
 * @param started when it began, or when this report of a job that stays began
 * @param ended when it ended, or up to when this report goes
 * @param files the files that came to each end
 * @param pages pages of these files
 * @param documents documents read from them
 * @param inboxFiles files in the inbox that were not taken at the last look
 * @param waiting files that are tried again, each with the reason
 * @param unsteady files that were still being written
 * @param leftAlone what is in the inbox and is no file to be read
 * @param problems what else went wrong
 * @param stalled what keeps the job from going on now; empty if nothing does
 * @param holds records in the folder of results, by kind
 */
public record RunReport(
        About about,
        Outcome outcome,
        Instant started,
        Instant ended,
        Map<EndState, Lines> files,
        int pages,
        int documents,
        int inboxFiles,
        Lines waiting,
        Lines unsteady,
        Lines leftAlone,
        Lines problems,
        String stalled,
        Map<String, Integer> holds) {

    /**
     * Which job it was.
     *
     * @param command {@code run} or {@code watch}
     * @param inbox its folder
     * @param out the folder of results
     * @param ends the folder that holds the folders of end states
     * @param version of the software
     */
    public record About(String command, String inbox, String out, String ends, String version) {}

    /** How a job stands. */
    public enum Outcome {
        /** It goes on. */
        RUNNING,
        /** It did what there was to do. */
        DONE,
        /** It was told to end before that. */
        INTERRUPTED,
        /** It could not go on. */
        FAILED;

        /** Its name in reports. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Lines of a list.
     *
     * @param count how many there were
     * @param kept the first of them
     */
    public record Lines(int count, List<String> kept) {

        /** Copies the list. */
        public Lines {
            kept = List.copyOf(kept);
        }
    }

    /** How many files ended in a state. */
    public int count(EndState state) {
        return files.get(state).count();
    }

    /** How many files ended. */
    public int filesEnded() {
        return files.values().stream().mapToInt(Lines::count).sum();
    }

    /** How many things a person should look at. */
    public int needPerson() {
        return count(EndState.PARTIAL)
                + count(EndState.QUARANTINED)
                + leftAlone.count()
                + problems.count()
                + (stalled.isEmpty() ? 0 : 1);
    }

    /** Whether all that came was read whole and nothing waits. */
    public boolean isClean() {
        return needPerson() == 0 && waiting.count() == 0 && unsteady.count() == 0 && outcome != Outcome.FAILED;
    }
}
