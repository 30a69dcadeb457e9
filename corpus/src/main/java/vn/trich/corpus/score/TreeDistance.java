package vn.trich.corpus.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import vn.trich.corpus.gold.GoldCell;
import vn.trich.corpus.gold.GoldTable;
import vn.trich.corpus.gold.GoldText;
import vn.trich.corpus.score.OutputFolder.Cell;
import vn.trich.corpus.score.OutputFolder.Table;

/**
 * Tree edit distance between two tables as Zhong et al. 2020 define it for TEDS: a table is a tree of header and body,
 * rows, cells; inserting or deleting a node costs 1; putting one node for another costs 1 if their kinds or spans
 * differ, else, for cells, the edit distance of their folded texts over the longer length.
 *
 * <p>By the algorithm of Zhang and Shasha 1989.
 */
final class TreeDistance {

    /** Above this many pairs of nodes rows are matched as wholes, which needs memory for the pairs of rows only. */
    private static final long EXACT_LIMIT = 40_000_000;

    /** So many rows further than the difference of their numbers a row is looked for, where rows are matched whole. */
    private static final int ROW_REACH = 30;

    private final Tree gold;
    private final Tree output;
    private final float[][] textCosts;
    private final Similarity[] prepared;
    private final boolean exact;
    private final float[][] trees;
    private final float[][] forest;

    private TreeDistance(Tree gold, Tree output) {
        this.gold = gold;
        this.output = output;
        this.exact = (long) gold.size() * output.size() <= EXACT_LIMIT;
        this.textCosts = new float[exact ? gold.texts.size() : 0][output.texts.size()];
        for (float[] row : textCosts) {
            Arrays.fill(row, Float.NaN);
        }
        this.prepared = new Similarity[gold.texts.size()];
        this.trees = new float[exact ? gold.size() : 0][output.size()];
        this.forest = new float[exact ? gold.size() + 1 : 0][output.size() + 1];
    }

    /** Nodes of a true table's tree. */
    static int nodes(GoldTable table) {
        return Tree.of(table).size();
    }

    /**
     * The share of TEDS that one pair of tables adds. For two tables of thousands of cells each the distance is the
     * least one that keeps rows whole and matches none far from its place; header and body are not told apart there.
     *
     * @return {@code right}: nodes of the larger tree less the distance; {@code of}: nodes of the larger tree
     */
    static Figure.Share compare(GoldTable gold, Table output) {
        TreeDistance distance = new TreeDistance(Tree.of(gold), Tree.of(output));
        int nodes = Math.max(distance.gold.size(), distance.output.size());
        return new Figure.Share(nodes - distance.compute(), nodes);
    }

    private double compute() {
        return exact ? computeExact() : computeByRows(gold.rowsOf(), output.rowsOf());
    }

    /** Rows in order, each put for a near one cell by cell, or taken out or in whole. */
    private double computeByRows(int[][] goldRows, int[][] outputRows) {
        float[] costs = new float[outputRows.length + 1];
        for (int o = 0; o < outputRows.length; o++) {
            costs[o + 1] = costs[o] + outputRows[o].length + 1;
        }
        int reach = ROW_REACH + Math.abs(goldRows.length - outputRows.length);
        for (int g = 0; g < goldRows.length; g++) {
            int[] goldRow = goldRows[g];
            float diagonal = costs[0];
            costs[0] += goldRow.length + 1;
            for (int o = 0; o < outputRows.length; o++) {
                boolean near = Math.abs(g - o) <= reach;
                float replaced = near ? diagonal + rowCost(goldRow, outputRows[o]) : Float.POSITIVE_INFINITY;
                diagonal = costs[o + 1];
                float without = Math.min(costs[o + 1] + goldRow.length, costs[o] + outputRows[o].length) + 1;
                costs[o + 1] = Math.min(replaced, without);
            }
        }
        return costs[outputRows.length];
    }

    private float rowCost(int[] goldCells, int[] outputCells) {
        float[] costs = new float[outputCells.length + 1];
        for (int o = 0; o < outputCells.length; o++) {
            costs[o + 1] = o + 1;
        }
        for (int g : goldCells) {
            float diagonal = costs[0];
            costs[0]++;
            for (int o = 0; o < outputCells.length; o++) {
                float replaced = diagonal + replace(g, outputCells[o]);
                diagonal = costs[o + 1];
                costs[o + 1] = Math.min(replaced, Math.min(costs[o + 1], costs[o]) + 1);
            }
        }
        return costs[outputCells.length];
    }

    private double computeExact() {
        for (int g : gold.keyRoots) {
            for (int o : output.keyRoots) {
                compareTrees(g, o);
            }
        }
        return trees[gold.size() - 1][output.size() - 1];
    }

    /** Fills {@link #trees} for all pairs whose leftmost leaves are those of the two given nodes. */
    private void compareTrees(int g, int o) {
        int g0 = gold.leftmost[g];
        int o0 = output.leftmost[o];
        forest[g0][o0] = 0;
        for (int i = g0; i <= g; i++) {
            forest[i + 1][o0] = forest[i][o0] + 1;
        }
        for (int j = o0; j <= o; j++) {
            forest[g0][j + 1] = forest[g0][j] + 1;
        }
        for (int i = g0; i <= g; i++) {
            boolean wholeGold = gold.leftmost[i] == g0;
            for (int j = o0; j <= o; j++) {
                float least = Math.min(forest[i][j + 1], forest[i + 1][j]) + 1;
                if (wholeGold && output.leftmost[j] == o0) {
                    least = Math.min(least, forest[i][j] + replace(i, j));
                    trees[i][j] = least;
                } else {
                    least = Math.min(least, forest[gold.leftmost[i]][output.leftmost[j]] + trees[i][j]);
                }
                forest[i + 1][j + 1] = least;
            }
        }
    }

