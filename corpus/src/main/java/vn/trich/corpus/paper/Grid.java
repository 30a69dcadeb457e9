package vn.trich.corpus.paper;

import java.util.List;
import java.util.Map;

/**
 * A table with its truth.
 *
 * @param kind what it holds
 * @param roles the role of each column as the gold format names it; empty where the format has none
 * @param weights width of each column, in any measure
 * @param header header rows
 * @param numbers row of column numbers under the header; empty if there is none
 * @param rows body rows
 * @param print how it is printed
 */
public record Grid(
        Kind kind,
        List<String> roles,
        List<Double> weights,
        List<Row> header,
        List<String> numbers,
        List<Row> rows,
        Print print) {

    /** Copies the lists. */
    public Grid {
        roles = List.copyOf(roles);
        weights = List.copyOf(weights);
        header = List.copyOf(header);
        numbers = List.copyOf(numbers);
        rows = List.copyOf(rows);
    }

    /** Kinds of tables. */
    public enum Kind {
        /** Tasks with their units and deadlines. */
        TASKS,
        /** One measured value per row. */
        INDICATORS,
        /** A grid of figures. */
        STATISTICS,
        /** Anything else. */
        OTHER
    }

    /**
     * A row.
     *
     * @param kind what it is
     * @param label its label as printed, without dot or bracket
     * @param data further attributes of the row in gold, in order
     * @param cells the cells that begin in it, left to right
     */
    public record Row(RowKind kind, String label, Map<String, String> data, List<Cell> cells) {
        /** Copies the cells. */
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** Kinds of rows. */
    public enum RowKind {
        /** Header. */
        HEADER,
        /** Heading of what follows. */
        GROUP,
        /** A task. */
        TASK,
        /** A measured figure. */
        INDICATOR,
        /** Any other. */
        PLAIN
    }

    /**
     * A cell.
     *
     * @param column column it begins in, from 0
     * @param rowSpan rows it covers
     * @param columnSpan columns it covers
     * @param role role of the header cell, or empty
     * @param data attributes in gold, as {@code data-due}, in order
     * @param text its words
     * @param truth its words in gold where a label printed before them is left out there; else the same as {@code text}
     * @param align how it is set
     */
    public record Cell(
            int column,
            int rowSpan,
            int columnSpan,
            String role,
            Map<String, String> data,
            Rich text,
            Rich truth,
            Align align) {}

    /** How a cell is set. */
    public enum Align {
        /** From the left. */
        LEFT,
        /** Centred. */
        CENTRE,
        /** From the right, as figures are. */
        RIGHT,
        /** Bold, from the left. */
        BOLD_LEFT,
        /** Bold and centred. */
        BOLD_CENTRE,
        /** Bold, turned a quarter to the left: it runs up. */
        BOLD_UP,
        /** Bold, turned a quarter to the right: it runs down. */
        BOLD_DOWN,
        /** Justified. */
        JUSTIFIED
    }

    /**
     * How a table is printed.
     *
     * @param fontSize in points
     * @param repeatHeader whether the header is printed again on every page
     * @param splitRows whether a row may be cut by the end of a page
     * @param rules which rules are drawn
     * @param middle whether cells stand in the middle of the row's height
     */
    public record Print(double fontSize, boolean repeatHeader, boolean splitRows, Rules rules, boolean middle) {}

    /** Which rules are drawn. */
    public enum Rules {
        /** All. */
        FULL,
        /** Rows are parted by nothing but white, but for the first and the last. */
        NO_INNER_ROWS,
        /** Dotted lines between rows. */
        DOTTED_ROWS
    }
}
