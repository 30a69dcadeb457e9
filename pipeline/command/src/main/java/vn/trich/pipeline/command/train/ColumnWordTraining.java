package vn.trich.pipeline.command.train;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.trich.corpus.gold.GoldCell;
import vn.trich.corpus.gold.GoldDocument;
import vn.trich.corpus.gold.GoldReader;
import vn.trich.corpus.gold.GoldTable;
import vn.trich.output.ColumnRole;
import vn.trich.pipeline.table.ColumnWords;

/**
 * Counts which words stand in which column of true task tables: {@code ColumnWordTraining OUT WEIGHT:FOLDER...}, the
 * folders holding truth ({@code *.html}); what stands in one with weight 10 counts ten times.
 *
 * <p>OUT has for each word met often enough the logarithm of how much likelier it is in each column than in the mean of
 * all. A document counts a word in a column at most three times, since its rows repeat each other.
 */
public final class ColumnWordTraining {

    private static final List<ColumnRole> LEARNT = List.of(
            ColumnRole.COORD,
            ColumnRole.DUE,
            ColumnRole.LEAD,
            ColumnRole.OBJECTIVE,
            ColumnRole.PRODUCT,
            ColumnRole.RESPONSIBILITY,
            ColumnRole.TASK);

    private static final int MOST_IN_DOCUMENT = 3;
    private static final int LEAST_SEEN = 4;
    /** Added to every count, so that nothing is impossible. */
    private static final double SMOOTHING = 0.5;

    private final Map<ColumnRole, Map<String, Integer>> counts = new EnumMap<>(ColumnRole.class);

    private ColumnWordTraining() {
        LEARNT.forEach(role -> counts.put(role, new TreeMap<>()));
    }

    /** Runs the training; the arguments as the class tells.
     *
     * @throws IOException if truth cannot be read or the file not be written
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 2) {
            System.err.println("usage: ColumnWordTraining OUT WEIGHT:FOLDER...");
            System.exit(2);
        }
        ColumnWordTraining training = new ColumnWordTraining();
        for (String folder : List.of(arguments).subList(1, arguments.length)) {
            int colon = folder.indexOf(':');
            training.count(Path.of(folder.substring(colon + 1)), Integer.parseInt(folder.substring(0, colon)));
        }
        Files.writeString(Path.of(arguments[0]), training.table(), StandardCharsets.UTF_8);
    }

    private void count(Path folder, int weight) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.toString().endsWith(".html"))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            Map<ColumnRole, Map<String, Integer>> here = new EnumMap<>(ColumnRole.class);
            for (GoldDocument document : GoldReader.read(file).documents()) {
                document.tables().stream()
                        .filter(table -> table.kind().equals("tasks"))
                        .forEach(table -> count(table, here));
            }
            here.forEach((role, words) -> words.forEach((word, count) ->
                    counts.get(role).merge(word, weight * Math.min(count, MOST_IN_DOCUMENT), Integer::sum)));
        }
    }

    private static void count(GoldTable table, Map<ColumnRole, Map<String, Integer>> here) {
        for (GoldCell cell : table.cells()) {
            Optional<ColumnRole> learnt = cell.header() || cell.columnSpan() > 1
                    ? Optional.empty()
                    : table.roles()
                            .get(cell.column() - 1)
                            .map(role -> ColumnWords.learntAs(ColumnRole.valueOf(role.toUpperCase(Locale.ROOT))));
            learnt.filter(LEARNT::contains)
                    .ifPresent(column -> ColumnWords.of(cell.text().text())
                            .forEach(word -> here.computeIfAbsent(column, key -> new HashMap<>())
                                    .merge(word, 1, Integer::sum)));
        }
    }

    private String table() {
        TreeMap<String, Integer> seen = new TreeMap<>();
        counts.values().forEach(words -> words.forEach((word, count) -> seen.merge(word, count, Integer::sum)));
        List<String> lines = new ArrayList<>();
        lines.add(
                "# How much likelier a word is in a column of a task table than in the mean of all, as a natural logarithm.");
        lines.add("# Counted by vn.trich.pipeline.command.train.ColumnWordTraining in true tables; do not edit.");
        lines.add("word\t"
                + LEARNT.stream()
                        .map(role -> role.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining("\t")));
        double[] all = LEARNT.stream()
                .mapToDouble(role -> SMOOTHING * seen.size()
                        + counts.get(role).values().stream()
                                .mapToInt(Integer::intValue)
                                .sum())
                .toArray();
        seen.forEach((word, count) -> {
            if (count >= LEAST_SEEN) {
                lines.add(word + gains(word, all));
            }
        });
        return String.join("\n", lines) + "\n";
    }

    private String gains(String word, double[] all) {
        double[] shares = new double[all.length];
        double mean = 0;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = (counts.get(LEARNT.get(i)).getOrDefault(word, 0) + SMOOTHING) / all[i];
            mean += shares[i] / shares.length;
        }
        StringBuilder gains = new StringBuilder();
        for (double share : shares) {
            gains.append(String.format(Locale.ROOT, "\t%.2f", Math.log(share / mean)));
        }
        return gains.toString();
    }
}
