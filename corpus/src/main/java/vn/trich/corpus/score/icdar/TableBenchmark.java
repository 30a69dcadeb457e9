package vn.trich.corpus.score.icdar;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import vn.trich.corpus.score.Figure.F1;

/** Prints the adjacency relations that several table extractors find on the competition's documents, side by side. */
public final class TableBenchmark {

    private TableBenchmark() {}

    /**
     * Runs the comparison.
     *
     * @param args the competition's folder, then for each extractor {@code NAME=FOLDER}, the folder an output folder of
     *     records or one of tabula-java's JSON files
     * @throws IOException if a folder cannot be read
     */
    public static void main(String[] args) throws IOException {
        if (args.length < 2) {
            throw new IllegalArgumentException("usage: TRUTH_FOLDER NAME=FOLDER...");
        }
        Map<String, List<Grid>> truth = TableFiles.truth(Path.of(args[0]));
        Map<String, AdjacencyScore> scores = new LinkedHashMap<>();
        for (int i = 1; i < args.length; i++) {
            int equal = args[i].indexOf('=');
            if (equal < 1) {
                throw new IllegalArgumentException("not NAME=FOLDER: " + args[i]);
            }
            Path folder = Path.of(args[i].substring(equal + 1));
            boolean records = Files.isDirectory(folder.resolve("csv"));
            scores.put(
                    args[i].substring(0, equal),
                    AdjacencyScore.of(truth, records ? TableFiles.output(folder) : TableFiles.tabula(folder)));
        }
        print(scores, System.out);
    }

    /** Prints F1 per document and extractor, then recall, precision and F1 pooled and as means over documents. */
    static void print(Map<String, AdjacencyScore> scores, PrintStream out) {
        TreeSet<String> names = new TreeSet<>();
        scores.values().forEach(score -> names.addAll(score.documents().keySet()));
        out.printf("%-24s", "F1");
        scores.keySet().forEach(extractor -> out.printf("%18s", extractor));
        out.println();
        for (String name : names) {
            out.printf("%-24s", name);
            for (AdjacencyScore score : scores.values()) {
                F1 f1 = score.documents().get(name);
                out.printf(Locale.ROOT, "%18.4f", f1.isEmpty() ? 1 : f1.value());
            }
            out.println();
        }
        line(
                out,
                "pooled recall",
                scores.values().stream().map(s -> s.pooled().recall()).toList());
        line(
                out,
                "pooled precision",
                scores.values().stream().map(s -> s.pooled().precision()).toList());
        line(
                out,
                "pooled F1",
                scores.values().stream().map(s -> s.pooled().value()).toList());
        line(
                out,
                "mean recall",
                scores.values().stream().map(AdjacencyScore::meanRecall).toList());
        line(
                out,
                "mean precision",
                scores.values().stream().map(AdjacencyScore::meanPrecision).toList());
        line(
                out,
                "F1 of the means",
                scores.values().stream().map(AdjacencyScore::meanF1).toList());
    }

    private static void line(PrintStream out, String title, List<Double> values) {
        out.printf("%-24s", title);
        values.forEach(value -> out.printf(Locale.ROOT, "%18.4f", value));
        out.println();
    }
}
