package vn.trich.output;

import java.util.List;

/**
 * A record in which fields were set right.
 *
 * @param recordId id of the record in its document; empty for the document's own fields
 * @param readTrust how far the record was to be trusted as read
 * @param fields the fields that were set right; none where a person only confirmed the record
 */
public record CorrectedRecord(String recordId, Trust readTrust, List<Correction> fields) {

    /** Copies the list. */
    public CorrectedRecord {
        fields = List.copyOf(fields);
    }
}
