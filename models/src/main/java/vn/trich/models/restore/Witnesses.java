package vn.trich.models.restore;

import java.util.Arrays;
import java.util.List;
import vn.trich.models.language.LanguageModel;

/**
 * All that is said for each reading of an open word, as numbers for {@link ReadingJudge}: what was found so far, the language
 * model, the words of the document, the network that reads the surroundings, and how often the readings stand near by and in the
 * whole document. Immutable.
 *
 * @param model the language model
 * @param path the words of the stretch
 * @param tagger what the network sees around the open words
 * @param near what the stretch itself says
 * @param document what the document says
 */
record Witnesses(
        LanguageModel model,
        PathWords path,
        ReadingTagger.Surroundings tagger,
        DocumentContexts near,
        DocumentContexts document) {

    /** How many numbers there are for a reading. */
    static final int COUNT = 14;

    // A neighbour with the same letters says so much more than the word by itself.
    private static final float BESIDE = 6;
    private static final float LITTLE = 0.5f;
    // A word by itself, after the same letters, before the same letters.
    private static final int KINDS = 3;

    /**
     * The numbers of each reading of an open word: six that say how far it is behind the best by each witness (logarithms, 0 at
     * most), then logarithms of how often it stands near by and in the document, alone, after and before the same letters, and
     * how common a word it is, by itself and beside the others.
     */
    float[][] of(ContextRescoring.WeighedWord word) {
        ContextRescoring.Doubt doubt = word.doubt();
        int n = doubt.words().length;
        List<String> readings =
                Arrays.stream(doubt.words()).mapToObj(model.vocabulary()::word).toList();
        float[][] here = near.elsewhere(path, word);
        float[][] anywhere = document.elsewhere(path, word);
        float[] common = new float[n];
        float[] byModel = new float[n];
        float[] byDocument = new float[n];
        for (int k = 0; k < n; k++) {
            common[k] = model.unigram(doubt.words()[k]);
            byModel[k] = doubt.model(k);
            byDocument[k] = doubt.document(k);
        }
        float[][] behind = {
            behind(word.scores()),
            behind(byModel),
            byDocument,
            behind(tagger.logs(doubt.place(), readings)),
            evidence(here),
            evidence(anywhere)
        };
        float[] less = behind(common);
        float[][] out = new float[n][COUNT];
        for (int k = 0; k < n; k++) {
            int at = 0;
            for (float[] witness : behind) {
                out[k][at++] = witness[k];
            }
            for (int kind = 0; kind < KINDS; kind++) {
                out[k][at + kind] = (float) Math.log1p(here[k][kind]);
                out[k][at + KINDS + kind] = (float) Math.log1p(anywhere[k][kind]);
            }
            at += 2 * KINDS;
            out[k][at++] = common[k];
            out[k][at] = less[k];
        }
        return out;
    }

    private static float[] behind(float[] scores) {
        float best = DocumentWords.highest(scores);
        float[] out = new float[scores.length];
        for (int k = 0; k < out.length; k++) {
            out[k] = scores[k] - best;
        }
        return out;
    }

    // Logarithms of the counts over that of the most frequent reading.
    private static float[] evidence(float[][] counts) {
        float[] out = new float[counts.length];
        for (int k = 0; k < out.length; k++) {
            out[k] = (float) Math.log(counts[k][0] + BESIDE * (counts[k][1] + counts[k][2]) + LITTLE);
        }
        return behind(out);
    }
}
