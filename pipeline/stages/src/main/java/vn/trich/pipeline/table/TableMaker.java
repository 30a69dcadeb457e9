package vn.trich.pipeline.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.trich.output.Box;
import vn.trich.output.ColumnRole;
import vn.trich.output.Region;

/** Makes the finished table of a draft: header, meaning of columns and rows, cells counted from 1. */
final class TableMaker {

    private final HeaderFinder headers;
    private final ColumnRoles columnRoles;

    TableMaker(HeaderFinder headers, ColumnRoles columnRoles) {
        this.headers = headers;
        this.columnRoles = columnRoles;
    }

    Table make(Draft read) {
        int headerRows = headers.rows(read);
        ColumnRoles.Result meaning = columnRoles.of(read, headerRows);
        List<Table.RowKind> firstKinds = new RowKinds(read, headerRows, meaning).kinds();
        Draft draft = LabelRepair.repair(read, headerRows, meaning.roles(), firstKinds);
        List<Table.RowKind> rowKinds = new RowKinds(draft, headerRows, meaning).kinds();
        List<String> doubts = new ArrayList<>(draft.doubts());
        if (headerRows == 0) {
            doubts.add("no header");
        }
        if (meaning.guessed() && meaning.roles().stream().anyMatch(r -> r != ColumnRole.OTHER)) {
            doubts.add("columns guessed");
        }
        return new Table(
                meaning.kind(),
                draft.rows(),
                draft.columns(),
                headerRows,
                meaning.roles(),
                rowKinds,
                draft.cells().stream().map(c -> cell(c, draft.synthetic())).toList(),
                draft.parts().stream()
                        .map(p -> new Region(p.page(), draft.synthetic() ? null : p.box()))
                        .toList(),
                doubts);
    }

    private static Cell cell(Draft.DraftCell cell, boolean synthetic) {
        Map<Integer, Box> boxes = new LinkedHashMap<>();
        for (Draft.Piece piece : cell.pieces()) {
            boxes.merge(piece.page(), piece.box(), Box::union);
        }
        List<Region> regions = boxes.entrySet().stream()
                .map(e -> new Region(e.getKey(), synthetic ? null : e.getValue()))
                .toList();
        return new Cell(
                cell.row() + 1,
                cell.column() + 1,
                cell.rowSpan(),
                cell.columnSpan(),
                cell.text(),
                cell.words(),
                regions);
    }
}
