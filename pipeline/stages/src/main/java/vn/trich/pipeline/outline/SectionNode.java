package vn.trich.pipeline.outline;

import java.util.ArrayList;
import java.util.List;
import vn.trich.output.Region;
import vn.trich.output.SectionRecord.Kind;

/** A section while it is being built. */
final class SectionNode {
    private final Kind kind;
    private final String label;
    private final int level;
    private final double surprise;
    private final List<Block> blocks = new ArrayList<>();
    private final List<SectionNode> children = new ArrayList<>();
    private final List<Region> regions = new ArrayList<>();
    private final List<String> doubts = new ArrayList<>();
    private Kind settled;
    private String title = "";
    private double confidence = 1;

    SectionNode(Kind kind, String label, int level, double surprise) {
        this.kind = kind;
        this.label = label;
        this.level = level;
        this.surprise = surprise;
        this.settled = kind;
    }

    int level() {
        return level;
    }

    /** Takes a paragraph as the section's opening: as its title if it reads as one, else as its first block. */
    void open(ParagraphText opening, boolean isTitle) {
        regions.addAll(opening.regions());
        confidence = opening.confidence();
        if (isTitle) {
            title = opening.text();
            settled = kind;
        } else {
            settled = kind == Kind.HEADING ? Kind.CLAUSE : kind;
            if (!opening.words().isEmpty()) {
                blocks.add(opening.block());
            }
        }
    }

    void add(Block block) {
        blocks.add(block);
    }

    void add(SectionNode child) {
        children.add(child);
    }

    void doubt(String why) {
        doubts.add(why);
    }

    void title(String newTitle) {
        title = newTitle;
    }

    /** The section and all below it, done. */
    Section build() {
        if (surprise > 1.2 && !doubts.contains("label out of sequence")) {
            doubts.add("label out of sequence");
        }
        double sure = Math.max(0.05, Math.min(1, confidence) * Math.max(0.3, 1 - 0.15 * surprise));
        return new Section(
                settled,
                label,
                level,
                title,
                blocks,
                children.stream().map(SectionNode::build).toList(),
                regions,
                sure,
                doubts);
    }
}
