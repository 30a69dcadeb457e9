package vn.trich.pipeline.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.trich.pipeline.page.Ruling;
import vn.trich.pipeline.page.Word;

/**
 * Mends lines that a scan left in pieces. A line of a table ends at a line across it; a piece that ends in the middle of
 * a field is broken there, so it is joined with the next piece at the same height and drawn on to the lines across,
 * unless words stand in its way. A line that ends at a line across ends there on purpose (a cell that spans).
 */
final class LineMender {

    private static final double TOUCH = LineWork.TOUCH;
    /** A word stands in the way if the line runs through the middle part of it. */
    private static final double MARGIN = 0.28;
    /** Share of the grid's extent that pieces at one height must cover to be a line at all. */
    private static final double MIN_COVERED = 0.08;
    /** A field is drawn whole if so much of it is. */
    private static final double WHOLE = 0.85;
    /** No more than this is what text beside a line adds to its end. */
    private static final double NOTHING = 0.35;

    private final List<Ruling> crossing;
    private final List<Word> words;
    private final boolean horizontal;

    /**
     * Prepares to mend lines of one direction.
     *
     * @param crossing the lines of the other direction
     * @param words the words of the page
     * @param horizontal direction of the lines to mend
     */
    LineMender(List<Ruling> crossing, List<Word> words, boolean horizontal) {
        this.crossing =
                crossing.stream().sorted(Comparator.comparingDouble(Ruling::at)).toList();
        this.words = words;
        this.horizontal = horizontal;
    }

    /** The lines, broken ones mended. */
    List<Ruling> mend(List<Ruling> pieces) {
        List<Ruling> sorted = pieces.stream()
                .sorted(Comparator.comparingDouble(Ruling::at).thenComparingDouble(Ruling::from))
                .toList();
        List<Ruling> mended = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= sorted.size(); i++) {
            if (i == sorted.size() || sorted.get(i).at() - sorted.get(start).at() > 2 * LineWork.SAME_LINE) {
                mended.addAll(mendOne(sorted.subList(start, i)));
                start = i;
            }
        }
        return mended;
    }

    private List<Ruling> mendOne(List<Ruling> pieces) {
        double at = pieces.stream().mapToDouble(r -> r.at() * r.length()).sum()
                / pieces.stream().mapToDouble(Ruling::length).sum();
        List<Double> edges = edgesAt(at);
        boolean broken = pieces.stream().anyMatch(p -> endsInField(p.from(), edges) || endsInField(p.to(), edges));
        boolean anchored = pieces.stream()
                .anyMatch(p -> edges.stream().anyMatch(e -> p.from() - TOUCH <= e && e <= p.to() + TOUCH));
        if (!broken || !anchored || edges.size() < 2) {
            return pieces;
        }
        double extent = edges.get(edges.size() - 1) - edges.get(0);
        double covered = pieces.stream().mapToDouble(Ruling::length).sum();
        return covered < MIN_COVERED * extent ? pieces : drawn(pieces, edges, at);
    }

    /** Positions of the lines across that pass or touch this height. */
    private List<Double> edgesAt(double at) {
        return crossing.stream()
                .filter(c -> c.from() - TOUCH <= at && at <= c.to() + TOUCH)
                .map(Ruling::at)
                .toList();
    }

    private static boolean endsInField(double end, List<Double> edges) {
        boolean inside = !edges.isEmpty() && end > edges.get(0) && end < edges.get(edges.size() - 1);
        return inside && edges.stream().noneMatch(e -> Math.abs(e - end) <= TOUCH);
    }

    /**
     * The pieces, and a new piece through each field in which a line breaks off, and through those beside it that no
     * word fills.
     */
    private List<Ruling> drawn(List<Ruling> pieces, List<Double> edges, double at) {
        List<Ruling> all = new ArrayList<>();
        pieces.forEach(p -> all.add(new Ruling(horizontal, at, p.from(), p.to())));
        int fields = edges.size() - 1;
        boolean[] free = new boolean[fields];
        double[] covered = new double[fields];
        for (int f = 0; f < fields; f++) {
            double from = edges.get(f);
            double to = edges.get(f + 1);
            free[f] = to - from > TOUCH && !wordsInTheWay(at, from, to);
            covered[f] = covered(pieces, from, to);
        }
        for (int f = 0; f < fields; f++) {
            if (free[f] && (covered[f] > NOTHING || besideBreak(f, free, covered))) {
                all.add(new Ruling(horizontal, at, edges.get(f), edges.get(f + 1)));
            }
        }
        return LineWork.joinedInterval(all, horizontal);
    }

    /**
     * Whether a line breaks off where an empty field and those like it end. What is drawn whole up to a line across ends
     * there on purpose.
     */
    private static boolean besideBreak(int field, boolean[] free, double[] covered) {
        int before = field;
        while (before >= 0 && covered[before] <= NOTHING) {
            before--;
        }
        int after = field;
        while (after < covered.length && covered[after] <= NOTHING) {
            after++;
        }
        return before >= 0 && free[before] && covered[before] < WHOLE
                || after < covered.length && free[after] && covered[after] < WHOLE;
    }

    private static double covered(List<Ruling> pieces, double from, double to) {
        double sum = pieces.stream()
                .mapToDouble(p -> Math.max(0, Math.min(to, p.to()) - Math.max(from, p.from())))
                .sum();
        return to - from < 2 * TOUCH ? 0 : sum / (to - from);
    }

    private boolean wordsInTheWay(double at, double from, double to) {
        for (Word word : words) {
            double along = horizontal ? word.box().centreX() : word.box().centreY();
            double low = horizontal ? word.box().y0() : word.box().x0();
            double high = horizontal ? word.box().y1() : word.box().x1();
            double margin = MARGIN * (high - low);
            if (along > from && along < to && low + margin < at && at < high - margin) {
                return true;
            }
        }
        return false;
    }
}
