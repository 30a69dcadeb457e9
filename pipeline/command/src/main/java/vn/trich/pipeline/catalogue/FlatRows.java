package vn.trich.pipeline.catalogue;

import java.io.IOException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.trich.output.DocumentRecord;
import vn.trich.output.FlatTable;
import vn.trich.output.FlatTables;

/** The rows of a document in the flat tables: from records to typed columns, and back to the plain values of the CSV files. */
final class FlatRows {

    private final Map<String, FlatTable> tables = new HashMap<>();
    private final Map<String, String> inserts = new HashMap<>();

    FlatRows() {
        Stream.concat(FlatTables.all().stream(), Stream.of(FlatTables.DOCUMENT_UNITS))
                .forEach(table -> {
                    tables.put(table.name(), table);
                    inserts.put(table.name(), insert(table));
                });
    }

    /** Writes all rows of a document; it has none before. */
    void write(Database db, DocumentRecord document) throws IOException {
        FlatTables.rows(document, (table, values) -> write(db, table, values));
        FlatTables.units(document, (table, values) -> write(db, table, values));
    }

    /** Writes one row. */
    void write(Database db, String table, List<String> values) throws IOException {
        List<FlatTable.Column> columns = tables.get(table).columns();
        Object[] typed = new Object[values.size()];
        for (int i = 0; i < typed.length; i++) {
            typed[i] = typed(columns.get(i).type(), values.get(i));
        }
        try {
            db.update(inserts.get(table), typed);
        } catch (SQLException e) {
            throw CatalogueException.of(e);
        }
    }

    /** The rows that a document has in a table, in their order. */
    List<List<String>> read(Database db, FlatTable table, String documentId) throws SQLException, IOException {
        List<List<String>> rows = new ArrayList<>();
        String sql =
                "SELECT " + names(table) + " FROM " + quoted(table.name()) + " WHERE document_id = ? ORDER BY rowid";
        db.each(sql, row -> rows.add(values(table, row)), documentId);
        return rows;
    }

    private static List<String> values(FlatTable table, ResultSet row) throws SQLException {
        List<String> values = new ArrayList<>(table.columns().size());
        for (int i = 0; i < table.columns().size(); i++) {
            values.add(plain(table.columns().get(i).type(), row, i + 1));
        }
        return values;
    }

    private static Object typed(FlatTable.Type type, String value) {
        return switch (type) {
            case TEXT, NAME, LIST -> value;
            case DATE, PARTIAL_DATE -> value.isEmpty() ? null : value;
            case INTEGER -> value.isEmpty() ? null : Long.valueOf(value);
            case BOOLEAN -> value.equals("true") ? 1 : 0;
            case NUMBER -> value.isEmpty() ? null : number(value);
        };
    }

    /** The number as exactly as SQLite can hold it: whole, with a point, or, where that would round it, as text. */
    private static Object number(String value) {
        BigDecimal exact = new BigDecimal(value);
        if (exact.scale() <= 0 && exact.precision() <= 18) {
            return exact.longValueExact();
        }
        double real = exact.doubleValue();
        return !Double.isInfinite(real) && plain(real).equals(value) ? (Object) real : value;
    }

    private static String plain(FlatTable.Type type, ResultSet row, int column) throws SQLException {
        Object value = row.getObject(column);
        if (value == null) {
            return "";
        }
        return switch (type) {
            case BOOLEAN -> ((Number) value).intValue() == 1 ? "true" : "false";
            case NUMBER -> value instanceof Double real ? plain(real) : value.toString();
            default -> value.toString();
        };
    }

    private static String plain(double real) {
        return BigDecimal.valueOf(real).stripTrailingZeros().toPlainString();
    }

    private static String insert(FlatTable table) {
        return "INSERT INTO " + quoted(table.name()) + " (" + names(table) + ") VALUES ("
                + String.join(", ", Collections.nCopies(table.columns().size(), "?")) + ")";
    }

    private static String names(FlatTable table) {
        return table.columns().stream().map(c -> quoted(c.name())).collect(Collectors.joining(", "));
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }
}
