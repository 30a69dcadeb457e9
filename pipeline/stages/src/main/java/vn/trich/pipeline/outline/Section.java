package vn.trich.pipeline.outline;

import java.util.List;
import vn.trich.output.Region;
import vn.trich.output.SectionRecord;

/**
 * A section with all below it.
 *
 * @param kind what it is
 * @param label as printed without its dot or bracket; may be empty
 * @param level depth, from 1
 * @param title without its label; empty where the label opens a paragraph, which is then the first block, without the
 *     label
 * @param blocks its own content, in reading order
 * @param children the sections below it
 * @param regions where its label and title stand, one per page
 * @param confidence 0..1
 * @param doubts why a person should look, a word or two each
 */
public record Section(
        SectionRecord.Kind kind,
        String label,
        int level,
        String title,
        List<Block> blocks,
        List<Section> children,
        List<Region> regions,
        double confidence,
        List<String> doubts) {

    /** Copies the lists. */
    public Section {
        blocks = List.copyOf(blocks);
        children = List.copyOf(children);
        regions = List.copyOf(regions);
        doubts = List.copyOf(doubts);
    }
}
