package vn.trich.corpus.paper;

import java.util.List;

/**
 * What one file holds: a document, or a decision and what is issued with it.
 *
 * @param name short name, letters, digits and dashes
 * @param subject a line that says what it is
 * @param papers the documents in order
 * @param style how the whole is printed
 */
public record Bundle(String name, String subject, List<Paper> papers, Style style) {

    /** Copies the documents. */
    public Bundle {
        papers = List.copyOf(papers);
    }

    /**
     * How a file is printed.
     *
     * @param bodySize size of body text in points
     * @param leading distance of lines as a multiple of the size
     * @param paragraphSpace space after a paragraph in points
     * @param pageNumberAtFoot whether page numbers stand at the foot right, as before 2020
     * @param italicBasis whether {@code Căn cứ} paragraphs are italic
     * @param leftMargin left margin in millimetres
     */
    public record Style(
            double bodySize,
            double leading,
            double paragraphSpace,
            boolean pageNumberAtFoot,
            boolean italicBasis,
            double leftMargin) {}
}
