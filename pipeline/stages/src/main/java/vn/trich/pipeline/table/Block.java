package vn.trich.pipeline.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.trich.pipeline.page.Word;

/**
 * Lines of one column that follow each other at the usual pitch: what stands in one cell, if rows are parted by more
 * white than lines are.
 *
 * @param first height of the middle of its first line
 * @param last height of the middle of its last line
 * @param words its words in reading order
 */
record Block(double first, double last, List<Word> words) {

    /** Lines farther apart than this many pitches belong to two blocks. */
    private static final double APART = 1.28;
    /** Distances of lines that differ by less than this share are one pitch. */
    private static final double SAME_PITCH = 0.12;

    private static final double LEADING = 1.2;
    private static final double DEFAULT_HEIGHT = 10;
    /** Share of the most frequent distance that makes another one frequent. */
    private static final double FREQUENT = 0.12;
    /** Lines of one cell are no nearer to each other, in heights of words. */
    private static final double LEAST_PITCH = 0.95;

    Block {
        words = List.copyOf(words);
    }

    double centre() {
        return (first + last) / 2;
    }

    boolean hasLines() {
        return last > first;
    }

    /** This block and one below it as one. */
    Block and(Block below) {
        List<Word> all = new ArrayList<>(words);
        all.addAll(below.words);
        return new Block(first, below.last, all);
    }

    /** Its lines, a block each. */
    List<Block> lines() {
        return CellText.lines(words).stream()
                .map(l -> new Block(height(l), height(l), l))
                .toList();
    }

    /** The parts of this block above, between and below some heights. */
    List<Block> cut(List<Double> heights) {
        List<Block> parts = new ArrayList<>();
        double last = Double.NaN;
        for (List<Word> line : CellText.lines(words)) {
            double y = height(line);
            double above = last;
            boolean parted = heights.stream().anyMatch(h -> above < h && h <= y);
            Block next = new Block(y, y, line);
            if (parts.isEmpty() || parted) {
                parts.add(next);
            } else {
                parts.set(parts.size() - 1, parts.get(parts.size() - 1).and(next));
            }
            last = y;
        }
        return parts;
    }

    /** The blocks of one column, from the top. */
    static List<Block> of(List<Word> words, double pitch) {
        List<Block> blocks = new ArrayList<>();
        for (List<Word> line : CellText.lines(words)) {
            double y = height(line);
            Block next = new Block(y, y, line);
            int end = blocks.size() - 1;
            if (end >= 0 && y - blocks.get(end).last() <= APART * pitch) {
                blocks.set(end, blocks.get(end).and(next));
            } else {
                blocks.add(next);
            }
        }
        return blocks;
    }

    /**
     * The distance of lines in a table's cells: the smallest that is frequent, since in tables with rows of one line the
     * distance of rows is more frequent still.
     */
    static double pitch(Draft table) {
        double[] steps = table.cells().stream()
                .flatMapToDouble(c -> Arrays.stream(steps(CellText.lines(c.words()))))
                .sorted()
                .toArray();
        double[] heights = table.words().stream()
                .mapToDouble(w -> w.box().height())
                .sorted()
                .toArray();
        double height = heights.length == 0 ? DEFAULT_HEIGHT : heights[heights.length / 2];
        int most = 0;
        for (int start = 0; start < steps.length; start++) {
            most = Math.max(most, alike(steps, start));
        }
        int enough = Math.max(Math.min(2, most), (int) Math.ceil(FREQUENT * most));
        int best = -1;
        for (int start = 0; start < steps.length; start++) {
            int count = alike(steps, start);
            boolean first = best < 0 && count >= enough && steps[start] > LEAST_PITCH * height;
            boolean more = best >= 0 && steps[start] <= steps[best] * (1 + SAME_PITCH) && count > alike(steps, best);
            best = first || more ? start : best;
        }
        return best < 0 ? LEADING * height : steps[best + (alike(steps, best) - 1) / 2];
    }

    /** How many sorted steps, from one on, are one pitch. */
    private static int alike(double[] steps, int start) {
        int end = start;
        while (end < steps.length && steps[end] <= steps[start] * (1 + SAME_PITCH)) {
            end++;
        }
        return end - start;
    }

    private static double[] steps(List<List<Word>> lines) {
        double[] steps = new double[Math.max(0, lines.size() - 1)];
        for (int i = 1; i < lines.size(); i++) {
            steps[i - 1] = height(lines.get(i)) - height(lines.get(i - 1));
        }
        return steps;
    }

    private static double height(List<Word> line) {
        return line.stream().mapToDouble(w -> w.box().centreY()).average().orElse(0);
    }
}
