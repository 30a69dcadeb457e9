package vn.trich.pipeline.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import vn.trich.output.ColumnRole;

/**
 * Finds rows that no line parts where text stands in the middle of its cell. The middle of a cell lies halfway between
 * the edges of its first and its last row, so each cell of the innermost column ties two edges that follow each other,
 * from the line above to the line below; which rows the other cells span is then what fits their middles best, and
 * ties edges in turn. Cells cut by the end of a page begin at its top.
 */
final class CentredRows {

    private static final int MAX_ROWS = 60;
    private static final int ROUNDS = 3;
    /** A fit worse than this, in pitches of each block, tells nothing. */
    private static final double POOR = 0.8;

    private static final double MAX_MISFIT = 3;
    /** What is added for a cell that begins at the top of the page though others stand in the middle. */
    private static final double ON_TOP = 0.15;

    private static final double ROW = 0.3;
    private static final double JOINED = 0.5;
    private static final double LEADING_ROW = 0.6;

    private final Band band;
    private final int lead;
    private final int rows;
    private final boolean firstCut;
    private final boolean lastCut;
    private double[] edges;
    private boolean[] opens;
    private double price;

    private CentredRows(Band band, int lead, boolean firstCut, boolean lastCut) {
        this.band = band;
        this.lead = lead;
        this.rows = band.leaves().size() + lead;
        this.firstCut = firstCut;
        this.lastCut = lastCut;
    }

    /**
     * Rows and what speaks against them.
     *
     * @param rows how the band falls into rows
     * @param price how badly cells fit, how many are empty and span rows
     */
    record Fit(Band.Rows rows, double price) {}

    /** The rows of a band, if its text stands in the middle of them. */
    static Optional<Fit> of(Band band) {
        if (band.leaves().isEmpty() || band.leaves().size() > MAX_ROWS) {
            return Optional.empty();
        }
        Fit best = null;
        double least = Double.MAX_VALUE;
        for (int variant = 0; variant < 8; variant++) {
            CentredRows tried = new CentredRows(band, variant & 1, (variant & 2) > 0, (variant & 4) > 0);
            List<List<Band.Range>> cells = tried.fit();
            double cost = tried.cost(cells);
            if (cost < least - 1e-6) {
                least = cost;
                Band.Rows rows =
                        new Band.Rows(Arrays.stream(tried.edges).boxed().toList(), cells);
                best = new Fit(rows, tried.price + ROW * tried.rows);
            }
        }
        int blocks = band.columns().stream().mapToInt(c -> c.blocks().size()).sum();
        return least > POOR * blocks ? Optional.empty() : Optional.of(best);
    }

    /** Two edges with a given sum. */
    private record Tie(int from, int to, double sum, double weight) {}

    private List<List<Band.Range>> fit() {
        List<Tie> ties = new ArrayList<>();
        for (int i = 0; i < band.leaves().size(); i++) {
            int row = i + lead;
            if (!(row == 0 && firstCut || row == rows - 1 && lastCut)) {
                ties.add(new Tie(row, row + 1, 2 * band.leaves().get(i).centre(), 1));
            }
        }
        List<Tie> own = List.copyOf(ties);
        List<List<Band.Range>> cells = List.of();
        for (int round = 0; round < ROUNDS; round++) {
            solve(ties);
            cells = assign();
            ties = new ArrayList<>(own);
            for (int c = 0; c < cells.size(); c++) {
                for (Band.Range cell : cells.get(c)) {
                    if (c != band.leaf() && cell.block() != null && isCentred(cell)) {
                        ties.add(
                                new Tie(cell.from(), cell.to(), 2 * cell.block().centre(), 0.5));
                    }
                }
            }
        }
        return cells;
    }

    private boolean isCentred(Band.Range cell) {
        return misfit(cell.block(), cell.from(), cell.to()) < 0.6 * band.pitch();
    }

    private double misfit(Block block, int from, int to) {
        return Math.abs(block.centre() - (edges[from] + edges[to]) / 2);
    }

