package vn.trich.models.restore;

import java.util.List;
import java.util.Map;
import vn.trich.models.language.Letters;
import vn.trich.models.language.Vocabulary;

/**
 * Makes examples to train the {@link ReadingJudge} of readings of other letters with: words of ruined documents that the restorer
 * that comes with the software is not sure of, and what is said for their readings. The documents must not be of those that it
 * was trained on.
 */
public final class LetterExamples {

    private final Restorer restorer = Restorer.load();

    /**
     * Gives all examples of a document: words that are alone in what was read.
     *
     * @param read what was read, signs on it
     * @param printed for strings whose printed words are known, by their indices, these words, signs on them
     * @param taker who takes the examples
     */
    public void document(List<String> read, Map<Integer, String> printed, WitnessExamples.Taker taker) {
        List<Token> tokens = read.stream().map(Token::of).toList();
        restorer.adaptedTo(List.of(tokens)).leaveLettersOpen(tokens, (stretch, word) -> {
            Slot slot = stretch.slots().get(word.slot());
            String truth = printed.get(slot.token());
            int right = truth == null || !word.isJudged() ? -1 : right(stretch, word, truth);
            if (right >= 0) {
                taker.take(word.witnesses(), right);
            }
        });
    }

    // -1 if no reading is.
    private int right(Stretch stretch, ContextRescoring.OpenLetters word, String printed) {
        Slot slot = stretch.slots().get(word.slot());
        String truth = Vocabulary.normal(Acronyms.stripped(Letters.nfc(printed)));
        for (int k = 0; k < word.readings().length; k++) {
            Arc arc = stretch.arcs().get(word.slot()).get(word.readings()[k]);
            String reading = arc.text() == null ? slot.text() : arc.text();
            if (Vocabulary.normal(reading).equals(truth)) {
                return k;
            }
        }
        return -1;
    }
}
