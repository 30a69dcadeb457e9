package vn.trich.corpus.print;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import vn.trich.corpus.paper.Grid;
import vn.trich.corpus.paper.Rich;

/**
 * Prints a table over as many pages as it needs. The table is first laid out on a strip of endless height; the strip is
 * then cut into pages, at the end of a row or, where rows may be split, between two lines of it.
 */
final class TablePrinter {

    private static final double PAD = 3.2;
    private static final double SHORTEST_TURNED = 62;

    private record Box(Grid.Cell cell, int row, List<Lines.Line> lines, boolean header) {}

    private record Cut(double from, double to) {}

    private final PageFlow flow;
    private final Grid grid;
    private final double pitch;
    private final double[] edges;
    private final List<Grid.Row> rows = new ArrayList<>();
    private final List<Box> boxes = new ArrayList<>();
    private final double[] tops;
    private final int headerRows;
    private final List<Double> cuts = new ArrayList<>();

    TablePrinter(PageFlow flow, Grid grid) {
        this.flow = flow;
        this.grid = grid;
        pitch = grid.print().fontSize() * 1.16;
        edges = edges();
        rows.addAll(grid.header());
        if (!grid.numbers().isEmpty()) {
            rows.add(numberRow());
        }
        headerRows = rows.size();
        rows.addAll(grid.rows());
        for (int r = 0; r < rows.size(); r++) {
            for (Grid.Cell cell : rows.get(r).cells()) {
                boxes.add(box(cell, r));
            }
        }
        tops = tops();
    }

    private Grid.Row numberRow() {
        List<Grid.Cell> cells = new ArrayList<>();
        for (int column = 0; column < grid.numbers().size(); column++) {
            Rich text = Rich.of(grid.numbers().get(column));
            cells.add(new Grid.Cell(column, 1, 1, "", Map.of(), text, text, Grid.Align.CENTRE));
        }
        return new Grid.Row(Grid.RowKind.HEADER, "", Map.of(), cells);
    }

    // The column of labels is never too narrow for "1.12"; the others share the rest.
    private double[] edges() {
        List<Double> weights = grid.weights();
        double total = weights.stream().mapToDouble(Double::doubleValue).sum();
        double room = flow.right() - flow.left() + 10;
        double[] x = new double[weights.size() + 1];
        x[0] = flow.left() - 5;
        x[1] = x[0] + Math.max(31, room * weights.get(0) / total);
        double rest = x[0] + room - x[1];
        for (int i = 1; i < weights.size(); i++) {
            x[i + 1] = x[i] + rest * weights.get(i) / (total - weights.get(0));
        }
        return x;
    }

    private Box box(Grid.Cell cell, int row) {
        double width = edges[cell.column() + cell.columnSpan()] - edges[cell.column()] - 2 * PAD;
        if (turned(cell)) {
            return new Box(cell, row, turnedLines(cell, width), row < headerRows);
        }
        List<Lines.Line> lines = cell.text().isEmpty()
                ? List.of()
                : flow.lines().breakText(cell.text(), face(cell), grid.print().fontSize(), width, 0);
        return new Box(cell, row, lines, row < headerRows);
    }

    private static boolean turned(Grid.Cell cell) {
        return cell.align() == Grid.Align.BOLD_UP || cell.align() == Grid.Align.BOLD_DOWN;
    }

    // As short as they can be so that all of them stand side by side in the column.
    private List<Lines.Line> turnedLines(Grid.Cell cell, double width) {
        for (double length = SHORTEST_TURNED; ; length += 12) {
            List<Lines.Line> lines =
                    flow.lines().breakText(cell.text(), face(cell), grid.print().fontSize(), length, 0);
            if (lines.size() * pitch <= width + PAD || lines.size() == 1) {
                return lines;
            }
        }
    }

    private static Face face(Grid.Cell cell) {
        return switch (cell.align()) {
            case BOLD_LEFT, BOLD_CENTRE, BOLD_UP, BOLD_DOWN -> Face.BOLD;
            default -> Face.REGULAR;
        };
    }

