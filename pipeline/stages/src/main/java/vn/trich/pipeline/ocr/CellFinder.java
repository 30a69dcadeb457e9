package vn.trich.pipeline.ocr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.trich.pipeline.page.Ruling;

/**
 * Finds the cells that ruling lines part, so that each can be read for itself. Only areas to read are wanted here, not
 * the table's structure: lines that cross or nearly touch make one grid; its squares are joined where no line parts
 * them.
 */
final class CellFinder {

    /** How near lines come that touch, in inches. */
    private static final double TOUCH_INCHES = 0.08;

    /** How far lines run on, in inches, past the last one that crosses them, if another is missing there. */
    private static final double OPEN_INCHES = 0.25;

    /** How near two lines lie that are one, in inches. */
    private static final double SAME_INCHES = 0.05;

    /** How much of a square's side a line must run along to part it from its neighbour. */
    private static final double LEAST_COVER = 0.5;

    /** More lines in one direction than any real table has; a thicket of them is no table. */
    private static final int MOST_LINES = 250;

    /**
     * The grids of a page.
     *
     * @param rulings in pixels
     * @param page the page's size
     * @param dpi pixels per inch
     */
    List<CellGrid> find(List<Ruling> rulings, PixelBox page, double dpi) {
        double touch = TOUCH_INCHES * dpi;
        List<CellGrid> grids = new ArrayList<>();
        for (List<Ruling> group : groups(rulings, touch)) {
            List<Ruling> level = group.stream().filter(Ruling::horizontal).toList();
            List<Ruling> upright = group.stream().filter(r -> !r.horizontal()).toList();
            if (level.size() >= 2 && !upright.isEmpty() || upright.size() >= 2 && !level.isEmpty()) {
                List<Ruling> allUpright = closed(upright, level, dpi);
                List<Ruling> allLevel = closed(level, upright, dpi);
                CellGrid grid = grid(allLevel, allUpright, page, dpi);
                boolean frame = grid.cells().size() < 2 && grid.bounds().area() > page.area() / 3;
                if (!frame && !grid.cells().isEmpty()) {
                    grids.add(grid);
                }
            }
        }
        grids.sort(Comparator.comparingInt((CellGrid g) -> g.bounds().y0())
                .thenComparingInt(g -> g.bounds().x0()));
        return grids;
    }

    /**
     * The lines, and one more on each side where the crossing lines run on past the last of them and end together: a
     * table whose outer line is missing or too faint.
     */
    private static List<Ruling> closed(List<Ruling> lines, List<Ruling> crossing, double dpi) {
        if (crossing.size() < 2) {
            return lines;
        }
        double first = lines.stream().mapToDouble(Ruling::at).min().orElse(Double.POSITIVE_INFINITY);
        double last = lines.stream().mapToDouble(Ruling::at).max().orElse(Double.NEGATIVE_INFINITY);
        double[] starts = crossing.stream().mapToDouble(Ruling::from).sorted().toArray();
        double[] ends = crossing.stream().mapToDouble(Ruling::to).sorted().toArray();
        double start = starts[starts.length / 4];
        double end = ends[ends.length - 1 - ends.length / 4];
        double from = crossing.stream().mapToDouble(Ruling::at).min().orElseThrow();
        double to = crossing.stream().mapToDouble(Ruling::at).max().orElseThrow();
        boolean horizontal = !crossing.get(0).horizontal();
        List<Ruling> all = new ArrayList<>(lines);
        if (start < first - OPEN_INCHES * dpi && agree(starts, start, dpi)) {
            all.add(new Ruling(horizontal, start, from, to));
        }
        if (end > last + OPEN_INCHES * dpi && agree(ends, end, dpi)) {
            all.add(new Ruling(horizontal, end, from, to));
        }
        return all;
    }

    /** Whether at least half of the ends lie near one place. */
    private static boolean agree(double[] ends, double place, double dpi) {
        long near = java.util.Arrays.stream(ends)
                .filter(e -> Math.abs(e - place) <= TOUCH_INCHES * dpi)
                .count();
        return near >= 2 && 2 * near >= ends.length;
    }

    /** Lines in groups that touch each other. */
    private static List<List<Ruling>> groups(List<Ruling> rulings, double touch) {
        int[] parent = new int[rulings.size()];
        for (int i = 0; i < parent.length; i++) {
            parent[i] = i;
        }
        for (int i = 0; i < parent.length; i++) {
            for (int j = 0; j < i; j++) {
                if (touches(rulings.get(i), rulings.get(j), touch)) {
                    parent[root(parent, i)] = root(parent, j);
                }
            }
        }
        Map<Integer, List<Ruling>> groups = new TreeMap<>();
        for (int i = 0; i < parent.length; i++) {
            groups.computeIfAbsent(root(parent, i), k -> new ArrayList<>()).add(rulings.get(i));
        }
        return List.copyOf(groups.values());
    }

