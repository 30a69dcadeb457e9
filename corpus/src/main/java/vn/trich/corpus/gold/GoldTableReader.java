package vn.trich.corpus.gold;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/** Reads a {@code table} element into a grid, spans laid out as HTML lays them out. */
final class GoldTableReader {

    private static final int MAX_SPAN = 1000;

    private final List<GoldTable.Row> rows = new ArrayList<>();
    private final List<GoldCell> cells = new ArrayList<>();
    private final Map<Integer, String> roles = new HashMap<>();
    private final Set<Long> taken = new HashSet<>();
    private int columnCount;

    private GoldTableReader() {}

    /** Reads a table; a span that runs past the last row is cut there. */
    static GoldTable read(Element table) {
        GoldTableReader reader = new GoldTableReader();
        List<Element> rows = table.select("tr").stream()
                .filter(row -> table.equals(row.closest("table")))
                .toList();
        for (Element row : rows) {
            reader.readRow(row, rows.size());
        }
        List<Optional<String>> roles = new ArrayList<>();
        for (int column = 1; column <= reader.columnCount; column++) {
            roles.add(Optional.ofNullable(reader.roles.get(column)));
        }
        String kind = table.attr("data-kind");
        return new GoldTable(
                kind.isEmpty() ? "other" : kind,
                reader.columnCount,
                Collections.unmodifiableList(roles),
                reader.rows,
                reader.cells);
    }

    private void readRow(Element row, int rowCount) {
        int number = rows.size() + 1;
        List<Element> children =
                row.children().stream().filter(c -> c.is("td, th")).toList();
        boolean header = row.closest("thead") != null
                || row.hasClass("colnum")
                || !children.isEmpty() && children.stream().allMatch(c -> c.is("th"));
        Optional<String> label =
                row.hasAttr("data-label") ? Optional.of(row.attr("data-label").strip()) : Optional.empty();
        rows.add(new GoldTable.Row(header ? GoldTable.RowKind.HEADER : kind(row), label));
        int column = 1;
        for (Element child : children) {
            while (taken.contains(key(number, column))) {
                column++;
            }
            int rowSpan = Math.min(span(child, "rowspan"), rowCount - number + 1);
            int columnSpan = span(child, "colspan");
            place(child, number, column, rowSpan, columnSpan, header);
            column += columnSpan;
        }
    }

    private void place(Element child, int row, int column, int rowSpan, int columnSpan, boolean header) {
        for (int r = row; r < row + rowSpan; r++) {
            for (int c = column; c < column + columnSpan; c++) {
                taken.add(key(r, c));
            }
        }
        if (child.hasAttr("data-role")) {
            for (int c = column; c < column + columnSpan; c++) {
                roles.put(c, child.attr("data-role").strip());
            }
        }
        columnCount = Math.max(columnCount, column + columnSpan - 1);
        Map<String, String> data = new HashMap<>();
        for (Attribute attribute : child.attributes()) {
            if (attribute.getKey().startsWith("data-")) {
                data.put(attribute.getKey().substring("data-".length()), attribute.getValue());
            }
        }
        cells.add(new GoldCell(row, column, rowSpan, columnSpan, header, TextCollector.textOf(child), data));
    }

    private static GoldTable.RowKind kind(Element row) {
        if (row.hasClass("group")) {
            return GoldTable.RowKind.GROUP;
        }
        if (row.hasClass("task")) {
            return GoldTable.RowKind.TASK;
        }
        return row.hasClass("indicator") ? GoldTable.RowKind.INDICATOR : GoldTable.RowKind.OTHER;
    }

    private static long key(int row, int column) {
        return (long) row << 32 | column;
    }

    private static int span(Element cell, String attribute) {
        String text = cell.attr(attribute).strip();
        return text.matches("[1-9]\\d{0,3}") ? Math.min(Integer.parseInt(text), MAX_SPAN) : 1;
    }
}
