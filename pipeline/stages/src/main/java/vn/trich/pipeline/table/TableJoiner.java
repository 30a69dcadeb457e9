package vn.trich.pipeline.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import vn.trich.output.ColumnRole;

/**
 * Joins the parts of a table over pages. Every cell of every part comes back once; only header rows that are repeated
 * on later pages are dropped.
 */
final class TableJoiner {

    private static final double SAME_HEADER = 0.6;
    /** So many cells tell whether a column has empty ones. */
    private static final int MANY = 5;

    private final HeaderFinder headers;
    private final ColumnRoles columnRoles;

    TableJoiner(HeaderFinder headers, ColumnRoles columnRoles) {
        this.headers = headers;
        this.columnRoles = columnRoles;
    }

    /** Whether {@code next}, which follows with nothing between, is more of the same table. */
    boolean belongs(Draft table, Draft next) {
        Pair pair = Pair.of(table, next);
        return columnsBelong(pair.table(), pair.next());
    }

    private boolean columnsBelong(Draft table, Draft next) {
        int headerRows = headers.rows(table);
        boolean repeated = repeatedRows(table, headerRows, next) > 0;
        boolean agree = ColumnFit.agree(table, next);
        if (repeated) {
            return agree || table.columns() == next.columns();
        }
        boolean ownHeader = headers.namedColumns(next, 0) >= 2 && mostlyFilled(next) && headers.rows(next) > 0;
        return agree && !ownHeader;
    }

    /**
     * Two parts of a table, the one that has a column more without it if that is an outer one without a word and the
     * others agree: the dark edge of a copy was taken for a line.
     */
    private record Pair(Draft table, Draft next) {

        static Pair of(Draft table, Draft next) {
            int more = next.columns() - table.columns();
            if (table.synthetic() || Math.abs(more) != 1 || ColumnFit.agree(table, next)) {
                return new Pair(table, next);
            }
            return narrower(more > 0 ? next : table).stream()
                    .map(n -> more > 0 ? new Pair(table, n) : new Pair(n, next))
                    .filter(p -> ColumnFit.agree(p.table(), p.next()))
                    .findFirst()
                    .orElse(new Pair(table, next));
        }

        private static List<Draft> narrower(Draft draft) {
            return Stream.of(draft.columns() - 1, 0)
                    .flatMap(c -> draft.withoutEmpty(c).stream())
                    .toList();
        }
    }

    /** Whether the first row names most columns, as a header does; the rest of a row that was cut is mostly empty. */
    private static boolean mostlyFilled(Draft table) {
        List<Draft.DraftCell> cells = table.startingIn(0);
        return 2 * cells.stream().filter(c -> !c.isEmpty()).count() > cells.size();
    }

    /** The two as one table. */
    Draft join(Draft above, Draft below) {
        Pair pair = Pair.of(above, below);
        Draft table = pair.table();
        Draft next = pair.next();
        Draft upper = table.columns() < next.columns() && ColumnFit.agree(table, next)
                ? ColumnFit.refined(table, next)
                : table;
        Draft lower = next.columns() < upper.columns() ? ColumnFit.refined(next, upper) : next;
        int headerRows = headers.rows(upper);
        Draft body = lower.withoutFirstRows(repeatedRows(upper, headerRows, lower));
        List<ColumnRole> roles = columnRoles.of(upper, headerRows).roles();
        RowCut cut = new RowCut(upper, headerRows, roles);
        Seam seam = cut.goesOn(body) ? Seam.CUT_ROW : cut.standsBelow(body) ? Seam.ROW_BELOW : Seam.NEW_ROW;
        Spanning spanning = new Spanning(cut, cut.spanningLabels(), alwaysFilled(upper, headerRows, roles), roles);
        boolean nothingNew = seam == Seam.ROW_BELOW && !opensActivity(upper, body, spanning);
        return append(upper, body, nothingNew ? Seam.CUT_ROW : seam, spanning, lower);
    }

