package vn.trich.pipeline.outline;

import java.util.List;

/**
 * The documents in a file.
 *
 * @param papers in order; at least one
 */
public record Outline(List<Paper> papers) {

    /** Copies the papers. */
    public Outline {
        papers = List.copyOf(papers);
    }
}
