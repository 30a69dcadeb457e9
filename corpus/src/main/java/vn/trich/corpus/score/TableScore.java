package vn.trich.corpus.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vn.trich.corpus.gold.GoldCell;
import vn.trich.corpus.gold.GoldTable;
import vn.trich.corpus.gold.GoldTable.RowKind;
import vn.trich.corpus.gold.GoldText;
import vn.trich.corpus.score.OutputFolder.Cell;
import vn.trich.corpus.score.OutputFolder.Table;

/** Scores tables: cells, tree edit distance, column roles, heading rows. */
final class TableScore {

    /** A heading row came back if its row pair is a heading row at least so alike. */
    private static final double SAME_GROUP = 0.6;

    /** A row came back if its partner is at least so alike, and a table if it shares so many of its words. */
    private static final double SAME_ROW = 0.5;

    /** A row without a partner that is so like a row of the truth was doubled. */
    private static final double DOUBLED = 0.8;

    private final Tally tally;

    private TableScore(Tally tally) {
        this.tally = tally;
    }

    /** Scores the tables of a file, paired one to one by the words they share. */
    static void score(List<GoldTable> gold, List<Table> output, Tally tally) {
        TableScore score = new TableScore(tally);
        int[] partner = pair(gold, output);
        score.wholes(gold, output, partner);
        Set<Integer> used = new HashSet<>();
        for (int g = 0; g < gold.size(); g++) {
            Optional<Table> found = partner[g] < 0 ? Optional.empty() : Optional.of(output.get(partner[g]));
            used.add(partner[g]);
            if (found.isPresent()) {
                score.pair(gold.get(g), found.get());
            } else {
                score.missing(gold.get(g));
            }
            score.roles(gold.get(g), found);
        }
        for (int o = 0; o < output.size(); o++) {
            if (!used.contains(o)) {
                Table extra = output.get(o);
                tally.add(Measure.CELLS, new Figure.F1(0, 0, extra.cells().size()));
                tally.add(Measure.ROWS, new Figure.F1(0, 0, bodyRows(extra).size()));
                tally.add(
                        Measure.GROUP_ROWS,
                        new Figure.F1(0, 0, extra.groupRows().size()));
                tally.note(Measure.CELLS, "", "table of " + extra.cells().size() + " cells: " + extra.rowText(1));
            }
        }
    }

    private static int[] pair(List<GoldTable> gold, List<Table> output) {
        List<Pairing.Candidate> candidates = new ArrayList<>();
        List<Map<String, Integer>> results =
                output.stream().map(TableScore::bag).toList();
        for (int g = 0; g < gold.size(); g++) {
            Map<String, Integer> truth = bag(gold.get(g));
            for (int o = 0; o < output.size(); o++) {
                double overlap = overlap(truth, results.get(o));
                if (overlap > 0) {
                    candidates.add(new Pairing.Candidate(g, o, overlap, 0));
                }
            }
        }
        return Pairing.greedy(gold.size(), output.size(), candidates);
    }

    private void wholes(List<GoldTable> gold, List<Table> output, int[] partner) {
        int whole = 0;
        for (int g = 0; g < gold.size(); g++) {
            double shared = partner[g] < 0 ? 0 : overlap(bag(gold.get(g)), bag(output.get(partner[g])));
            whole += shared >= SAME_ROW ? 1 : 0;
        }
        tally.add(Measure.TABLES, new Figure.F1(whole, gold.size(), output.size()));
    }

    private static Map<String, Integer> bag(GoldTable table) {
        return bag(table.cells().stream().map(c -> c.text().text()).toList());
    }

    private static Map<String, Integer> bag(Table table) {
        return bag(table.cells().stream().map(Cell::text).toList());
    }

    private static Map<String, Integer> bag(List<String> texts) {
        Map<String, Integer> bag = new HashMap<>();
        texts.forEach(text -> Folding.words(Folding.bare(text)).forEach(word -> bag.merge(word, 1, Integer::sum)));
        return bag;
    }

    private static double overlap(Map<String, Integer> one, Map<String, Integer> other) {
        int shared = 0;
        int all = 0;
        for (Map.Entry<String, Integer> entry : one.entrySet()) {
            shared += Math.min(entry.getValue(), other.getOrDefault(entry.getKey(), 0));
            all += entry.getValue();
        }
        all += other.values().stream().mapToInt(Integer::intValue).sum();
        return all == 0 ? 0 : 2.0 * shared / all;
    }

