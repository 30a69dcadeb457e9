package vn.trich.pipeline.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.trich.output.ColumnRole;

/**
 * Finds rows that no line parts by what all columns say together: blocks of text of several columns that stand at one
 * height, in the middle of a row or at its top, make a row. Of all heights at which blocks stand the chain is taken
 * that most text speaks for and in which no text reaches into the next row; what stands between are cells that span.
 */
final class RowMarks {

    /** Texts of one row stand at one height up to this, in pitches. */
    private static final double SAME_HEIGHT = 0.3;

    /** Rows follow each other at least so far, in pitches. */
    private static final double NEXT_ROW = 0.9;

    /** What must speak for a row. */
    private static final double ROW = 1.2;

    /** What must speak for a row without text in the column that has a cell for every row. */
    private static final double ROW_OF_OTHERS = 2.3;

    /** A row that is cut by the end of the page is less likely than a whole one. */
    private static final double CUT = 0.3;

    /** A gap between two lines of one cell is no wider than this, in pitches, where a row may end. */
    private static final double OWN_GAP = 1.14;

    private static final int MOST = 400;

    private final Band band;
    private final boolean middle;
    private final boolean activities;

    private RowMarks(Band band, boolean middle) {
        this.band = band;
        this.middle = middle;
        this.activities = band.holdsActivities();
    }

    /**
     * Rows of a band.
     *
     * @param blocks what stands in each, from the top: its extent, without words
     * @param strength how many columns speak for a row, on average
     * @param band the band with text parted where one row ends and the next begins
     */
    record Marks(List<Block> blocks, double strength, Band band) {}

    /** The rows that a band's text tells. */
    static Optional<Marks> of(Band band, boolean middle) {
        return new RowMarks(band, middle).find();
    }

    /** A block in its column. */
    private record Placed(int column, Block block) {}

    /**
     * Blocks at one height.
     *
     * @param height where they stand
     * @param members at most one of each column
     * @param cut whether they begin at one height though other rows have theirs in the middle
     */
    private record Level(double height, List<Placed> members, boolean cut) {}

    private Optional<Marks> find() {
        List<Placed> all = new ArrayList<>();
        for (int c = 0; c < band.columns().size(); c++) {
            for (Block block : band.columns().get(c).blocks()) {
                all.add(new Placed(c, block));
            }
        }
        if (all.isEmpty() || all.size() > MOST) {
            return Optional.empty();
        }
        List<Level> levels = new ArrayList<>(levels(all, middle, false));
        if (middle) {
            List<Level> tops = levels(all, false, true);
            levels.add(tops.get(0));
            tops.stream().skip(1).filter(l -> unlike(l.members())).forEach(levels::add);
        }
        levels.sort(Comparator.comparingDouble(Level::height).thenComparing(Level::cut));
        List<Level> chain = chain(levels);
        if (chain.isEmpty()) {
            return Optional.empty();
        }
        double strength =
                chain.stream().mapToInt(l -> l.members().size()).average().orElse(0);
        List<Block> rows = extents(chain);
        return Optional.of(new Marks(rows, strength, parted(rows)));
    }

    private static boolean unlike(List<Placed> members) {
        return members.size() > 1
                && members.stream()
                                .mapToDouble(p -> p.block().last())
                                .distinct()
                                .count()
                        > 1;
    }

    private List<Level> levels(List<Placed> all, boolean byCentre, boolean cut) {
        List<Placed> sorted = all.stream()
                .sorted(Comparator.comparingDouble((Placed p) -> height(p.block(), byCentre))
                        .thenComparingInt(Placed::column))
                .toList();
        List<Level> levels = new ArrayList<>();
        List<Placed> open = new ArrayList<>();
        double sum = 0;
        for (Placed placed : sorted) {
            double height = height(placed.block(), byCentre);
            boolean taken = open.stream().anyMatch(p -> p.column() == placed.column());
            if (!open.isEmpty() && (taken || height - sum / open.size() > SAME_HEIGHT * band.pitch())) {
                levels.add(new Level(sum / open.size(), List.copyOf(open), cut));
                open.clear();
                sum = 0;
            }
            open.add(placed);
            sum += height;
        }
        levels.add(new Level(sum / open.size(), List.copyOf(open), cut));
        return levels;
    }

    private static double height(Block block, boolean byCentre) {
        return byCentre ? block.centre() : block.first();
    }

    /** How much text of a column speaks for a row; cells of units and the like often span rows. */
    private double weight(int column) {
        if (column == 0) {
            return activities ? 0.4 : 1;
        }
        return switch (band.columns().get(column).role()) {
            case ACTIVITY -> 2;
            case TASK -> activities ? 0.4 : 2;
            case DUE -> 1.2;
            case PRODUCT -> 1;
            case OBJECTIVE -> 0.2;
            default -> activities ? 0.4 : 0.8;
        };
    }

    /** Whether a column has a cell of its own for nearly every row. */
    private boolean isInner(int column) {
        ColumnRole role = band.columns().get(column).role();
        return isLeaf(column) || !activities && (column == 0 || role == ColumnRole.DUE || role == ColumnRole.PRODUCT);
    }

