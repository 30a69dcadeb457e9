package vn.trich.output;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A document's records as rows of the {@linkplain FlatTable flat tables}, their values in the plain form that is not yet guarded for CSV. */
public final class FlatTables {

    /** The units that each document names; what {@code units} is gathered from. */
    public static final FlatTable DOCUMENT_UNITS = CsvTables.DOCUMENT_UNITS.flat();

    /** The units over all documents. */
    public static final FlatTable UNITS = CsvTables.UNITS.flat();

    private static final List<FlatTable> ALL =
            CsvTables.all().stream().map(CsvTable::flat).toList();

    private FlatTables() {}

    /** Takes rows. */
    public interface Rows {

        /**
         * Takes a row.
         *
         * @param table the name of its table
         * @param values its values, in the order of the columns
         * @throws IOException if it cannot be written
         */
        void row(String table, List<String> values) throws IOException;
    }

    /** The ten tables of the contract, in its order. */
    public static List<FlatTable> all() {
        return ALL;
    }

    /**
     * Gives the rows that a document has in the tables of the contract, but for {@code units}, which are gathered over
     * all documents.
     *
     * @param document the document; its pages are not needed
     * @param rows gets the rows, each table's in their order
     * @throws IOException what {@code rows} throws
     */
    public static void rows(DocumentRecord document, Rows rows) throws IOException {
        give(CsvTables.DOCUMENTS, document, rows);
        for (SectionRecord section : document.sections()) {
            give(CsvTables.SECTIONS, new CsvTables.Of<>(document, section), rows);
        }
        for (TableRecord table : document.tables()) {
            give(CsvTables.TABLES, new CsvTables.Of<>(document, table), rows);
            for (CellRecord cell : table.cells()) {
                give(CsvTables.CELLS, new CsvTables.TableCell(document, table, cell), rows);
            }
        }
        for (TaskRecord task : document.tasks()) {
            give(CsvTables.TASKS, new CsvTables.Of<>(document, task), rows);
            for (TaskRecord.UnitRole role : task.unitRoles()) {
                give(CsvTables.TASK_UNITS, new CsvTables.TaskUnit(document, task, role), rows);
            }
        }
        for (TargetRecord target : document.targets()) {
            give(CsvTables.TARGETS, new CsvTables.Of<>(document, target), rows);
        }
        for (IndicatorRecord indicator : document.indicators()) {
            give(CsvTables.INDICATORS, new CsvTables.Of<>(document, indicator), rows);
        }
        for (ReferenceRecord reference : document.references()) {
            give(CsvTables.REFERENCES, new CsvTables.Of<>(document, reference), rows);
        }
    }

    /**
     * Gives the rows that a document has in {@link #DOCUMENT_UNITS}: the units that it still names, and those that its
     * owner merged into them.
     *
     * @throws IOException what {@code rows} throws
     */
    public static void units(DocumentRecord document, Rows rows) throws IOException {
        for (UnitRecord unit : listedUnits(document)) {
            give(CsvTables.DOCUMENT_UNITS, new CsvTables.Of<>(document, unit), rows);
        }
    }

    /** The unit of a row of {@link #DOCUMENT_UNITS}. */
    public static UnitRecord unit(List<String> values) {
        return new UnitRecord(
                values.get(1),
                values.get(2),
                UnitRecord.Level.valueOf(values.get(3).toUpperCase(Locale.ROOT)),
                UnitRecord.Kind.valueOf(values.get(4).toUpperCase(Locale.ROOT)),
                values.get(5),
                values.get(6),
                values.get(7),
                values.get(8),
                values.get(9),
                Stream.of(values.get(10).split("\n")).filter(a -> !a.isEmpty()).toList(),
                values.get(11));
    }

    static Collection<UnitRecord> listedUnits(DocumentRecord document) {
        if (document.corrections().isEmpty()) {
            return document.units();
        }
        List<UnitRecord> named = Amendments.named(document.units(), document.tasks());
        return document.units().stream()
                .filter(u -> named.contains(u) || !u.sameAs().isEmpty())
                .toList();
    }

    private static <R> void give(CsvTable<R> table, R row, Rows rows) throws IOException {
        rows.row(table.name(), table.values(row));
    }
}
