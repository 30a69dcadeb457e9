package vn.trich.pipeline.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import vn.trich.output.Box;
import vn.trich.output.WordSource;
import vn.trich.pipeline.page.PageText;
import vn.trich.pipeline.page.Ruling;
import vn.trich.pipeline.page.Word;

/**
 * Finds tables whose columns no line parts: lines of equal length one below the other, and between them text that
 * leaves the same gutters free from top to bottom. Only text layers are looked at; the words of a picture do not stand
 * exactly enough.
 */
final class OpenTables {

    /** Ends of lines this near to each other belong to one table, in points. */
    private static final double SAME_END = 8;
    /** Shorter lines are underlines, as a share of the page's width. */
    private static final double SHORTEST = 0.2;
    /** Words nearer to each other than this share of their height belong together. */
    private static final double NEAR = 0.75;
    /** Share of figures below the first column where rows are not all parted by lines. */
    private static final double FIGURES = 0.5;

    /** Words may stick out of the outermost lines by this much, in points. */
    private static final double ON_LINE = 3;

    private static final int MAX_LINES = 400;
    private static final int MAX_HEADER = 3;

    private final PageText page;
    private final List<Word> words;
    private final List<Ruling> across;

    /**
     * Prepares to find tables.
     *
     * @param page the page
     * @param words its words of text
     * @param across lines across it, cleaned
     */
    OpenTables(PageText page, List<Word> words, List<Ruling> across) {
        this.page = page;
        this.words = words.stream().allMatch(w -> w.source() == WordSource.TEXT_LAYER) ? words : List.of();
        this.across = across.stream()
                .filter(r -> r.length() >= SHORTEST * page.width())
                .sorted(Comparator.comparingDouble(Ruling::at))
                .toList();
    }

    /** Words of a line that stand close together. */
    private record Segment(List<Word> words, double from, double to) {}

    /** A printed line in segments, between the same two drawn lines as others of the same interval. */
    private record TextLine(double y, int interval, List<Segment> segments) {}

    /** The tables, from the top. */
    List<Draft> find() {
        List<Draft> tables = new ArrayList<>();
        List<Ruling> open = new ArrayList<>(across.size() > MAX_LINES || words.isEmpty() ? List.of() : across);
        while (!open.isEmpty()) {
            Ruling first = open.get(0);
            List<Ruling> stack = open.stream()
                    .filter(r ->
                            Math.abs(r.from() - first.from()) < SAME_END && Math.abs(r.to() - first.to()) < SAME_END)
                    .toList();
            open.removeAll(stack);
            inStack(stack).stream()
                    .filter(t -> tables.stream().noneMatch(o -> box(o).sharedArea(box(t)) > 0))
                    .forEach(tables::add);
        }
        return tables;
    }

    private static Box box(Draft table) {
        return table.parts().get(0).box();
    }

