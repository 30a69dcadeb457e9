package vn.trich.models.restore;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the strings of a ruined document seem to stand for: one engine mostly makes the same of the same word. Filled by one thread
 * before it is read.
 */
final class DocumentReadings {

    private static final float LEAST = 0.01f;

    private final Map<String, Map<Integer, Float>> counts = new HashMap<>();

    /** What the language model makes of these stretches. */
    static DocumentReadings of(List<Stretch> stretches) {
        DocumentReadings readings = new DocumentReadings();
        stretches.forEach(readings::add);
        return readings;
    }

    /** The same, to be filled further. */
    DocumentReadings copy() {
        DocumentReadings copy = new DocumentReadings();
        counts.forEach((read, words) -> copy.counts.put(read, new HashMap<>(words)));
        return copy;
    }

    /** Adds what a stretch seems to say, each reading by its likelihood. */
    void add(Stretch stretch) {
        for (LatticeDecoder.Chosen chosen : stretch.decoding().path()) {
            int slot = chosen.from();
            List<Arc> readings = stretch.arcs().get(slot);
            float[] shares = DocumentWords.shares(stretch.decoding().through()[slot]);
            Map<Integer, Float> words =
                    counts.computeIfAbsent(string(stretch.slots().get(slot)), read -> new HashMap<>(4));
            for (int a = 0; a < shares.length; a++) {
                if (shares[a] > LEAST && readings.get(a).isWordOf(slot)) {
                    words.merge(readings.get(a).words()[0], shares[a], Float::sum);
                }
            }
        }
    }

    private static String string(Slot slot) {
        return ChannelReadings.folded(slot.text());
    }

    /**
     * How often a string seems to stand for a word in the rest of the document.
     *
     * @param slot the string
     * @param word the word
     * @param share how much it was counted for this place itself
     */
    float elsewhere(Slot slot, int word, float share) {
        float own = share > LEAST ? share : 0;
        return Math.max(0, counts.getOrDefault(string(slot), Map.of()).getOrDefault(word, 0f) - own);
    }
}
