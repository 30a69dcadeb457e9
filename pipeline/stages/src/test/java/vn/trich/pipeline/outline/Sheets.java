package vn.trich.pipeline.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.trich.output.Box;
import vn.trich.output.TextChoice;
import vn.trich.output.WordSource;
import vn.trich.pipeline.layout.DocumentLayout;
import vn.trich.pipeline.layout.Line;
import vn.trich.pipeline.layout.PageLayout;
import vn.trich.pipeline.page.PageText;
import vn.trich.pipeline.page.Word;
import vn.trich.pipeline.table.TableReading;

/** Sheets of paper for tests, set from lines of text as they would look on a typewriter. */
final class Sheets {
    private static final double WIDTH = 595;
    private static final double HEIGHT = 842;
    private static final double LEFT = 85;
    private static final double TOP = 60;
    private static final double PITCH = 18;
    private static final double CHARACTER = 6;

    private final List<PageLayout> pages = new ArrayList<>();
    private final boolean synthetic;

    private Sheets(boolean synthetic) {
        this.synthetic = synthetic;
    }

    /** Printed pages: leading blanks indent, three blanks or more part two columns, an empty line is space. */
    static Sheets printed() {
        return new Sheets(false);
    }

    /** Plain text without geometry. */
    static Sheets plain() {
        return new Sheets(true);
    }

    /** Adds a page. */
    Sheets page(String text) {
        List<Line> lines = new ArrayList<>();
        int number = pages.size() + 1;
        String[] rows = text.split("\n", -1);
        for (int row = 0; row < rows.length; row++) {
            for (String column : columns(rows[row])) {
                if (!column.isBlank()) {
                    lines.add(line(number, row, column));
                }
            }
        }
        List<Word> words = lines.stream().flatMap(l -> l.words().stream()).toList();
        PageText page = new PageText(
                number,
                WIDTH,
                HEIGHT,
                0,
                TextChoice.KEEP,
                List.of(),
                words,
                List.of(),
                List.of(),
                synthetic,
                Optional.empty());
        pages.add(new PageLayout(page, lines));
        return this;
    }

    /** The pages without tables. */
    TableReading reading() {
        return new TableReading(List.of(), new DocumentLayout(pages));
    }

    /** A column keeps the place where it stands: what is left of it is blanks. */
    private List<String> columns(String row) {
        if (synthetic) {
            return List.of(row);
        }
        List<String> columns = new ArrayList<>();
        int from = 0;
        while (from < row.length()) {
            int begin = from;
            while (begin < row.length() && row.charAt(begin) == ' ') {
                begin++;
            }
            int end = row.indexOf("   ", begin);
            end = end < 0 ? row.length() : end;
            columns.add(" ".repeat(begin) + row.substring(begin, end));
            from = end;
        }
        return columns;
    }

    private Line line(int page, int row, String text) {
        List<Word> words = new ArrayList<>();
        Box around = null;
        int at = 0;
        while (at < text.length()) {
            if (text.charAt(at) == ' ' || text.charAt(at) == '\t') {
                at++;
                continue;
            }
            int end = at;
            while (end < text.length() && text.charAt(end) != ' ' && text.charAt(end) != '\t') {
                end++;
            }
            Box box = box(row, at, end);
            words.add(Word.read(text.substring(at, end), box, 0.9, WordSource.TEXT_LAYER, Word.Style.UNKNOWN));
            around = around == null ? box : around.union(box);
            at = end;
        }
        return new Line(page, words, around, Line.Kind.BODY);
    }

    private Box box(int row, int from, int to) {
        return synthetic
                ? new Box(from * 6.0, row * 12.0, to * 6.0, row * 12.0 + 10)
                : new Box(LEFT + from * CHARACTER, TOP + row * PITCH, LEFT + to * CHARACTER, TOP + row * PITCH + 12);
    }
}
