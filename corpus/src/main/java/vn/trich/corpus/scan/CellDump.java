package vn.trich.corpus.scan;

import java.util.ArrayList;
import java.util.List;
import vn.trich.corpus.print.Sheet;

/**
 * Writes sheets as plain text in the order in which they were set: each line of a cell is a line, cells and paragraphs
 * are parted by blank lines.
 */
public final class CellDump {

    /** Lines of one block stand at most so many sizes apart. */
    private static final double PITCH = 1.6;

    /** The text, lines ended by line feeds, a form feed behind each page but the last. */
    public String write(List<Sheet> sheets) {
        List<String> pages = new ArrayList<>();
        for (Sheet sheet : sheets) {
            StringBuilder out = new StringBuilder();
            List<Sheet.Word> before = List.of();
            for (List<Sheet.Word> line : lines(sheet)) {
                if (!before.isEmpty() && !goesOn(before, line)) {
                    out.append('\n');
                }
                out.append(text(line)).append('\n');
                before = line;
            }
            pages.add(out.toString());
        }
        return String.join("\f", pages);
    }

    /** The words of a sheet by lines, as they were set: in a table, cell by cell. */
    static List<List<Sheet.Word>> lines(Sheet sheet) {
        List<List<Sheet.Word>> lines = new ArrayList<>();
        for (Sheet.Word word : sheet.words()) {
            if (lines.isEmpty() || lines.get(lines.size() - 1).get(0).line() != word.line()) {
                lines.add(new ArrayList<>());
            }
            lines.get(lines.size() - 1).add(word);
        }
        return lines;
    }

    static String text(List<Sheet.Word> line) {
        StringBuilder text = new StringBuilder();
        Sheet.Word before = null;
        for (Sheet.Word word : line) {
            boolean apart =
                    before == null || !word.upright() || word.x() - before.x() - before.width() > 0.1 * word.size();
            text.append(before != null && apart ? " " : "").append(word.text());
            before = word;
        }
        return text.toString();
    }

    private static boolean goesOn(List<Sheet.Word> above, List<Sheet.Word> line) {
        Sheet.Word first = above.get(0);
        Sheet.Word next = line.get(0);
        if (!first.upright() || !next.upright()) {
            return first.run() == next.run() && Math.abs(next.x() - first.x()) <= PITCH * next.size();
        }
        double step = next.baseline() - first.baseline();
        boolean shared = start(line) < end(above) && start(above) < end(line);
        return step > 0.3 * next.size() && step <= PITCH * next.size() && shared;
    }

    private static double start(List<Sheet.Word> line) {
        return line.get(0).x();
    }

    private static double end(List<Sheet.Word> line) {
        Sheet.Word last = line.get(line.size() - 1);
        return last.x() + last.width();
    }
}
