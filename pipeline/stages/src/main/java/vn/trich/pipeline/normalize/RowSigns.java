package vn.trich.pipeline.normalize;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import vn.trich.output.ColumnRole;
import vn.trich.pipeline.page.Word;
import vn.trich.pipeline.table.Cell;
import vn.trich.pipeline.table.Table;

/** What a row's place in its table says of how well it was told from the rows around it. For one table. */
final class RowSigns {

    private static final List<ColumnRole> FIELDS = List.of(
            ColumnRole.TASK,
            ColumnRole.ACTIVITY,
            ColumnRole.OBJECTIVE,
            ColumnRole.PRODUCT,
            ColumnRole.LEAD,
            ColumnRole.COORD,
            ColumnRole.RESPONSIBILITY,
            ColumnRole.DUE);
    /** What no task ends with. */
    private static final Pattern CUT = Pattern.compile(
            "(?:[,(-]|(?<![a-z])(?:va|cua|ve|cho|cac|trong|tai|theo|voi|den|duoc|de|cong|quan|nam|thuoc|ngay|tren|bang|vao|hoac|nhung|tu|duoi))$");

    /** The same, told with marks, so that it is certain. */
    private static final Pattern OPEN = Pattern.compile(
            "(?:[,(]|(?<!\\p{L})(?:và|của|về|cho|các|trong|tại|theo|với|đến|để|trên|bằng|vào|hoặc|những))$");

    private static final double SELDOM = 0.3;

    /** How often a word must be met inside a cell to tell that one does not end with it. */
    private static final int OFTEN = 2;

    private final TableGrid grid;
    private final CellRoom room;
    /** How often a word ends a cell of the table, and how often more follows it. */
    private final Map<String, Integer> ends = new HashMap<>();

    private final Map<String, Integer> goesOn = new HashMap<>();
    private final Map<ColumnRole, Double> filled = new EnumMap<>(ColumnRole.class);
    /** The share of rows whose text begins in lower case. */
    private final Map<ColumnRole, Double> small = new EnumMap<>(ColumnRole.class);
    /** Which rows belong to the body. */
    private final boolean[] rows;

    private final double words;
    private final int doubts;
    private final double leads;

    /** Measures a table. */
    RowSigns(Table table, TableGrid grid) {
        this.grid = grid;
        room = new CellRoom(table);
        this.doubts = table.doubts().size();
        this.leads =
                table.roles().stream().filter(role -> role == ColumnRole.LEAD).count();
        this.rows = new boolean[table.rows() + 1];
        List<Integer> rows = new ArrayList<>();
        for (int row = 1; row <= table.rows(); row++) {
            if (table.rowKinds().get(row - 1) == Table.RowKind.BODY) {
                rows.add(row);
                this.rows[row] = true;
            }
        }
        for (ColumnRole role : FIELDS) {
            long full =
                    rows.stream().filter(row -> !grid.text(row, role).isEmpty()).count();
            filled.put(role, rows.isEmpty() ? 0 : (double) full / rows.size());
            long lower = rows.stream()
                    .filter(row -> startsSmall(grid.text(row, role)))
                    .count();
            small.put(role, rows.isEmpty() ? 0 : (double) lower / rows.size());
        }
        rows.stream()
                .flatMap(row -> FIELDS.stream().map(role -> grid.text(row, role)))
                .distinct()
                .forEach(this::count);
        words = rows.stream()
                .mapToInt(this::length)
                .sorted()
                .skip(rows.size() / 2)
                .findFirst()
                .orElse(1);
    }

    private void count(String text) {
        String[] all = BareText.words(text).split(" ");
        for (int i = 0; i < all.length; i++) {
            (i + 1 < all.length ? goesOn : ends).merge(all[i], 1, Integer::sum);
        }
    }

    /** How likely more belongs behind a text, since more stands behind its last word elsewhere and it ends no other cell. */
    private double unfinished(String text) {
        String bare = BareText.words(text);
        String last = bare.substring(bare.lastIndexOf(' ') + 1);
        int inside = goesOn.getOrDefault(last, 0);
        int others = Math.max(0, ends.getOrDefault(last, 0) - 1);
        return bare.isEmpty() || inside < OFTEN ? 0 : (double) inside / (inside + 3.0 * others);
    }

    private int length(int row) {
        return BareText.words(grid.text(row, ColumnRole.TASK) + " " + grid.text(row, ColumnRole.ACTIVITY))
                .split(" ")
                .length;
    }

