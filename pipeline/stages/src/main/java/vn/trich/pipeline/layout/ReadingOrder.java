package vn.trich.pipeline.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.trich.output.Box;
import vn.trich.pipeline.page.PageText;

/**
 * Puts the lines of a page in reading order: from the top, and where two blocks stand side by side (the head of a
 * document, its recipients and signature) the left block before the right one. Lines inside ruled tables are read row
 * by row.
 */
final class ReadingOrder {

    /** Share of the page's height within which a document's head begins. */
    private static final double HEAD = 0.4;

    /** White this high, in ems, parts what stands above it from what stands below. */
    private static final double WHITE = 0.9;

    private final PageMeasure measure;
    private final double height;
    private final FootColumns foot;

    ReadingOrder(PageText page) {
        this.measure = new PageMeasure(page);
        this.height = page.height();
        this.foot = new FootColumns(page.width(), measure.em());
    }

    /** The same lines in reading order. */
    List<Line> order(List<Line> lines) {
        List<List<Line>> rows = rows(lines);
        List<Line> ordered = new ArrayList<>();
        int next = 0;
        while (next < rows.size()) {
            int footEnd = foot.end(rows, next);
            int end = columnsEnd(rows, next);
            if (footEnd > next) {
                ordered.addAll(foot.order(rows.subList(next, footEnd)));
                next = footEnd;
            } else if (end - next > 1) {
                bands(rows.subList(next, end)).forEach(band -> ordered.addAll(leftThenRight(band)));
                next = end;
            } else {
                ordered.addAll(rows.get(next++));
            }
        }
        return ordered;
    }

    /** Lines at the same height together, each row from left to right. */
    static List<List<Line>> rows(List<Line> lines) {
        List<Line> sorted = new ArrayList<>(lines);
        sorted.sort(Comparator.comparingDouble((Line l) -> l.box().centreY())
                .thenComparingDouble(l -> l.box().x0()));
        List<List<Line>> rows = new ArrayList<>();
        Box row = null;
        for (Line line : sorted) {
            double lower = row == null ? 0 : Math.min(row.height(), line.box().height());
            if (row != null && row.overlapY(line.box()) >= 0.5 * lower) {
                rows.get(rows.size() - 1).add(line);
            } else {
                rows.add(new ArrayList<>(List.of(line)));
                row = line.box();
            }
        }
        rows.forEach(r -> r.sort(Comparator.comparingDouble(l -> l.box().x0())));
        return rows;
    }

    /** The end (exclusive) of a run of rows, from {@code start}, that stand in two columns; {@code start + 1} if none. */
    private int columnsEnd(List<List<Line>> rows, int start) {
        double[] gap = gap(rows.get(start));
        if (gap == null) {
            return start + 1;
        }
        int end = start + 1;
        for (int i = start + 1; i < rows.size(); i++) {
            List<Line> row = rows.get(i);
            double[] narrowed = narrowed(gap, row);
            double distance =
                    row.get(0).box().y0() - rows.get(i - 1).get(0).box().y1();
            if (narrowed == null || row.size() > 2 || distance > 4 * measure.em()) {
                break;
            }
            gap = narrowed;
            if (row.size() == 2
                    && row.get(0).box().x1() <= gap[1]
                    && row.get(1).box().x0() >= gap[0]) {
                end = i + 1;
            }
        }
        return end;
    }

    /**
     * The parts of two columns at the top of a page that white parts from side to side: in a document's head the names of
     * agency and state stand above number and date.
     */
    private List<List<List<Line>>> bands(List<List<Line>> rows) {
        if (rows.get(0).get(0).box().y0() > HEAD * height) {
            return List.of(rows);
        }
        List<List<List<Line>>> bands = new ArrayList<>();
        int from = 0;
        for (int i = 1; i < rows.size(); i++) {
            double above = rows.subList(from, i).stream()
                    .flatMap(List::stream)
                    .mapToDouble(l -> l.box().y1())
                    .max()
                    .orElse(0);
            double below = rows.subList(i, rows.size()).stream()
                    .flatMap(List::stream)
                    .mapToDouble(l -> l.box().y0())
                    .min()
                    .orElse(0);
            if (below - above > WHITE * measure.em()) {
                bands.add(rows.subList(from, i));
                from = i;
            }
        }
        bands.add(rows.subList(from, rows.size()));
        return bands;
    }

    private double[] gap(List<Line> row) {
        if (row.size() != 2) {
            return null;
        }
        double[] gap = {row.get(0).box().x1(), row.get(1).box().x0()};
        return measure.insideRules(row.get(0).box().centreY()) || gap[1] - gap[0] < measure.em() ? null : gap;
    }

    private double[] narrowed(double[] gap, List<Line> row) {
        double from = gap[0];
        double to = gap[1];
        for (Line line : row) {
            double middle = (from + to) / 2;
            if (line.box().x1() <= to && line.box().centreX() < middle) {
                from = Math.max(from, line.box().x1());
            } else if (line.box().x0() >= from && line.box().centreX() > middle) {
                to = Math.min(to, line.box().x0());
            } else {
                return null;
            }
        }
        boolean ruled = measure.insideRules(row.get(0).box().centreY());
        return to - from < 0.5 * measure.em() || ruled ? null : new double[] {from, to};
    }

    private static List<Line> leftThenRight(List<List<Line>> rows) {
        double from = Double.NEGATIVE_INFINITY;
        for (List<Line> row : rows) {
            if (row.size() == 2) {
                from = Math.max(from, row.get(0).box().x1());
            }
        }
        List<Line> left = new ArrayList<>();
        List<Line> right = new ArrayList<>();
        for (List<Line> row : rows) {
            for (Line line : row) {
                (line.box().x0() >= from ? right : left).add(line);
            }
        }
        left.addAll(right);
        return left;
    }
}
