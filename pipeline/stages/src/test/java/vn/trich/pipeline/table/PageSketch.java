package vn.trich.pipeline.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.trich.output.Box;
import vn.trich.output.PageRegion;
import vn.trich.output.TextChoice;
import vn.trich.output.WordSource;
import vn.trich.pipeline.page.PageText;
import vn.trich.pipeline.page.Ruling;
import vn.trich.pipeline.page.Word;

/** Draws pages for tests: words of 6 points a letter and 10 points high, rulings, ruled tables. */
public final class PageSketch {

    private static final double LETTER = 6;
    private static final double HEIGHT = 10;
    private static final double PITCH = 14;

    private final int number;
    private final double width;
    private final double height;
    private final List<Word> words = new ArrayList<>();
    private final List<Ruling> rulings = new ArrayList<>();
    private final List<PageRegion> regions = new ArrayList<>();
    private double confidence = 0.95;
    private WordSource source = WordSource.OCR;
    private double size = HEIGHT;

    private PageSketch(int number, double width, double height) {
        this.number = number;
        this.width = width;
        this.height = height;
    }

    /** An empty A4 page. */
    public static PageSketch portrait(int number) {
        return new PageSketch(number, 595, 842);
    }

    /** An empty A4 page lying on its side. */
    public static PageSketch landscape(int number) {
        return new PageSketch(number, 842, 595);
    }

    /** Words that follow are read with this confidence. */
    public PageSketch confidence(double value) {
        this.confidence = value;
        return this;
    }

    /** Words that follow are so high, in points. */
    public PageSketch size(double points) {
        this.size = points;
        return this;
    }

    /** Words that follow come from a text layer. */
    public PageSketch layer() {
        this.source = WordSource.TEXT_LAYER;
        return this;
    }

    /** A line of words from the left end {@code x}, its top at {@code y}. */
    public PageSketch text(double x, double y, String line) {
        double at = x;
        for (String word : line.split(" ")) {
            if (!word.isEmpty()) {
                Box box = new Box(at, y, at + LETTER * word.length(), y + size);
                words.add(Word.read(word, box, confidence, source, Word.Style.UNKNOWN));
            }
            at += LETTER * (word.length() + 1);
        }
        return this;
    }

    /** A line of words that runs up, its foot at {@code y}. */
    public PageSketch turned(double x, double y, String line) {
        double at = y;
        for (String word : line.split(" ")) {
            Box box = new Box(x, at - LETTER * word.length(), x + size, at);
            words.add(Word.read(word, box, confidence, source, Word.Style.UNKNOWN));
            at -= LETTER * (word.length() + 1);
        }
        return this;
    }

    /** A horizontal ruling. */
    public PageSketch across(double y, double from, double to) {
        rulings.add(new Ruling(true, y, from, to));
        return this;
    }

    /** A vertical ruling. */
    public PageSketch down(double x, double from, double to) {
        rulings.add(new Ruling(false, x, from, to));
        return this;
    }

    /** A region. */
    public PageSketch region(PageRegion.Kind kind, Box box) {
        regions.add(new PageRegion(kind, box, ""));
        return this;
    }

    /**
     * A fully ruled table: one string per cell, lines parted by {@code /}; each row as high as its longest cell needs.
     * A cell {@code "<"} belongs to the one on its left, {@code "^"} to the one above.
     *
     * @return the y under its last line
     */
    public double table(double top, double[] xs, String[]... rows) {
        double y = top;
        double[] ys = new double[rows.length + 1];
        ys[0] = top;
        for (int r = 0; r < rows.length; r++) {
            int lines = 1;
            for (String cell : rows[r]) {
                lines = Math.max(lines, cell.split("/").length);
            }
            for (int c = 0; c < rows[r].length; c++) {
                String[] cellLines = rows[r][c].split("/");
                for (int l = 0; l < cellLines.length && !cellLines[l].matches("[<^]?"); l++) {
                    text(xs[c] + 3, y + 4 + l * PITCH, cellLines[l]);
                }
            }
            y += lines * PITCH + 6;
            ys[r + 1] = y;
        }
        rule(xs, ys, rows);
        return y;
    }

    private void rule(double[] xs, double[] ys, String[][] rows) {
        int last = xs.length - 1;
        across(ys[0], xs[0], xs[last]);
        across(ys[rows.length], xs[0], xs[last]);
        down(xs[0], ys[0], ys[rows.length]);
        down(xs[last], ys[0], ys[rows.length]);
        for (int r = 0; r < rows.length; r++) {
            for (int c = 0; c < last; c++) {
                if (c > 0 && !rows[r][c].equals("<")) {
                    down(xs[c], ys[r], ys[r + 1]);
                }
                if (r > 0 && !rows[r][c].equals("^")) {
                    across(ys[r], xs[c], xs[c + 1]);
                }
            }
        }
    }

    /** The page. */
    public PageText page() {
        return new PageText(
                number,
                width,
                height,
                0,
                0,
                TextChoice.OCR,
                List.of(),
                words,
                rulings,
                regions,
                false,
                Optional.empty());
    }

    /** A page of plain text with the synthetic geometry that {@link PageText} describes. */
    public static PageText plainText(int number, String... lines) {
        List<Word> words = new ArrayList<>();
        for (int n = 0; n < lines.length; n++) {
            int column = 0;
            StringBuilder word = new StringBuilder();
            for (char c : (lines[n] + " ").toCharArray()) {
                if (c == ' ' || c == '\t') {
                    if (!word.isEmpty()) {
                        Box box = new Box(6.0 * (column - word.length()), 12.0 * n, 6.0 * column, 12.0 * n + 12);
                        words.add(Word.read(word.toString(), box, 1, WordSource.PLAIN_TEXT, Word.Style.UNKNOWN));
                        word.setLength(0);
                    }
                    column = c == '\t' ? ((column + 2) / 8 + 1) * 8 : column + 1;
                } else {
                    word.append(c);
                    column++;
                }
            }
        }
        return new PageText(
                number,
                600,
                12.0 * lines.length,
                0,
                0,
                TextChoice.KEEP,
                List.of(),
                words,
                List.of(),
                List.of(),
                true,
                Optional.empty());
    }
}
