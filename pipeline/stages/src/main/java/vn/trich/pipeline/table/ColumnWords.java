package vn.trich.pipeline.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import vn.trich.output.ColumnRole;

/**
 * How much likelier a word is in cells of one column of a task table than in those of the others (resource
 * {@code column-words.tsv}, learnt from true tables): {@code Sở} names those who lead, {@code quý} is part of a deadline.
 */
public final class ColumnWords {

    /** Stands for every word that is a number. */
    private static final String NUMBER = "#";

    private static final String RESOURCE = "column-words.tsv";
    /** Text that was ruined puts words where they never stand: no word alone shall decide. */
    private static final double LEAST = -3;
    /** A word that no table had is no deadline's, and more likely of a task than of a unit. */
    private static final double STRANGE_DUE = -1.5;

    private static final double STRANGE_TASK = 0.5;
    /** Of columns whose words were not learnt. */
    private static final double UNLEARNT = Math.log(0.3);

    private final List<ColumnRole> learnt;
    private final Map<String, double[]> gains = new HashMap<>();

    ColumnWords() {
        try (InputStream in = ColumnWords.class.getResourceAsStream(RESOURCE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            while (line.startsWith("# ")) {
                line = lines.readLine();
            }
            learnt = Arrays.stream(line.split("\t"))
                    .skip(1)
                    .map(name -> ColumnRole.valueOf(name.toUpperCase(Locale.ROOT)))
                    .toList();
            for (line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] fields = line.split("\t");
                gains.put(
                        fields[0],
                        Arrays.stream(fields)
                                .skip(1)
                                .mapToDouble(Double::parseDouble)
                                .toArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The words of a text as they are counted: without case, marks and signs, every number alike.
     *
     * @param text any text
     */
    public static Stream<String> of(String text) {
        return Arrays.stream(Fold.bare(text).split(" "))
                .filter(word -> !word.isEmpty())
                .map(word -> word.chars().allMatch(Character::isDigit) ? NUMBER : word);
    }

    /** As what a column's words are learnt: what is done stands in columns of tasks and of activities. */
    public static ColumnRole learntAs(ColumnRole role) {
        return role == ColumnRole.ACTIVITY ? ColumnRole.TASK : role;
    }

    /**
     * How much likelier the words of a text are in columns of that role than in the mean of all, as a logarithm, in the
     * mean of the words; 0 without words.
     */
    double gain(String text, ColumnRole role) {
        return gain(of(text).toList(), role);
    }

    private double gain(List<String> words, ColumnRole role) {
        return words.stream().mapToDouble(word -> gainOf(word, role)).average().orElse(0);
    }

    /**
     * How well a word fits each column of a table, as the logarithm of how much likelier it is there than in the mean of
     * all; 0 in the first column, which holds labels, and for text without words.
     *
     * @param text one word as printed
     * @param roles what the columns hold, labels first
     */
    double[] fit(String text, List<ColumnRole> roles) {
        double[] fit = new double[roles.size()];
        List<String> words = of(text).toList();
        if (words.isEmpty()) {
            return fit;
        }
        double sum = 0;
        for (int c = 1; c < fit.length; c++) {
            fit[c] = gain(words, roles.get(c));
            sum += Math.exp(fit[c]);
        }
        for (int c = 1; c < fit.length; c++) {
            fit[c] -= Math.log(sum / (fit.length - 1));
        }
        return fit;
    }

    private double gainOf(String word, ColumnRole role) {
        int column = learnt.indexOf(learntAs(role));
        if (column < 0) {
            return UNLEARNT;
        }
        double[] known = gains.get(word);
        if (known == null) {
            return switch (learnt.get(column)) {
                case DUE -> STRANGE_DUE;
                case TASK -> STRANGE_TASK;
                default -> 0;
            };
        }
        return Math.max(LEAST, known[column]);
    }
}
