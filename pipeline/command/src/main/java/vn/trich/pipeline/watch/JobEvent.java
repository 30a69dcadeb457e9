package vn.trich.pipeline.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Something that happened in a job over an inbox. */
public sealed interface JobEvent {

    /**
     * The inbox was looked at.
     *
     * @param waiting files that lie in it and were not taken yet
     * @param working files that were taken and are about to be read
     * @param leftAlone what is no plain file, and what could not be looked at, for people; each is told once
     */
    record Looked(int waiting, int working, List<String> leftAlone) implements JobEvent {}

    /**
     * A file was taken.
     *
     * @param path its path in the inbox
     */
    record Taken(String path) implements JobEvent {}

    /**
     * A file came where it ends.
     *
     * @param path its path in the inbox
     * @param state where it ended
     * @param happened what happened, for people
     * @param pages its pages, 0 if they are not known
     * @param documents ids of the documents read from it
     */
    record Ended(String path, EndState state, String happened, int pages, List<String> documents) implements JobEvent {}

    /**
     * A file has to wait.
     *
     * @param path its path in the inbox
     * @param why what was in its way, for people
     * @param tries how often it was tried
     * @param until when it is tried again
     */
    record Postponed(String path, String why, int tries, Instant until) implements JobEvent {}

    /** A file holds not still, so the job leaves it for the next one. */
    record Unsteady(String path) implements JobEvent {}

    /** Something went wrong that is about no single file. */
    record Problem(String message) implements JobEvent {}

    /** The job as a whole cannot go on and ends. */
    record Failed(String message) implements JobEvent {}

    /**
     * The job as a whole cannot go on and tries again.
     *
     * @param pause how long it waits
     */
    record Stalled(String message, Duration pause) implements JobEvent {}
}
