package vn.trich.models.restore;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Weighs what is said for the readings of a word: a straight sum of what they say, and a small network of one hidden
 * layer (rectified linear units) for what they mean together, as that the document is to be trusted the more the oftener it has a
 * word. Trained by {@code JudgeTrainer} and {@code LetterJudgeTrainer}. Immutable.
 */
public final class ReadingJudge {

    private final float[] straight;
    private final float[][] hidden;
    private final float[] bias;
    private final float[] output;

    /**
     * @param straight factors of the witnesses
     * @param hidden for each hidden unit, factors of the witnesses
     * @param bias of each hidden unit
     * @param output factor of each hidden unit
     */
    public ReadingJudge(float[] straight, float[][] hidden, float[] bias, float[] output) {
        this.straight = straight.clone();
        this.hidden = Arrays.stream(hidden).map(float[]::clone).toArray(float[][]::new);
        this.bias = bias.clone();
        this.output = output.clone();
    }

    /**
     * Reads the judge that comes with the software for readings of the same letters, by {@link Witnesses}.
     *
     * @throws UncheckedIOException if it cannot be read
     */
    static ReadingJudge ofMarks() {
        return load("judge.tsv", Witnesses.COUNT);
    }

    /**
     * Reads the judge that comes with the software for readings of other letters too, by {@link LetterWitnesses}.
     *
     * @throws UncheckedIOException if it cannot be read
     */
    static ReadingJudge ofLetters() {
        return load("letters.tsv", LetterWitnesses.COUNT);
    }

    private static ReadingJudge load(String resource, int witnesses) {
        try (InputStream in = ReadingJudge.class.getResourceAsStream(resource)) {
            return read(in, witnesses);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads what {@link #lines} gives.
     *
     * @param in the lines
     * @param witnesses how many there are
     * @throws IOException if it cannot be read or is no such table
     */
    static ReadingJudge read(InputStream in, int witnesses) throws IOException {
        List<float[]> rows = new ArrayList<>();
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (!line.startsWith("#")) {
                rows.add(numbers(line, witnesses + (rows.isEmpty() ? 0 : 2)));
            }
        }
        if (rows.isEmpty()) {
            throw new IOException("a table for judging readings without rows");
        }
        List<float[]> units = rows.subList(1, rows.size());
        float[] bias = new float[units.size()];
        float[] output = new float[units.size()];
        float[][] hidden = new float[units.size()][];
        for (int unit = 0; unit < hidden.length; unit++) {
            bias[unit] = units.get(unit)[0];
            output[unit] = units.get(unit)[1];
            hidden[unit] = Arrays.copyOfRange(units.get(unit), 2, 2 + witnesses);
        }
        return new ReadingJudge(rows.get(0), hidden, bias, output);
    }

    private static float[] numbers(String line, int count) throws IOException {
        String[] parts = line.split("\t");
        float[] numbers = new float[parts.length];
        try {
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = Float.parseFloat(parts[i]);
            }
        } catch (NumberFormatException e) {
            throw new IOException("a table for judging readings that holds " + line, e);
        }
        if (numbers.length != count) {
            throw new IOException("a row of " + numbers.length + " numbers for judging readings, not " + count);
        }
        return numbers;
    }

    /** The judge as lines of a table: the straight factors, then for each hidden unit its bias, its output, its factors. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(line(straight));
        for (int unit = 0; unit < hidden.length; unit++) {
            lines.add(bias[unit] + "\t" + output[unit] + "\t" + line(hidden[unit]));
        }
        return lines;
    }

    private static String line(float[] numbers) {
        List<String> parts = new ArrayList<>(numbers.length);
        for (float number : numbers) {
            parts.add(Float.toString(number));
        }
        return parts.stream().collect(Collectors.joining("\t"));
    }

    /**
     * What the readings of a word are worth, logarithms up to what is the same for all.
     *
     * @param witnesses for each reading, what is said for it
     */
    public float[] scores(float[][] witnesses) {
        float[] scores = new float[witnesses.length];
        for (int k = 0; k < scores.length; k++) {
            float score = product(straight, witnesses[k]);
            for (int unit = 0; unit < hidden.length; unit++) {
                score += output[unit] * Math.max(0, bias[unit] + product(hidden[unit], witnesses[k]));
            }
            scores[k] = score;
        }
        return scores;
    }

    private static float product(float[] factors, float[] numbers) {
        float sum = 0;
        for (int i = 0; i < factors.length; i++) {
            sum += factors[i] * numbers[i];
        }
        return sum;
    }
}