    private boolean isLeaf(int column) {
        return band.columns().get(column).role() == (activities ? ColumnRole.ACTIVITY : ColumnRole.TASK);
    }

    /** What speaks for a row, less what must. */
    private double score(Level level) {
        boolean leaf = level.members().stream().anyMatch(p -> isLeaf(p.column()));
        double sum =
                level.members().stream().mapToDouble(p -> weight(p.column())).sum();
        return sum - (leaf ? ROW : ROW_OF_OTHERS) - (level.cut() ? CUT : 0);
    }

    private List<Level> chain(List<Level> levels) {
        int n = levels.size();
        double[] best = new double[n];
        int[] before = new int[n];
        int end = -1;
        for (int i = 0; i < n; i++) {
            Level level = levels.get(i);
            double own = score(level);
            before[i] = -1;
            best[i] = own;
            for (int j = 0; j < i; j++) {
                boolean inside = levels.get(j).cut() && before[j] >= 0;
                if (!inside && best[j] > 0) {
                    double price = overlap(levels.get(j), level);
                    if (best[j] + own - price > best[i]) {
                        best[i] = best[j] + own - price;
                        before[i] = j;
                    }
                }
            }
            if (best[i] > 0 && (end < 0 || best[i] > best[end])) {
                end = i;
            }
        }
        List<Level> chain = new ArrayList<>();
        for (int at = end; at >= 0; at = before[at]) {
            chain.add(0, levels.get(at));
        }
        return chain;
    }

    /** What speaks against two rows that follow each other: text of one beside text of the other. */
    private double overlap(Level upper, Level lower) {
        double pitch = band.pitch();
        if (first(lower) - first(upper) < NEXT_ROW * pitch && lower.height() - upper.height() < NEXT_ROW * pitch) {
            return Double.POSITIVE_INFINITY;
        }
        double sum = 0;
        for (Placed a : upper.members()) {
            for (Placed b : lower.members()) {
                if (a.block() == b.block()) {
                    return Double.POSITIVE_INFINITY;
                }
                boolean inner = isInner(a.column()) && isInner(b.column());
                if (inner && a.block().last() + 0.6 * pitch > b.block().first()) {
                    sum += Math.min(weight(a.column()), weight(b.column()));
                }
            }
        }
        return sum;
    }

    private static double first(Level level) {
        return level.members().stream()
                .mapToDouble(p -> p.block().first())
                .min()
                .orElseThrow();
    }

    /** What stands in each row: blocks that do not reach to the next. */
    private List<Block> extents(List<Level> chain) {
        List<Block> rows = new ArrayList<>();
        for (int i = 0; i < chain.size(); i++) {
            Level level = chain.get(i);
            double above = i == 0 ? Double.NEGATIVE_INFINITY : chain.get(i - 1).height();
            double below = i + 1 == chain.size()
                    ? Double.POSITIVE_INFINITY
                    : chain.get(i + 1).height();
            double first = Double.POSITIVE_INFINITY;
            double last = Double.NEGATIVE_INFINITY;
            for (Placed placed : level.members()) {
                Block block = placed.block();
                boolean fits = isInner(placed.column()) || level.members().size() == 1;
                if (fits && block.first() > above && (block.last() < below || !middle)) {
                    first = Math.min(first, block.first());
                    last = Math.max(last, Math.min(block.last(), below - 0.5 * band.pitch()));
                }
            }
            if (first > last) {
                first = level.height();
                last = level.height();
            }
            rows.add(centred(first, last, level));
        }
        return rows;
    }

    /** The extent, its middle where the row's blocks have theirs. */
    private Block centred(double first, double last, Level level) {
        if (!middle || level.cut()) {
            return new Block(first, last, List.of());
        }
        double half = Math.max(0, Math.min(level.height() - first, last - level.height()));
        return new Block(level.height() - half, level.height() + half, List.of());
    }

    /** The band with blocks parted where they run over the end of a row with a gap there. */
    private Band parted(List<Block> rows) {
        List<Band.Column> columns = new ArrayList<>();
        for (Band.Column column : band.columns()) {
            List<Block> blocks = column.blocks().stream()
                    .flatMap(b -> parted(b, rows).stream())
                    .toList();
            columns.add(new Band.Column(column.cell(), column.role(), blocks));
        }
        return new Band(band.top(), band.bottom(), band.pitch(), columns, band.label(), band.leaf());
    }

    private List<Block> parted(Block block, List<Block> rows) {
        List<Double> cuts = new ArrayList<>();
        List<Block> lines = block.lines();
        for (int i = 1; i < lines.size(); i++) {
            double above = lines.get(i - 1).last();
            double below = lines.get(i).first();
            boolean ends = rows.stream().anyMatch(r -> Math.abs(r.first() - below) < SAME_HEIGHT * band.pitch())
                    || rows.stream().anyMatch(r -> Math.abs(r.last() - above) < SAME_HEIGHT * band.pitch());
            if (ends && below - above > OWN_GAP * band.pitch()) {
                cuts.add((above + below) / 2);
            }
        }
        return cuts.isEmpty() ? List.of(block) : block.cut(cuts);
    }
}