    private void missing(GoldTable gold) {
        int nodes = TreeDistance.nodes(gold);
        tally.add(Measure.TEDS, new Figure.Share(0, nodes));
        long cells =
                gold.cells().stream().filter(c -> !c.text().isUndecidable()).count();
        tally.add(Measure.CELLS, new Figure.F1(0, cells, 0));
        tally.add(Measure.ROWS, new Figure.F1(0, bodyRows(gold).size(), 0));
        tally.add(Measure.GROUP_ROWS, new Figure.F1(0, groups(gold).size(), 0));
        tally.note(Measure.CELLS, "table of " + cells + " cells", "");
    }

    private void pair(GoldTable gold, Table output) {
        tally.add(Measure.TEDS, TreeDistance.compare(gold, output));
        Rows rows = new Rows(gold, output);
        int[] partner = rows.align();
        cells(gold, output, partner);
        rows(gold, output, rows, partner);
        groups(gold, output, rows, partner);
    }

    private void cells(GoldTable gold, Table output, int[] partner) {
        Map<Long, Cell> places = new HashMap<>();
        output.cells().forEach(cell -> places.put(key(cell.row(), cell.column()), cell));
        int right = 0;
        int open = 0;
        int openFound = 0;
        for (GoldCell truth : gold.cells()) {
            int row = partner[truth.row() - 1] + 1;
            Cell cell = row == 0 ? null : places.get(key(row, truth.column()));
            if (truth.text().isUndecidable()) {
                open++;
                openFound += cell == null ? 0 : 1;
            } else if (cell != null && isRight(gold.rows().get(truth.row() - 1), truth, cell)) {
                right++;
            } else {
                tally.note(Measure.CELLS, describe(truth), describe(cell));
            }
        }
        tally.add(
                Measure.CELLS,
                new Figure.F1(right, gold.cells().size() - open, output.cells().size() - openFound));
    }

    /** Counts the rows below the header that came back, and names those that were lost and those that came twice. */
    private void rows(GoldTable gold, Table output, Rows rows, int[] partner) {
        Set<Integer> results = bodyRows(output);
        Set<Integer> alone = new HashSet<>(results);
        int pairs = 0;
        Set<Integer> truths = bodyRows(gold);
        for (int truth : truths) {
            int row = partner[truth - 1] + 1;
            if (results.contains(row) && rows.similarity(truth - 1, row - 1) >= SAME_ROW) {
                pairs++;
                alone.remove(row);
            } else {
                tally.note(Measure.ROWS, "lost: " + rows.gold.get(truth - 1), "");
            }
        }
        for (int row : new TreeSet<>(alone)) {
            boolean doubled = truths.stream().anyMatch(t -> rows.similarity(t - 1, row - 1) >= DOUBLED);
            tally.note(Measure.ROWS, "", (doubled ? "doubled: " : "more: ") + rows.output.get(row - 1));
        }
        tally.add(Measure.ROWS, new Figure.F1(pairs, truths.size(), results.size()));
    }

