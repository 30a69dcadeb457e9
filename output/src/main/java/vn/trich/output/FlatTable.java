package vn.trich.output;

import java.util.List;

/**
 * One of the flat tables of the contract, as CSV files and databases hold it.
 *
 * @param name its name, which is the CSV file's without {@code .csv}
 * @param meaning what a row is
 * @param columns its columns, in order
 */
public record FlatTable(String name, String meaning, List<Column> columns) {

    /** Copies the columns. */
    public FlatTable {
        columns = List.copyOf(columns);
    }

    /**
     * A column.
     *
     * @param name as in the CSV file's header
     * @param type what its values are
     */
    public record Column(String name, Type type) {}

    /** What the values of a column are; an empty value says that nothing is known. */
    public enum Type {
        /** Text. */
        TEXT,
        /** Text that names something outside of the records, kept letter by letter. */
        NAME,
        /** Several texts, joined with {@code "; "}. */
        LIST,
        /** A whole number. */
        INTEGER,
        /** A number with a decimal point. */
        NUMBER,
        /** {@code true} or {@code false}. */
        BOOLEAN,
        /** A whole ISO date. */
        DATE,
        /** An ISO date, or only its year, or only its year and month. */
        PARTIAL_DATE
    }
}
