package vn.trich.models.restore;

import java.util.ArrayList;
import java.util.List;
import vn.trich.models.language.LanguageModel;
import vn.trich.models.language.Letters;
import vn.trich.models.language.Vocabulary;

/** Makes examples to train a {@link ContextModel} with: words of stripped text of which a language model is not sure. */
public final class ContextExamples {

    /** How many features of a reading are numbers. */
    public static final int DENSE = ContextRescoring.DENSE;

    private final Restorer restorer;

    /** By this language model, which must not have seen the text. */
    public ContextExamples(LanguageModel model) {
        // Trained beside the lists of names it is worse, at names too (corpus/RESULTS.md).
        this.restorer = Restorer.without(model);
    }

    /** Key of a feature: what stands around together with a candidate. */
    public static int key(int context, int candidate) {
        return ContextFeatures.key(context, candidate);
    }

    /** Takes examples. */
    public interface Taker {

        /**
         * An example.
         *
         * @param contexts hashes of what stands around the word
         * @param candidates hashes of its readings
         * @param dense numbers of each reading, {@link #DENSE} for each
         * @param right which reading is the right one
         */
        void take(int[] contexts, int[] candidates, float[] dense, int right);
    }

    /**
     * Gives all examples of a document.
     *
     * @param words its words as they are right, signs on them
     * @param taker who takes the examples
     */
    public void document(List<String> words, Taker taker) {
        List<Token> stripped = new ArrayList<>(words.size());
        words.forEach(word -> stripped.add(Token.of(Letters.bare(Letters.nfc(word)))));
        restorer.examine(
                stripped,
                (stretch, doubts) -> doubts.forEach(
                        word -> example(words, stretch.slots().get(word.doubt().slot()), word, taker)));
    }

    private void example(List<String> words, Slot slot, ContextRescoring.Examined word, Taker taker) {
        String whole = Letters.nfc(words.get(slot.token()));
        if (whole.length() < slot.end()) {
            return;
        }
        String truth = Vocabulary.normal(whole.substring(slot.start(), slot.end()));
        int number = restorer.model().vocabulary().number(truth);
        ContextRescoring.Doubt doubt = word.doubt();
        for (int a = 0; a < doubt.words().length; a++) {
            if (doubt.words()[a] == number && number != Vocabulary.UNKNOWN) {
                taker.take(word.contexts(), doubt.hashes(), doubt.dense(), a);
            }
        }
    }
}
