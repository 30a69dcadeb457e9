package vn.trich.models.restore;

import java.util.List;
import vn.trich.models.language.Letters;
import vn.trich.models.language.Vocabulary;

/**
 * Makes examples to train a {@link ReadingJudge} with: words of stripped text that the restorer that comes with the software
 * leaves open, and what is said for their readings. The text must not be one that it was trained on.
 */
public final class WitnessExamples {

    /** How many numbers a reading has. */
    public static final int WITNESSES = Witnesses.COUNT;

    private final Restorer restorer = Restorer.load();

    /** Takes examples. */
    public interface Taker {

        /**
         * An example.
         *
         * @param witnesses for each reading of a word, {@link #WITNESSES} numbers
         * @param right which reading is the right one
         */
        void take(float[][] witnesses, int right);
    }

    /**
     * Gives all examples of a document.
     *
     * @param words its words as they are right, signs on them
     * @param taker who takes the examples
     */
    public void document(List<String> words, Taker taker) {
        List<Token> stripped = words.stream()
                .map(word -> Token.of(Letters.bare(Letters.nfc(word))))
                .toList();
        restorer.leaveOpen(
                stripped,
                (weighed, said) -> weighed.words().stream()
                        .filter(word -> said.containsKey(word.doubt().place()))
                        .forEach(word -> {
                            Slot slot =
                                    weighed.stretch().slots().get(word.doubt().slot());
                            int right = right(word.doubt(), slot, Letters.nfc(words.get(slot.token())));
                            if (right >= 0) {
                                taker.take(said.get(word.doubt().place()), right);
                            }
                        }));
    }

    // -1 if no reading is.
    private int right(ContextRescoring.Doubt doubt, Slot slot, String whole) {
        if (whole.length() < slot.end()) {
            return -1;
        }
        String truth = Vocabulary.normal(whole.substring(slot.start(), slot.end()));
        for (int k = 0; k < doubt.words().length; k++) {
            if (restorer.model().vocabulary().word(doubt.words()[k]).equals(truth)) {
                return k;
            }
        }
        return -1;
    }
}
