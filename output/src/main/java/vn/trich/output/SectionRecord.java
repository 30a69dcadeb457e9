package vn.trich.output;

import java.util.List;

/**
 * A section of a document's outline.
 *
 * @param sectionId unique in its document
 * @param parentId id of the section around it, or empty
 * @param ordinal place among the document's sections, from 1
 * @param level depth in the outline, from 1
 * @param label as printed without its dot or bracket, e.g. {@code I}, {@code 2.1}, {@code Điều 1}; may be empty
 * @param kind what it is
 * @param title without its label; empty where a label opens a paragraph
 * @param text the section's own paragraphs, one per line, not its children's
 * @param regions where it stands, in reading order; the first says where it starts
 * @param pageTo its last page, children included
 * @param trust how far to trust it
 */
public record SectionRecord(
        String sectionId,
        String parentId,
        int ordinal,
        int level,
        String label,
        Kind kind,
        String title,
        String text,
        List<Region> regions,
        int pageTo,
        Trust trust) {

    /** Copies the regions. */
    public SectionRecord {
        regions = List.copyOf(regions);
    }

    /** Kinds of sections. */
    public enum Kind {
        /** A titled section. */
        HEADING,
        /** An article, {@code Điều}. */
        ARTICLE,
        /** A labelled paragraph. */
        CLAUSE,
        /** An appendix, always of level 1. */
        APPENDIX,
        /** What stands before the first section. */
        PREAMBLE,
        /** A {@code Căn cứ ...} paragraph. */
        LEGAL_BASIS,
        /** The list of recipients. */
        RECIPIENTS,
        /** A footnote. */
        FOOTNOTE
    }
}
