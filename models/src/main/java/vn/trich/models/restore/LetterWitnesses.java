package vn.trich.models.restore;

import java.util.Arrays;
import vn.trich.models.language.LanguageModel;
import vn.trich.models.language.Letters;
import vn.trich.models.language.Vocabulary;

/**
 * All that is said for each reading of a word of ruined text, whatever its letters, as numbers for {@link ReadingJudge}: what was
 * found so far, the language model, the channel, what stands around, and what the rest of the document has; and what is said for
 * the others, since a reading is worth the less the more speaks for another. Immutable.
 *
 * @param model the language model
 * @param hashes of its words
 * @param context weights of what stands around
 * @param document what is known of the document
 * @param surroundings what a network sees around the words
 */
record LetterWitnesses(
        LanguageModel model,
        WordHashes hashes,
        ContextModel context,
        KnownDocument document,
        WordPredictor.Surroundings surroundings) {

    // How many numbers a reading has of its own.
    private static final int OWN = 17;

    /** How many numbers there are for a reading: its own, and those of the others in the mean. */
    static final int COUNT = 2 * OWN;

    // How much the document's letters count by rule, and what the surroundings make likely.
    private static final float LETTERS = 0.7f;
    private static final float PREDICTED = 0.3f;
    // What is no word of the language model is rarer than all that are.
    private static final float RAREST = -12;

    /**
     * A word of two readings or more.
     *
     * @param slot its slot
     * @param path the words around it
     * @param place its index among them
     * @param arcs its readings
     * @param behind how far the language model puts each behind the likeliest, logarithms
     * @param shares how likely each is
     * @param settled what those that know of the same letters only would add to each
     */
    record Word(Slot slot, PathWords path, int place, Arc[] arcs, float[] behind, float[] shares, float[] settled) {}

    /** The numbers of each reading: logarithms, of counts those of one more. */
    float[][] of(Word word) {
        int n = word.arcs.length;
        int[] words = new int[n];
        for (int k = 0; k < n; k++) {
            words[k] = word.arcs[k].words()[0];
        }
        float[] letters = new DocumentLetters(hashes, document.words()).evidence(words, word.shares);
        int[] contexts = word.path.contexts(word.place);
        float[] predicted = predicted(word, words);
        String read = Vocabulary.normal(word.slot.text());
        int lettersRead = ContextFeatures.hash(Letters.bare(read));
        float[][] out = new float[n][];
        for (int k = 0; k < n; k++) {
            boolean isWord = words[k] >= Vocabulary.FIRST_WORD;
            float[] numbers = isWord ? ofWord(word, words[k], word.shares[k], contexts) : new float[OWN];
            numbers[0] = word.behind[k];
            numbers[1] = word.settled[k];
            numbers[2] = letters[k];
            numbers[3] = word.arcs[k].score();
            numbers[4] = isWord ? model.unigram(words[k]) : RAREST;
            numbers[5] = isWord
                    ? model.vocabulary().word(words[k]).length()
                    : word.slot.text().length();
            numbers[6] = words[k] == Vocabulary.UNKNOWN ? 1 : 0;
            numbers[7] = isWord || numbers[6] > 0 ? 0 : 1;
            numbers[8] = log(document.readings().elsewhere(word.slot, words[k], word.shares[k]));
            numbers[14] = predicted[k];
            numbers[15] = isWord && model.vocabulary().word(words[k]).equals(read) ? 1 : 0;
            numbers[16] = isWord && hashes.bare()[words[k]] == lettersRead ? 1 : 0;
            out[k] = numbers;
        }
        return withOthers(out);
    }

    // Behind the numbers of each reading the mean of the others', by how good these are by rule.
    private static float[][] withOthers(float[][] own) {
        float[] worth = new float[own.length];
        for (int k = 0; k < worth.length; k++) {
            worth[k] = byRule(own[k]);
        }
        float[][] out = new float[own.length][];
        for (int k = 0; k < out.length; k++) {
            float[] others = worth.clone();
            others[k] = Float.NEGATIVE_INFINITY;
            float[] shares = DocumentWords.shares(others);
            out[k] = Arrays.copyOf(own[k], COUNT);
            for (int other = 0; other < shares.length; other++) {
                for (int i = 0; i < OWN; i++) {
                    out[k][OWN + i] += shares[other] * own[other][i];
                }
            }
        }
        return out;
    }

    /**
     * What a reading is worth by rule, without a judge: what was found so far and, a little less, the document's letters and what
     * the network predicts.
     */
    static float byRule(float[] numbers) {
        return numbers[0] + numbers[1] + LETTERS * numbers[2] + PREDICTED * numbers[14];
    }

    // Nothing is said of what is no word: to it as much is given as to the others in the mean.
    private float[] predicted(Word word, int[] words) {
        float[] logs = surroundings.logs(word.place, words);
        float expected = 0;
        float all = 0;
        for (int k = 0; k < logs.length; k++) {
            if (words[k] >= Vocabulary.FIRST_WORD) {
                expected += word.shares[k] * logs[k];
                all += word.shares[k];
            }
        }
        for (int k = 0; k < logs.length && all > 0; k++) {
            logs[k] = words[k] < Vocabulary.FIRST_WORD ? expected / all : logs[k];
        }
        return logs;
    }

    // What is said of words only.
    private float[] ofWord(Word word, int number, float share, int[] contexts) {
        float[] numbers = new float[OWN];
        float sum = 0;
        for (int at : contexts) {
            sum += context.weight(ContextFeatures.key(at, hashes.own()[number]));
        }
        numbers[9] = sum;
        numbers[10] = log(document.words().elsewhere(number, share));
        float[] beside = document.contexts().elsewhere(word.path, word.place, number, share);
        for (int kind = 0; kind < beside.length; kind++) {
            numbers[11 + kind] = log(beside[kind]);
        }
        return numbers;
    }

    private static float log(float count) {
        return (float) Math.log1p(count);
    }
}
