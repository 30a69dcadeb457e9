package vn.trich.output;

import java.util.List;
import java.util.stream.Stream;

/**
 * One of the CSV files.
 *
 * @param <R> what a row is made from
 * @param name the file's name without {@code .csv}
 * @param meaning what a row is
 * @param columns its columns, in order
 */
record CsvTable<R>(String name, String meaning, List<CsvColumn<R>> columns) {

    CsvTable {
        columns = List.copyOf(columns);
    }

    /** The file's name. */
    String fileName() {
        return name + ".csv";
    }

    /** The names of the columns. */
    List<String> header() {
        return columns.stream().map(CsvColumn::name).toList();
    }

    /** The cells of a row. */
    Stream<String> cells(R row) {
        return columns.stream().map(c -> c.cell().apply(row));
    }
}
