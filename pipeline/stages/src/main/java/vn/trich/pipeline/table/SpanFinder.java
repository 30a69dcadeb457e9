package vn.trich.pipeline.table;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Joins the fields of a grid that no line parts into cells. Where the joined fields make no rectangle (a piece of line
 * is missing), they are parted along the line that is drawn best beside the gap.
 */
final class SpanFinder {

    /** A line through a rectangle that is drawn over this share of it was meant to part it. */
    private static final double NEARLY_WHOLE = 0.6;

    private final GridFinder.Fields fields;
    private final int columns;

    SpanFinder(GridFinder.Fields fields) {
        this.fields = fields;
        this.columns = fields.columns();
    }

    /** Rectangles that cover the grid. */
    List<Grid.Span> spans() {
        DisjointSets sets = new DisjointSets(fields.rows() * columns);
        for (int r = 0; r < fields.rows(); r++) {
            for (int c = 0; c < columns; c++) {
                if (c + 1 < columns && !fields.right[r][c]) {
                    sets.join(r * columns + c, r * columns + c + 1);
                }
                if (r + 1 < fields.rows() && !fields.below[r][c]) {
                    sets.join(r * columns + c, (r + 1) * columns + c);
                }
            }
        }
        List<Grid.Span> spans = new ArrayList<>();
        sets.groups().forEach(group -> addRectangles(new TreeSet<>(group), spans));
        return spans;
    }

    private void addRectangles(TreeSet<Integer> group, List<Grid.Span> spans) {
        int top = group.first() / columns;
        int bottom = group.last() / columns;
        int left = group.stream().mapToInt(f -> f % columns).min().orElseThrow();
        int right = group.stream().mapToInt(f -> f % columns).max().orElseThrow();
        int area = (bottom - top + 1) * (right - left + 1);
        boolean rectangle = area == group.size();
        Cut cut = bestCut(group, top, bottom, left, right, rectangle);
        if (cut == null || rectangle && cut.drawn() < NEARLY_WHOLE) {
            spans.add(new Grid.Span(top, left, bottom - top + 1, right - left + 1));
            return;
        }
        TreeSet<Integer> first = new TreeSet<>();
        TreeSet<Integer> second = new TreeSet<>();
        for (int field : group) {
            boolean before = cut.across() ? field / columns <= cut.after() : field % columns <= cut.after();
            (before ? first : second).add(field);
        }
        connected(first).forEach(part -> addRectangles(part, spans));
        connected(second).forEach(part -> addRectangles(part, spans));
    }

    /** A line through a group of fields: under row {@code after}, or right of column {@code after}. */
    private record Cut(boolean across, int after, double drawn) {}

    /**
     * The line that is drawn over the greatest share of the group's extent, of those where its outline changes (of all
     * if {@code anywhere}); null if there is none.
     */
    private Cut bestCut(TreeSet<Integer> group, int top, int bottom, int left, int right, boolean anywhere) {
        Cut best = null;
        for (int r = top; r < bottom; r++) {
            int drawn = 0;
            boolean changes = anywhere;
            for (int c = left; c <= right; c++) {
                drawn += fields.below[r][c] ? 1 : 0;
                changes |= group.contains(r * columns + c) != group.contains((r + 1) * columns + c);
            }
            double share = (double) drawn / (right - left + 1);
            if (changes && (best == null || share > best.drawn())) {
                best = new Cut(true, r, share);
            }
        }
        for (int c = left; c < right; c++) {
            int drawn = 0;
            boolean changes = anywhere;
            for (int r = top; r <= bottom; r++) {
                drawn += fields.right[r][c] ? 1 : 0;
                changes |= group.contains(r * columns + c) != group.contains(r * columns + c + 1);
            }
            double share = (double) drawn / (bottom - top + 1);
            if (changes && (best == null || share > best.drawn())) {
                best = new Cut(false, c, share);
            }
        }
        return best;
    }

    private List<TreeSet<Integer>> connected(TreeSet<Integer> group) {
        List<TreeSet<Integer>> parts = new ArrayList<>();
        TreeSet<Integer> left = new TreeSet<>(group);
        while (!left.isEmpty()) {
            TreeSet<Integer> part = new TreeSet<>();
            List<Integer> open = new ArrayList<>(List.of(left.pollFirst()));
            while (!open.isEmpty()) {
                int field = open.remove(open.size() - 1);
                part.add(field);
                for (int next : neighbours(field)) {
                    if (left.remove(next)) {
                        open.add(next);
                    }
                }
            }
            parts.add(part);
        }
        return parts;
    }

    /** Fields beside this one that no line parts from it. */
    private List<Integer> neighbours(int field) {
        int row = field / columns;
        int column = field % columns;
        List<Integer> around = new ArrayList<>();
        if (column > 0 && !fields.right[row][column - 1]) {
            around.add(field - 1);
        }
        if (column < columns - 1 && !fields.right[row][column]) {
            around.add(field + 1);
        }
        if (row > 0 && !fields.below[row - 1][column]) {
            around.add(field - columns);
        }
        if (row < fields.rows() - 1 && !fields.below[row][column]) {
            around.add(field + columns);
        }
        return around;
    }
}
