package vn.trich.models.restore;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import vn.trich.models.language.Letters;

/**
 * What a recogniser makes of printed letters: for each letter, how likely it is read as which string of up to three
 * characters. Counts from pairs of printed and read text, on top of what was set by hand; more counts can be laid on top for
 * one text. Logarithms are natural. Immutable.
 */
public final class Channel {

    /** Most characters that one letter is read as. */
    public static final int LONGEST = 3;

    // How many observations the hand-set part weighs as much as.
    private static final double PRIOR_WEIGHT = 30;
    private static final double MOST_OBSERVATIONS = 40;
    private static final double SAME_LETTER_OTHER_MARKS = 0.02;
    private static final double ANY_CHARACTER = 2e-4;
    private static final double ANY_TWO = 2e-6;
    private static final double ANY_THREE = 2e-8;

    private final String letters;
    private final int[] indexOf;
    private final Map<String, float[]> rows;
    private final float[] nothing;
    private final double[] total;

    private Channel(String letters, int[] indexOf, Map<String, float[]> rows, double[] total) {
        this.letters = letters;
        this.indexOf = indexOf;
        this.rows = rows;
        this.nothing = rows.get("");
        this.total = total;
    }

    /**
     * How often a printed letter was read as what.
     *
     * @param letter the printed letter, lower case
     * @param read what was read, up to {@link #LONGEST} characters
     * @param count how often
     */
    public record Observation(char letter, String read, double count) {}

    /**
     * The channel that comes with the software, for words of these letters.
     *
     * @param letters all letters of the lexicon, each once
     * @throws UncheckedIOException if its tables cannot be read
     */
    static Channel load(String letters) {
        Map<String, double[]> prior = handSet(letters);
        Map<String, double[]> counts = new HashMap<>();
        lines("channel.tsv", fields -> {
            int letter = letters.indexOf(fields[0]);
            if (letter >= 0) {
                String read = fields[1].equals("-") ? "" : fields[1];
                counts.computeIfAbsent(read, key -> new double[letters.length()])[letter] +=
                        Double.parseDouble(fields[2]);
            }
        });
        return combined(letters, prior, PRIOR_WEIGHT, bounded(counts, letters.length()));
    }

    // However many observations a letter has: the next text's engine is another one.
    private static Map<String, double[]> bounded(Map<String, double[]> counts, int letters) {
        double[] total = new double[letters];
        counts.values().forEach(row -> {
            for (int i = 0; i < letters; i++) {
                total[i] += row[i];
            }
        });
        counts.values().forEach(row -> {
            for (int i = 0; i < letters; i++) {
                row[i] *= Math.min(1, MOST_OBSERVATIONS / Math.max(1, total[i]));
            }
        });
        return counts;
    }

    /** This channel with observations from one text on top. */
    Channel with(Iterable<Observation> observations, double weight) {
        Map<String, double[]> own = new HashMap<>();
        rows.forEach((read, row) -> {
            double[] p = new double[row.length];
            for (int i = 0; i < p.length; i++) {
                p[i] = Math.exp(row[i]);
            }
            own.put(read, p);
        });
        Map<String, double[]> counts = new HashMap<>();
        for (Observation o : observations) {
            int letter = index(o.letter());
            if (letter >= 0) {
                counts.computeIfAbsent(o.read(), key -> new double[letters.length()])[letter] += o.count();
            }
        }
        return combined(letters, own, weight, counts);
    }

    private static Channel combined(
            String letters, Map<String, double[]> prior, double priorWeight, Map<String, double[]> counts) {
        double[] total = new double[letters.length()];
        counts.values().forEach(row -> {
            for (int i = 0; i < row.length; i++) {
                total[i] += row[i];
            }
        });
        Map<String, float[]> rows = new HashMap<>();
        for (Map<String, double[]> part : java.util.List.of(prior, counts)) {
            for (String read : part.keySet()) {
                double[] p = prior.get(read);
                double[] n = counts.get(read);
                float[] row = new float[letters.length()];
                for (int i = 0; i < row.length; i++) {
                    double before = p == null ? unseen(read.length()) : p[i];
                    double count = n == null ? 0 : n[i];
                    row[i] = (float) Math.log((count + priorWeight * before) / (total[i] + priorWeight));
                }
                rows.put(read, row);
            }
        }
        int[] indexOf = new int[0x1F00];
        Arrays.fill(indexOf, -1);
        for (int i = 0; i < letters.length(); i++) {
            if (letters.charAt(i) < indexOf.length) {
                indexOf[letters.charAt(i)] = i;
            }
        }
        return new Channel(letters, indexOf, rows, total);
    }

