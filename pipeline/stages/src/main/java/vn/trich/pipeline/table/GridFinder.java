package vn.trich.pipeline.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import vn.trich.output.Box;
import vn.trich.pipeline.page.PageText;
import vn.trich.pipeline.page.Ruling;
import vn.trich.pipeline.page.Word;

/**
 * Finds the grids drawn on a page: groups of lines, their positions clustered to row and column edges, fields joined
 * where no line parts them. Outer edges that are not drawn are put where the other lines end.
 */
final class GridFinder {

    /** Row and column edges nearer than this are one, in points. */
    private static final double SAME_EDGE = 5;
    /** Share of a field's side that must be drawn to count as a line there. */
    private static final double DRAWN = 0.5;
    /** An outer edge is missing if lines reach out this far beyond the last one across, in points. */
    private static final double REACH = 12;
    /** Share of a grid's height over which a column edge must be drawn. */
    private static final double MIN_EDGE = 0.12;
    /** Above this many fields a grid is taken for a drawing. */
    private static final int MAX_FIELDS = 40_000;

    private final PageText page;
    private final LineWork work;

    GridFinder(PageText page, LineWork work) {
        this.page = page;
        this.work = work;
    }

    /** The grids of at least two columns, from the top. */
    List<Grid> find() {
        List<Grid> grids = new ArrayList<>();
        for (List<Ruling> group : work.groups()) {
            grid(group, work.cut()).ifPresent(grids::add);
        }
        return grids.stream().filter(g -> !insideAnother(g, grids)).toList();
    }

    private static boolean insideAnother(Grid grid, List<Grid> grids) {
        Box box = grid.box();
        return grids.stream()
                .anyMatch(other -> other != grid
                        && other.box().area() > box.area()
                        && other.box().sharedArea(box) > 0.8 * box.area());
    }

    private Optional<Grid> grid(List<Ruling> group, boolean cut) {
        List<Ruling> across = group.stream().filter(Ruling::horizontal).toList();
        List<Ruling> down = group.stream().filter(r -> !r.horizontal()).toList();
        List<Double> xs = clusters(down);
        List<Double> ys = clusters(across);
        addMissingSides(xs, across, ys, true);
        addMissingSides(ys, down, xs, false);
        Fields fields = new Fields(xs, ys, across, down);
        for (int round = 0; round < 3 && fields.tooFine(); round++) {
            fields = fields.withoutEmptyEdges();
        }
        if (fields.columns() < 2 || fields.rows() < 1 || fields.rows() * fields.columns() > MAX_FIELDS) {
            return Optional.empty();
        }
        List<String> doubts = cut ? List.of("too many lines") : List.of();
        return Optional.of(withoutIdleEdges(new Grid(fields.xs, fields.ys, new SpanFinder(fields).spans(), doubts)));
    }

    /** The grid without edges at which no cell begins: bits of lines inside cells. */
    private static Grid withoutIdleEdges(Grid grid) {
        int[] rows = places(grid.ys().size() - 1, grid.cells().stream().mapToInt(Grid.Span::row));
        int[] columns = places(grid.xs().size() - 1, grid.cells().stream().mapToInt(Grid.Span::column));
        List<Grid.Span> spans = grid.cells().stream()
                .map(s -> new Grid.Span(
                        rows[s.row()],
                        columns[s.column()],
                        rows[s.row() + s.rowSpan()] - rows[s.row()],
                        columns[s.column() + s.columnSpan()] - columns[s.column()]))
                .toList();
        return new Grid(used(grid.xs(), columns), used(grid.ys(), rows), spans, grid.doubts());
    }

    /** For each edge of so many rows or columns, how many at which a cell begins stand before it. */
    private static int[] places(int count, IntStream begins) {
        int[] places = new int[count + 1];
        begins.forEach(b -> places[b + 1] = 1);
        for (int i = 1; i <= count; i++) {
            places[i] += places[i - 1];
        }
        return places;
    }

    private static List<Double> used(List<Double> edges, int[] places) {
        List<Double> used = new ArrayList<>();
        for (int i = 0; i < edges.size(); i++) {
            if (i == edges.size() - 1 || places[i + 1] > places[i]) {
                used.add(edges.get(i));
            }
        }
        return used;
    }

    /** Positions of lines, those close together as one, weighed by length. */
    private static List<Double> clusters(List<Ruling> lines) {
        List<Ruling> sorted = lines.stream()
                .sorted(java.util.Comparator.comparingDouble(Ruling::at))
                .toList();
        List<Double> positions = new ArrayList<>();
        double weighted = 0;
        double weight = 0;
        double previous = Double.NaN;
        for (Ruling line : sorted) {
            if (weight > 0 && line.at() - previous > SAME_EDGE) {
                positions.add(weighted / weight);
                weighted = 0;
                weight = 0;
            }
            weighted += line.at() * line.length();
            weight += line.length();
            previous = line.at();
        }
        if (weight > 0) {
            positions.add(weighted / weight);
        }
        return positions;
    }

