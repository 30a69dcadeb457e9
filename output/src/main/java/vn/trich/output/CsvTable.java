package vn.trich.output;

import java.util.List;

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

    /** The values of a row. */
    List<String> values(R row) {
        return columns.stream().map(c -> c.value().apply(row)).toList();
    }

    /** The table as others see it. */
    FlatTable flat() {
        return new FlatTable(
                name,
                meaning,
                columns.stream()
                        .map(c -> new FlatTable.Column(c.name(), c.type()))
                        .toList());
    }
}
