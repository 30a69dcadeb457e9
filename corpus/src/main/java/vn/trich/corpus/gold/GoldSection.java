package vn.trich.corpus.gold;

import java.util.List;

/**
 * A section of the true outline.
 *
 * @param label printed label without its dot or bracket; may be empty
 * @param level depth from 1
 * @param appendix whether it is an appendix
 * @param title heading without its label; empty where the label opens a paragraph
 * @param body its own paragraphs, not its children's, the label left out
 * @param path the sections above it, outermost first, each {@code label title}
 */
public record GoldSection(String label, int level, boolean appendix, GoldText title, GoldText body, List<String> path) {

    /** Copies the path. */
    public GoldSection {
        path = List.copyOf(path);
    }
}
