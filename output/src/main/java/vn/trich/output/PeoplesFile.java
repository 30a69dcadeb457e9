package vn.trich.output;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV file that people write beside the results: UTF-8, with or without BOM, header row, parted by commas or, as some
 * spreadsheets save it, by semicolons. Columns that are not asked for are left alone.
 *
 * @param rows the rows that have what is required
 * @param problems what is wrong with the others, for people
 */
record PeoplesFile(List<Row> rows, List<String> problems) {

    /** Nobody writes more by hand; a larger file is something else. */
    private static final long MOST_BYTES = 64L << 20;

    /**
     * A row.
     *
     * @param line its line in the file, from 1
     * @param cells cells by lower-case column name, blanks around them taken off, in NFC
     */
    record Row(long line, Map<String, String> cells) {

        /** The cell of that column; empty if there is none. */
        String get(String column) {
            return cells.getOrDefault(column, "");
        }
    }

    /**
     * Reads a file.
     *
     * @param file the file; one that is not there is empty
     * @param required columns that must be there
     * @throws IOException if the disk fails; a file that cannot be understood is a problem, not a failure
     */
    static PeoplesFile read(Path file, List<String> required) throws IOException {
        if (!Files.exists(file)) {
            return new PeoplesFile(List.of(), List.of());
        }
        String name = String.valueOf(file.getFileName());
        if (Files.size(file) > MOST_BYTES) {
            return new PeoplesFile(List.of(), List.of(name + ": larger than 64 MiB; not used"));
        }
        try {
            return parse(name, Files.readString(file, StandardCharsets.UTF_8), required);
        } catch (CharacterCodingException e) {
            return new PeoplesFile(List.of(), List.of(name + ": not UTF-8; save it as CSV UTF-8"));
        } catch (IllegalArgumentException | IllegalStateException | java.io.UncheckedIOException e) {
            return new PeoplesFile(List.of(), List.of(name + ": no CSV file (" + e.getMessage() + "); not used"));
        }
    }

    private static PeoplesFile parse(String name, String content, List<String> required) throws IOException {
        String text = content.startsWith("\ufeff") ? content.substring(1) : content;
        String first = text.lines().findFirst().orElse("");
        char comma = first.indexOf(',') < 0 && first.indexOf(';') >= 0 ? ';' : ',';
        List<Row> rows = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        List<String> header = List.of();
        CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(comma).get();
        try (CSVParser parser = format.parse(new StringReader(text))) {
            for (CSVRecord row : parser) {
                List<String> cells = row.stream().map(PeoplesFile::clean).toList();
                if (header.isEmpty()) {
                    header = cells.stream().map(c -> c.toLowerCase(Locale.ROOT)).toList();
                    if (!header.containsAll(required)) {
                        return new PeoplesFile(
                                List.of(),
                                List.of(name + ": the first line must name the columns " + String.join(", ", required)
                                        + "; not used"));
                    }
                } else if (cells.stream().anyMatch(c -> !c.isEmpty())) {
                    Map<String, String> byName = new HashMap<>();
                    for (int i = 0; i < Math.min(header.size(), cells.size()); i++) {
                        byName.put(header.get(i), cells.get(i));
                    }
                    rows.add(new Row(parser.getCurrentLineNumber(), Map.copyOf(byName)));
                }
            }
        }
        return new PeoplesFile(List.copyOf(rows), List.copyOf(problems));
    }

    private static String clean(String cell) {
        return CsvDialect.unguard(CleanText.of(cell).strip());
    }
}