    private static boolean touches(Ruling a, Ruling b, double touch) {
        return a.horizontal() != b.horizontal()
                && a.at() >= b.from() - touch
                && a.at() <= b.to() + touch
                && b.at() >= a.from() - touch
                && b.at() <= a.to() + touch;
    }

    private static int root(int[] parent, int i) {
        int root = i;
        while (parent[root] != root) {
            root = parent[root];
        }
        for (int at = i; parent[at] != root; ) {
            int next = parent[at];
            parent[at] = root;
            at = next;
        }
        return root;
    }

    private static CellGrid grid(List<Ruling> level, List<Ruling> upright, PixelBox page, double dpi) {
        double same = SAME_INCHES * dpi;
        double[] ys = positions(level, same);
        double[] xs = positions(upright, same);
        int rows = ys.length - 1;
        int columns = xs.length - 1;
        if (rows < 1 || columns < 1 || rows > MOST_LINES || columns > MOST_LINES) {
            return new CellGrid(new PixelBox(0, 0, 0, 0), List.of());
        }
        int[] parent = new int[rows * columns];
        for (int i = 0; i < parent.length; i++) {
            parent[i] = i;
        }
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                if (c + 1 < columns && !parts(upright, xs[c + 1], ys[r], ys[r + 1], same)) {
                    parent[root(parent, r * columns + c + 1)] = root(parent, r * columns + c);
                }
                if (r + 1 < rows && !parts(level, ys[r + 1], xs[c], xs[c + 1], same)) {
                    parent[root(parent, (r + 1) * columns + c)] = root(parent, r * columns + c);
                }
            }
        }
        List<PixelBox> cells = cells(parent, rows, columns, xs, ys, page);
        PixelBox bounds = box(xs[0], ys[0], xs[columns], ys[rows], page);
        return new CellGrid(bounds, cells);
    }

    /** Areas of joined squares; one that is no rectangle is cut into the runs of its rows. */
    private static List<PixelBox> cells(int[] parent, int rows, int columns, double[] xs, double[] ys, PixelBox page) {
        Map<Integer, List<Integer>> areas = new HashMap<>();
        for (int i = 0; i < parent.length; i++) {
            areas.computeIfAbsent(root(parent, i), k -> new ArrayList<>()).add(i);
        }
        List<PixelBox> cells = new ArrayList<>();
        for (List<Integer> area : areas.values()) {
            int r0 = area.stream().mapToInt(i -> i / columns).min().orElseThrow();
            int r1 = area.stream().mapToInt(i -> i / columns).max().orElseThrow();
            int c0 = area.stream().mapToInt(i -> i % columns).min().orElseThrow();
            int c1 = area.stream().mapToInt(i -> i % columns).max().orElseThrow();
            if ((r1 - r0 + 1) * (c1 - c0 + 1) == area.size()) {
                cells.add(box(xs[c0], ys[r0], xs[c1 + 1], ys[r1 + 1], page));
            } else {
                addRuns(area, columns, xs, ys, page, cells);
            }
        }
        cells.sort(Comparator.comparingInt(PixelBox::y0).thenComparingInt(PixelBox::x0));
        return cells;
    }

    private static void addRuns(
            List<Integer> area, int columns, double[] xs, double[] ys, PixelBox page, List<PixelBox> cells) {
        for (int i = 0; i < area.size(); ) {
            int end = i + 1;
            while (end < area.size()
                    && area.get(end) == area.get(end - 1) + 1
                    && area.get(end) / columns == area.get(i) / columns) {
                end++;
            }
            int r = area.get(i) / columns;
            cells.add(box(xs[area.get(i) % columns], ys[r], xs[area.get(end - 1) % columns + 1], ys[r + 1], page));
            i = end;
        }
    }

    private static PixelBox box(double x0, double y0, double x1, double y1, PixelBox page) {
        return new PixelBox((int) Math.round(x0), (int) Math.round(y0), (int) Math.round(x1), (int) Math.round(y1))
                .within(page);
    }

    /** Whether lines at a position cover enough of a stretch to part what lies on its sides. */
    private static boolean parts(List<Ruling> lines, double at, double from, double to, double same) {
        double covered = 0;
        for (Ruling line : lines) {
            if (Math.abs(line.at() - at) <= 1.5 * same) {
                covered += Math.max(0, Math.min(line.to(), to) - Math.max(line.from(), from));
            }
        }
        return covered >= LEAST_COVER * (to - from);
    }

    /** Where lines lie, those of one line taken together. */
    private static double[] positions(List<Ruling> lines, double same) {
        double[] at = lines.stream().mapToDouble(Ruling::at).sorted().toArray();
        double[] positions = new double[at.length];
        int count = 0;
        for (int i = 0; i < at.length; ) {
            int end = i;
            double sum = 0;
            while (end < at.length && at[end] - at[i] <= same) {
                sum += at[end++];
            }
            positions[count++] = sum / (end - i);
            i = end;
        }
        return java.util.Arrays.copyOf(positions, count);
    }
}
