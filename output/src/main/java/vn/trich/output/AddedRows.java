package vn.trich.output;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Adds rows to a CSV file that people write too: what stands in it stays byte for byte, the new file appears whole. */
public final class AddedRows {

    private AddedRows() {}

    /**
     * Adds rows at the end; a file that is not there is begun.
     *
     * @param file the file
     * @param header the columns, for a file that is begun; a file that is there must begin with the same
     * @param rows the rows
     * @throws IOException if the disk fails, or the file has other columns
     */
    public static void add(Path file, List<String> header, List<List<String>> rows) throws IOException {
        if (rows.isEmpty()) {
            return;
        }
        String before = Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
        String columns = String.join(",", header);
        StringWriter text = new StringWriter().append(before.isEmpty() ? "\ufeff" + columns + "\r\n" : before);
        if (!text.toString()
                .replace("\ufeff", "")
                .lines()
                .findFirst()
                .orElse("")
                .equals(columns)) {
            throw new IOException(file.getFileName() + ": its columns are not " + columns);
        }
        if (!text.toString().endsWith("\n")) {
            text.append("\r\n");
        }
        CSVFormat format =
                CSVFormat.RFC4180.builder().setRecordSeparator("\r\n").get();
        try (CSVPrinter printer = new CSVPrinter(text, format)) {
            for (List<String> row : rows) {
                printer.printRecord(row.stream().map(CsvDialect::guard));
            }
        }
        AtomicFile.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
