package vn.trich.output;

import java.util.List;

/**
 * A field that was set right, with what was read there.
 *
 * @param field name of the field as in the CSV files, e.g. {@code due_end}
 * @param value what it was set to, as a CSV cell would hold it; units parted by {@code "; "}
 * @param read what had been read, in the same form
 * @param readUnitIds ids of the units that had been read; only where {@code field} holds units
 * @param source name of the file that says so
 */
public record Correction(String field, String value, String read, List<String> readUnitIds, String source) {

    /** Copies the ids. */
    public Correction {
        readUnitIds = List.copyOf(readUnitIds);
    }
}