    private float replace(int g, int o) {
        if (gold.kinds[g] != output.kinds[o]) {
            return 1;
        }
        int goldText = gold.textOf[g];
        int outputText = output.textOf[o];
        if (goldText < 0 || outputText < 0) {
            return 0;
        }
        if (!exact) {
            return textCost(goldText, outputText);
        }
        float known = textCosts[goldText][outputText];
        if (Float.isNaN(known)) {
            known = textCost(goldText, outputText);
            textCosts[goldText][outputText] = known;
        }
        return known;
    }

    private float textCost(int goldText, int outputText) {
        GoldText truth = gold.texts.get(goldText);
        String result = output.texts.get(outputText).text();
        if (truth.text().equals(result) || truth.isUndecidable()) {
            return 0;
        }
        if (truth.hasUnsure()) {
            int[] one = truth.text().chars().toArray();
            int[] other = result.chars().toArray();
            int errors = Alignment.errors(one, other, Alignment.of(one, other), truth.unsureWithBlanks());
            int sure = one.length - truth.unsure().cardinality();
            return Math.min(
                    1,
                    (float) errors
                            / Math.max(sure, other.length - truth.unsure().cardinality()));
        }
        if (prepared[goldText] == null) {
            prepared[goldText] = new Similarity(truth.text());
        }
        return (float) prepared[goldText].editDistance(result)
                / Math.max(truth.text().length(), result.length());
    }

    /** A table as a tree, its nodes in post-order. */
    private static final class Tree {
        private static final int TABLE = -1;
        private static final int HEAD = -2;
        private static final int BODY = -3;
        private static final int ROW = -4;

        private final List<int[]> nodes = new ArrayList<>();
        private final List<GoldText> texts = new ArrayList<>();
        private final Map<GoldText, Integer> numbers = new HashMap<>();
        private int[] kinds;
        private int[] textOf;
        private int[] leftmost;
        private int[] keyRoots;

        static Tree of(GoldTable table) {
            List<TreeRow> rows = new ArrayList<>();
            for (int row = 1; row <= table.rows().size(); row++) {
                boolean header = table.rows().get(row - 1).kind() == GoldTable.RowKind.HEADER;
                TreeRow built = new TreeRow(header, new ArrayList<>());
                for (GoldCell cell : table.cellsOf(row)) {
                    built.cells.add(new TreeCell(cell.rowSpan(), cell.columnSpan(), Folding.fold(cell.text())));
                }
                rows.add(built);
            }
            return new Tree(rows);
        }

        static Tree of(Table table) {
            List<TreeRow> rows = new ArrayList<>();
            for (int row = 1; row <= table.rowCount(); row++) {
                rows.add(new TreeRow(row <= table.headerRows(), new ArrayList<>()));
            }
            for (Cell cell : table.cells()) {
                if (cell.row() >= 1) {
                    GoldText text = GoldText.of(Folding.fold(cell.text()));
                    rows.get(cell.row() - 1).cells.add(new TreeCell(cell.rowSpan(), cell.columnSpan(), text));
                }
            }
            return new Tree(rows);
        }

        private record TreeRow(boolean header, List<TreeCell> cells) {}

        private record TreeCell(int rowSpan, int columnSpan, GoldText text) {}

        private Tree(List<TreeRow> rows) {
            addPart(HEAD, rows.stream().filter(TreeRow::header).toList());
            addPart(BODY, rows.stream().filter(row -> !row.header()).toList());
            add(TABLE, -1, 0);
            finish();
        }

        private void addPart(int kind, List<TreeRow> rows) {
            if (rows.isEmpty()) {
                return;
            }
            int first = nodes.size();
            for (TreeRow row : rows) {
                int start = nodes.size();
                for (TreeCell cell : row.cells()) {
                    int number = numbers.computeIfAbsent(cell.text(), text -> {
                        texts.add(text);
                        return texts.size() - 1;
                    });
                    add(cell.rowSpan() * 10_000 + cell.columnSpan(), number, nodes.size());
                }
                add(ROW, -1, start);
            }
            add(kind, -1, first);
        }

        private void add(int kind, int text, int leftmostLeaf) {
            nodes.add(new int[] {kind, text, leftmostLeaf});
        }

        private void finish() {
            kinds = nodes.stream().mapToInt(node -> node[0]).toArray();
            textOf = nodes.stream().mapToInt(node -> node[1]).toArray();
            leftmost = nodes.stream().mapToInt(node -> node[2]).toArray();
            Map<Integer, Integer> highest = new HashMap<>();
            for (int i = 0; i < leftmost.length; i++) {
                highest.put(leftmost[i], i);
            }
            keyRoots = highest.values().stream()
                    .mapToInt(Integer::intValue)
                    .sorted()
                    .toArray();
        }

        int size() {
            return nodes.size();
        }

        /** For each row the nodes of its cells. */
        int[][] rowsOf() {
            List<int[]> rows = new ArrayList<>();
            for (int i = 0; i < kinds.length; i++) {
                if (kinds[i] == ROW) {
                    rows.add(IntStream.range(leftmost[i], i).toArray());
                }
            }
            return rows.toArray(int[][]::new);
        }
    }
}
