package vn.trich.corpus.scan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.trich.corpus.print.Sheet;

/**
 * Writes sheets as plain text that keeps their layout: what stands side by side stands so in the text, held apart by
 * blanks, as far as its characters leave room.
 */
public final class LayoutDump {

    private static final double SAME_LINE = 3;

    /** Width of a character's place, in parts of the usual size of letters: what most runs of letters need. */
    private static final double PLACE = 0.46;

    private static final int LEAST_GAP = 1;

    /** A blank line stands for a gap of so many sizes, another one for each as large again. */
    private static final double BLANK_LINE = 1.9;

    /** The text, lines ended by line feeds, a form feed behind each page but the last. */
    public String write(List<Sheet> sheets) {
        return String.join("\f", sheets.stream().map(LayoutDump::page).toList());
    }

    private static String page(Sheet sheet) {
        List<List<Sheet.Word>> runs = new ArrayList<>(CellDump.lines(sheet));
        runs.sort(Comparator.comparingDouble(LayoutDump::height));
        double place = PLACE * usualSize(sheet);
        double left = runs.stream()
                .mapToDouble(run -> run.get(0).x())
                .filter(x -> x >= 0)
                .min()
                .orElse(0);
        StringBuilder out = new StringBuilder();
        double before = Double.NaN;
        for (int at = 0; at < runs.size(); ) {
            int end = at + 1;
            while (end < runs.size() && height(runs.get(end)) - height(runs.get(end - 1)) < SAME_LINE) {
                end++;
            }
            double height = height(runs.get(at));
            if (height - before > BLANK_LINE * runs.get(at).get(0).size()) {
                out.append('\n');
            }
            before = height;
            out.append(line(runs.subList(at, end), left, place)).append('\n');
            at = end;
        }
        return out.toString();
    }

    private static String line(List<List<Sheet.Word>> runs, double left, double place) {
        List<List<Sheet.Word>> ordered = new ArrayList<>(runs);
        ordered.sort(Comparator.comparingDouble(run -> run.get(0).x()));
        StringBuilder line = new StringBuilder();
        for (List<Sheet.Word> run : ordered) {
            int column = (int) Math.round((run.get(0).x() - left) / place);
            int least = line.isEmpty() ? 0 : line.length() + LEAST_GAP;
            line.append(" ".repeat(Math.max(column, least) - line.length())).append(CellDump.text(run));
        }
        return line.toString();
    }

    private static double height(List<Sheet.Word> run) {
        return run.get(0).baseline();
    }

    private static double usualSize(Sheet sheet) {
        double[] sizes =
                sheet.words().stream().mapToDouble(Sheet.Word::size).sorted().toArray();
        return sizes.length == 0 ? 12 : sizes[sizes.length / 2];
    }
}
