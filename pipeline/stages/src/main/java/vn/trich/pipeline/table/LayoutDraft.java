package vn.trich.pipeline.table;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import vn.trich.output.Box;
import vn.trich.output.ColumnRole;
import vn.trich.pipeline.page.Word;

/** Makes the draft of a table in plain text out of its header and its lines by columns. */
final class LayoutDraft {

    private static final double LINE_HEIGHT = 12;
    private static final String DOUBT = "rows rebuilt from text";

    private final LayoutHeader header;
    private final int columns;
    private final List<Double> edges;
    private final double width;
    private final List<Draft.DraftCell> cells = new ArrayList<>();
    private int row;

    LayoutDraft(LayoutHeader header, double width) {
        this.header = header;
        this.columns = header.columns().size();
        this.width = width;
        this.edges = IntStream.rangeClosed(0, columns)
                .mapToObj(i -> width * i / columns)
                .toList();
    }

    /** Rows of the header. */
    int headerRows() {
        return (header.over().isEmpty() ? 1 : 2) + (header.numbers().isEmpty() ? 0 : 1);
    }

    /** The header and each line as a row: enough to tell what columns hold. */
    Draft preview(List<LayoutLine> lines) {
        header(lines);
        lines.forEach(line -> plain(List.of(line)));
        Draft draft = draft(lines);
        cells.clear();
        row = 0;
        return draft;
    }

    /** The table. */
    Draft make(List<LayoutLine> lines, List<ColumnRole> roles) {
        header(lines);
        boolean[] spanning = new boolean[columns];
        for (int c = 0; c < columns; c++) {
            spanning[c] = roles.get(c) == ColumnRole.OBJECTIVE || roles.get(c) == ColumnRole.NOTE;
        }
        int activity = roles.indexOf(ColumnRole.ACTIVITY);
        if (activity > 0) {
            spanning[activity] = true;
            spanning[Math.max(0, roles.indexOf(ColumnRole.DUE))] = true;
        }
        long labels = lines.stream().filter(l -> l.label().isPresent()).count();
        boolean labelled = labels >= 2 && labels * 30 > lines.size();
        List<List<LayoutLine>> runs = runs(lines);
        boolean middle = score(runs, spanning, labelled, true) > score(runs, spanning, labelled, false);
        for (List<LayoutLine> run : runs) {
            if (isHeading(run)) {
                heading(run.get(0));
                continue;
            }
            int[] starts = new LayoutRows(run, columns, spanning, labelled)
                    .find(middle)
                    .starts();
            int first = cells.size();
            int firstRow = row;
            for (int i = 0; i < starts.length; i++) {
                List<LayoutLine> rowLines = run.subList(starts[i], i + 1 < starts.length ? starts[i + 1] : run.size());
                nested(rowLines, activity, roles.indexOf(ColumnRole.DUE));
            }
            if (roles.contains(ColumnRole.OBJECTIVE)) {
                spanObjectives(roles.indexOf(ColumnRole.OBJECTIVE), first, firstRow);
            }
        }
        return draft(lines);
    }

    private double score(List<List<LayoutLine>> runs, boolean[] spanning, boolean labelled, boolean middle) {
        return runs.stream()
                .filter(run -> !isHeading(run))
                .mapToDouble(run -> new LayoutRows(run, columns, spanning, labelled)
                        .find(middle)
                        .score())
                .sum();
    }

    /** The lines between headings, each heading for itself. */
    private static List<List<LayoutLine>> runs(List<LayoutLine> lines) {
        List<List<LayoutLine>> runs = new ArrayList<>();
        for (LayoutLine line : lines) {
            boolean alone = isHeading(List.of(line));
            if (runs.isEmpty() || alone || isHeading(runs.get(runs.size() - 1))) {
                runs.add(new ArrayList<>());
            }
            runs.get(runs.size() - 1).add(line);
        }
        return runs;
    }

    private static boolean isHeading(List<LayoutLine> run) {
        return run.get(0).heading();
    }

    private void heading(LayoutLine line) {
        boolean apart =
                line.cell(1).get(0).box().x0() - line.cell(0).get(0).box().x1() > 9;
        if (apart) {
            add(0, 1, 1, line.cell(0), line.page());
            add(1, 1, columns - 1, line.cell(1), line.page());
        } else {
            add(0, 1, columns, line.words(), line.page());
        }
        row++;
    }

    /** A row, its activities each a row of their own where it has several. */
    private void nested(List<LayoutLine> lines, int activity, int due) {
        List<Integer> begins = activity > 0 ? begins(lines, activity) : List.of(0);
        if (begins.size() < 2) {
            plain(lines);
            return;
        }
        boolean oneDue = due < 0 || begins(lines, due).size() < 2;
        for (int a = 0; a < begins.size(); a++) {
            int from = a == 0 ? 0 : begins.get(a);
            int to = a + 1 < begins.size() ? begins.get(a + 1) : lines.size();
            for (int c = 0; c < columns; c++) {
                boolean own = c == activity || c == due && !oneDue;
                if (own) {
                    addText(c, 1, 1, lines.subList(from, to), c);
                } else if (a == 0) {
                    addText(c, begins.size(), 1, lines, c);
                }
            }
            row++;
        }
    }

