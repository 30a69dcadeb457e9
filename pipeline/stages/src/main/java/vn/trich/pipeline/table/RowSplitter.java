package vn.trich.pipeline.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import vn.trich.output.Box;
import vn.trich.pipeline.page.Word;

/**
 * Parts rows between which no line is drawn: where the cells of a ruled row hold several labels one below the other, or
 * figures line by line, each of them begins a row. Words go to the rows by their height; none is lost.
 */
final class RowSplitter {

    /** Labels that stand at the top of their rows have blank paper above them at least this high, in ems. */
    private static final double CLEAR = 0.15;

    private static final int MAX_PARTS = 400;

    private final Draft table;
    private final double em;

    private RowSplitter(Draft table) {
        this.table = table;
        double[] heights = table.words().stream()
                .mapToDouble(w -> w.box().height())
                .sorted()
                .toArray();
        this.em = heights.length == 0 ? 10 : heights[heights.length / 2];
    }

    /** The table of one page with such rows parted. */
    static Draft split(Draft table) {
        return new RowSplitter(table).split();
    }

    private Draft split() {
        double[][] cuts = new double[table.rows()][];
        int extra = 0;
        for (int r = 0; r < table.rows(); r++) {
            cuts[r] = cuts(r);
            extra += cuts[r].length;
        }
        return extra == 0 ? table : parted(cuts, extra).withDoubt("rows without lines");
    }

    /** Heights at which a row is parted, ascending. */
    private double[] cuts(int row) {
        List<Draft.DraftCell> cells = table.startingIn(row);
        boolean plain = cells.size() >= 2
                && cells.get(0).column() == 0
                && cells.stream().allMatch(c -> c.rowSpan() == 1 && c.pieces().size() == 1);
        if (!plain) {
            return new double[0];
        }
        List<List<Word>> labels = CellText.lines(cells.get(0).words());
        boolean allLabels = labels.stream().allMatch(RowSplitter::isLabel);
        if (labels.size() > 1 && allLabels && labels.size() <= MAX_PARTS) {
            return byLabels(cells, labels);
        }
        return byFigures(cells);
    }

    private static boolean isLabel(List<Word> line) {
        return line.size() == 1 && Labels.isLabel(line.get(0).text());
    }

    private double[] byLabels(List<Draft.DraftCell> cells, List<List<Word>> labels) {
        List<double[]> clear = clearings(cells);
        boolean tops = labelsOnTop(clear, labels);
        List<Double> cuts = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            double top = labels.get(i).get(0).box().y0();
            double above = i == 0
                    ? Double.NEGATIVE_INFINITY
                    : labels.get(i - 1).get(0).box().y1();
            double cut = tops ? clearAbove(clear, top) : i == 0 ? Double.NaN : widest(clear, above, top);
            boolean first = i == 0 && !wordsAbove(cells, cut);
            if (!Double.isNaN(cut) && cut > above - em && !first) {
                cuts.add(cut);
            } else if (i > 0) {
                cuts.add(tops ? top - 0.1 * em : (above + top) / 2);
            }
        }
        return cuts.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    private static boolean wordsAbove(List<Draft.DraftCell> cells, double y) {
        return cells.stream()
                .flatMap(c -> c.words().stream())
                .anyMatch(w -> w.box().centreY() < y);
    }

    /** Heights without any word of the row, from top to bottom. */
    private List<double[]> clearings(List<Draft.DraftCell> cells) {
        List<Box> boxes = cells.stream()
                .flatMap(c -> c.words().stream())
                .map(Word::box)
                .sorted(Comparator.comparingDouble(Box::y0))
                .toList();
        List<double[]> clear = new ArrayList<>();
        double bottom = Double.NaN;
        for (Box box : boxes) {
            double shrink = 0.12 * box.height();
            if (!Double.isNaN(bottom) && box.y0() + shrink > bottom) {
                clear.add(new double[] {bottom, box.y0() + shrink});
            }
            bottom = Double.isNaN(bottom) ? box.y1() - shrink : Math.max(bottom, box.y1() - shrink);
        }
        return clear;
    }

