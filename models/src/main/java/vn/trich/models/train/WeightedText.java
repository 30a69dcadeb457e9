package vn.trich.models.train;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A source of text to train on, as the training programs take it: {@code WEIGHT:PATH}.
 *
 * @param weight it counts as if it stood there so often
 * @param corpus the text; empty for the names of all administrative units ({@code WEIGHT:gazetteer})
 */
record WeightedText(int weight, Optional<TextCorpus> corpus) {

    private static final String GAZETTEER = "gazetteer";

    /**
     * Takes one apart.
     *
     * @throws IllegalArgumentException if it has no weight
     */
    static WeightedText of(String argument) {
        int colon = argument.indexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("not WEIGHT:PATH: " + argument);
        }
        String path = argument.substring(colon + 1);
        return new WeightedText(
                Integer.parseInt(argument.substring(0, colon)),
                path.equals(GAZETTEER) ? Optional.empty() : Optional.of(new TextCorpus(Path.of(path))));
    }

    /** Takes several apart. */
    static List<WeightedText> all(List<String> arguments) {
        return arguments.stream().map(WeightedText::of).toList();
    }

    @Override
    public String toString() {
        return weight + ":" + corpus.map(text -> text.path().toString()).orElse(GAZETTEER);
    }
}
