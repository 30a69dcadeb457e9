package vn.trich.corpus.print;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import vn.trich.corpus.paper.Block;
import vn.trich.corpus.paper.Paper;

/**
 * Moves footnotes from the paragraphs that bear their marks to where they are printed: behind the last block that begins
 * on their page or before it. A paragraph that runs on to the next page stays whole.
 */
final class FootnotePlaces {

    private final Map<Block, Integer> pages;

    /**
     * Places by those pages.
     *
     * @param pages the page on which each block begins, and each footnote stands; blocks told apart by identity
     */
    FootnotePlaces(Map<Block, Integer> pages) {
        this.pages = pages;
    }

    /** The same document with its footnotes in reading order. */
    Paper inReadingOrder(Paper paper) {
        List<Block> printed = new ArrayList<>();
        List<Block.Footnote> notes = new ArrayList<>();
        collect(paper.body(), printed, notes);
        Map<Block, List<Block>> behind = new IdentityHashMap<>();
        for (Block.Footnote note : notes) {
            Block last = printed.get(0);
            for (Block block : printed) {
                last = pages.get(block) <= pages.get(note) ? block : last;
            }
            behind.computeIfAbsent(last, b -> new ArrayList<>()).add(note);
        }
        return new Paper(
                paper.head(),
                paper.type(),
                paper.printedType(),
                paper.title(),
                placed(paper.body(), behind),
                paper.recipients(),
                paper.signature(),
                paper.appendices());
    }

    private void collect(List<Block> blocks, List<Block> printed, List<Block.Footnote> notes) {
        for (Block block : blocks) {
            if (block instanceof Block.Footnote note) {
                notes.add(note);
            } else if (pages.containsKey(block)) {
                printed.add(block);
            }
            if (block instanceof Block.Section section) {
                collect(section.blocks(), printed, notes);
            }
        }
    }

    private static List<Block> placed(List<Block> blocks, Map<Block, List<Block>> behind) {
        List<Block> placed = new ArrayList<>();
        for (Block block : blocks) {
            List<Block> notes = behind.getOrDefault(block, List.of());
            if (block instanceof Block.Section section) {
                List<Block> inner = new ArrayList<>(notes);
                inner.addAll(placed(section.blocks(), behind));
                placed.add(section.with(inner));
            } else if (!(block instanceof Block.Footnote)) {
                placed.add(block);
                placed.addAll(notes);
            }
        }
        return placed;
    }
}