    /** The signs of a row. */
    Signs of(int row, String label, String previous) {
        Map<String, Double> signs = new TreeMap<>();
        for (ColumnRole role : FIELDS) {
            String name = role.name().toLowerCase(Locale.ROOT);
            String text = grid.text(row, role);
            List<Cell> cells = grid.cells(row, role);
            put(signs, name + " empty", text.isEmpty() && filled.get(role) >= 0.7 ? filled.get(role) : 0);
            put(signs, name + " small", startsSmall(text) ? 1 : 0);
            put(signs, name + " cut", CUT.matcher(BareText.of(text)).find() ? 1 : 0);
            put(signs, name + " open", OPEN.matcher(text.strip()).find() ? 1 : 0);
            put(signs, name + " unfinished", unfinished(text));
            put(signs, name + " several", grid.runsTogether(row, role) ? 1 : 0);
            put(signs, name + " spanned", cells.stream().anyMatch(cell -> cell.rowSpan() > 1) ? 1 : 0);
            put(signs, name + " empty span", cells.stream().anyMatch(RowSigns::isEmptySpan) ? 1 : 0);
            put(signs, name + " doubt", doubt(cells));
            put(signs, name + " gap", room.gap(cells));
            put(signs, name + " lost", room.lost(cells));
            put(signs, name + " below", goesOnBelow(row, role) ? 1 : 0);
            put(signs, name + " over labels", overLabels(cells));
            put(signs, name + " over page", cells.stream().anyMatch(cell -> overPage(cell, row)) ? 1 : 0);
            put(signs, name + " other", OtherReadings.likeliest(words(cells)));
            put(signs, name + " marked otherwise", OtherReadings.likeliestMarks(words(cells)));
            put(signs, name + " changed", changed(cells));
        }
        put(signs, "nowhere", grid.cells(row).stream().noneMatch(cell -> cell.row() == row) ? 1 : 0);
        put(signs, "gap", room.gap(grid.cells(row)));
        put(signs, "room", room.left(grid.cells(row)));
        put(signs, "length", length(row) / Math.max(1, words));
        put(signs, "no label", grid.has(ColumnRole.STT) && label.isEmpty() ? 1 : 0);
        put(signs, "same label", !label.isEmpty() && label.equals(previous) ? 1 : 0);
        put(signs, "table doubts", doubts);
        put(signs, "lead columns", grid.has(ColumnRole.COORD) ? 0 : leads);
        return Signs.of(signs);
    }

    private static void put(Map<String, Double> signs, String name, double value) {
        if (value != 0) {
            signs.put(name, value);
        }
    }

    /** Whether the cell below begins in lower case, where cells of its column seldom do. */
    private boolean goesOnBelow(int row, ColumnRole role) {
        boolean body = row < rows.length - 1 && rows[row + 1];
        return body
                && startsSmall(grid.text(row + 1, role))
                && !grid.cells(row + 1, role).equals(grid.cells(row, role))
                && small.getOrDefault(role, 0.0) < SELDOM;
    }

    /** Whether a cell was drawn over several rows for nothing: its words were probably lost. */
    private static boolean isEmptySpan(Cell cell) {
        return cell.rowSpan() > 1 && cell.text().isBlank();
    }

    private static boolean startsSmall(String text) {
        return !text.isEmpty() && Character.isLowerCase(text.charAt(0));
    }

    /** How badly the worst word of the cells was read, 0 to 1. */
    private static double doubt(List<Cell> cells) {
        return words(cells).stream()
                .mapToDouble(word -> 1 - word.confidence())
                .max()
                .orElse(0);
    }

    private static List<Word> words(List<Cell> cells) {
        return cells.stream().flatMap(cell -> cell.words().stream()).toList();
    }

    /** How many words a later stage changed. */
    private static double changed(List<Cell> cells) {
        return words(cells).stream()
                .filter(word -> !word.text().equals(word.original()))
                .count();
    }

    /** Over how many labels beyond the first one of the cells reaches. */
    private double overLabels(List<Cell> cells) {
        return cells.stream().mapToDouble(this::labelsBelow).max().orElse(0);
    }

    private double labelsBelow(Cell cell) {
        double labels = 0;
        for (int row = cell.row() + 1; row < cell.row() + cell.rowSpan() && row < rows.length; row++) {
            int at = row;
            labels += grid.cells(row, ColumnRole.STT).stream()
                            .anyMatch(
                                    label -> label.row() == at && !label.text().isBlank())
                    ? 1
                    : 0;
        }
        return labels;
    }

    /** Whether a cell reaches into that row from a page before. */
    private static boolean overPage(Cell cell, int row) {
        return cell.row() < row && cell.regions().size() > 1;
    }
}
