package vn.trich.pipeline.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import vn.trich.output.ColumnRole;

/**
 * Finds rows that no line parts where text begins at the top of its cell: each block of the innermost column, and each
 * label, begins a row; a cell that begins with a label reaches down to the next one.
 */
final class TopRows {

    /** Texts that begin this near to each other, in pitches, begin one row. */
    private static final double SAME_ROW = 0.4;
    /** Cells of units and times that span several labelled rows span no more than this many. */
    private static final int MAX_SPAN = 3;

    private static final Set<ColumnRole> SHARED = Set.of(ColumnRole.LEAD, ColumnRole.RESPONSIBILITY, ColumnRole.DUE);

    private final Band band;
    private final List<Double> starts = new ArrayList<>();
    private final List<Integer> groups = new ArrayList<>();

    private TopRows(Band band) {
        this.band = band;
    }

    static Band.Rows of(Band band) {
        return new TopRows(band).rows();
    }

    private Band.Rows rows() {
        findStarts();
        findGroups();
        List<Double> edges = new ArrayList<>(List.of(band.top()));
        for (int r = 1; r < starts.size(); r++) {
            edges.add(Math.max(edges.get(r - 1), starts.get(r) - 0.6 * band.pitch()));
        }
        edges.add(Math.max(band.bottom(), edges.get(edges.size() - 1)));
        List<List<Band.Range>> cells =
                IntStream.range(0, band.columns().size()).mapToObj(this::ranges).toList();
        return new Band.Rows(edges, cells);
    }

    private void findStarts() {
        double[] heights = java.util.stream.Stream.concat(band.leaves().stream(), band.labels().stream())
                .mapToDouble(Block::first)
                .sorted()
                .toArray();
        for (double y : heights) {
            if (starts.isEmpty() || y - starts.get(starts.size() - 1) > SAME_ROW * band.pitch()) {
                starts.add(y);
            }
        }
        double first = band.columns().stream()
                .flatMap(c -> c.blocks().stream())
                .mapToDouble(Block::first)
                .min()
                .orElse(Double.MAX_VALUE);
        if (starts.isEmpty() || first < starts.get(0) - 0.6 * band.pitch()) {
            starts.add(0, first);
        }
    }

    /** Rows at which a label stands, and the first; without labels every row. */
    private void findGroups() {
        List<Block> heads = heads();
        for (int r = 0; r < starts.size(); r++) {
            double y = starts.get(r);
            boolean headed =
                    heads.isEmpty() || heads.stream().anyMatch(l -> Math.abs(l.first() - y) <= SAME_ROW * band.pitch());
            if (r == 0 || headed) {
                groups.add(r);
            }
        }
    }

    /** What begins a group of rows: labels, and tasks that have activities, since labels are misread. */
    private List<Block> heads() {
        List<Block> heads = new ArrayList<>(band.labels());
        if (band.holdsActivities()) {
            band.columns().stream().filter(c -> c.role() == ColumnRole.TASK).forEach(c -> heads.addAll(c.blocks()));
        }
        return heads;
    }

    private int rowAt(double y) {
        int row = 0;
        while (row + 1 < starts.size() && starts.get(row + 1) <= y + SAME_ROW * band.pitch()) {
            row++;
        }
        return row;
    }

    /** The row after the group that holds a row. */
    private int groupEnd(int row) {
        return groups.stream().filter(g -> g > row).findFirst().orElse(starts.size());
    }

    private List<Band.Range> ranges(int column) {
        List<Band.Range> cells = new ArrayList<>();
        List<Block> blocks = column == band.label() || column == band.leaf()
                ? band.columns().get(column).blocks()
                : band.columns().get(column).blocks().stream()
                        .flatMap(b -> parted(b).stream())
                        .toList();
        for (Block block : blocks) {
            int row = rowAt(block.first());
            int to = rowAt(block.last()) + 1;
            int end = cells.size() - 1;
            if (end >= 0 && cells.get(end).to() > row) {
                Band.Range before = cells.get(end);
                cells.set(
                        end,
                        new Band.Range(
                                before.from(),
                                Math.max(before.to(), to),
                                before.block().and(block)));
            } else {
                cells.add(new Band.Range(row, to, block));
            }
        }
        List<Band.Range> all = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < cells.size(); i++) {
            Band.Range cell = cells.get(i);
            addEmpty(all, column, at, cell.from());
            int limit = i + 1 < cells.size() ? cells.get(i + 1).from() : starts.size();
            int to = Math.max(cell.to(), reach(column, cell, limit, cells.size()));
            all.add(new Band.Range(cell.from(), to, cell.block()));
            at = to;
        }
        addEmpty(all, column, at, starts.size());
        return all;
    }

    /** A block cut where labels follow each other line by line, so that no white parts their rows. */
    private List<Block> parted(Block block) {
        List<Block> labels = band.labels();
        List<Double> cuts = new ArrayList<>();
        for (int i = 1; i < labels.size(); i++) {
            double step = labels.get(i).first() - labels.get(i - 1).first();
            if (step < 1.28 * band.pitch()) {
                cuts.add(labels.get(i).first() - 0.5 * step);
            }
        }
        return block.cut(cuts);
    }

    /** The row to which a cell reaches at most, as far as its place tells. */
    private int reach(int column, Band.Range cell, int limit, int filled) {
        ColumnRole role = band.columns().get(column).role();
        if (role == ColumnRole.OBJECTIVE) {
            return limit;
        }
        boolean opensGroup = groups.contains(cell.from());
        boolean inner = column == band.leaf() || isInnermost(role);
        if (inner && column != band.label() || !opensGroup) {
            return cell.to();
        }
        int end = groupEnd(cell.from());
        if (limit < end) {
            return cell.to();
        }
        boolean shared = SHARED.contains(role) && filled * 10 >= groups.size() * 6 && groups.size() > 2;
        int spanned = 1;
        while (shared && end < limit && spanned < MAX_SPAN) {
            end = groupEnd(end);
            spanned++;
        }
        return Math.min(end, limit);
    }

    private boolean isInnermost(ColumnRole role) {
        return role == (band.holdsActivities() ? ColumnRole.ACTIVITY : ColumnRole.TASK);
    }

    private void addEmpty(List<Band.Range> cells, int column, int from, int to) {
        int at = from;
        while (at < to) {
            int next = column == band.leaf() ? at + 1 : Math.min(to, groupEnd(at));
            cells.add(new Band.Range(at, next, null));
            at = next;
        }
    }
}
