package vn.trich.models.restore;

import java.util.HashMap;
import java.util.Map;
import vn.trich.models.language.Vocabulary;

/**
 * What the rest of a ruined document says of the letters that a word had: how often it has words of the same letters, whatever
 * their marks. Immutable.
 *
 * @param hashes of the language model's words
 * @param document the words of the document
 */
record DocumentLetters(WordHashes hashes, DocumentWords document) {

    // As if every word stood somewhere this often.
    private static final float LITTLE = 0.2f;

    /**
     * For each of the readings of one place, the logarithm of how often the rest of the document has their letters, over that of
     * the most frequent ones: 0 at most.
     *
     * @param words the readings; of those that are no words nothing is said: 0
     * @param shares how much each was counted for this place itself
     */
    float[] evidence(int[] words, float[] shares) {
        Map<Integer, Float> counts = new HashMap<>();
        for (int a = 0; a < words.length; a++) {
            if (words[a] >= Vocabulary.FIRST_WORD) {
                counts.merge(hashes.bare()[words[a]], document.elsewhere(words[a], shares[a]), Float::sum);
            }
        }
        float most = counts.values().stream().max(Float::compare).orElse(0f) + LITTLE;
        float[] out = new float[words.length];
        for (int a = 0; a < words.length; a++) {
            if (words[a] >= Vocabulary.FIRST_WORD) {
                out[a] = (float) Math.log((counts.get(hashes.bare()[words[a]]) + LITTLE) / most);
            }
        }
        return out;
    }
}
