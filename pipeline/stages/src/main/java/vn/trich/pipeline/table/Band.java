package vn.trich.pipeline.table;

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

    List<Block> labels() {
        return label < 0 ? List.of() : columns.get(label).blocks();
    }

    List<Block> leaves() {
        return columns.get(leaf).blocks();
    }

    /** Whether the cells of this band stand in the middle of their rows: votes for, less votes against. */
    int middleVotes() {
        List<Block> marks = label >= 0 ? labels() : leaves();
        int votes = 0;
        for (int c = 0; c < columns.size(); c++) {
            if (c == (label >= 0 ? label : leaf)) {
                continue;
            }
            for (Block block : columns.get(c).blocks()) {
                for (Block mark : marks) {
                    boolean unlike =
                            Math.abs((block.last() - block.first()) - (mark.last() - mark.first())) > 0.7 * pitch;
                    if (unlike) {
                        votes += Math.abs(block.centre() - mark.centre()) < 0.25 * pitch ? 1 : 0;
                        votes -= Math.abs(block.first() - mark.first()) < 0.25 * pitch ? 1 : 0;
                    }
                }
            }
        }
        return votes;
    }
}
