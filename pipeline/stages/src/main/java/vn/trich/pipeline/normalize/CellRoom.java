package vn.trich.pipeline.normalize;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.trich.output.Box;
import vn.trich.output.Region;
import vn.trich.pipeline.page.Word;
import vn.trich.pipeline.table.Cell;
import vn.trich.pipeline.table.Table;

/**
 * The room that cells have left, in lines of their table: where a line is missing between two others, or every cell of a row
 * is higher than its text, words were probably lost. For one table.
 */
final class CellRoom {

    /** Words whose middles differ by less than this share of their height stand on one line. */
    private static final double ONE_LINE = 0.6;
    /** From one line to the next, in letter heights, where no cell tells. */
    private static final double USUAL_PITCH = 1.4;

    private final double pitch;
    /** How far below its top the first line of a cell stands, by column, in lines. */
    private final Map<Integer, Double> usualTops = new HashMap<>();

    /** Measures how far apart the lines of a table are. */
    CellRoom(Table table) {
        List<Double> steps = new ArrayList<>();
        List<Double> heights = new ArrayList<>();
        for (Cell cell : table.cells()) {
            List<Double> middles = middles(cell.words());
            for (int i = 1; i < middles.size() && cell.regions().size() == 1; i++) {
                steps.add(middles.get(i) - middles.get(i - 1));
            }
            cell.words().forEach(word -> heights.add(word.box().height()));
        }
        double height = median(heights);
        pitch = Math.max(1, steps.isEmpty() ? height * USUAL_PITCH : median(steps));
        Map<Integer, List<Double>> tops = new HashMap<>();
        for (Cell cell : table.cells()) {
            if (isPlain(cell)) {
                tops.computeIfAbsent(cell.column(), column -> new ArrayList<>()).add(top(cell));
            }
        }
        tops.forEach((column, all) -> usualTops.put(column, median(all)));
    }

    private static boolean isPlain(Cell cell) {
        return cell.regions().size() == 1
                && !cell.words().isEmpty()
                && cell.regions().get(0).hasBox();
    }

    private double top(Cell cell) {
        return (middles(cell.words()).get(0) - cell.regions().get(0).bbox().y0()) / pitch;
    }

    /**
     * By how many lines, at most, one of those cells begins lower or higher than those of its column do without standing in
     * the middle either: a line before or after its text was probably lost.
     */
    double lost(List<Cell> cells) {
        double most = 0;
        for (Cell cell : cells) {
            if (isPlain(cell)) {
                List<Double> middles = middles(cell.words());
                double top = top(cell);
                double bottom = (cell.regions().get(0).bbox().y1() - middles.get(middles.size() - 1)) / pitch;
                double off = Math.abs(top - usualTops.getOrDefault(cell.column(), top));
                boolean inside = top > 0 && bottom > 0;
                most = inside ? Math.max(most, Math.min(off, Math.abs(top - bottom))) : most;
            }
        }
        return most;
    }

    /** The most lines that are missing between two lines of one of the cells, 0 or more. */
    double gap(List<Cell> cells) {
        double most = 0;
        for (Cell cell : cells) {
            List<Double> middles = middles(cell.words());
            for (int i = 1; i < middles.size() && cell.regions().size() == 1; i++) {
                most = Math.max(most, (middles.get(i) - middles.get(i - 1)) / pitch - 1);
            }
        }
        return most;
    }

    /** How many lines more the fullest of those cells that stand in one row alone could hold; 0 if there is none. */
    double left(List<Cell> cells) {
        double least = Double.MAX_VALUE;
        for (Cell cell : cells) {
            boolean plain = cell.rowSpan() == 1
                    && cell.regions().size() == 1
                    && !cell.words().isEmpty();
            Region region = plain ? cell.regions().get(0) : null;
            if (region != null && region.hasBox()) {
                List<Double> middles = middles(cell.words());
                double text = middles.get(middles.size() - 1) - middles.get(0) + pitch;
                least = Math.min(least, (region.bbox().height() - text) / pitch);
            }
        }
        return least == Double.MAX_VALUE ? 0 : least;
    }

    /** Middles of the lines that the words stand on, from the top. */
    private static List<Double> middles(List<Word> words) {
        List<Double> lines = new ArrayList<>();
        double height = median(words.stream().map(word -> word.box().height()).toList());
        words.stream().map(word -> middle(word.box())).sorted().forEach(middle -> {
            if (lines.isEmpty() || middle - lines.get(lines.size() - 1) > ONE_LINE * height) {
                lines.add(middle);
            }
        });
        return lines;
    }

    private static double middle(Box box) {
        return (box.y0() + box.y1()) / 2;
    }

    private static double median(List<Double> values) {
        return values.isEmpty()
                ? 0
                : values.stream().sorted().skip(values.size() / 2).findFirst().orElse(0.0);
    }
}
