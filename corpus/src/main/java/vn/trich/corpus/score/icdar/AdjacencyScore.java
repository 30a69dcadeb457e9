package vn.trich.corpus.score.icdar;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.trich.corpus.score.Figure.F1;

/**
 * Adjacency relations found, per document and over all.
 *
 * @param documents relations found, in truth, and put out, by document name
 */
public record AdjacencyScore(Map<String, F1> documents) {

    /** Copies the counts. */
    public AdjacencyScore {
        documents = Map.copyOf(documents);
    }

    /**
     * Compares tables with the truth.
     *
     * @param truth the true tables by document name
     * @param output the tables found by document name; a document may be missing, one without truth is left out
     */
    public static AdjacencyScore of(Map<String, List<Grid>> truth, Map<String, List<Grid>> output) {
        Map<String, F1> documents = new TreeMap<>();
        truth.forEach((name, grids) -> documents.put(name, compare(grids, output.getOrDefault(name, List.of()))));
        return new AdjacencyScore(documents);
    }

    private static F1 compare(List<Grid> truth, List<Grid> output) {
        Map<Relation, Integer> rest = new HashMap<>();
        int gold = 0;
        for (Grid grid : truth) {
            for (Relation relation : Relation.of(grid)) {
                rest.merge(relation, 1, Integer::sum);
                gold++;
            }
        }
        int found = 0;
        int all = 0;
        for (Grid grid : output) {
            for (Relation relation : Relation.of(grid)) {
                all++;
                if (rest.getOrDefault(relation, 0) > 0) {
                    rest.merge(relation, -1, Integer::sum);
                    found++;
                }
            }
        }
        return new F1(found, gold, all);
    }

    /** All documents pooled. */
    public F1 pooled() {
        return documents.values().stream().reduce(new F1(0, 0, 0), F1::plus);
    }

    /** Mean recall over documents, as the competition averages. */
    public double meanRecall() {
        return documents.values().stream().mapToDouble(F1::recall).average().orElse(Double.NaN);
    }

    /** Mean precision over documents, as the competition averages; a document without output counts as 0. */
    public double meanPrecision() {
        return documents.values().stream()
                .mapToDouble(f -> f.output() == 0 ? 0 : f.precision())
                .average()
                .orElse(Double.NaN);
    }

    /** Harmonic mean of {@link #meanRecall} and {@link #meanPrecision}; 0 if both are. */
    public double meanF1() {
        double sum = meanRecall() + meanPrecision();
        return sum == 0 ? 0 : 2 * meanRecall() * meanPrecision() / sum;
    }
}
