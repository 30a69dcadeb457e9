package vn.trich.models.restore;

import java.util.List;
import vn.trich.models.language.Vocabulary;

/**
 * How often words seem to stand in one document: a word that is ambiguous in one place is often plain in another, and one
 * document mostly means the same by the same letters. Filled by one thread before it is read.
 */
final class DocumentWords {

    private static final float LITTLE = 0.2f;
    private static final float LEAST = 0.01f;

    private final float[] counts;

    /** Nothing known yet. */
    DocumentWords(Vocabulary vocabulary) {
        this(new float[vocabulary.size()]);
    }

    private DocumentWords(float[] counts) {
        this.counts = counts;
    }

    /** The same, to be filled further. */
    DocumentWords copy() {
        return new DocumentWords(counts.clone());
    }

    /** What the language model makes of these stretches. */
    static DocumentWords of(Vocabulary vocabulary, List<Stretch> stretches) {
        DocumentWords words = new DocumentWords(vocabulary);
        stretches.forEach(words::add);
        return words;
    }

    /** Adds what a stretch seems to say, each reading by its likelihood. */
    void add(Stretch stretch) {
        for (LatticeDecoder.Chosen chosen : stretch.decoding().path()) {
            List<Arc> readings = stretch.arcs().get(chosen.from());
            float[] shares = shares(stretch.decoding().through()[chosen.from()]);
            for (int a = 0; a < shares.length; a++) {
                if (shares[a] > LEAST && readings.get(a).words().length == 1) {
                    counts[readings.get(a).words()[0]] += shares[a];
                }
            }
        }
    }

    /** The highest of some scores. */
    static float highest(float[] scores) {
        float highest = Float.NEGATIVE_INFINITY;
        for (float score : scores) {
            highest = Math.max(highest, score);
        }
        return highest;
    }

    /** Likelihoods of readings, adding up to 1. */
    static float[] shares(float[] through) {
        float best = highest(through);
        float[] shares = new float[through.length];
        float sum = 0;
        for (int a = 0; a < shares.length; a++) {
            shares[a] = (float) Math.exp(through[a] - best);
            sum += shares[a];
        }
        for (int a = 0; a < shares.length; a++) {
            shares[a] /= sum;
        }
        return shares;
    }

    /**
     * Logarithms of likelihoods of readings, which add up to 1; a least value for those that are less likely.
     *
     * @param scores of the readings, negative infinity for those of which nothing is known; if that is all, each gets the least
     * @param least the least value
     */
    static float[] logShares(float[] scores, float least) {
        float most = highest(scores);
        double sum = 0;
        for (float score : scores) {
            sum += Math.exp(score - most);
        }
        float[] logs = new float[scores.length];
        for (int k = 0; k < logs.length; k++) {
            logs[k] = sum > 0 ? Math.max(least, scores[k] - most - (float) Math.log(sum)) : least;
        }
        return logs;
    }

    /**
     * How often a word seems to stand in the rest of the document.
     *
     * @param word the word
     * @param share how much it was counted for this place itself
     */
    float elsewhere(int word, float share) {
        return Math.max(0, counts[word] - share);
    }

    /**
     * What the rest of the document says for each of the readings of one place: the logarithm of its count over that of the
     * most frequent one, 0 at most.
     *
     * @param words the readings
     * @param shares how much each was counted for this place itself
     */
    float[] evidence(int[] words, float[] shares) {
        float[] out = new float[words.length];
        float most = LITTLE;
        for (int a = 0; a < words.length; a++) {
            out[a] = elsewhere(words[a], shares[a]) + LITTLE;
            most = Math.max(most, out[a]);
        }
        for (int a = 0; a < words.length; a++) {
            out[a] = (float) Math.log(out[a] / most);
        }
        return out;
    }
}