    /** The tables between lines of equal length: runs of intervals whose text stands in columns. */
    private List<Draft> inStack(List<Ruling> stack) {
        List<Draft> tables = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= stack.size(); i++) {
            boolean ends = i == stack.size() || !isTabular(between(stack, i - 1, i, i));
            if (ends) {
                if (i - start >= 2) {
                    addTable(stack.subList(start, i), tables);
                }
                start = i;
            }
        }
        return tables;
    }

    private static boolean isTabular(List<TextLine> lines) {
        long parted = lines.stream().filter(l -> l.segments().size() > 1).count();
        return lines.isEmpty() || parted * 2 >= lines.size();
    }

    /** The text between two lines of a stack; that on the outermost lines counts as well. */
    private List<TextLine> between(List<Ruling> stack, int upper, int lower, int end) {
        int interval = upper;
        double top = stack.get(upper).at() - (upper == 0 ? ON_LINE : 0);
        double bottom = stack.get(lower).at() + (lower == end ? ON_LINE : 0);
        List<Word> inside = words.stream()
                .filter(w -> w.box().centreY() >= top && w.box().centreY() <= bottom)
                .filter(w -> w.box().centreX() >= stack.get(0).from() - ON_LINE
                        && w.box().centreX() <= stack.get(0).to() + ON_LINE)
                .toList();
        return CellText.lines(inside).stream()
                .map(line -> textLine(line, interval))
                .toList();
    }

    private static TextLine textLine(List<Word> line, int interval) {
        List<Segment> segments = new ArrayList<>();
        List<Word> open = new ArrayList<>();
        for (Word word : line) {
            if (!open.isEmpty()) {
                Box last = open.get(open.size() - 1).box();
                if (word.box().x0() - last.x1()
                        > NEAR * Math.min(last.height(), word.box().height())) {
                    segments.add(segment(open));
                    open = new ArrayList<>();
                }
            }
            open.add(word);
        }
        segments.add(segment(open));
        double y = line.stream().mapToDouble(w -> w.box().centreY()).average().orElse(0);
        return new TextLine(y, interval, segments);
    }

    private static Segment segment(List<Word> words) {
        return new Segment(
                List.copyOf(words),
                words.get(0).box().x0(),
                words.stream().mapToDouble(w -> w.box().x1()).max().orElse(0));
    }

    private void addTable(List<Ruling> stack, List<Draft> tables) {
        List<TextLine> lines = new ArrayList<>();
        for (int i = 1; i < stack.size(); i++) {
            lines.addAll(between(stack, i - 1, i, stack.size() - 1));
        }
        if (lines.size() < 3) {
            return;
        }
        double left = stack.get(0).from();
        double right = stack.get(0).to();
        List<Double> edges = edges(lines, left, right);
        int columns = edges.size() - 1;
        boolean rowsRuled = stack.size() - 1 >= 0.6 * lines.size() && stack.size() > 4;
        if (columns < 2 || columns < 3 && !rowsRuled || !rowsRuled && figures(lines, edges) < FIGURES) {
            return;
        }
        List<List<TextLine>> rows = rows(lines, edges, rowsRuled);
        if (rows.size() >= 3) {
            tables.add(draft(
                    rows,
                    edges,
                    new Box(left, stack.get(0).at(), right, last(stack).at())));
        }
    }

    private static <T> T last(List<T> list) {
        return list.get(list.size() - 1);
    }

    /** Middles of the gutters that (nearly) no line of text crosses, with the two sides. */
    private static List<Double> edges(List<TextLine> lines, double left, double right) {
        int width = (int) Math.ceil(right - left) + 1;
        int[] crossed = new int[width];
        for (TextLine line : lines) {
            for (Segment segment : line.segments()) {
                int from = Math.max(0, (int) Math.floor(segment.from() - left));
                int to = Math.min(width - 1, (int) Math.ceil(segment.to() - left));
                for (int x = from; x <= to; x++) {
                    crossed[x]++;
                }
            }
        }
        double em = lines.stream()
                .flatMap(l -> l.segments().stream())
                .mapToDouble(s -> s.words().get(0).box().height())
                .average()
                .orElse(10);
        int allowed = lines.size() / 6;
        double least = (lines.size() >= 6 ? 0.4 : 0.8) * em;
        List<Double> edges = new ArrayList<>(List.of(left));
        int start = -1;
        boolean textBefore = false;
        for (int x = 0; x < width; x++) {
            boolean free = crossed[x] <= allowed;
            if (free && start < 0) {
                start = x;
            } else if (!free) {
                if (start >= 0 && textBefore && x - start >= least) {
                    edges.add(left + (start + x) / 2.0);
                }
                start = -1;
                textBefore = true;
            }
        }
        edges.add(right);
        return edges;
    }

    /** Share of figures among the texts right of the first column. */
    private static double figures(List<TextLine> lines, List<Double> edges) {
        int figures = 0;
        int all = 0;
        for (TextLine line : lines) {
            for (Segment segment : line.segments()) {
                if (segment.from() > edges.get(1)) {
                    all++;
                    figures += Labels.isFigure(text(segment)) ? 1 : 0;
                }
            }
        }
        return all == 0 ? 0 : (double) figures / all;
    }

    private static String text(Segment segment) {
        return String.join(" ", segment.words().stream().map(Word::text).toList());
    }

    /** Lines by row: those between two drawn lines where these part all rows, else each line, but for wrapped ones. */
    private static List<List<TextLine>> rows(List<TextLine> lines, List<Double> edges, boolean rowsRuled) {
        List<List<TextLine>> rows = new ArrayList<>();
        List<TextLine> top = lines.stream().filter(l -> l.interval() == 0).toList();
        boolean headed = top.size() <= MAX_HEADER && top.stream().noneMatch(OpenTables::hasFigure);
        for (TextLine line : lines) {
            boolean same = !rows.isEmpty() && last(last(rows)).interval() == line.interval();
            boolean straight = same && !spans(line, edges) && !spans(last(last(rows)), edges);
            boolean header = headed && line.interval() == 0 && straight;
            boolean wrapped = same && !hasFigure(line) && startsLower(line) && filled(line, edges) < edges.size() - 1;
            if (rowsRuled && straight || header || wrapped) {
                last(rows).add(line);
            } else {
                rows.add(new ArrayList<>(List.of(line)));
            }
        }
        return rows;
    }

    private static boolean spans(TextLine line, List<Double> edges) {
        return line.segments().stream().anyMatch(s -> column(s.to() - 2, edges) > column(s.from() + 2, edges));
    }

    private static boolean hasFigure(TextLine line) {
        return line.segments().stream().anyMatch(s -> Labels.isFigure(text(s)));
    }

    private static boolean startsLower(TextLine line) {
        return RowCut.startsLower(text(line.segments().get(0)));
    }

    private static long filled(TextLine line, List<Double> edges) {
        return line.segments().stream()
                .map(s -> column(s.from() + 2, edges))
                .distinct()
                .count();
    }

    private static int column(double x, List<Double> edges) {
        return GridReader.index(edges, x);
    }

    private Draft draft(List<List<TextLine>> rows, List<Double> edges, Box box) {
        List<Draft.DraftCell> cells = new ArrayList<>();
        double top = box.y0();
        for (int r = 0; r < rows.size(); r++) {
            double bottom = r + 1 < rows.size()
                    ? (last(rows.get(r)).y() + rows.get(r + 1).get(0).y()) / 2
                    : box.y1();
            cells.addAll(row(r, rows.get(r), edges, top, bottom));
            top = bottom;
        }
        return new Draft(
                List.of(new Draft.Part(page.number(), box)),
                edges,
                rows.size(),
                cells,
                false,
                List.of("columns without lines"));
    }

    private List<Draft.DraftCell> row(int row, List<TextLine> lines, List<Double> edges, double top, double bottom) {
        int columns = edges.size() - 1;
        int[] first = IntStream.range(0, columns).toArray();
        List<List<Word>> texts = new ArrayList<>();
        for (int c = 0; c < columns; c++) {
            texts.add(new ArrayList<>());
        }
        List<Segment> segments =
                lines.stream().flatMap(l -> l.segments().stream()).toList();
        for (Segment segment : segments) {
            int from = first[column(segment.from() + 2, edges)];
            int to = column(segment.to() - 2, edges);
            for (int c = from + 1; c <= to; c++) {
                texts.get(from).addAll(texts.get(c));
                texts.get(c).clear();
            }
            Arrays.fill(first, from, Math.max(from, to) + 1, from);
            texts.get(from).addAll(segment.words());
        }
        List<Draft.DraftCell> cells = new ArrayList<>();
        int c = 0;
        while (c < columns) {
            int end = c + 1;
            while (end < columns && first[end] == c) {
                end++;
            }
            Box box = new Box(edges.get(c), top, edges.get(end), Math.max(top, bottom));
            cells.add(
                    new Draft.DraftCell(row, c, 1, end - c, List.of(CellText.piece(page.number(), box, texts.get(c)))));
            c = end;
        }
        return cells;
    }
}