    /** Whether a row that stands below one with a label begins an activity: else it is the rest of that row. */
    private static boolean opensActivity(Draft upper, Draft body, Spanning spanning) {
        int inner = spanning.roles().indexOf(ColumnRole.ACTIVITY);
        return inner < 0
                || body.startingIn(0).stream()
                        .filter(cell -> cell.column() == inner)
                        .anyMatch(cell -> upper.at(upper.rows() - 1, inner)
                                .filter(above -> belongsAbove(above, cell, spanning))
                                .isEmpty());
    }

    /** How many of the first rows of {@code next} repeat the header. */
    private int repeatedRows(Draft table, int headerRows, Draft next) {
        int repeated = 0;
        while (repeated < Math.min(next.rows(), headerRows + 1) && repeats(table, headerRows, next, repeated)) {
            repeated++;
        }
        // A header cell that reaches down takes its rows along.
        int reach = repeated;
        for (int r = 0; r < repeated; r++) {
            for (Draft.DraftCell cell : next.startingIn(r)) {
                reach = Math.max(reach, Math.min(cell.endRow(), headerRows));
            }
        }
        return Math.min(reach, next.rows());
    }

    private static boolean repeats(Draft table, int headerRows, Draft next, int row) {
        boolean belowHeader = row > 0 && row + 1 >= headerRows;
        if (belowHeader && row + 1 > headerRows) {
            return HeaderFinder.couldBeNumbersRow(next, row, 2);
        }
        boolean numbers =
                HeaderFinder.isNumbersRow(next, row) || HeaderFinder.couldBeNumbersRow(next, row, belowHeader ? 0 : 2);
        double best = 0;
        for (int r = 0; r < headerRows; r++) {
            if (numbers && (HeaderFinder.isNumbersRow(table, r) || HeaderFinder.couldBeNumbersRow(table, r, 2))) {
                return true;
            }
            best = Math.max(best, alike(table, r, next, row));
        }
        return best >= SAME_HEADER;
    }

    /** How alike two rows are, cell by cell; cells empty in the second row do not count, unless nearly all are. */
    private static double alike(Draft table, int row, Draft next, int nextRow) {
        List<Draft.DraftCell> cells = next.startingIn(nextRow);
        double sum = 0;
        double weight = 0;
        int filled = 0;
        for (Draft.DraftCell cell : cells) {
            String text = Fold.bare(cell.text());
            if (text.isEmpty() || text.length() > 120) {
                weight += text.isEmpty() ? 0 : 1;
                continue;
            }
            filled++;
            String above = table.at(row, Math.min(cell.column(), table.columns() - 1))
                    .map(c -> Fold.bare(c.text()))
                    .orElse("");
            sum += Fold.similarity(text.replace(" ", ""), above.replace(" ", ""));
            weight++;
        }
        return filled * 3 < cells.size() || weight == 0 ? 0 : sum / weight;
    }

    /** How the first row of a page stands to the last row of the page before. */
    private enum Seam {
        /** It is a new row. */
        NEW_ROW,
        /** It is the rest of that row. */
        CUT_ROW,
        /** It is a new row of the innermost column; other cells of the row above span it. */
        ROW_BELOW
    }

    /**
     * Which cells may span rows.
     *
     * @param cut how the table stands to its next page
     * @param columns in which a cell spans rows of several labels
     * @param filled columns of units and times without an empty cell
     * @param roles what the columns hold
     */
    private record Spanning(RowCut cut, Set<Integer> columns, Set<Integer> filled, List<ColumnRole> roles) {

        boolean isObjective(int column) {
            return column == roles.indexOf(ColumnRole.OBJECTIVE);
        }

        boolean isTime(int column) {
            return roles.get(column) == ColumnRole.DUE;
        }

        /** Whether a column has one cell for all activities of a task. */
        boolean holdsActivitiesTogether(int column) {
            ColumnRole role = roles.get(column);
            return roles.contains(ColumnRole.ACTIVITY)
                    && role != ColumnRole.ACTIVITY
                    && role != ColumnRole.DUE
                    && role != ColumnRole.PRODUCT;
        }
    }