    /** Edges that fit the ties best, each kept between the blocks above and below it (Gauss and Seidel's way). */
    private void solve(List<Tie> ties) {
        edges = new double[rows + 1];
        double[] low = new double[rows + 1];
        double[] high = new double[rows + 1];
        edges[0] = band.top();
        edges[rows] = Math.max(band.bottom(), band.top());
        double half = 0.45 * band.pitch();
        for (int k = 1; k < rows; k++) {
            int below = k - lead;
            low[k] = below == 0 ? band.top() : band.leaves().get(below - 1).last() + half;
            high[k] = band.leaves().get(below).first() - half;
            edges[k] = (low[k] + high[k]) / 2;
            if (low[k] > high[k]) {
                low[k] = edges[k];
                high[k] = edges[k];
            }
        }
        for (int sweep = 0; sweep < 400; sweep++) {
            double[] sum = new double[rows + 1];
            double[] weight = new double[rows + 1];
            for (int k = 1; k < rows; k++) {
                for (Tie tie : ties) {
                    if (tie.from() == k || tie.to() == k) {
                        sum[k] += tie.weight() * (tie.sum() - edges[tie.from() == k ? tie.to() : tie.from()]);
                        weight[k] += tie.weight();
                    }
                }
                if (weight[k] > 0) {
                    edges[k] = Math.max(low[k], Math.min(high[k], sum[k] / weight[k]));
                }
            }
        }
        for (int k = 1; k <= rows; k++) {
            edges[k] = Math.max(edges[k], edges[k - 1]);
        }
    }

    private List<List<Band.Range>> assign() {
        price = 0;
        List<List<Band.Range>> cells =
                new ArrayList<>(Collections.nCopies(band.columns().size(), List.of()));
        List<Band.Range> leaves = new ArrayList<>();
        for (int r = 0; r < rows; r++) {
            leaves.add(new Band.Range(r, r + 1, r < lead ? null : band.leaves().get(r - lead)));
        }
        opens = new boolean[rows + 1];
        Arrays.fill(opens, true);
        cells.set(band.leaf(), leaves);
        int outer = outer();
        if (outer >= 0) {
            List<Band.Range> groups = new Cover(band.columns().get(outer), true).best();
            Arrays.fill(opens, false);
            opens[0] = true;
            opens[rows] = true;
            groups.stream().filter(g -> g.block() != null).forEach(g -> opens[g.from()] = true);
            cells.set(outer, merged(groups, false));
        }
        for (int c = 0; c < cells.size(); c++) {
            if (c != band.leaf() && c != outer) {
                Band.Column column = band.columns().get(c);
                boolean objective = column.role() == ColumnRole.OBJECTIVE;
                cells.set(c, merged(new Cover(column, false).best(), objective));
            }
        }
        return cells;
    }

    /** The column whose cells hold rows together: labels, else tasks; -1 if it is the innermost one itself. */
    private int outer() {
        if (band.label() >= 0) {
            return band.label() == band.leaf() ? -1 : band.label();
        }
        for (int c = 0; c < band.columns().size(); c++) {
            boolean task = band.columns().get(c).role() == ColumnRole.TASK;
            if (c != band.leaf() && task && band.holdsActivities()) {
                return c;
            }
        }
        return -1;
    }

    /** Empty rows of one group, or of several, as one cell. */
    private List<Band.Range> merged(List<Band.Range> cells, boolean overGroups) {
        List<Band.Range> all = new ArrayList<>();
        for (Band.Range cell : cells) {
            int end = all.size() - 1;
            boolean more = end >= 0
                    && cell.block() == null
                    && all.get(end).block() == null
                    && (overGroups || !opens[cell.from()]);
            if (more) {
                all.set(end, new Band.Range(all.get(end).from(), cell.to(), null));
            } else {
                all.add(cell);
            }
        }
        return all;
    }

    private double cost(List<List<Band.Range>> cells) {
        double cost = lead * LEADING_ROW;
        for (int c = 0; c < cells.size(); c++) {
            for (Band.Range cell : cells.get(c)) {
                cost += cell.block() == null ? 0 : blockCost(cell.block(), cell.from(), cell.to());
            }
        }
        return cost;
    }