    // Heights of rows: first for cells of one row, then the last row of a span grows where the span needs more.
    private double[] tops() {
        double[] heights = new double[rows.size()];
        Arrays.fill(heights, pitch + 2 * PAD);
        for (Box box : boxes) {
            if (box.cell().rowSpan() == 1) {
                heights[box.row()] = Math.max(heights[box.row()], height(box));
            }
        }
        for (Box box : boxes) {
            int span = box.cell().rowSpan();
            if (span > 1) {
                double sum = 0;
                for (int r = box.row(); r < box.row() + span; r++) {
                    sum += heights[r];
                }
                heights[box.row() + span - 1] += Math.max(0, height(box) + pitch - sum);
            }
        }
        double[] at = new double[rows.size() + 1];
        for (int r = 0; r < rows.size(); r++) {
            at[r + 1] = at[r] + heights[r];
        }
        return at;
    }

    private double height(Box box) {
        if (turned(box.cell())) {
            return 2 * PAD + length(box);
        }
        return box.lines().size() * pitch + 2 * PAD;
    }

    private static double length(Box box) {
        return box.lines().stream().mapToDouble(Lines.Line::width).max().orElse(0);
    }

    /** Prints it from where the flow stands; the flow then stands below it. */
    void print() {
        double head = tops[headerRows];
        double first = rows.size() > headerRows ? tops[headerRows + 1] - tops[headerRows] : 0;
        flow.need(head + Math.min(first, 5 * pitch));
        double from = head;
        boolean begun = false;
        while (from < tops[rows.size()] - 0.01 || !begun) {
            boolean header = !begun || grid.print().repeatHeader();
            double above = header ? head : 0;
            double room = flow.bottom() - flow.y() - above;
            double to = cut(from, room);
            if (to <= from + 0.01) {
                flow.newPage();
                room = flow.bottom() - flow.y() - above;
                to = Math.max(cut(from, room), Math.min(tops[rows.size()], from + pitch + 2 * PAD));
            }
            cuts.add(to);
            slice(header, new Cut(from, to));
            begun = true;
            from = to;
            if (from < tops[rows.size()] - 0.01) {
                flow.newPage();
            }
        }
    }

    // The furthest place at which the strip may be cut when so much of it fits.
    private double cut(double from, double room) {
        double limit = from + room;
        double best = from;
        for (int r = headerRows; r <= rows.size(); r++) {
            if (tops[r] <= limit + 0.01 && tops[r] > best) {
                best = tops[r];
            }
        }
        if (best >= tops[rows.size()] - 0.01) {
            return best;
        }
        int row = rowAt(best);
        if (rows.get(row).kind() == Grid.RowKind.GROUP) {
            return best;
        }
        boolean alone = best <= from + 0.01;
        double rowTop = tops[row];
        double height = tops[row + 1] - rowTop;
        if (alone || grid.print().splitRows() && height > 4 * pitch + 2 * PAD) {
            int lines = (int) Math.floor((limit - rowTop - PAD) / pitch);
            int all = (int) Math.round((height - 2 * PAD) / pitch);
            int keep = alone ? 1 : 2;
            lines = Math.min(lines, all - keep);
            double within = rowTop + PAD + lines * pitch;
            if (lines >= keep && within > best + pitch) {
                return within;
            }
        }
        return beforeGroup(best, from);
    }

    // A heading row does not stay behind alone at the foot of a page.
    private double beforeGroup(double best, double from) {
        int row = rowAt(best) - 1;
        double at = best;
        while (row >= headerRows && rows.get(row).kind() == Grid.RowKind.GROUP && tops[row] > from + 0.01) {
            at = tops[row];
            row--;
        }
        return at;
    }

    private int rowAt(double y) {
        int row = headerRows;
        while (row < rows.size() - 1 && tops[row + 1] <= y + 0.01) {
            row++;
        }
        return row;
    }

