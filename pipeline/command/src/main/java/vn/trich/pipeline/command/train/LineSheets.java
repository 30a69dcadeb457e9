package vn.trich.pipeline.command.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import vn.trich.corpus.chance.Dice;
import vn.trich.corpus.print.Face;
import vn.trich.corpus.print.Metrics;
import vn.trich.corpus.print.Sheet;
import vn.trich.pipeline.command.train.LineTexts.Column;

/** Sets sheets full of lines such as administrative papers have: paragraphs, headings, ruled tables. */
final class LineSheets {

    /** How a line stands between its margins. */
    private enum Adjust {
        LEFT,
        CENTRE,
        JUSTIFIED
    }

    private static final double INDENT = 36;
    private static final double PADDING = 4;
    private static final int MOST_LINES = 7;

    private final LineTexts texts;
    private final Metrics metrics;
    private final Predicate<String> known;
    private final Dice dice;
    private final List<Sheet.Word> words = new ArrayList<>();
    private final List<Sheet.Rule> rules = new ArrayList<>();
    private int lines;

    /**
     * Sheets by chance.
     *
     * @param texts what to set
     * @param known whether a text can be printed and read
     */
    LineSheets(LineTexts texts, Metrics metrics, Predicate<String> known, Dice dice) {
        this.texts = texts;
        this.metrics = metrics;
        this.known = known;
        this.dice = dice;
    }

    /** The next sheet. */
    Sheet next() {
        words.clear();
        rules.clear();
        lines = 0;
        boolean across = dice.chance(0.2);
        double width = across ? 842 : 595;
        double height = across ? 595 : 842;
        double left = dice.between(50.0, 85.0);
        double right = width - dice.between(40.0, 60.0);
        double top = dice.between(45.0, 70.0);
        if (dice.chance(0.5)) {
            table(left - 20, right + 15, top, height, across);
        } else {
            paragraphs(left, right, top, height);
        }
        return new Sheet(width, height, words, rules, Optional.empty());
    }

    private void paragraphs(double left, double right, double top, double height) {
        double body = dice.between(11.5, 14.2);
        double pitch = dice.between(1.18, 1.55);
        double y = top;
        while (y < height - 70) {
            double kind = dice.fraction();
            boolean running = kind >= 0.30;
            Adjust adjust = running
                    ? Adjust.JUSTIFIED
                    : kind < 0.10 || kind >= 0.17 && kind < 0.24 && dice.chance(0.5) ? Adjust.CENTRE : Adjust.LEFT;
            String text = kind < 0.10
                    ? texts.capitals()
                    : kind < 0.17
                            ? texts.heading()
                            : kind < 0.24
                                    ? texts.headLine()
                                    : running ? texts.paragraph() : "- " + texts.phrase(8) + ";";
            if (running && text.length() > 900) {
                continue;
            }
            String set = dice.chance(0.05) ? text.toUpperCase(Locale.ROOT) : text;
            if (!known.test(set)) {
                continue;
            }
            Face face = kind < 0.17 && dice.chance(0.7) ? Face.BOLD : face();
            double size = kind >= 0.24 && !running ? body * 0.85 : body;
            double indent = running ? INDENT : 0;
            List<List<String>> wrapped = wrap(set, face, size, right - left, indent);
            for (int i = 0; i < wrapped.size() && y < height - 50; i++) {
                y += size * pitch;
                boolean last = i == wrapped.size() - 1 && running;
                line(wrapped.get(i), left + (i == 0 ? indent : 0), right, y, face, size, last ? Adjust.LEFT : adjust);
            }
            y += dice.between(1.0, 8.0);
        }
    }

    private Face face() {
        double kind = dice.fraction();
        return kind < 0.62 ? Face.REGULAR : kind < 0.80 ? Face.BOLD : kind < 0.94 ? Face.ITALIC : Face.BOLD_ITALIC;
    }