    /** Lines on which text of a column begins anew: after nothing, or with a capital where the line before had room left. */
    private static List<Integer> begins(List<LayoutLine> lines, int column) {
        int room = lines.stream().mapToInt(l -> l.text(column).length()).max().orElse(0);
        List<Integer> begins = new ArrayList<>();
        String before = "";
        int last = -1;
        for (int i = 0; i < lines.size(); i++) {
            String text = lines.get(i).text(column);
            if (text.isEmpty()) {
                continue;
            }
            String first = text.split(" ", 2)[0];
            boolean capital = Character.isUpperCase(text.codePointAt(0)) || Character.isDigit(text.codePointAt(0));
            boolean ended = before.isEmpty() || i > last + 1 || before.length() + 1 + first.length() <= room;
            if (begins.isEmpty() || capital && ended) {
                begins.add(i);
            }
            before = text;
            last = i;
        }
        return begins;
    }

    private void plain(List<LayoutLine> lines) {
        for (int c = 0; c < columns; c++) {
            addText(c, 1, 1, lines, c);
        }
        row++;
    }

    /** Objectives over several tasks: one that is empty, or goes on in the middle of a sentence, is that above. */
    private void spanObjectives(int column, int first, int firstRow) {
        int open = -1;
        for (int i = first; i < cells.size(); i++) {
            Draft.DraftCell cell = cells.get(i);
            if (cell.column() != column) {
                continue;
            }
            boolean goesOn = open >= 0 && cell.row() > firstRow && (cell.isEmpty() || RowCut.startsLower(cell.text()));
            if (goesOn) {
                Draft.DraftCell above = cells.get(open);
                cells.set(open, above.followedBy(cell).spanning(cell.endRow() - above.row(), 1));
                cells.remove(i--);
            } else {
                open = i;
            }
        }
    }

    private void header(List<LayoutLine> lines) {
        int page = lines.get(0).page();
        int deep = header.over().isEmpty() ? 1 : 2;
        boolean[] under = new boolean[columns];
        for (LayoutHeader.Name name : header.over()) {
            int[] below = IntStream.range(0, columns)
                    .filter(c -> name.from() < header.columns().get(c).to() + 2
                            && header.columns().get(c).from() < name.to() + 2)
                    .toArray();
            if (below.length > 0 && !under[below[0]]) {
                addName(below[0], 1, below.length, name, page);
                for (int c : below) {
                    under[c] = true;
                }
            }
        }
        for (int c = 0; c < columns; c++) {
            row = under[c] ? 1 : 0;
            addName(c, under[c] ? deep - 1 : deep, 1, header.columns().get(c), page);
        }
        row = deep;
        if (!header.numbers().isEmpty()) {
            numbers(page);
        }
    }

    /** The row of column numbers: each in the column that it stands under, or the next free one. */
    private void numbers(int page) {
        List<List<Word>> words = new ArrayList<>();
        IntStream.range(0, columns).forEach(c -> words.add(new ArrayList<>()));
        int next = 0;
        for (LayoutHeader.Segment number : header.numbers()) {
            int column = Math.min(next, columns - 1);
            while (column < columns - 1 && header.columns().get(column).to() < number.from()) {
                column++;
            }
            words.get(column).addAll(number.words());
            next = column + 1;
        }
        for (int c = 0; c < columns; c++) {
            add(c, 1, 1, words.get(c), page);
        }
        row++;
    }

    private void addName(int column, int rowSpan, int columnSpan, LayoutHeader.Name name, int page) {
        List<Word> words =
                name.segments().stream().flatMap(s -> s.words().stream()).toList();
        add(column, rowSpan, columnSpan, words, page);
    }

    private void addText(int column, int rowSpan, int columnSpan, List<LayoutLine> lines, int textColumn) {
        TreeMap<Integer, List<Word>> pages = new TreeMap<>();
        for (LayoutLine line : lines) {
            if (!line.cell(textColumn).isEmpty()) {
                pages.computeIfAbsent(line.page(), p -> new ArrayList<>()).addAll(line.cell(textColumn));
            }
        }
        if (pages.isEmpty()) {
            pages.put(lines.get(0).page(), List.of());
        }
        List<Draft.Piece> pieces = new ArrayList<>();
        pages.forEach((page, words) -> pieces.add(piece(page, column, column + columnSpan, words)));
        cells.add(new Draft.DraftCell(row, column, rowSpan, columnSpan, pieces));
    }

    private void add(int column, int rowSpan, int columnSpan, List<Word> words, int page) {
        cells.add(new Draft.DraftCell(
                row, column, rowSpan, columnSpan, List.of(piece(page, column, column + columnSpan, words))));
    }

    private Draft.Piece piece(int page, int from, int to, List<Word> words) {
        double y0 = words.stream().mapToDouble(w -> w.box().y0()).min().orElse(0);
        double y1 = words.stream().mapToDouble(w -> w.box().y1()).max().orElse(y0);
        // As wide as its text: where its lines break tells of paragraphs.
        double x0 = words.stream().mapToDouble(w -> w.box().x0()).min().orElse(edges.get(from));
        double x1 = words.stream().mapToDouble(w -> w.box().x1()).max().orElse(edges.get(to));
        return CellText.piece(page, new Box(x0, y0, x1, y1), words);
    }

    private Draft draft(List<LayoutLine> lines) {
        TreeMap<Integer, double[]> reach = new TreeMap<>();
        for (Draft.DraftCell cell : cells) {
            for (Draft.Piece piece : cell.pieces()) {
                for (Word word : piece.words()) {
                    reach.merge(
                            piece.page(),
                            new double[] {word.box().y0(), word.box().y0() + LINE_HEIGHT},
                            (a, b) -> new double[] {Math.min(a[0], b[0]), Math.max(a[1], b[1])});
                }
            }
        }
        List<Draft.Part> parts = new ArrayList<>();
        reach.forEach((page, y) -> parts.add(new Draft.Part(page, new Box(0, y[0], width, y[1]))));
        return new Draft(parts, edges, row, cells, true, List.of(DOUBT));
    }
}
