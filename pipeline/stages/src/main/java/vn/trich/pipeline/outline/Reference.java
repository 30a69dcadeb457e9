package vn.trich.pipeline.outline;

import java.util.List;
import vn.trich.output.Region;

/**
 * Another document that is named in the text.
 *
 * @param type Vietnamese name of its type
 * @param number number and symbol, or empty
 * @param date ISO date, as much as is printed, or empty
 * @param issuer who issued it, or empty
 * @param text as printed
 * @param section index of its section in {@link Paper#allSections()}, or -1
 * @param regions where it stands
 * @param confidence 0..1
 */
public record Reference(
        String type,
        String number,
        String date,
        String issuer,
        String text,
        int section,
        List<Region> regions,
        double confidence) {

    /** Copies the regions. */
    public Reference {
        regions = List.copyOf(regions);
    }
}
