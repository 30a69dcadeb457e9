package vn.trich.pipeline.batch;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a run did, and what the folder of results holds after it.
 *
 * @param files files found
 * @param read files read in this run
 * @param unchanged files that had been read before
 * @param pagesRead pages read in this run
 * @param duplicates files whose bytes were met under another name too, each with that name
 * @param failures why files could not be read, or which of their pages, each once, by name
 * @param problems what else went wrong, for people
 * @param notes what went right but should be known, for people
 * @param holds what the folder holds now: records by kind, in the order of the contract
 * @param toReview how many of these a person should look at
 * @param interrupted whether it was told to stop before it was done
 * @param time how long it took
 */
public record RunSummary(
        int files,
        int read,
        int unchanged,
        int pagesRead,
        List<String> duplicates,
        List<String> failures,
        List<String> problems,
        List<String> notes,
        Map<String, Integer> holds,
        Map<String, Integer> toReview,
        boolean interrupted,
        Duration time) {

    /** Copies the lists. */
    public RunSummary {
        duplicates = List.copyOf(duplicates);
        failures = List.copyOf(failures);
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
        // The maps keep their order, so they are not copied into ones that do not.
    }

    /** Whether every file was read whole. */
    public boolean complete() {
        return failures.isEmpty() && problems.isEmpty() && !interrupted;
    }
}
