package vn.trich.output;

import java.util.List;

/**
 * Another document that this one names.
 *
 * @param referenceId unique in its document
 * @param sectionId the section it is named in, or empty
 * @param type Vietnamese name of its type, e.g. {@code Nghị định}
 * @param number e.g. {@code 61/2018/NĐ-CP}, or empty
 * @param date ISO date, as much as is printed, or empty
 * @param issuer who issued it, or empty
 * @param text as printed
 * @param regions where it stands
 * @param confidence 0..1
 */
public record ReferenceRecord(
        String referenceId,
        String sectionId,
        String type,
        String number,
        String date,
        String issuer,
        String text,
        List<Region> regions,
        double confidence) {

    /** Copies the regions. */
    public ReferenceRecord {
        regions = List.copyOf(regions);
    }
}
