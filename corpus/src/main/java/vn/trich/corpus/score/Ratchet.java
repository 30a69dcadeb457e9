package vn.trich.corpus.score;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.trich.corpus.score.Report.ScoredDocument;

/**
 * The figures that a set of documents once reached, so that none falls unseen.
 *
 * @param tolerance how far a figure may fall (or an error rate rise) before it counts as a fall
 * @param documents for each source file its figures
 */
public record Ratchet(double tolerance, Map<String, Map<Measure, Double>> documents) {

    /** A figure may waver by this much where a file does not say otherwise. */
    public static final double DEFAULT_TOLERANCE = 0.002;

    private static final int PLACES = 10_000;

    /** Copies the figures. */
    public Ratchet {
        Map<String, Map<Measure, Double>> copy = new TreeMap<>();
        documents.forEach((source, figures) -> copy.put(source, Collections.unmodifiableMap(figures(figures))));
        documents = Collections.unmodifiableMap(copy);
    }

    private static Map<Measure, Double> figures(Map<Measure, Double> figures) {
        Map<Measure, Double> copy = new EnumMap<>(Measure.class);
        copy.putAll(figures);
        return copy;
    }

    /** A ratchet that holds nothing yet. */
    public static Ratchet empty() {
        return new Ratchet(DEFAULT_TOLERANCE, Map.of());
    }

    /**
     * Reads a ratchet file; one that does not exist holds nothing yet.
     *
     * @throws IOException if the file cannot be read or is not a ratchet file
     */
    public static Ratchet read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return empty();
        }
        JsonNode root = new ObjectMapper().readTree(file.toFile());
        if (root == null || !root.path("documents").isObject()) {
            throw new IOException("no ratchet file: " + file);
        }
        Map<String, Map<Measure, Double>> documents = new TreeMap<>();
        for (Map.Entry<String, JsonNode> document : root.path("documents").properties()) {
            Map<Measure, Double> figures = new EnumMap<>(Measure.class);
            for (Map.Entry<String, JsonNode> figure : document.getValue().properties()) {
                measure(figure.getKey())
                        .ifPresent(m -> figures.put(m, figure.getValue().asDouble()));
            }
            documents.put(document.getKey(), figures);
        }
        return new Ratchet(root.path("tolerance").asDouble(DEFAULT_TOLERANCE), documents);
    }

    private static Optional<Measure> measure(String key) {
        return Arrays.stream(Measure.values()).filter(m -> m.key().equals(key)).findFirst();
    }

    /**
     * What fell.
     *
     * @param report the figures of today
     * @return a line for each figure that fell by more than the tolerance, and for each document or figure that is no
     *     longer there; empty if nothing fell
     */
    public List<String> falls(Report report) {
        List<String> falls = new ArrayList<>();
        Map<String, Figures> today = new TreeMap<>();
        report.documents().forEach(document -> today.put(document.source(), document.figures()));
        documents.forEach((source, figures) -> {
            if (!today.containsKey(source)) {
                falls.add(source + ": not scored any more");
                return;
            }
            figures.forEach((measure, before) -> {
                Optional<Double> now = today.get(source).get(measure).map(Figure::value);
                if (now.isEmpty()) {
                    falls.add(source + ": " + measure.key() + " not measured any more");
                } else if (loss(measure, before, now.get()) > tolerance) {
                    falls.add(String.format(
                            Locale.ROOT, "%s: %s from %.4f to %.4f", source, measure.key(), before, now.get()));
                }
            });
        });
        return falls;
    }

    private static double loss(Measure measure, double before, double now) {
        return measure.lessIsBetter() ? now - before : before - now;
    }

    /**
     * This ratchet moved on: each figure the better of what was held and what is reported; documents that are not
     * reported keep what they had.
     */
    public Ratchet raised(Report report) {
        Map<String, Map<Measure, Double>> next = new TreeMap<>();
        documents.forEach((source, figures) -> next.put(source, figures(figures)));
        for (ScoredDocument document : report.documents()) {
            Map<Measure, Double> figures = next.computeIfAbsent(document.source(), k -> new EnumMap<>(Measure.class));
            for (Measure measure : Measure.values()) {
                Optional<Figure> figure = document.figures().get(measure).filter(f -> measure.isRatcheted());
                figure.ifPresent(f -> figures.merge(
                        measure,
                        (double) Math.round(f.value() * PLACES) / PLACES,
                        measure.lessIsBetter() ? Math::min : Math::max));
            }
        }
        return new Ratchet(tolerance, next);
    }

    /** A ratchet at exactly the report's figures, for a change that is meant to lower some. */
    public static Ratchet at(Report report, double tolerance) {
        return new Ratchet(tolerance, Map.of()).raised(report);
    }

    /**
     * Writes the ratchet file.
     *
     * @throws IOException if it cannot be written
     */
    public void write(Path file) throws IOException {
        ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        ObjectNode root = mapper.createObjectNode();
        root.put("tolerance", tolerance);
        ObjectNode nodes = root.putObject("documents");
        documents.forEach((source, figures) -> {
            ObjectNode node = nodes.putObject(source);
            figures.forEach((measure, value) -> node.put(measure.key(), value));
        });
        Files.writeString(file, mapper.writeValueAsString(root) + "\n");
    }
}
