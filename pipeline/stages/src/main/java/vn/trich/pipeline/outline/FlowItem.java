package vn.trich.pipeline.outline;

import vn.trich.pipeline.table.Table;

/** A line or a table in a document's flow. */
sealed interface FlowItem permits FlowLine, FlowItem.FlowTable {

    /** Page of the source file where it stands or begins, from 1. */
    int page();

    /**
     * A table in the flow.
     *
     * @param page page where it begins
     * @param table the table
     */
    record FlowTable(int page, Table table) implements FlowItem {}
}
