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
    private static final float LITTLE = 0.5f;

    /**
     * For each of the readings of one place, the logarithm of how often the rest of the document has their letters, beside what is
     * expected of all of them: for what is like the likeliest readings 0.
     *
     * @param words the readings; of those that are no words nothing is said: 0
     * @param shares how likely each is, and so how much it was counted for this place itself
     */
    float[] evidence(int[] words, float[] shares) {
        Map<Integer, Float> counts = new HashMap<>();
        for (int a = 0; a < words.length; a++) {
            if (isWord(words[a])) {
                counts.merge(hashes.bare()[words[a]], document.elsewhere(words[a], shares[a]), Float::sum);
            }
        }
        float[] out = new float[words.length];
        float expected = 0;
        float all = 0;
        for (int a = 0; a < words.length; a++) {
            if (isWord(words[a])) {
                out[a] = (float) Math.log(counts.get(hashes.bare()[words[a]]) + LITTLE);
                expected += shares[a] * out[a];
                all += shares[a];
            }
        }
        for (int a = 0; a < words.length && all > 0; a++) {
            out[a] -= isWord(words[a]) ? expected / all : 0;
        }
        return out;
    }

    private static boolean isWord(int word) {
        return word >= Vocabulary.FIRST_WORD;
    }
}
