package vn.trich.pipeline.table;

import java.util.List;
import vn.trich.pipeline.layout.DocumentLayout;

/**
 * A file's tables, and its text without them.
 *
 * @param tables in reading order
 * @param rest the pages without the lines that stand in a table
 */
public record TableReading(List<Table> tables, DocumentLayout rest) {

    /** Copies the tables. */
    public TableReading {
        tables = List.copyOf(tables);
    }
}