    private void table(double left, double right, double top, double height, boolean across) {
        int count = dice.between(4, across ? 9 : 7);
        List<Column> columns = new ArrayList<>();
        double[] edges = new double[count + 1];
        for (int i = 0; i < count; i++) {
            columns.add(
                    i == 0 && dice.chance(0.8)
                            ? Column.LABEL
                            : dice.pick(List.of(
                                    Column.TEXT,
                                    Column.TEXT,
                                    Column.TEXT,
                                    Column.FIGURE,
                                    Column.DATE,
                                    Column.CODE,
                                    Column.NAME)));
            edges[i + 1] = edges[i] + columns.get(i).width() * dice.between(0.75, 1.3);
        }
        double scale = (right - left) / edges[count];
        for (int i = 0; i <= count; i++) {
            edges[i] = left + edges[i] * scale;
        }
        double size = dice.between(9.5, 13.0);
        double pitch = size * dice.between(1.15, 1.35);
        double weight = dice.between(0.4, 0.9);
        double y = top;
        rules.add(new Sheet.Rule(left, y, right, y, weight, false));
        boolean head = true;
        while (y < height - 110) {
            double next = row(columns, edges, y, size, pitch, head);
            if (next > height - 40) {
                break;
            }
            y = next;
            rules.add(new Sheet.Rule(left, y, right, y, weight, false));
            head = false;
        }
        for (double edge : edges) {
            rules.add(new Sheet.Rule(edge, top, edge, y, weight, false));
        }
    }

    /** Sets a row and tells where it ends. */
    private double row(List<Column> columns, double[] edges, double y, double size, double pitch, boolean head) {
        Face face = head ? Face.BOLD : dice.chance(0.75) ? Face.REGULAR : face();
        List<List<List<String>>> cells = new ArrayList<>();
        int deepest = 1;
        for (int i = 0; i < columns.size(); i++) {
            String text = head ? texts.phrase(4) : texts.cell(columns.get(i), dice.between(3, 24));
            String set = head && dice.chance(0.5) ? text.toUpperCase(Locale.ROOT) : text;
            double room = edges[i + 1] - edges[i] - 2 * PADDING;
            List<List<String>> cell =
                    known.test(set) && !dice.chance(0.06) ? wrap(set, face, size, room, 0) : List.of();
            boolean fits = cell.stream()
                    .flatMap(List::stream)
                    .allMatch(word -> metrics.width(word, face, size) <= room + PADDING / 2);
            cells.add(fits ? cell.subList(0, Math.min(MOST_LINES, cell.size())) : List.of());
            deepest = Math.max(deepest, cells.get(i).size());
        }
        boolean middle = dice.chance(0.6);
        for (int i = 0; i < columns.size(); i++) {
            List<List<String>> cell = cells.get(i);
            Adjust adjust = columns.get(i) == Column.TEXT && dice.chance(0.7) ? Adjust.LEFT : Adjust.CENTRE;
            double base = y + 3 + (middle ? (deepest - cell.size()) * pitch / 2 : 0) - pitch * 0.25;
            for (List<String> line : cell) {
                base += pitch;
                line(line, edges[i] + PADDING, edges[i + 1] - PADDING, base, face, size, adjust);
            }
        }
        return y + deepest * pitch + 7;
    }

    private List<List<String>> wrap(String text, Face face, double size, double width, double indent) {
        List<List<String>> wrapped = new ArrayList<>();
        List<String> line = new ArrayList<>();
        double blank = metrics.width(" ", face, size);
        double used = indent;
        for (String word : text.split(" ")) {
            double wide = metrics.width(word, face, size);
            if (!line.isEmpty() && used + blank + wide > width) {
                wrapped.add(List.copyOf(line));
                line.clear();
                used = 0;
            }
            used += (line.isEmpty() ? 0 : blank) + wide;
            line.add(word);
        }
        wrapped.add(List.copyOf(line));
        return wrapped;
    }

    private void line(
            List<String> line, double left, double right, double base, Face face, double size, Adjust adjust) {
        double blank = metrics.width(" ", face, size);
        double natural = blank * (line.size() - 1);
        for (String word : line) {
            natural += metrics.width(word, face, size);
        }
        double slack = right - left - natural;
        double x = adjust == Adjust.CENTRE ? left + slack / 2 : left;
        double more = adjust == Adjust.JUSTIFIED && line.size() > 1 ? slack / (line.size() - 1) : 0;
        for (String word : line) {
            double wide = metrics.width(word, face, size);
            words.add(new Sheet.Word(word, x, base, wide, face, size, lines, Sheet.Run.RIGHT));
            x += wide + blank + more;
        }
        lines++;
    }
}
