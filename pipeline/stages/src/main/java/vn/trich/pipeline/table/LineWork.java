package vn.trich.pipeline.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.trich.output.Box;
import vn.trich.pipeline.page.Ruling;
import vn.trich.pipeline.page.Word;

/**
 * The rulings of one page, cleaned: pieces of a broken line joined, double lines made one, and sorted into groups that
 * touch each other. Each group of lines may be a table.
 */
final class LineWork {

    /** Lines this close are one (a double line, a line that slopes a little), in points. */
    static final double SAME_LINE = 3.5;
    /** A line may be interrupted for this long. */
    private static final double BREAK = 10;
    /** Lines touch if their ends come this near. */
    static final double TOUCH = 6;
    /** A page with more lines than this is no page of tables; the longest are kept. */
    private static final int MAX_LINES = 6_000;

    private final List<Ruling> lines;
    private final boolean cut;

    LineWork(List<Ruling> rulings, List<Word> words) {
        this.cut = rulings.size() > MAX_LINES;
        List<Ruling> longest = rulings.stream()
                .filter(r -> Double.isFinite(r.at()) && Double.isFinite(r.from()) && Double.isFinite(r.to()))
                .sorted(Comparator.comparingDouble(Ruling::length).reversed())
                .limit(MAX_LINES)
                .toList();
        List<Ruling> across = joined(longest, true);
        List<Ruling> down = joined(longest, false);
        List<Ruling> mendedAcross = new LineMender(down, words, true).mend(across);
        this.lines = new ArrayList<>(mendedAcross);
        this.lines.addAll(new LineMender(mendedAcross, words, false).mend(down));
    }

    /** Whether lines were left out because there are too many. */
    boolean cut() {
        return cut;
    }

    /** All lines of one direction. */
    List<Ruling> lines(boolean horizontal) {
        return lines.stream().filter(r -> r.horizontal() == horizontal).toList();
    }

    private static List<Ruling> joined(List<Ruling> rulings, boolean horizontal) {
        List<Ruling> sorted = rulings.stream()
                .filter(r -> r.horizontal() == horizontal && r.length() > 0)
                .sorted(Comparator.comparingDouble(Ruling::at).thenComparingDouble(Ruling::from))
                .toList();
        List<Ruling> result = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= sorted.size(); i++) {
            boolean ends = i == sorted.size()
                    || sorted.get(i).at() - sorted.get(i - 1).at() > SAME_LINE
                    || sorted.get(i).at() - sorted.get(start).at() > 2.5 * SAME_LINE;
            if (ends) {
                result.addAll(joinedInterval(sorted.subList(start, i), horizontal));
                start = i;
            }
        }
        return result;
    }

    static List<Ruling> joinedInterval(List<Ruling> cluster, boolean horizontal) {
        List<Ruling> byStart = cluster.stream()
                .sorted(Comparator.comparingDouble(Ruling::from).thenComparingDouble(Ruling::at))
                .toList();
        List<Ruling> result = new ArrayList<>();
        double from = 0;
        double to = Double.NEGATIVE_INFINITY;
        double weighted = 0;
        double weight = 0;
        for (Ruling r : byStart) {
            if (weight > 0 && r.from() > to + BREAK) {
                result.add(new Ruling(horizontal, weighted / weight, from, to));
                weight = 0;
                weighted = 0;
            }
            if (weight == 0) {
                from = r.from();
                to = r.to();
            }
            to = Math.max(to, r.to());
            weighted += r.at() * r.length();
            weight += r.length();
        }
        if (weight > 0) {
            result.add(new Ruling(horizontal, weighted / weight, from, to));
        }
        return result;
    }

    /** Groups of touching lines that hold lines of both directions, in reading order. */
    List<List<Ruling>> groups() {
        List<Ruling> verticals = lines.stream()
                .filter(r -> !r.horizontal())
                .sorted(Comparator.comparingDouble(Ruling::at))
                .toList();
        List<Ruling> horizontals = lines.stream().filter(Ruling::horizontal).toList();
        DisjointSets sets = new DisjointSets(verticals.size() + horizontals.size());
        for (int h = 0; h < horizontals.size(); h++) {
            Ruling line = horizontals.get(h);
            for (int v = firstFrom(verticals, line.from() - TOUCH);
                    v < verticals.size() && verticals.get(v).at() <= line.to() + TOUCH;
                    v++) {
                Ruling other = verticals.get(v);
                if (other.from() - TOUCH <= line.at() && line.at() <= other.to() + TOUCH) {
                    sets.join(v, verticals.size() + h);
                }
            }
        }
        List<Ruling> all = new ArrayList<>(verticals);
        all.addAll(horizontals);
        return sets.groups().stream()
                .map(group -> group.stream().map(all::get).toList())
                .filter(g ->
                        g.stream().anyMatch(Ruling::horizontal) && g.stream().anyMatch(r -> !r.horizontal()))
                .sorted(Comparator.comparingDouble((List<Ruling> g) -> box(g).y0())
                        .thenComparingDouble(g -> box(g).x0()))
                .toList();
    }

    /** The box around lines. */
    static Box box(List<Ruling> group) {
        return group.stream().map(LineWork::box).reduce(Box::union).orElseThrow();
    }

    private static Box box(Ruling r) {
        return r.horizontal() ? new Box(r.from(), r.at(), r.to(), r.at()) : new Box(r.at(), r.from(), r.at(), r.to());
    }

    private static int firstFrom(List<Ruling> sorted, double at) {
        int low = 0;
        int high = sorted.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted.get(middle).at() < at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