    /** Adds a first and last edge where most lines across reach beyond the drawn ones and words stand there. */
    private void addMissingSides(List<Double> edges, List<Ruling> lines, List<Double> others, boolean columns) {
        if (edges.isEmpty() || others.size() < 2) {
            return;
        }
        double first = edges.get(0);
        double last = edges.get(edges.size() - 1);
        double[] before = lines.stream()
                .mapToDouble(Ruling::from)
                .filter(f -> f < first - REACH)
                .sorted()
                .toArray();
        double[] after = lines.stream()
                .mapToDouble(Ruling::to)
                .filter(t -> t > last + REACH)
                .sorted()
                .toArray();
        int needed = Math.max(2, lines.size() / 3);
        if (before.length >= needed && wordsBetween(before[before.length / 2], first, others, columns)) {
            edges.add(0, before[before.length / 2]);
        }
        if (after.length >= needed && wordsBetween(last, after[after.length / 2], others, columns)) {
            edges.add(after[after.length / 2]);
        }
    }

    private boolean wordsBetween(double from, double to, List<Double> others, boolean columns) {
        double start = others.get(0);
        double end = others.get(others.size() - 1);
        for (Word word : page.words()) {
            double on = columns ? word.box().centreX() : word.box().centreY();
            double across = columns ? word.box().centreY() : word.box().centreX();
            if (from < on && on < to && start < across && across < end) {
                return true;
            }
        }
        return false;
    }

    /** The fields of a grid and which of their sides are drawn. */
    static final class Fields {
        final List<Double> xs;
        final List<Double> ys;
        private final List<Ruling> across;
        private final List<Ruling> down;
        /** Whether a line parts column c and c + 1 in row r. */
        final boolean[][] right;
        /** Whether a line parts row r and r + 1 in column c. */
        final boolean[][] below;

        Fields(List<Double> xs, List<Double> ys, List<Ruling> across, List<Ruling> down) {
            this.xs = List.copyOf(xs);
            this.ys = List.copyOf(ys);
            this.across = across;
            this.down = down;
            int rows = Math.max(0, ys.size() - 1);
            int columns = Math.max(0, xs.size() - 1);
            boolean bounded = (long) rows * columns <= MAX_FIELDS;
            right = new boolean[bounded ? rows : 0][Math.max(0, columns - 1)];
            below = new boolean[bounded ? Math.max(0, rows - 1) : 0][columns];
            if (bounded) {
                draw(down, this.xs, this.ys, (edge, field) -> right[field][edge - 1] = true);
                draw(across, this.ys, this.xs, (edge, field) -> below[edge - 1][field] = true);
            }
        }

        private interface Mark {
            void at(int edge, int field);
        }

        private static void draw(List<Ruling> lines, List<Double> edges, List<Double> others, Mark mark) {
            for (int e = 1; e < edges.size() - 1; e++) {
                double edge = edges.get(e);
                double before = (edges.get(e - 1) + edge) / 2;
                double after = (edges.get(e + 1) + edge) / 2;
                List<Ruling> here = lines.stream()
                        .filter(l -> l.at() > Math.max(before, edge - 2 * SAME_EDGE)
                                && l.at() < Math.min(after, edge + 2 * SAME_EDGE))
                        .toList();
                for (int f = 0; f < others.size() - 1; f++) {
                    if (covered(here, others.get(f), others.get(f + 1)) >= DRAWN) {
                        mark.at(e, f);
                    }
                }
            }
        }

        private static double covered(List<Ruling> lines, double from, double to) {
            double sum = lines.stream()
                    .mapToDouble(l -> Math.max(0, Math.min(to, l.to()) - Math.max(from, l.from())))
                    .sum();
            return to > from ? Math.min(1, sum / (to - from)) : 0;
        }

        int rows() {
            return Math.max(0, ys.size() - 1);
        }

        int columns() {
            return Math.max(0, xs.size() - 1);
        }

        /** Whether some inner edge parts nothing anywhere. */
        boolean tooFine() {
            return right.length > 0
                    && (emptyColumnEdges().findAny().isPresent()
                            || emptyRowEdges().findAny().isPresent());
        }

        /** Column edges drawn nowhere or, in a grid of several rows, over a small part of its height: strokes. */
        private DoubleStream emptyColumnEdges() {
            double height = ys.get(ys.size() - 1) - ys.get(0);
            double needed = rows() <= 3 ? 1e-6 : MIN_EDGE * height;
            return IntStream.range(1, Math.max(1, xs.size() - 1))
                    .filter(e -> drawnHeight(e) < needed)
                    .mapToDouble(xs::get);
        }

        private double drawnHeight(int edge) {
            return IntStream.range(0, rows())
                    .filter(r -> right[r][edge - 1])
                    .mapToDouble(r -> ys.get(r + 1) - ys.get(r))
                    .sum();
        }

        private DoubleStream emptyRowEdges() {
            return IntStream.range(1, Math.max(1, ys.size() - 1))
                    .filter(e -> {
                        for (boolean drawn : below[e - 1]) {
                            if (drawn) {
                                return false;
                            }
                        }
                        return true;
                    })
                    .mapToDouble(ys::get);
        }

        Fields withoutEmptyEdges() {
            List<Double> fewerXs = new ArrayList<>(xs);
            emptyColumnEdges().boxed().forEach(fewerXs::remove);
            List<Double> fewerYs = new ArrayList<>(ys);
            emptyRowEdges().boxed().forEach(fewerYs::remove);
            return new Fields(fewerXs, fewerYs, across, down);
        }
    }
}
