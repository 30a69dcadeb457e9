package vn.trich.corpus.scan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.trich.corpus.chance.Dice;

/** Reads Vietnamese as an OCR engine for another language does: marks lost, letters taken for others. */
public final class ForeignReader {

    private record Reading(String text, int weight) {}

    private final Map<Integer, List<Reading>> readings = new HashMap<>();

    /** Reads the table of confusions. */
    public ForeignReader() {
        try (InputStream in = ForeignReader.class.getResourceAsStream("confusions.txt")) {
            String table =
                    Normalizer.normalize(new String(in.readAllBytes(), StandardCharsets.UTF_8), Normalizer.Form.NFC);
            table.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(this::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String line) {
        String[] parts = line.split(" ");
        List<Reading> list = new ArrayList<>();
        for (int i = 1; i < parts.length; i++) {
            int colon = parts[i].lastIndexOf(':');
            String text = parts[i].substring(0, colon);
            list.add(new Reading(text.equals("_") ? "" : text, Integer.parseInt(parts[i].substring(colon + 1))));
        }
        readings.put(parts[0].codePointAt(0), list);
    }

    /** How the word is read; empty where it is overlooked. */
    public String read(String word, Dice dice) {
        if (word.length() <= 2 && dice.chance(0.02)) {
            return "";
        }
        StringBuilder out = new StringBuilder();
        word.codePoints().forEach(point -> out.append(letter(point, dice)));
        return out.toString();
    }

    private String letter(int point, Dice dice) {
        List<Reading> own = readings.get(point);
        if (own != null) {
            return draw(own, dice);
        }
        int small = Character.toLowerCase(point);
        List<Reading> lower = small == point ? null : readings.get(small);
        if (lower != null && small > 127) {
            String read = draw(lower, dice);
            return read.toUpperCase(Locale.ROOT);
        }
        return new String(Character.toChars(point));
    }

    private static String draw(List<Reading> list, Dice dice) {
        int total = list.stream().mapToInt(Reading::weight).sum();
        int at = dice.below(total);
        for (Reading reading : list) {
            at -= reading.weight();
            if (at < 0) {
                return reading.text();
            }
        }
        throw new IllegalStateException("weights");
    }
}
