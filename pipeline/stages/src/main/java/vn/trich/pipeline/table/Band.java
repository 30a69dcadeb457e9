package vn.trich.pipeline.table;

import java.util.ArrayList;
import java.util.List;
import vn.trich.output.ColumnRole;

/**
 * What stands between two lines drawn across a table, column by column in blocks of text.
 *
 * @param top y of the line above
 * @param bottom y of the line below
 * @param pitch distance of lines of text
 * @param columns its columns, from the left
 * @param label which of them holds the labels of rows, or -1
 * @param leaf which of them has a block in every row: the innermost one
 */
record Band(double top, double bottom, double pitch, List<Column> columns, int label, int leaf) {

    Band {
        columns = List.copyOf(columns);
    }

    /**
     * A column of a band.
     *
     * @param cell the cell that spans the band
     * @param role what the column holds
     * @param blocks its text
     */
    record Column(Draft.DraftCell cell, ColumnRole role, List<Block> blocks) {

        Column {
            blocks = List.copyOf(blocks);
        }
    }

    /**
     * How a band falls into rows.
     *
     * @param edges heights at which rows begin, and the end of the last
     * @param cells for each column the cells that cover its rows
     */
    record Rows(List<Double> edges, List<List<Range>> cells) {

        Rows {
            edges = List.copyOf(edges);
            cells = List.copyOf(cells);
        }

        int count() {
            return edges.size() - 1;
        }
    }

    /**
     * A cell of one column.
     *
     * @param from its first row
     * @param to the row after its last
     * @param block its text; null if it is empty
     */
    record Range(int from, int to, Block block) {}

    /** Whether a column holds activities of tasks. */
    boolean holdsActivities() {
        return columns.stream()
                .anyMatch(c -> c.role() == ColumnRole.ACTIVITY && !c.blocks().isEmpty());
    }

    /** This band with rows told: they are one more column, the innermost. */
    Band withRows(List<Block> rows, int labels) {
        List<Column> all = new ArrayList<>(columns);
        all.add(new Column(null, ColumnRole.OTHER, rows));
        return new Band(top, bottom, pitch, all, labels, columns.size());
    }

    List<Block> labels() {
        return label < 0 ? List.of() : columns.get(label).blocks();
    }

    List<Block> leaves() {
        return columns.get(leaf).blocks();
    }

    /** Whether the cells of this band stand in the middle of their rows: votes for, less votes against. */
    int middleVotes() {
        int votes = 0;
        for (int c = 0; c < columns.size(); c++) {
            for (int d = 0; d < c; d++) {
                for (Block block : columns.get(c).blocks()) {
                    for (Block other : columns.get(d).blocks()) {
                        votes += middleVote(block, other);
                    }
                }
            }
        }
        return votes;
    }

    private int middleVote(Block one, Block other) {
        boolean unlike = Math.abs((one.last() - one.first()) - (other.last() - other.first())) > 0.7 * pitch;
        if (!unlike) {
            return 0;
        }
        return (Math.abs(one.centre() - other.centre()) < 0.25 * pitch ? 1 : 0)
                - (Math.abs(one.first() - other.first()) < 0.25 * pitch ? 1 : 0);
    }
}
