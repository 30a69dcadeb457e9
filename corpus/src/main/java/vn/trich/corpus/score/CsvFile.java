package vn.trich.corpus.score;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a CSV file of an output folder: RFC 4180, UTF-8, with or without a byte order mark, header row. */
public final class CsvFile {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    private static final String GUARDED = "=+-@\t\r\n";

    private CsvFile() {}

    /** Values of a CSV row by column name. */
    public interface Row {

        /** The value of a column, without what guards it from a spreadsheet; empty if there is no such column. */
        String get(String column);

        /** The value of a column as a whole number, 0 if it is none. */
        default int number(String column) {
            String value = get(column).strip();
            return value.matches("\\d{1,5}") ? Integer.parseInt(value) : 0;
        }

        /** The values of a column that holds several. */
        default List<String> list(String column) {
            String value = get(column);
            return value.isBlank()
                    ? List.of()
                    : Arrays.stream(value.split(";")).map(String::strip).toList();
        }
    }

    /**
     * Reads a file.
     *
     * @return its rows; none if there is no such file
     * @throws IOException if it cannot be read or is not CSV in UTF-8
     */
    public static List<Row> read(Path file) throws IOException {
        List<Row> rows = new ArrayList<>();
        if (!Files.isRegularFile(file)) {
            return rows;
        }
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            reader.mark(1);
            if (reader.read() != '\ufeff') {
                reader.reset();
            }
            try (CSVParser parser =
                    CSVParser.builder().setReader(reader).setFormat(FORMAT).get()) {
                for (CSVRecord csv : parser) {
                    rows.add(column -> csv.isSet(column) ? unguarded(csv.get(column)) : "");
                }
            }
        }
        return rows;
    }

    /** Takes off the apostrophe that keeps a spreadsheet from reading a text as a formula. */
    private static String unguarded(String value) {
        boolean guarded = value.length() > 1 && value.charAt(0) == '\'' && GUARDED.indexOf(value.charAt(1)) >= 0;
        return guarded ? value.substring(1) : value;
    }
}