    /** How far a block is from standing in the middle of some rows, or at the top where these may be cut. */
    private double blockCost(Block block, int from, int to) {
        double pitch = band.pitch();
        double cost = misfit(block, from, to) / pitch;
        boolean mayBeCut = from == 0 || to == rows;
        if (mayBeCut) {
            double above = (block.first() - edges[from]) / pitch;
            double onTop = ON_TOP + Math.max(0, Math.abs(above - 0.8) - 0.3);
            cost = Math.min(cost, onTop);
        }
        double outside = Math.max(0, edges[from] + 0.3 * pitch - block.first())
                + Math.max(0, block.last() + 0.3 * pitch - edges[to]);
        return Math.min(MAX_MISFIT, cost + 2 * outside / pitch);
    }

    private int groupSize(int row) {
        int from = row;
        while (!opens[from]) {
            from--;
        }
        int to = row + 1;
        while (!opens[to]) {
            to++;
        }
        return to - from;
    }

    /** The cheapest way to lay the blocks of a column over the rows, in order. */
    private final class Cover {
        private final Band.Column column;
        private final boolean labels;
        private final double empty;
        private final double[][] cost;
        private final Band.Range[][] step;

        Cover(Band.Column column, boolean labels) {
            this.column = column;
            this.labels = labels;
            this.empty = emptyCost();
            this.cost = new double[rows + 1][column.blocks().size() + 1];
            this.step = new Band.Range[rows + 1][column.blocks().size() + 1];
        }

        private double emptyCost() {
            return switch (column.role()) {
                case NOTE -> 0.05;
                case LEAD, RESPONSIBILITY, TASK -> 0.6;
                case OBJECTIVE -> 1;
                default -> 0.35;
            };
        }

        List<Band.Range> best() {
            for (double[] line : cost) {
                Arrays.fill(line, Double.MAX_VALUE);
            }
            int blocks = column.blocks().size();
            cost[0][0] = 0;
            for (int r = 0; r < rows; r++) {
                for (int b = 0; b <= blocks; b++) {
                    if (cost[r][b] < Double.MAX_VALUE) {
                        extend(r, b);
                    }
                }
            }
            List<Band.Range> cells = new ArrayList<>();
            int r = rows;
            int b = blocks;
            if (step[r][b] == null) {
                price += MAX_MISFIT * blocks;
                return List.of(new Band.Range(0, rows, all()));
            }
            price += cost[r][b];
            while (r > 0) {
                Band.Range cell = step[r][b];
                cells.add(0, cell);
                r = cell.from();
                b -= cell.block() == null ? 0 : joined(cell.block(), b);
            }
            return cells;
        }

        private Block all() {
            return column.blocks().stream().reduce(Block::and).orElse(null);
        }

        /** How many of the blocks before {@code end} were joined to that one. */
        private int joined(Block block, int end) {
            int count = 1;
            while (column.blocks().get(end - count).first() > block.first()) {
                count++;
            }
            return count;
        }

        private void extend(int r, int b) {
            // At the top of a page a cell of the page before may go on without text.
            boolean rest = column.role() == ColumnRole.OBJECTIVE && b == 0;
            double none = labels ? b == 0 ? 0.3 : 5 : (rest ? 0.1 : empty) / groupSize(r);
            offer(r + 1, b, cost[r][b] + none, new Band.Range(r, r + 1, null));
            Block block = null;
            for (int more = 1; more <= 3 && b + more <= column.blocks().size(); more++) {
                Block next = column.blocks().get(b + more - 1);
                if (block != null && (labels || next.first() - block.last() > 2.2 * band.pitch())) {
                    break;
                }
                block = block == null ? next : block.and(next);
                for (int to = r + 1; to <= rows; to++) {
                    double price = blockCost(block, r, to) + (more - 1) * JOINED + span(r, to);
                    offer(to, b + more, cost[r][b] + price, new Band.Range(r, to, block));
                }
            }
        }

        private void offer(int r, int b, double price, Band.Range cell) {
            if (price < cost[r][b]) {
                cost[r][b] = price;
                step[r][b] = cell;
            }
        }

        /** How unlikely it is that a cell spans these rows. */
        private double span(int from, int to) {
            if (labels) {
                return 0;
            }
            boolean whole = opens[from] && opens[to];
            int groups = 0;
            for (int r = from + 1; r < to; r++) {
                groups += opens[r] ? 1 : 0;
            }
            if (whole) {
                return groups == 0 || column.role() == ColumnRole.OBJECTIVE ? 0 : 0.25;
            }
            return to - from == 1 ? 0.1 : groups == 0 ? 0.4 : 1;
        }
    }
}
