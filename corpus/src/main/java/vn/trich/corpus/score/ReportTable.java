package vn.trich.corpus.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Prints figures as aligned columns. */
final class ReportTable {

    private static final int GAP = 2;

    private ReportTable() {}

    /**
     * Prints a table for each part of the report that has figures.
     *
     * @param lines figures by the name that begins their line
     */
    static String print(Map<String, Figures> lines) {
        int nameWidth = lines.keySet().stream().mapToInt(String::length).max().orElse(0);
        StringBuilder text = new StringBuilder();
        for (Measure.Block block : Measure.Block.values()) {
            List<Measure> columns = Arrays.stream(Measure.values())
                    .filter(measure -> measure.block() == block)
                    .filter(measure ->
                            lines.values().stream().anyMatch(f -> f.get(measure).isPresent()))
                    .toList();
            if (!columns.isEmpty()) {
                text.append(text.length() == 0 ? "" : "\n");
                print(text, block.name().toLowerCase(Locale.ROOT), columns, lines, nameWidth);
            }
        }
        return text.toString();
    }

    private static void print(
            StringBuilder text, String title, List<Measure> columns, Map<String, Figures> lines, int nameWidth) {
        List<Integer> widths = new ArrayList<>();
        columns.forEach(measure -> widths.add(Math.max(measure.heading().length(), "0.0000".length()) + GAP));
        text.append(pad(title, nameWidth));
        for (int i = 0; i < columns.size(); i++) {
            text.append(String.format("%" + widths.get(i) + "s", columns.get(i).heading()));
        }
        text.append('\n');
        lines.forEach((name, figures) -> {
            StringBuilder line = new StringBuilder(pad(name, nameWidth));
            for (int i = 0; i < columns.size(); i++) {
                Optional<Figure> figure = figures.get(columns.get(i));
                String value = figure.map(f -> String.format(Locale.ROOT, "%.4f", f.value()))
                        .orElse("-");
                line.append(String.format("%" + widths.get(i) + "s", value));
            }
            text.append(line).append('\n');
        });
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
