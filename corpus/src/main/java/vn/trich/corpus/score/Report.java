package vn.trich.corpus.score;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.trich.corpus.score.Figure.ErrorRate;
import vn.trich.corpus.score.Figure.F1;
import vn.trich.corpus.score.Figure.Share;

/**
 * The figures of an output folder.
 *
 * @param documents the source files that have gold, by name
 * @param unscored the source files that have none, by name
 * @param missing the names of gold that no source file of the output has
 */
public record Report(List<ScoredDocument> documents, List<String> unscored, List<String> missing) {

    /** Copies the lists. */
    public Report {
        documents = List.copyOf(documents);
        unscored = List.copyOf(unscored);
        missing = List.copyOf(missing);
    }

    /**
     * A source file with its figures.
     *
     * @param source its name as the output gives it
     * @param gold the name of its gold
     * @param state the part of the file's name after the gold's name, e.g. {@code fair}; may be empty
     * @param figures its figures
     * @param mistakes what lowered them, in no particular order of weight
     */
    public record ScoredDocument(String source, String gold, String state, Figures figures, List<Mistake> mistakes) {

        /** Copies the mistakes. */
        public ScoredDocument {
            mistakes = List.copyOf(mistakes);
        }
    }

    /** All documents pooled. */
    public Figures all() {
        return documents.stream().map(ScoredDocument::figures).reduce(Figures.NONE, Figures::plus);
    }

    /** The documents of each state pooled, by the state's name. */
    public Map<String, Figures> states() {
        Map<String, Figures> states = new TreeMap<>();
        documents.forEach(document -> states.merge(document.state(), document.figures(), Figures::plus));
        return states;
    }

    /** The figures as aligned text: for each part a table with a line per document, per state and for all. */
    public String table() {
        Map<String, Figures> lines = new LinkedHashMap<>();
        documents.forEach(document -> lines.put(document.source(), document.figures()));
        if (states().size() > 1) {
            states().forEach((state, figures) -> lines.put("= " + (state.isEmpty() ? "(plain)" : state), figures));
        }
        lines.put("= all", all());
        StringBuilder text = new StringBuilder(ReportTable.print(lines));
        list(text, "without gold, not scored:", unscored);
        list(text, "gold without output:", missing);
        return text.toString();
    }

    private static void list(StringBuilder text, String title, List<String> names) {
        if (!names.isEmpty()) {
            text.append('\n').append(title).append('\n');
            names.forEach(name -> text.append("  ").append(name).append('\n'));
        }
    }

    /** What lowered the figures, a line per mistake: document, figure, what should have come, what came. */
    public String details() {
        StringBuilder text = new StringBuilder();
        for (ScoredDocument document : documents) {
            for (Mistake mistake : document.mistakes()) {
                text.append(String.join(
                                "\t",
                                document.source(),
                                mistake.measure().key(),
                                oneLine(mistake.gold()),
                                oneLine(mistake.output())))
                        .append('\n');
            }
        }
        return text.toString();
    }

    private static String oneLine(String text) {
        return Folding.foldSpace(text);
    }

    /** The figures with their counts as JSON, keys in a fixed order. */
    public String json() {
        ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        ObjectNode root = mapper.createObjectNode();
        ArrayNode list = root.putArray("documents");
        for (ScoredDocument document : documents) {
            ObjectNode node = list.addObject();
            node.put("source", document.source());
            node.put("gold", document.gold());
            node.put("state", document.state());
            node.set("figures", figures(mapper, document.figures()));
        }
        ObjectNode states = root.putObject("states");
        states().forEach((state, figures) -> states.set(state, figures(mapper, figures)));
        root.set("all", figures(mapper, all()));
        unscored.forEach(root.putArray("unscored")::add);
        missing.forEach(root.putArray("missing")::add);
        try {
            return mapper.writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts and numbers did not become JSON", e);
        }
    }

    private static ObjectNode figures(ObjectMapper mapper, Figures figures) {
        ObjectNode node = mapper.createObjectNode();
        List<Measure> measures = new ArrayList<>(figures.values().keySet());
        for (Measure measure : measures) {
            figures.get(measure).ifPresent(figure -> node.set(measure.key(), figure(mapper, figure)));
        }
        return node;
    }

    private static ObjectNode figure(ObjectMapper mapper, Figure figure) {
        ObjectNode node = mapper.createObjectNode();
        node.put("value", rounded(figure.value()));
        if (figure instanceof Share share) {
            node.put("right", rounded(share.right())).put("of", rounded(share.of()));
        } else if (figure instanceof ErrorRate rate) {
            node.put("errors", rounded(rate.errors())).put("of", rounded(rate.of()));
        } else if (figure instanceof F1 f1) {
            node.put("pairs", rounded(f1.pairs()))
                    .put("gold", rounded(f1.gold()))
                    .put("output", rounded(f1.output()));
        }
        return node;
    }

    static double rounded(double value) {
        return Math.round(value * 1e5) / 1e5;
    }
}