    private static double unseen(int length) {
        return switch (length) {
            case 1 -> ANY_CHARACTER;
            case 2 -> ANY_TWO;
            default -> ANY_THREE;
        };
    }

    // The letter itself, the letter with other marks, nothing, and the table of shapes.
    private static Map<String, double[]> handSet(String letters) {
        Map<String, double[]> prior = new HashMap<>();
        prior.put("", new double[letters.length()]);
        String marked = "àáâãäåāăąạảấầẩẫậắằẳẵặèéêëēęẹẻẽếềểễệìíîïĩỉịòóôõöøơọỏốồổỗộớờởỡợùúûüũưụủứừửữựýÿỳỵỷỹđçñ";
        for (int i = 0; i < letters.length(); i++) {
            char letter = letters.charAt(i);
            char bare = Letters.bare(letter);
            boolean plain = bare == letter;
            boolean twoMarks =
                    Letters.shape(letter) != letter && Letters.bare(Letters.shape(letter)) != Letters.shape(letter);
            boolean vowel = "aeiouy".indexOf(bare) >= 0;
            for (int k = 0; k < marked.length(); k++) {
                char other = marked.charAt(k);
                if (Letters.bare(other) == bare) {
                    put(prior, letters, i, String.valueOf(other), plain ? 0.003 : SAME_LETTER_OTHER_MARKS);
                }
            }
            put(prior, letters, i, String.valueOf(bare), plain ? 0.9 : 0.35);
            put(prior, letters, i, String.valueOf(Character.toUpperCase(bare)), 0.004);
            put(prior, letters, i, String.valueOf(letter), plain ? 0.9 : 0.3);
            put(prior, letters, i, "", twoMarks ? 0.10 : !plain && vowel ? 0.03 : vowel ? 0.004 : 0.002);
        }
        lines("confusions.tsv", fields -> {
            for (int i = 0; i < letters.length(); i++) {
                char letter = letters.charAt(i);
                if (fields[0].charAt(0) == letter || fields[0].charAt(0) == Letters.shape(letter)) {
                    for (String read : fields[1].split(" ")) {
                        put(prior, letters, i, read.equals("-") ? "" : read, Double.parseDouble(fields[2]));
                    }
                }
            }
        });
        for (Map.Entry<String, double[]> row : prior.entrySet()) {
            for (int i = 0; i < letters.length(); i++) {
                row.getValue()[i] = Math.max(
                        row.getValue()[i], unseen(Math.max(1, row.getKey().length())));
            }
        }
        return prior;
    }

    private static void put(Map<String, double[]> prior, String letters, int letter, String read, double p) {
        double[] row = prior.computeIfAbsent(read, key -> new double[letters.length()]);
        row[letter] = Math.max(row[letter], p);
    }

    private static void lines(String resource, Consumer<String[]> taker) {
        try (InputStream in = Channel.class.getResourceAsStream(resource);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .forEach(taker);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Index of a letter, -1 if no word of the lexicon has it. */
    int index(char letter) {
        return letter < indexOf.length ? indexOf[letter] : letters.indexOf(letter);
    }

    /** Logarithms, by letter index, of the probability that it was read as these characters; null if never seen. */
    float[] row(String read) {
        return rows.get(read);
    }

    /** Logarithms, by letter index, of the probability that it was not read at all. */
    float[] nothing() {
        return nothing;
    }

    /** Logarithm of the probability that a letter was read as characters that it was never read as before. */
    static float unseenLog(int length) {
        return (float) Math.log(unseen(length));
    }

    /** How many observations of a letter there are. */
    double observations(char letter) {
        int i = index(letter);
        return i < 0 ? 0 : total[i];
    }

    /** Logarithm of the probability that a character was read where nothing is printed. */
    static float insertion(char c) {
        return Character.isLetterOrDigit(c) ? -7 : -3;
    }
}
