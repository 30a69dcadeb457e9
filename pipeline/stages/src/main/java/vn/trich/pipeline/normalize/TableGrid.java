package vn.trich.pipeline.normalize;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vn.trich.output.ColumnRole;
import vn.trich.output.Region;
import vn.trich.pipeline.page.Word;
import vn.trich.pipeline.table.Cell;
import vn.trich.pipeline.table.Table;

/** A table with its cells found by place, spans counted. Rows and columns from 1. */
final class TableGrid {

    private final Table table;
    private final Cell[][] cells;

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
                .map(cell -> PrintedLines.of(cell, opens))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /** Whether a cell of that role breaks off in the middle of its text, so that two may have been read as one. */
    boolean breaksOff(int row, ColumnRole role) {
        return cells(row, role).stream()
                .anyMatch(cell -> !PrintedLines.of(cell, line -> true).equals(BareText.tidy(cell.text())));
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
