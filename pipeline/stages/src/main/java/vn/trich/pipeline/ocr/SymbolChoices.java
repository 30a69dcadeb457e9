package vn.trich.pipeline.ocr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.trich.pipeline.page.Alternative;

/**
 * What a recogniser held possible for each character of a word, and the other words that follow from it: one or two
 * characters read otherwise, none added or lost.
 */
final class SymbolChoices {

    /** Alternatives of a word that are kept. */
    private static final int MOST = 8;

    private final String word;
    private final List<Change> changes = new ArrayList<>();
    private int position;
    private boolean broken;

    /** For a word as read. */
    SymbolChoices(String word) {
        this.word = word;
    }

    /**
     * What may stand at a place of the word.
     *
     * @param text NFC
     * @param likelihood natural logarithm of its probability
     */
    record Choice(String text, double likelihood) {}

    private record Change(int from, int to, String text, double likelihood) {}

    /**
     * Adds what the recogniser held possible for the next character.
     *
     * @param choices what it chose first, then the others; none is nothing known
     */
    void add(List<Choice> choices) {
        if (choices.isEmpty() || broken) {
            return;
        }
        Choice chosen = choices.get(0);
        if (!word.startsWith(chosen.text, position)) {
            broken = true;
            return;
        }
        int to = position + chosen.text.length();
        for (Choice other : choices.subList(1, choices.size())) {
            if (other.text.length() == chosen.text.length() && !other.text.equalsIgnoreCase(chosen.text)) {
                changes.add(new Change(position, to, other.text, Math.min(0, other.likelihood - chosen.likelihood)));
            }
        }
        position = to;
    }

    /** The other words, likeliest first; none if the characters are not those of the word. */
    List<Alternative> alternatives() {
        if (broken) {
            return List.of();
        }
        List<Change> likely = likely();
        List<Alternative> all = new ArrayList<>();
        for (int i = 0; i < likely.size(); i++) {
            Change one = likely.get(i);
            all.add(new Alternative(with(word, one), one.likelihood));
            for (Change two : likely.subList(i + 1, likely.size())) {
                if (two.from >= one.to) {
                    all.add(new Alternative(with(with(word, two), one), one.likelihood + two.likelihood));
                }
            }
        }
        return all.stream()
                .sorted(Comparator.comparingDouble((Alternative a) -> -a.likelihood())
                        .thenComparing(Alternative::text))
                .limit(MOST)
                .toList();
    }

    // No pair with a less likely change could be among the words kept: the changes before it alone are likelier.
    private List<Change> likely() {
        if (changes.size() <= MOST) {
            return changes;
        }
        double least = changes.stream()
                .mapToDouble(change -> -change.likelihood)
                .sorted()
                .limit(MOST)
                .max()
                .orElseThrow();
        return changes.stream().filter(change -> -change.likelihood <= least).toList();
    }

    private static String with(String text, Change change) {
        return text.substring(0, change.from) + change.text + text.substring(change.to);
    }
}
