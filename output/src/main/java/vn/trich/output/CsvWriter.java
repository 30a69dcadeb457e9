package vn.trich.output;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Writes the ten CSV files of the contract over any number of documents, one document at a time: RFC 4180, comma, CRLF,
 * UTF-8 with BOM, header row, cells {@linkplain CsvDialect guarded}. The files appear together at {@link #finish()},
 * each whole; without it nothing appears.
 */
public final class CsvWriter implements FlatTables.Rows, Closeable {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator("\r\n").get();

    private final Map<String, Sheet> sheets = new LinkedHashMap<>();
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
                sheets.put(table.name(), Sheet.open(table, folder));
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
        FlatTables.rows(document, this);
        units.add(document);
    }

    /** Adds a row to one of the files. */
    @Override
    public void row(String table, List<String> values) throws IOException {
        sheets.get(table).print(values);
    }

    /**
     * Makes the files appear, in place of older ones.
     *
     * @throws IOException if the disk fails; files that did not appear yet are then left as they were
     */
    public void finish() throws IOException {
        for (List<String> unit : units.rows()) {
            row(CsvTables.UNITS.name(), unit);
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

    /** A file being written. */
    private record Sheet(CsvTable<?> table, AtomicFile file, CSVPrinter printer) {

        static Sheet open(CsvTable<?> table, Path folder) throws IOException {
            AtomicFile file = AtomicFile.open(folder.resolve(table.fileName()));
            Writer writer = new OutputStreamWriter(file.out(), StandardCharsets.UTF_8);
            writer.write('\ufeff');
            CSVPrinter printer = new CSVPrinter(writer, FORMAT);
            printer.printRecord(table.header());
            return new Sheet(table, file, printer);
        }

        void print(List<String> values) throws IOException {
            List<String> cells = new ArrayList<>(values.size());
            for (int i = 0; i < values.size(); i++) {
                cells.add(
                        switch (table.columns().get(i).type()) {
                            case TEXT, LIST -> CsvDialect.guard(values.get(i));
                            case NAME -> CsvDialect.guardName(values.get(i));
                            default -> values.get(i);
                        });
            }
            printer.printRecord(cells);
        }

        void sync() throws IOException {
            printer.flush();
            file.sync();
        }
    }
}
