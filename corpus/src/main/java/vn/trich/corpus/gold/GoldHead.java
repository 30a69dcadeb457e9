package vn.trich.corpus.gold;

import java.util.Map;
import java.util.Optional;

/**
 * A document's head and signature.
 *
 * @param fields what gold gives; a field that the source lacks or leaves undecidable has no entry
 */
public record GoldHead(Map<HeadField, GoldText> fields) {

    /** Copies the fields. */
    public GoldHead {
        fields = Map.copyOf(fields);
    }

    /** A field's value, if gold gives it. */
    public Optional<GoldText> field(HeadField field) {
        return Optional.ofNullable(fields.get(field));
    }
}