    private static Set<Integer> bodyRows(GoldTable table) {
        Set<Integer> rows = new TreeSet<>();
        for (int row = 1; row <= table.rows().size(); row++) {
            boolean text = table.cellsOf(row).stream()
                    .anyMatch(c -> !Folding.fold(c.text().text()).isEmpty());
            if (table.rows().get(row - 1).kind() != RowKind.HEADER && text) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static Set<Integer> bodyRows(Table table) {
        Set<Integer> rows = new TreeSet<>();
        for (int row = table.headerRows() + 1; row <= table.rowCount(); row++) {
            if (!Folding.fold(table.rowText(row)).isEmpty()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static boolean isRight(GoldTable.Row row, GoldCell truth, Cell cell) {
        return truth.rowSpan() == cell.rowSpan()
                && truth.columnSpan() == cell.columnSpan()
                && (Similarity.isRight(truth.text(), cell.text())
                        || row.kind() == RowKind.GROUP
                                && Similarity.isRight(truth.text(), withoutLabel(row, cell.text())));
    }

    /** Gold may leave out the label of a heading row that is printed in one cell with its text. */
    private static String withoutLabel(GoldTable.Row row, String text) {
        String label = row.label().orElse("");
        return !label.isEmpty() && text.startsWith(label)
                ? text.substring(label.length()).replaceFirst("^[.)\\-:\\s]+", "")
                : text;
    }

    private static String describe(GoldCell cell) {
        return "r" + cell.row() + "c" + cell.column() + "+" + cell.rowSpan() + "x" + cell.columnSpan() + " "
                + cell.text().text();
    }

    private static String describe(Cell cell) {
        return cell == null
                ? ""
                : "r" + cell.row() + "c" + cell.column() + "+" + cell.rowSpan() + "x" + cell.columnSpan() + " "
                        + cell.text();
    }

    private static long key(int row, int column) {
        return (long) row << 32 | column;
    }

    private void roles(GoldTable gold, Optional<Table> output) {
        for (int column = 0; column < gold.columnCount(); column++) {
            Optional<String> role = gold.roles().get(column);
            if (role.isEmpty()) {
                continue;
            }
            List<String> roles = output.map(Table::roles).orElse(List.of());
            String result = column < roles.size() ? roles.get(column).strip() : "";
            tally.judge(Measure.COLUMN_ROLES, role.get().equalsIgnoreCase(result), role.get(), result);
        }
    }

    /** Only of tables of tasks and indicators does an output tell which rows are headings: those without a record. */
    private static Set<Integer> groups(GoldTable table) {
        Set<Integer> groups = new HashSet<>();
        boolean told = table.kind().equals("tasks") || table.kind().equals("indicators");
        for (int row = 1; told && row <= table.rows().size(); row++) {
            if (table.rows().get(row - 1).kind() == RowKind.GROUP) {
                groups.add(row);
            }
        }
        return groups;
    }

    private void groups(GoldTable gold, Table output, Rows rows, int[] partner) {
        if (!gold.kind().equals("tasks") && !gold.kind().equals("indicators")) {
            return;
        }
        Set<Integer> truths = groups(gold);
        Set<Integer> results = output.groupRows();
        int pairs = 0;
        for (int truth : truths) {
            int row = partner[truth - 1] + 1;
            if (results.contains(row) && rows.similarity(truth - 1, row - 1) >= SAME_GROUP) {
                pairs++;
            } else {
                tally.note(Measure.GROUP_ROWS, rows.gold.get(truth - 1), row == 0 ? "" : rows.output.get(row - 1));
            }
        }
        tally.add(Measure.GROUP_ROWS, new Figure.F1(pairs, truths.size(), results.size()));
    }

    /** The rows of two tables as folded text. */
    private static final class Rows {
        private final List<String> gold = new ArrayList<>();
        private final List<String> output = new ArrayList<>();
        private final double[][] alike;

        Rows(GoldTable truth, Table result) {
            for (int row = 1; row <= truth.rows().size(); row++) {
                List<GoldText> texts =
                        truth.cellsOf(row).stream().map(GoldCell::text).toList();
                gold.add(Folding.fold(GoldText.join(texts).text()));
            }
            for (int row = 1; row <= result.rowCount(); row++) {
                output.add(Folding.fold(result.rowText(row)));
            }
            alike = new double[gold.size()][output.size()];
            for (int g = 0; g < gold.size(); g++) {
                Similarity truthRow = new Similarity(gold.get(g));
                for (int o = 0; o < output.size(); o++) {
                    alike[g][o] = truthRow.to(output.get(o));
                }
            }
        }

        double similarity(int goldRow, int outputRow) {
            return alike[goldRow][outputRow];
        }

        /** Partners in order, both rising, with the greatest sum of similarities; -1 for a row left alone. */
        int[] align() {
            double[][] best = new double[gold.size() + 1][output.size() + 1];
            for (int g = gold.size() - 1; g >= 0; g--) {
                for (int o = output.size() - 1; o >= 0; o--) {
                    double skip = Math.max(best[g + 1][o], best[g][o + 1]);
                    best[g][o] = Math.max(skip, best[g + 1][o + 1] + alike[g][o]);
                }
            }
            int[] partner = new int[gold.size()];
            Arrays.fill(partner, -1);
            int g = 0;
            int o = 0;
            while (g < gold.size() && o < output.size()) {
                if (alike[g][o] > 0 && best[g][o] == best[g + 1][o + 1] + alike[g][o]) {
                    partner[g++] = o++;
                } else if (best[g][o] == best[g + 1][o]) {
                    g++;
                } else {
                    o++;
                }
            }
            return partner;
        }
    }
}
