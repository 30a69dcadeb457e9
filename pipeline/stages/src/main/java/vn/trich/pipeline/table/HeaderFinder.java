package vn.trich.pipeline.table;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.trich.pipeline.page.Word;

/** Tells how many rows at the top of a table are its header, and what stands over each column. */
final class HeaderFinder {

    private static final int MAX_HEADER = 6;

    private final RoleVocabulary vocabulary;

    HeaderFinder(RoleVocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Rows of the header, the row of column numbers included; 0 if the table has none. */
    int rows(Draft table) {
        int numbers = numbersRow(table);
        if (numbers >= 0) {
            return numbers + 1;
        }
        if (table.rows() < 2 || !opensWithHeader(table)) {
            return 0;
        }
        return nestedRows(table);
    }

    /** The row that numbers the columns among the first rows, or -1. */
    private static int numbersRow(Draft table) {
        for (int r = 0; r < Math.min(MAX_HEADER, table.rows()); r++) {
            if (isNumbersRow(table, r) || r > 0 && r < 4 && couldBeNumbersRow(table, r, 2)) {
                return r;
            }
        }
        return -1;
    }

    /** Whether a row counts the columns ({@code 1 2 3}, {@code (1) (2)}, {@code A B 1 2=3/1}). */
    static boolean isNumbersRow(Draft table, int row) {
        List<Draft.DraftCell> cells = table.startingIn(row);
        if (cells.size() < 3) {
            return false;
        }
        int fits = 0;
        int counts = 0;
        int filled = 0;
        int last = 0;
        for (Draft.DraftCell cell : cells) {
            String text = cell.text().strip();
            filled += text.isEmpty() ? 0 : 1;
            fits += Labels.isColumnNumber(text) ? 1 : 0;
            int number = leadingNumber(text);
            counts += number > last || last == 0 && number == 0 && !text.isEmpty() ? 1 : 0;
            last = number > 0 ? number : last;
        }
        boolean low = leadingNumber(cells.get(0).text()) <= 1;
        return low
                && filled >= 0.6 * cells.size()
                && fits >= 0.8 * filled
                && counts >= 0.7 * filled
                && last >= 2
                && last <= table.columns() + 2;
    }

    /**
     * Whether a row could be the row of column numbers, badly read: nothing longer than a few signs, and some cells
     * hold the number of their own column.
     */
    static boolean couldBeNumbersRow(Draft table, int row, int needed) {
        List<Draft.DraftCell> cells = table.startingIn(row);
        if (cells.size() < 3 || cells.size() < 0.8 * table.columns()) {
            return false;
        }
        int right = 0;
        for (int i = 0; i < cells.size(); i++) {
            String text = cells.get(i).text().strip();
            if (text.length() > 5) {
                return false;
            }
            right += leadingNumber(text) == i + 1 ? 1 : 0;
        }
        return right >= needed;
    }

    private static int leadingNumber(String text) {
        String digits = text.strip().replaceFirst("^[(\\[|{]", "").replaceFirst("(?s)\\D.*$", "");
        return digits.isEmpty() || digits.length() > 2 ? 0 : Integer.parseInt(digits);
    }

    /** Whether the first row names columns rather than holding a row's values. */
    boolean opensWithHeader(Draft table) {
        return namedColumns(table, 0) >= 2
                || isTitle(table, 0) && table.rows() > 1 && namedColumns(table, 1) >= 2
                || namesByForm(table);
    }

    /** Cells of a row that hold a phrase of the vocabulary. */
    int namedColumns(Draft table, int row) {
        int named = 0;
        if (table.at(row, 0).filter(c -> Labels.isLabel(c.text())).isPresent()) {
            return 0;
        }
        for (Draft.DraftCell cell : table.startingIn(row)) {
            String text = cell.text().strip();
            boolean couldName = text.length() < 60
                    && !text.isEmpty()
                    && !Character.isLowerCase(text.codePointAt(0))
                    && !Labels.isFigure(text);
            named += couldName
                            && vocabulary
                                    .match(text, RoleVocabulary.Family.ANY)
                                    .filter(m -> m.score() > 0.75)
                                    .isPresent()
                    ? 1
                    : 0;
        }
        return named;
    }

    private static boolean isTitle(Draft table, int row) {
        List<Draft.DraftCell> cells = table.startingIn(row);
        return cells.size() == 1 && cells.get(0).columnSpan() == table.columns();
    }

    /** No cell of the first row is empty, a label or a figure, and the row is set or filled unlike those below it. */
    private static boolean namesByForm(Draft table) {
        List<Draft.DraftCell> first = table.startingIn(0);
        boolean words = first.size() >= 2
                && first.stream().skip(1).noneMatch(c -> c.isEmpty() || Labels.isFigure(c.text()))
                && !Labels.isLabel(first.get(0).text());
        if (!words) {
            return false;
        }
        long figures = table.cells().stream()
                .filter(c -> c.row() > 0 && Labels.isFigure(c.text()))
                .count();
        boolean figuresBelow = figures >= 0.3 * (table.cells().size() - first.size());
        boolean labelsBelow =
                table.at(1, 0).filter(c -> Labels.isLabel(c.text())).isPresent();
        return bold(first) && !bold(table.startingIn(1)) || figuresBelow || labelsBelow;
    }

    private static boolean bold(List<Draft.DraftCell> cells) {
        List<Word> words = cells.stream().flatMap(c -> c.words().stream()).toList();
        return !words.isEmpty() && words.stream().allMatch(w -> w.style().bold());
    }

    private int nestedRows(Draft table) {
        int header = isTitle(table, 0) ? 2 : 1;
        for (int r = 0; r < header && header < MAX_HEADER; r++) {
            for (Draft.DraftCell cell : table.startingIn(r)) {
                boolean over = cell.columnSpan() > 1 && cell.columnSpan() < table.columns();
                boolean tooDeep = cell.endRow() > MAX_HEADER;
                if (!tooDeep) {
                    header = Math.max(header, cell.endRow() + (over && hasParts(table, cell) ? 1 : 0));
                }
            }
        }
        return Math.min(header, table.rows());
    }

    /** Whether the cells below a spanning header cell name its parts, rather than being the first row of values. */
    private static boolean hasParts(Draft table, Draft.DraftCell cell) {
        if (cell.endRow() >= table.rows()) {
            return false;
        }
        boolean othersReachDown =
                table.cells().stream().anyMatch(c -> c.row() <= cell.row() && c.endRow() > cell.endRow());
        List<Draft.DraftCell> parts = table.startingIn(cell.endRow()).stream()
                .filter(c -> c.column() >= cell.column() && c.endColumn() <= cell.endColumn())
                .toList();
        boolean named = parts.size() > 1 && parts.stream().noneMatch(c -> c.isEmpty() || Labels.isFigure(c.text()));
        return othersReachDown || named;
    }

    /** What stands over a column, outermost first; each cell once. */
    static List<String> over(Draft table, int column, int headerRows) {
        Set<Draft.DraftCell> cells = new LinkedHashSet<>();
        for (int r = 0; r < headerRows; r++) {
            if (!isNumbersRow(table, r)) {
                Optional<Draft.DraftCell> cell = table.at(r, column);
                cell.filter(c -> !c.isEmpty() && c.columnSpan() < Math.max(2, table.columns()))
                        .ifPresent(cells::add);
            }
        }
        return cells.stream().map(Draft.DraftCell::text).collect(Collectors.toCollection(ArrayList::new));
    }
}
