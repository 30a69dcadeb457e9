package vn.trich.pipeline.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Puts the words of lines into columns that blanks hold apart. Where a column is full, but one blank parts it from the
 * next, and columns may shift by some characters from row to row; so each line is cut where that agrees best with where
 * the lines around it begin their cells.
 */
final class LayoutColumns {

    /** As many blanks part columns, not words. */
    static final int GAP = 2;

    /** Lines so near tell where cells begin. */
    private static final int NEAR = 6;

    private static final double WIDE_GAP_INSIDE = -3;
    private static final double ONE_BLANK_BETWEEN = -3;
    private static final double[] BEGINS_AS_NEAR = {2.5, 1.5, 0.5};
    private static final double OUTSIDE = 0.35;
    /** The same for what stands apart: rows may shift. */
    private static final double SHIFTED = 0.2;

    private static final int SLACK = 2;
    /** So many cells tell where a column begins and ends, whatever its name did. */
    private static final int MANY = 3;

    private static final double CAPITAL = 0.8;
    private static final double LOWER_CASE = -1;

    private final List<DumpText.TextLine> lines;
    private final int columns;
    private final int[] from;
    private final int[] to;
    private final int[][] placed;

    /**
     * Prepares columns.
     *
     * @param lines lines of one page
     * @param from where each column is known to begin, in characters, before its lines are looked at
     * @param to where each ends
     */
    LayoutColumns(List<DumpText.TextLine> lines, int[] from, int[] to) {
        this.lines = lines;
        this.columns = from.length;
        this.from = from.clone();
        this.to = to.clone();
        this.placed = new int[lines.size()][];
    }

    /** The column of each word of each line. */
    int[][] place() {
        measure(firstGuess());
        for (int round = 0; round < 3; round++) {
            int[][] before =
                    Arrays.stream(placed).map(p -> p == null ? null : p.clone()).toArray(int[][]::new);
            for (int i = 0; i < lines.size(); i++) {
                placed[i] = best(i, before);
            }
            measure(placed);
        }
        return placed;
    }

    /** Where columns begin after {@link #place}, for pages whose header is not repeated. */
    int[] from() {
        return from.clone();
    }

    int[] to() {
        return to.clone();
    }

    static int start(DumpText.TextLine line, int word) {
        return DumpText.TextLine.character(line.words().get(word).box().x0());
    }

    static int end(DumpText.TextLine line, int word) {
        return DumpText.TextLine.character(line.words().get(word).box().x1());
    }

    /** What stands between gaps goes to the one column it touches; what touches several is left open (-1). */
    private int[][] firstGuess() {
        int[][] guess = new int[lines.size()][];
        for (int i = 0; i < guess.length; i++) {
            DumpText.TextLine line = lines.get(i);
            guess[i] = new int[line.words().size()];
            for (int first = 0; first < guess[i].length; ) {
                int last = first;
                while (last + 1 < guess[i].length && line.gap(last + 1) < GAP) {
                    last++;
                }
                Arrays.fill(guess[i], first, last + 1, touched(start(line, first), end(line, last)));
                first = last + 1;
            }
        }
        return guess;
    }

    private int touched(int start, int end) {
        int[] touched = IntStream.range(0, columns)
                .filter(c -> start < to[c] && end > from[c])
                .toArray();
        return touched.length == 1 ? touched[0] : -1;
    }

    /** Sets where columns begin and end by what stands in them. */
    private void measure(int[][] columnOf) {
        for (int c = 0; c < columns; c++) {
            List<Integer> starts = new ArrayList<>();
            List<Integer> ends = new ArrayList<>();
            for (int i = 0; i < columnOf.length; i++) {
                int first = first(columnOf[i], c);
                if (first >= 0) {
                    starts.add(start(lines.get(i), first));
                    ends.add(end(lines.get(i), last(columnOf[i], c)));
                }
            }
            if (starts.isEmpty()) {
                continue;
            }
            starts.sort(null);
            ends.sort(null);
            int start = starts.get(starts.size() / 10);
            int end = ends.get((9 * ends.size() - 1) / 10);
            boolean many = starts.size() >= MANY;
            from[c] = many ? start : Math.min(from[c], start);
            to[c] = Math.max(from[c] + 1, many ? end : Math.max(to[c], end));
        }
    }

