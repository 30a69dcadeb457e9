package vn.trich.pipeline.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the rows of a table whose lines are known by columns, but not where a row ends: each label has a row of its
 * own; text stands at the top of its row or in its middle; a row begins where sentences begin.
 */
final class LayoutRows {

    /** Rows are no longer than this many lines. */
    private static final int LONGEST = 60;

    private static final double NO_LABEL = -6;
    private static final double MORE_LABELS = -9;
    private static final double ROW = -0.6;
    private static final double FROM_TOP = -1.2;
    private static final double FROM_MIDDLE = -0.9;
    private static final double LOWER_CASE = -2.5;
    private static final double CAPITAL = 0.4;
    private static final double OPEN_END = -1;
    private static final double HOLE = -1.5;
    private static final double BREAK = -1.2;
    private static final double NOTHING_BEGINS = -3;
    /** A blank line between rows is no accident. */
    private static final double BLANK_LINE = 0.8;

    private final List<LayoutLine> lines;
    private final int columns;
    private final boolean[] spanning;
    private final boolean labelled;
    private final int[] widths;

    /**
     * Prepares rows.
     *
     * @param lines the lines, nothing between them
     * @param columns how many columns
     * @param spanning columns whose cells may span rows, and do not tell where rows end
     * @param labelled whether rows have labels in the first column
     */
    LayoutRows(List<LayoutLine> lines, int columns, boolean[] spanning, boolean labelled) {
        this.lines = List.copyOf(lines);
        this.columns = columns;
        this.spanning = spanning.clone();
        this.labelled = labelled;
        this.widths = widths(lines, columns);
    }

    /** Where rows begin, and how well that fits. */
    record Cuts(int[] starts, double score) {}

    /** The best rows; {@code middle} says whether text stands in the middle of its row. */
    Cuts find(boolean middle) {
        int n = lines.size();
        double[] best = new double[n + 1];
        int[] came = new int[n + 1];
        Arrays.fill(best, 1, n + 1, Double.NEGATIVE_INFINITY);
        for (int end = 1; end <= n; end++) {
            for (int start = Math.max(0, end - LONGEST); start < end; start++) {
                double score = best[start] + row(start, end, middle);
                if (score > best[end]) {
                    best[end] = score;
                    came[end] = start;
                }
            }
        }
        List<Integer> starts = new ArrayList<>();
        for (int end = n; end > 0; end = came[end]) {
            starts.add(0, came[end]);
        }
        return new Cuts(starts.stream().mapToInt(Integer::intValue).toArray(), best[n]);
    }

    private double row(int start, int end, boolean middle) {
        double score = ROW + (start > 0 && lines.get(start).blank() ? BLANK_LINE : 0);
        score += labels(start, end, middle);
        boolean begins = false;
        for (int c = 1; c < columns; c++) {
            if (spanning[c]) {
                continue;
            }
            int first = start;
            while (first < end && lines.get(first).cell(c).isEmpty()) {
                first++;
            }
            if (first == end) {
                continue;
            }
            int last = end - 1;
            while (lines.get(last).cell(c).isEmpty()) {
                last--;
            }
            begins |= first == start;
            score += cell(c, first, last, start, end, middle);
        }
        return score + (begins ? 0 : NOTHING_BEGINS);
    }

    /** Whether a line of a column begins anew: with a capital, though the line before had room for its first word. */
    private boolean breaks(int line, int column) {
        String before = lines.get(line - 1).text(column);
        String text = lines.get(line).text(column);
        boolean opens = Character.isUpperCase(text.codePointAt(0)) || Character.isDigit(text.codePointAt(0));
        int space = text.indexOf(' ');
        int word = space < 0 ? text.length() : space;
        return opens && !before.isEmpty() && before.length() + 1 + word < widths[column];
    }

    private static int[] widths(List<LayoutLine> lines, int columns) {
        int[] widths = new int[columns];
        for (int c = 0; c < columns; c++) {
            int column = c;
            int[] lengths = lines.stream()
                    .mapToInt(l -> l.text(column).length())
                    .filter(l -> l > 0)
                    .sorted()
                    .toArray();
            widths[c] = lengths.length == 0 ? 0 : lengths[(9 * lengths.length - 1) / 10];
        }
        return widths;
    }

    private double labels(int start, int end, boolean middle) {
        if (!labelled) {
            return 0;
        }
        int labels = 0;
        double score = 0;
        for (int i = start; i < end; i++) {
            if (lines.get(i).label().isPresent()) {
                labels++;
                score += middle
                        ? FROM_MIDDLE * Math.max(0, Math.abs(i - (start + end - 1) / 2.0) - 0.5)
                        : FROM_TOP * (i - start);
            }
        }
        return labels == 0 ? NO_LABEL : score + MORE_LABELS * (labels - 1);
    }

    private double cell(int column, int first, int last, int start, int end, boolean middle) {
        double score = middle
                ? FROM_MIDDLE * Math.max(0, Math.abs((first + last) / 2.0 - (start + end - 1) / 2.0) - 0.5)
                : FROM_TOP * (first - start);
        for (int i = first; i <= last; i++) {
            score += lines.get(i).cell(column).isEmpty() ? HOLE : i > first && breaks(i, column) ? BREAK : 0;
        }
        String opening = lines.get(first).text(column);
        score += RowCut.startsLower(opening) ? LOWER_CASE : CAPITAL;
        String ending = lines.get(last).text(column);
        boolean open = ending.endsWith(",") || ending.endsWith("-") || ending.endsWith(" và");
        return score + (open ? OPEN_END : 0);
    }
}