    private static Draft append(Draft upper, Draft body, Seam seam, Spanning spanning, Draft lower) {
        List<Draft.DraftCell> cells = new ArrayList<>(upper.cells());
        int joined = seam == Seam.CUT_ROW ? 1 : 0;
        int shift = upper.rows() - joined;
        for (Draft.DraftCell cell : body.cells()) {
            int above = cell.row() == 0 ? indexAt(cells, upper.rows() - 1, cell.column()) : -1;
            if (above >= 0 && isRest(seam, cells.get(above), cell, spanning)) {
                Draft.DraftCell target = cells.get(above);
                int span = target.rowSpan() + cell.rowSpan() - joined;
                cells.set(above, target.followedBy(cell).spanning(span, target.columnSpan()));
            } else {
                cells.add(cell.at(cell.row() + shift, cell.column()));
            }
        }
        List<Draft.Part> parts = new ArrayList<>(upper.parts());
        parts.addAll(lower.parts());
        List<String> doubts = new ArrayList<>(upper.doubts());
        doubts.addAll(lower.doubts());
        return new Draft(parts, upper.edges(), shift + body.rows(), cells, upper.synthetic(), doubts);
    }

    private static int indexAt(List<Draft.DraftCell> cells, int row, int column) {
        for (int i = cells.size() - 1; i >= 0; i--) {
            if (cells.get(i).covers(row, column)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether a cell at the top of a page is the rest of a cell of the page before. */
    private static boolean isRest(Seam seam, Draft.DraftCell above, Draft.DraftCell cell, Spanning spanning) {
        boolean aligned = above.columnSpan() == cell.columnSpan() && above.column() == cell.column();
        return aligned
                        && switch (seam) {
                            case CUT_ROW -> true;
                            case NEW_ROW -> spansOn(above, cell, spanning);
                            case ROW_BELOW -> belongsAbove(above, cell, spanning);
                        }
                || seam == Seam.CUT_ROW;
    }

    /** Whether a cell beside a new label goes on with the one above it, which then spans both rows. */
    private static boolean spansOn(Draft.DraftCell above, Draft.DraftCell cell, Spanning spanning) {
        boolean objective = spanning.isObjective(cell.column());
        boolean spans = objective || spanning.columns().contains(cell.column());
        if (cell.isEmpty()) {
            boolean together = objective || above.rowSpan() > 1 || cell.rowSpan() > 1;
            // Who leads is nearly always said, by when is not.
            boolean filled = spanning.filled().contains(cell.column()) && (spans || !spanning.isTime(cell.column()));
            return !above.isEmpty() && (spans && together || filled);
        }
        boolean another = spanning.isTime(cell.column()) && !RowCut.startsLower(cell.text());
        return objective && above.isEmpty()
                || spans && !another && spanning.cut().spansOn(above, cell);
    }

    /** Whether a cell of a row that stands below one with a label is more of that one's cell. */
    private static boolean belongsAbove(Draft.DraftCell above, Draft.DraftCell cell, Spanning spanning) {
        return cell.isEmpty()
                || spanning.holdsActivitiesTogether(cell.column())
                || spanning.cut().listGoesOn(above, cell)
                || RowCut.startsLower(cell.text()) && spanning.cut().goesOn(above, cell);
    }

    /** Columns of units and times in which no cell is empty: an empty one at the top of a page goes on. */
    private static Set<Integer> alwaysFilled(Draft table, int headerRows, List<ColumnRole> roles) {
        Set<Integer> columns = new HashSet<>();
        for (int c = 0; c < roles.size(); c++) {
            ColumnRole role = roles.get(c);
            int column = c;
            List<Draft.DraftCell> cells = table.cells().stream()
                    .filter(d -> d.row() >= headerRows && d.column() == column && d.columnSpan() == 1)
                    .toList();
            boolean unitOrTime = role == ColumnRole.LEAD || role == ColumnRole.RESPONSIBILITY || role == ColumnRole.DUE;
            if (unitOrTime && cells.size() >= MANY && cells.stream().noneMatch(Draft.DraftCell::isEmpty)) {
                columns.add(column);
            }
        }
        return columns;
    }
}