    static int first(int[] columnOf, int column) {
        for (int w = 0; w < columnOf.length; w++) {
            if (columnOf[w] == column) {
                return w;
            }
        }
        return -1;
    }

    static int last(int[] columnOf, int column) {
        for (int w = columnOf.length - 1; w >= 0; w--) {
            if (columnOf[w] == column) {
                return w;
            }
        }
        return -1;
    }

    /** The best columns for the words of a line, never going back to the left. */
    private int[] best(int index, int[][] before) {
        DumpText.TextLine line = lines.get(index);
        int words = line.words().size();
        double[][] score = new double[words][columns];
        int[][] came = new int[words][columns];
        double[][] begin = begins(index, before);
        for (int w = 0; w < words; w++) {
            double gap = line.gap(w);
            for (int c = 0; c < columns; c++) {
                score[w][c] = w == 0 ? begin[w][c] : Double.NEGATIVE_INFINITY;
                came[w][c] = -1;
                for (int p = 0; w > 0 && p <= c; p++) {
                    double step = p == c
                            ? (gap >= GAP ? WIDE_GAP_INSIDE * Math.min(4, gap - 1) : 0)
                            : begin[w][c]
                                    + ended(line, w - 1, p)
                                    + (gap >= GAP || p == 0 && isLabel(line, w - 1) ? 1 : ONE_BLANK_BETWEEN);
                    if (score[w - 1][p] + step > score[w][c]) {
                        score[w][c] = score[w - 1][p] + step;
                        came[w][c] = p;
                    }
                }
            }
        }
        int column = 0;
        for (int c = 1; c < columns; c++) {
            double here = score[words - 1][c] + ended(line, words - 1, c);
            column = here > score[words - 1][column] + ended(line, words - 1, column) ? c : column;
        }
        int[] best = new int[words];
        for (int w = words - 1; w >= 0; w--) {
            best[w] = column;
            column = came[w][column];
        }
        return best;
    }

    /** What speaks for a cell of each column to begin at each word of a line. */
    private double[][] begins(int index, int[][] before) {
        DumpText.TextLine line = lines.get(index);
        double[][] begins = new double[line.words().size()][columns];
        for (int w = 0; w < begins.length; w++) {
            int start = start(line, w);
            double opening = opening(line, w);
            double off = w > 0 && line.gap(w) >= GAP ? SHIFTED : OUTSIDE;
            for (int c = 0; c < columns; c++) {
                double outside = start < from[c] - SLACK
                        ? -off * (from[c] - SLACK - start)
                        : start > to[c] ? -2 - OUTSIDE * (start - to[c]) : 0;
                begins[w][c] = outside + asNear(index, start, c, before) + opening;
            }
        }
        return begins;
    }

    /** Whether a word is the label that a line begins with. */
    private static boolean isLabel(DumpText.TextLine line, int word) {
        return word == 0 && RowLabel.parse(line.words().get(0).text()).isPresent();
    }

    /** What the first sign of a word says for a cell to begin with it, where no wide gap does. */
    private static double opening(DumpText.TextLine line, int word) {
        int first = line.words().get(word).text().codePointAt(0);
        if (word == 0 || line.gap(word) >= GAP || isLabel(line, word - 1)) {
            return 0;
        }
        return Character.isUpperCase(first) || first == '-' || first == '–'
                ? CAPITAL
                : Character.isLowerCase(first) ? LOWER_CASE : 0;
    }

    private double asNear(int index, int start, int column, int[][] before) {
        double best = 0;
        for (int i = Math.max(0, index - NEAR); i <= Math.min(lines.size() - 1, index + NEAR); i++) {
            int first = i == index || before[i] == null ? -1 : first(before[i], column);
            boolean sure = first >= 0 && (first == 0 || lines.get(i).gap(first) >= GAP);
            if (sure) {
                int off = Math.abs(start(lines.get(i), first) - start);
                best = Math.max(best, off < BEGINS_AS_NEAR.length ? BEGINS_AS_NEAR[off] : 0);
            }
        }
        return best;
    }

    private double ended(DumpText.TextLine line, int word, int column) {
        int over = end(line, word) - to[column] - SLACK;
        return over > 0 ? -OUTSIDE * over : 0;
    }
}
