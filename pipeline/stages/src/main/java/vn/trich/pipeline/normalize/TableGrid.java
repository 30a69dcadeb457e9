package vn.trich.pipeline.normalize;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.trich.output.ColumnRole;
import vn.trich.output.Region;
import vn.trich.pipeline.page.Word;
import vn.trich.pipeline.table.Cell;
import vn.trich.pipeline.table.Table;

/** A table with its cells found by place, spans counted. Rows and columns from 1. */
final class TableGrid {

    /** A sign after which a unit is named. */
    private static final Pattern SEPARATED = Pattern.compile(";|^[-–—•+]");

    private static final Pattern COMMA = Pattern.compile("[,+] (?=\\p{Lu})");

    private final Table table;
    private final Map<Integer, Boolean> listed = new HashMap<>();
    private final Cell[][] cells;
    private final Set<String> openings;

    /** Lays the cells out. */
    TableGrid(Table table) {
        this.table = table;
        cells = new Cell[table.rows() + 1][table.columns() + 1];
        for (Cell cell : table.cells()) {
            for (int row = cell.row(); row < cell.row() + cell.rowSpan() && row <= table.rows(); row++) {
                for (int column = cell.column();
                        column < cell.column() + cell.columnSpan() && column <= table.columns();
                        column++) {
                    cells[row][column] = cell;
                }
            }
        }
        openings = openings();
    }

    /** Whether a column has that role. */
    boolean has(ColumnRole role) {
        return table.roles().contains(role);
    }

    /** Whether that row belongs to the header. */
    boolean isHeader(int row) {
        return table.rowKinds().get(row - 1) == Table.RowKind.HEADER;
    }

    /** The cells of that row in columns of that role, each once; those that span into the row among them. */
    List<Cell> cells(int row, ColumnRole role) {
        Set<Cell> found = new LinkedHashSet<>();
        for (int column = 1; column <= table.columns(); column++) {
            if (table.roles().get(column - 1) == role && cells[row][column] != null) {
                found.add(cells[row][column]);
            }
        }
        return List.copyOf(found);
    }

    /** All cells of that row, each once. */
    List<Cell> cells(int row) {
        Set<Cell> found = new LinkedHashSet<>();
        for (int column = 1; column <= table.columns(); column++) {
            if (cells[row][column] != null) {
                found.add(cells[row][column]);
            }
        }
        return List.copyOf(found);
    }

    /** The text of that row in columns of that role. */
    String text(int row, ColumnRole role) {
        List<String> texts = cells(row, role).stream()
                .map(cell -> BareText.tidy(cell.text()))
                .filter(text -> !text.isEmpty())
                .toList();
        return String.join("\n", texts);
    }

    /** The text of that row in columns of that role, which name units: where a printed line broke off, a name ended. */
    String names(int row, ColumnRole role, Predicate<String> opens) {
        return cells(row, role).stream()
                .map(cell -> PrintedLines.of(cell, opens, listed(cell.column(), opens)))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /**
     * Whether the names in the cells of that column stand on lines of their own: nowhere a sign between names, and more
     * than once a line that broke off before the next name.
     */
    private boolean listed(int column, Predicate<String> opens) {
        return listed.computeIfAbsent(column, key -> {
            int broken = 0;
            for (Cell cell : table.cells()) {
                if (cell.column() == column && !isHeader(cell.row())) {
                    String text = BareText.tidy(cell.text());
                    boolean commas = COMMA.matcher(text).results().anyMatch(m -> opens.test(text.substring(m.end())));
                    if (commas || SEPARATED.matcher(text).find()) {
                        return false;
                    }
                    boolean lines = text.lines().skip(1).anyMatch(opens);
                    broken += lines || !PrintedLines.of(cell, opens).equals(text) ? 1 : 0;
                }
            }
            return broken > 1;
        });
    }

    /**
     * Whether a cell of that row in columns of that role may hold the text of several rows: a printed line breaks off in
     * the middle, or goes on as other cells of such columns begin.
     */
    boolean runsTogether(int row, ColumnRole role) {
        return cells(row, role).stream().anyMatch(this::runsTogether);
    }

    private boolean runsTogether(Cell cell) {
        String text = BareText.tidy(cell.text());
        boolean parts = text.lines().skip(1).anyMatch(line -> !line.isEmpty() && Character.isUpperCase(line.charAt(0)));
        return parts
                || !PrintedLines.of(cell, line -> true).equals(text)
                || PrintedLines.anyOpens(cell, line -> openings.contains(opening(line)));
    }

    /** How the cells of tasks and activities begin. */
    private Set<String> openings() {
        Set<String> found = new HashSet<>();
        for (Cell cell : table.cells()) {
            ColumnRole role = table.roles().get(cell.column() - 1);
            boolean work = role == ColumnRole.TASK || role == ColumnRole.ACTIVITY || role == ColumnRole.DUE;
            if (work && !isHeader(cell.row())) {
                found.add(opening(cell.text()));
            }
        }
        found.remove("");
        return found;
    }

    /** The first two words, bare. */
    private static String opening(String text) {
        String[] words = BareText.words(text).split(" ");
        return words.length < 2 ? "" : words[0] + " " + words[1];
    }

    /** What a record of that row was read from: cells that begin in it, and the words of those that span into it. */
    Evidence evidence(int row) {
        List<Word> words = new ArrayList<>();
        List<Region> regions = new ArrayList<>();
        for (Cell cell : cells(row)) {
            words.addAll(cell.words());
            if (cell.row() == row) {
                regions.addAll(cell.regions());
            }
        }
        return new Evidence(words, regions);
    }
}