    private void slice(boolean header, Cut cut) {
        double y = flow.y();
        if (header) {
            double shift = y;
            for (Box box : boxes) {
                if (box.header()) {
                    draw(box, new Cut(0, tops[headerRows]), shift);
                }
            }
            y += tops[headerRows];
        }
        double shift = y - cut.from();
        for (Box box : boxes) {
            if (!box.header()
                    && tops[box.row()] < cut.to() - 0.01
                    && tops[box.row() + box.cell().rowSpan()] > cut.from() + 0.01) {
                draw(box, cut, shift);
            }
        }
        flow.moveTo(y + cut.to() - cut.from());
    }

    private void draw(Box box, Cut cut, double shift) {
        Grid.Cell cell = box.cell();
        double top = tops[box.row()];
        double bottom = tops[box.row() + cell.rowSpan()];
        double left = edges[cell.column()];
        double right = edges[cell.column() + cell.columnSpan()];
        frame(
                box,
                left,
                right,
                Math.max(top, cut.from()) + shift,
                Math.min(bottom, cut.to()) + shift,
                top,
                bottom,
                cut);
        if (turned(cell)) {
            drawTurned(box, (left + right) / 2, (top + bottom) / 2 + shift);
            return;
        }
        boolean whole = top >= cut.from() - 0.01 && bottom <= cut.to() + 0.01;
        boolean middle = whole && (box.header() || grid.print().middle());
        double at = top + PAD + (middle ? (bottom - top - height(box)) / 2 : 0);
        for (Lines.Line line : box.lines()) {
            if (!box.header()) {
                for (double between : cuts) {
                    // A line that a cut would go through moves behind it.
                    at = at < between - 0.01 && at + pitch > between + PAD ? between + PAD * 0.3 : at;
                }
            }
            if (at >= cut.from() - PAD && at + pitch > cut.from() + PAD && at + pitch <= cut.to() + PAD) {
                flow.sheet().line(line, left + PAD, right - PAD, at + shift + pitch * 0.76, adjust(cell));
            }
            at += pitch;
        }
    }

    private void drawTurned(Box box, double x, double y) {
        boolean up = box.cell().align() == Grid.Align.BOLD_UP;
        double forward = up ? 1 : -1;
        double at = x - forward * box.lines().size() * pitch / 2;
        for (Lines.Line line : box.lines()) {
            double start = y + forward * line.width() / 2;
            flow.sheet().turned(line, at + forward * pitch * 0.76, start, up ? Sheet.Run.UP : Sheet.Run.DOWN);
            at += forward * pitch;
        }
    }

    private static SheetBuilder.Adjust adjust(Grid.Cell cell) {
        return switch (cell.align()) {
            case LEFT, BOLD_LEFT -> SheetBuilder.Adjust.LEFT;
            case CENTRE, BOLD_CENTRE, BOLD_UP, BOLD_DOWN -> SheetBuilder.Adjust.CENTRE;
            case RIGHT -> SheetBuilder.Adjust.RIGHT;
            case JUSTIFIED -> SheetBuilder.Adjust.JUSTIFIED;
        };
    }

    private void frame(
            Box box, double left, double right, double top, double bottom, double realTop, double realBottom, Cut cut) {
        SheetBuilder sheet = flow.sheet();
        boolean inner = !box.header() && grid.print().rules() != Grid.Rules.FULL;
        boolean group = rows.get(box.row()).kind() == Grid.RowKind.GROUP;
        boolean afterGroup = box.row() > 0 && rows.get(box.row() - 1).kind() == Grid.RowKind.GROUP;
        boolean first = box.row() <= headerRows || realTop <= cut.from() + 0.01;
        boolean last = box.row() + box.cell().rowSpan() == rows.size() || realBottom >= cut.to() - 0.01;
        sheet.rule(left, top, left, bottom, 0.6, false);
        sheet.rule(right, top, right, bottom, 0.6, false);
        horizontal(left, right, top, !inner || group || afterGroup || first);
        horizontal(left, right, bottom, !inner || group || last);
    }

    private void horizontal(double left, double right, double y, boolean drawn) {
        if (drawn) {
            flow.sheet().rule(left, y, right, y, 0.6, false);
        } else if (grid.print().rules() == Grid.Rules.DOTTED_ROWS) {
            flow.sheet().rule(left, y, right, y, 0.5, true);
        }
    }
}
