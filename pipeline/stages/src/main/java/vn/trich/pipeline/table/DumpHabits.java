package vn.trich.pipeline.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How a text lays out its table, as a first reading of it told.
 *
 * @param widths the widest usual line of each column in characters
 * @param across the logarithm of how often a line goes on in another column after a word
 * @param unlabelled the logarithm of how often a row has no label
 * @param known for each column how much likelier its cells begin in some way than text does there
 */
record DumpHabits(int[] widths, double across, double unlabelled, List<Map<String, Double>> known) {

    private static final double MOST_LABELLED = -3;
    private static final double LEAST_LABELLED = -0.7;
    private static final double LEAST_ACROSS = -3.5;
    private static final double BEFORE_LEARNING = 0.05;
    private static final double MOST_KNOWN = 3;

    /** What a reading of a table with so many columns tells. */
    static DumpHabits of(List<DumpToken> tokens, DumpSearch.Places places, int columns) {
        Learning learning = new Learning(tokens, places, columns);
        return new DumpHabits(learning.widths(), learning.across(), learning.unlabelled(), learning.known());
    }

    private record Learning(List<DumpToken> tokens, DumpSearch.Places places, int columns) {

        double across() {
            int jumps = 0;
            for (int i = 1; i < tokens.size(); i++) {
                boolean jump = !tokens.get(i).first() && places.columns()[i - 1] > 0;
                jumps += jump && places.columns()[i] != places.columns()[i - 1] ? 1 : 0;
            }
            double rate = Math.log((jumps + 1.0) / tokens.size());
            return Math.max(LEAST_ACROSS, Math.min(DumpSearch.MOST_ACROSS, rate));
        }

        double unlabelled() {
            int rows = places.rows()[tokens.size() - 1] + 1;
            long labelled = IntStream.range(0, tokens.size())
                    .filter(i -> places.columns()[i] == 0)
                    .map(i -> places.rows()[i])
                    .distinct()
                    .count();
            return Math.max(MOST_LABELLED, Math.min(LEAST_LABELLED, Math.log((rows - labelled + 1.0) / (rows + 2))));
        }

        /** How cells of each column began, as far as it happened more than once. */
        List<Map<String, Double>> known() {
            Map<String, Integer> anywhere = new LinkedHashMap<>();
            tokens.forEach(t -> anywhere.merge(t.opening(), 1, Integer::sum));
            List<Map<String, Integer>> openings = new ArrayList<>();
            IntStream.range(0, columns).forEach(c -> openings.add(new LinkedHashMap<>()));
            int[] cells = new int[columns];
            int[] rows = new int[columns];
            Arrays.fill(rows, -1);
            for (int i = 0; i < tokens.size(); i++) {
                int c = places.columns()[i];
                if (rows[c] != places.rows()[i]) {
                    rows[c] = places.rows()[i];
                    cells[c]++;
                    openings.get(c).merge(tokens.get(i).opening(), 1, Integer::sum);
                }
            }
            List<Map<String, Double>> known = new ArrayList<>();
            for (int c = 0; c < columns; c++) {
                Map<String, Double> gains = new LinkedHashMap<>();
                int all = cells[c];
                openings.get(c).forEach((opening, count) -> {
                    double here = (count - 1 + BEFORE_LEARNING) / all;
                    double text = (double) anywhere.get(opening) / tokens.size();
                    gains.put(opening, Math.max(0, Math.min(MOST_KNOWN, Math.log(here / text))));
                });
                known.add(gains);
            }
            return known;
        }

        int[] widths() {
            List<List<Integer>> lengths = new ArrayList<>();
            IntStream.range(0, columns).forEach(c -> lengths.add(new ArrayList<>()));
            int length = 0;
            for (int i = 0; i < tokens.size(); i++) {
                length += tokens.get(i).length();
                boolean ends = i + 1 == tokens.size()
                        || tokens.get(i + 1).first()
                        || places.columns()[i + 1] != places.columns()[i];
                if (ends) {
                    lengths.get(places.columns()[i]).add(length);
                    length = 0;
                }
            }
            return lengths.stream().mapToInt(Learning::usual).toArray();
        }

        /** The length that nine of ten lines do not pass. */
        private static int usual(List<Integer> lengths) {
            lengths.sort(Comparator.naturalOrder());
            return lengths.isEmpty() ? 0 : lengths.get((int) (0.9 * (lengths.size() - 1)));
        }
    }
}
