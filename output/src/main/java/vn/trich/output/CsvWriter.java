package vn.trich.output;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Writes the ten CSV files of the contract over any number of documents, one document at a time: RFC 4180, comma, CRLF,
 * UTF-8 with BOM, header row, cells {@linkplain CsvDialect guarded}. The files appear together at {@link #finish()},
 * each whole; without it nothing appears.
 */
public final class CsvWriter implements Closeable {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator("\r\n").get();

    private final Map<CsvTable<?>, Sheet> sheets = new LinkedHashMap<>();
    private final UnitMerge units = new UnitMerge();

    /**
     * Begins the files.
     *
     * @param folder where they shall appear; exists
     * @throws IOException if the folder cannot be written
     */
    public CsvWriter(Path folder) throws IOException {
        try {
            for (CsvTable<?> table : CsvTables.all()) {
                sheets.put(table, Sheet.open(table, folder));
            }
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    /**
     * Adds a document's rows.
     *
     * @param document the document; its pages are not needed. The order of the calls is the order of the rows.
     * @throws IOException if the disk fails
     */
    public void add(DocumentRecord document) throws IOException {
        row(CsvTables.DOCUMENTS, document);
        for (SectionRecord section : document.sections()) {
            row(CsvTables.SECTIONS, new CsvTables.Of<>(document, section));
        }
        for (TableRecord table : document.tables()) {
            row(CsvTables.TABLES, new CsvTables.Of<>(document, table));
            for (CellRecord cell : table.cells()) {
                row(CsvTables.CELLS, new CsvTables.TableCell(document, table, cell));
            }
        }
        for (TaskRecord task : document.tasks()) {
            row(CsvTables.TASKS, new CsvTables.Of<>(document, task));
            for (TaskRecord.UnitRole role : task.unitRoles()) {
                row(CsvTables.TASK_UNITS, new CsvTables.TaskUnit(document, task, role));
            }
        }
        for (TargetRecord target : document.targets()) {
            row(CsvTables.TARGETS, new CsvTables.Of<>(document, target));
        }
        for (IndicatorRecord indicator : document.indicators()) {
            row(CsvTables.INDICATORS, new CsvTables.Of<>(document, indicator));
        }
        for (ReferenceRecord reference : document.references()) {
            row(CsvTables.REFERENCES, new CsvTables.Of<>(document, reference));
        }
        units.add(document);
    }

    /**
     * Makes the files appear, in place of older ones.
     *
     * @throws IOException if the disk fails; files that did not appear yet are then left as they were
     */
    public void finish() throws IOException {
        for (UnitCount unit : units.counts()) {
            row(CsvTables.UNITS, unit);
        }
        for (Sheet sheet : sheets.values()) {
            sheet.sync();
        }
        for (Sheet sheet : sheets.values()) {
            sheet.file.commit();
        }
    }

    /** Drops what was not finished. */
    @Override
    public void close() throws IOException {
        for (Sheet sheet : sheets.values()) {
            sheet.file.close();
        }
    }

    private <R> void row(CsvTable<R> table, R row) throws IOException {
        try {
            sheets.get(table).printer.printRecord(table.cells(row));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** A file being written. */
    private record Sheet(AtomicFile file, CSVPrinter printer) {

        static Sheet open(CsvTable<?> table, Path folder) throws IOException {
            AtomicFile file = AtomicFile.open(folder.resolve(table.fileName()));
            Writer writer = new OutputStreamWriter(file.out(), StandardCharsets.UTF_8);
            writer.write('\ufeff');
            CSVPrinter printer = new CSVPrinter(writer, FORMAT);
            printer.printRecord(table.header());
            return new Sheet(file, printer);
        }

        void sync() throws IOException {
            printer.flush();
            file.sync();
        }
    }
}