    /** Whether most labels stand right under clear paper, at the top of their rows. */
    private boolean labelsOnTop(List<double[]> clear, List<List<Word>> labels) {
        long onTop = labels.stream()
                .skip(1)
                .filter(l -> !Double.isNaN(clearAbove(clear, l.get(0).box().y0())))
                .count();
        return onTop * 4 >= (labels.size() - 1) * 3L;
    }

    private double clearAbove(List<double[]> clear, double top) {
        for (double[] gap : clear) {
            if (gap[1] >= top - 0.45 * em && gap[0] < top + 0.2 * em && gap[1] - gap[0] >= CLEAR * em) {
                return (gap[0] + gap[1]) / 2;
            }
        }
        return Double.NaN;
    }

    private static double widest(List<double[]> clear, double from, double to) {
        double best = 0;
        double at = Double.NaN;
        for (double[] gap : clear) {
            if (gap[0] > from - 3 && gap[1] < to + 3 && gap[1] - gap[0] > best) {
                best = gap[1] - gap[0];
                at = (gap[0] + gap[1]) / 2;
            }
        }
        return at;
    }

    /** A row whose filled cells are as many lines of figures or names side by side is as many rows. */
    private double[] byFigures(List<Draft.DraftCell> cells) {
        List<List<List<Word>>> lines = cells.stream()
                .map(c -> CellText.lines(c.words()))
                .filter(l -> !l.isEmpty())
                .toList();
        List<List<List<Word>>> figures =
                lines.stream().filter(RowSplitter::onlyFigures).toList();
        int count = figures.isEmpty() ? 0 : figures.get(0).size();
        boolean even = count > 1
                && figures.size() >= 2
                && count <= MAX_PARTS
                && lines.stream().allMatch(l -> l.size() == count);
        if (!even) {
            return new double[0];
        }
        double[] cuts = new double[count - 1];
        for (int i = 1; i < count; i++) {
            double above = figures.get(0).get(i - 1).get(0).box().y1();
            cuts[i - 1] = (above + figures.get(0).get(i).get(0).box().y0()) / 2;
        }
        return cuts;
    }

    private static boolean onlyFigures(List<List<Word>> lines) {
        return lines.stream()
                .allMatch(l -> l.size() == 1 && Labels.isFigure(l.get(0).text()));
    }

    private Draft parted(double[][] cuts, int extra) {
        int[] start = new int[table.rows() + 1];
        for (int r = 0; r < table.rows(); r++) {
            start[r + 1] = start[r] + 1 + cuts[r].length;
        }
        List<Draft.DraftCell> cells = new ArrayList<>();
        for (Draft.DraftCell cell : table.cells()) {
            int from = start[cell.row()];
            int to = start[cell.endRow()];
            if (cell.rowSpan() == 1 && cuts[cell.row()].length > 0) {
                cells.addAll(pieces(cell, cuts[cell.row()], from));
            } else {
                cells.add(new Draft.DraftCell(from, cell.column(), to - from, cell.columnSpan(), cell.pieces()));
            }
        }
        return new Draft(table.parts(), table.edges(), table.rows() + extra, cells, table.synthetic(), table.doubts());
    }

    private static List<Draft.DraftCell> pieces(Draft.DraftCell cell, double[] cuts, int firstRow) {
        Draft.Piece piece = cell.pieces().get(0);
        List<List<Word>> parts = new ArrayList<>();
        for (int i = 0; i <= cuts.length; i++) {
            parts.add(new ArrayList<>());
        }
        for (Word word : piece.words()) {
            int at = Arrays.binarySearch(cuts, word.box().centreY());
            parts.get(at < 0 ? -at - 1 : at).add(word);
        }
        List<Draft.DraftCell> cells = new ArrayList<>();
        for (int i = 0; i <= cuts.length; i++) {
            double y0 = i == 0 ? piece.box().y0() : Math.max(piece.box().y0(), cuts[i - 1]);
            double y1 =
                    i == cuts.length ? piece.box().y1() : Math.min(piece.box().y1(), cuts[i]);
            Box box = new Box(piece.box().x0(), Math.min(y0, y1), piece.box().x1(), Math.max(y0, y1));
            Draft.Piece part = CellText.piece(piece.page(), box, parts.get(i));
            cells.add(new Draft.DraftCell(firstRow + i, cell.column(), 1, cell.columnSpan(), List.of(part)));
        }
        return cells;
    }
}
