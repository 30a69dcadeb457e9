package vn.trich.pipeline.catalogue;

import java.util.List;
import java.util.Locale;
import vn.trich.output.DocumentRecord;

/**
 * How an attempt to read some bytes ended.
 *
 * @param id its number, from {@link ContentLedger#attempt}
 * @param stage how far it came
 * @param outcome how it ended
 * @param message why, in words; may be empty
 * @param pages pages read in it
 * @param seconds how long it took
 */
public record Attempt(long id, Stage stage, Outcome outcome, String message, int pages, double seconds) {

    /** How far an attempt came. */
    public enum Stage {
        /** Looked at what the file is. */
        INGEST,
        /** Read its pages. */
        PAGES,
        /** Made records of them. */
        RECORDS,
        /** Stored them. */
        STORED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How an attempt ended. */
    public enum Outcome {
        /** All was read. */
        DONE,
        /** Some pages could not be read. */
        PARTIAL,
        /** The file cannot be read. */
        QUARANTINED,
        /** Trouble that may pass. */
        RETRY,
        /** The file changed while it was read. */
        CHANGED,
        /** The run was told to stop. */
        INTERRUPTED,
        /** The process died. */
        KILLED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** What the stored documents of a file say of its reading. */
        public static Outcome of(List<DocumentRecord> documents) {
            if (documents.stream().allMatch(d -> d.status() == DocumentRecord.Status.OK)) {
                return DONE;
            }
            return documents.stream().allMatch(d -> d.status() == DocumentRecord.Status.FAILED) ? QUARANTINED : PARTIAL;
        }
    }
}
