package vn.trich.pipeline.table;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import vn.trich.output.ColumnRole;
import vn.trich.output.TableRecord;
import vn.trich.pipeline.page.Word;

/**
 * Tells heading rows from body rows: a heading row names what follows and has no product, unit, due or figure of its
 * own. It is one cell over (nearly) all columns, or a label and a name with the other cells empty.
 */
final class RowKinds {

    private final Draft table;
    private final int headerRows;
    private final List<ColumnRole> roles;
    private final TableRecord.Kind kind;
    private final BitSet reached;

    RowKinds(Draft table, int headerRows, ColumnRoles.Result meaning) {
        this.table = table;
        this.headerRows = headerRows;
        this.roles = meaning.roles();
        this.kind = meaning.kind();
        this.reached = reached();
    }

    /** The rows into which a cell from above reaches, but for one that only numbers. */
    private BitSet reached() {
        BitSet rows = new BitSet(table.rows());
        for (Draft.DraftCell cell : table.cells()) {
            if (cell.rowSpan() > 1 && roles.get(cell.column()) != ColumnRole.STT) {
                rows.set(cell.row() + 1, cell.endRow());
            }
        }
        return rows;
    }

    /** The kind of every row. */
    List<Table.RowKind> kinds() {
        List<Table.RowKind> kinds = new ArrayList<>();
        for (int r = 0; r < table.rows(); r++) {
            kinds.add(r < headerRows ? Table.RowKind.HEADER : isHeading(r) ? Table.RowKind.GROUP : Table.RowKind.BODY);
        }
        return kinds;
    }

    private boolean isHeading(int row) {
        List<Draft.DraftCell> starting = table.startingIn(row);
        List<Draft.DraftCell> filled =
                starting.stream().filter(c -> !c.isEmpty()).toList();
        if (filled.isEmpty() || row == table.rows() - 1) {
            return false;
        }
        if (isNote(filled.get(0).text())) {
            return false;
        }
        if (reached.get(row)) {
            return false;
        }
        boolean spanning = filled.stream().anyMatch(c -> c.columnSpan() >= Math.max(2, 0.6 * table.columns()));
        boolean allInFront = filled.stream().allMatch(this::inFront);
        if (spanning && allInFront) {
            return true;
        }
        return allInFront && namesFollowing(row, filled);
    }

    /** Whether a cell stands in a column that names rows, or runs over from one. */
    private boolean inFront(Draft.DraftCell cell) {
        ColumnRole role = roles.get(cell.column());
        boolean names = role == ColumnRole.STT
                || role == ColumnRole.TASK
                || role == ColumnRole.NAME
                || role == ColumnRole.CODE
                || role == ColumnRole.OBJECTIVE && cell.column() <= 1
                || role == ColumnRole.ACTIVITY && cell.column() <= 1
                || cell.column() <= 1 && cell.columnSpan() > 1;
        boolean figures = kind == TableRecord.Kind.STATISTICS;
        return names || figures && role == ColumnRole.UNIT || cell.column() == 0;
    }

    private boolean namesFollowing(int row, List<Draft.DraftCell> filled) {
        String first = filled.get(0).text().strip();
        boolean labelled = filled.get(0).column() == 0 && Labels.isLabel(first) && filled.size() > 1;
        List<Word> words = filled.stream().flatMap(c -> c.words().stream()).toList();
        boolean bold = words.stream().allMatch(w -> w.style().bold());
        boolean capitals = isCapitals(filled.get(filled.size() - 1).text());
        if (kind == TableRecord.Kind.TASKS) {
            return labelled || bold || capitals || Labels.isLabel(first.split("\\s", 2)[0]);
        }
        return labelled && (Labels.isOuterLabel(first) || bold || capitals || emptyRowsAreHeadings(row));
    }

    /** Labelled rows without figures are headings where the row after one begins anew. */
    private boolean emptyRowsAreHeadings(int row) {
        return row + 1 < table.rows()
                && table.startingIn(row + 1).stream().anyMatch(c -> c.column() >= 2 && Labels.isFigure(c.text()));
    }

    private static boolean isNote(String text) {
        String bare = Fold.bare(text);
        return bare.startsWith("ghi chu") || bare.startsWith("tong cong") || bare.equals("tong so");
    }

    private static boolean isCapitals(String text) {
        return text.equals(text.toUpperCase(Locale.ROOT))
                && text.chars().filter(Character::isLetter).count() >= 4;
    }
}
