package vn.trich.models.restore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.trich.models.language.LanguageModel;
import vn.trich.models.language.Letters;
import vn.trich.models.language.Piece;
import vn.trich.models.language.Vocabulary;

/**
 * Makes of good text what {@link ReadingTagger} is trained with: its words, and what the network will be shown of each once its
 * marks are lost.
 */
public final class TaggerWords {

    private final Vocabulary vocabulary;
    private final Restorer restorer;

    /**
     * @param whole the language model that the network will stand beside: a word that it does not know has no marks to learn
     * @param guesser a language model that has not seen the text
     */
    public TaggerWords(LanguageModel whole, LanguageModel guesser) {
        this.vocabulary = whole.vocabulary();
        this.restorer = Restorer.withNames(guesser);
    }

    /** Takes words. */
    public interface Taker {

        /**
         * A word, stop, figure or code.
         *
         * @param word in small letters, with its marks; what stands for all figures or codes; or the stop
         * @param guess what the language model takes it for
         * @param mark how it looks, and how sure the language model is: {@link ReadingTagger#mark}
         * @param readings what it may be if the language model is not sure; else none
         */
        void take(String word, String guess, int mark, List<Reading> readings);
    }

    /**
     * What a word in doubt may be.
     *
     * @param word in small letters, with its marks
     * @param model how far the language model puts it behind what it likes best, a logarithm
     * @param document the like by how often the document seems to have it elsewhere
     */
    public record Reading(String word, float model, float document) {}

    /**
     * Gives all words of a document.
     *
     * @param words its words as they are right, signs on them
     * @param taker who takes them
     */
    public void document(List<String> words, Taker taker) {
        List<Token> stripped = words.stream()
                .map(word -> Token.of(Letters.bare(Letters.nfc(word))))
                .toList();
        restorer.examine(stripped, (stretch, doubts) -> take(words, stretch, doubts, taker));
    }

    private void take(List<String> words, Stretch stretch, List<ContextRescoring.Examined> doubts, Taker taker) {
        Map<Integer, List<Reading>> readings = new HashMap<>();
        doubts.forEach(word -> readings.put(word.doubt().slot(), readings(word.doubt())));
        for (LatticeDecoder.Chosen chosen : stretch.decoding().path()) {
            Slot slot = stretch.slots().get(chosen.from());
            taker.take(
                    word(slot, Letters.nfc(words.get(slot.token()))),
                    guess(slot, chosen.arc()),
                    ReadingTagger.mark(stretch.slots(), chosen.from(), chosen.margin()),
                    readings.getOrDefault(chosen.from(), List.of()));
        }
    }

    private List<Reading> readings(ContextRescoring.Doubt doubt) {
        List<Reading> readings = new ArrayList<>(doubt.words().length);
        for (int k = 0; k < doubt.words().length; k++) {
            String word = restorer.model().vocabulary().word(doubt.words()[k]);
            readings.add(new Reading(word, doubt.model(k), doubt.document(k)));
        }
        return readings;
    }

    private String word(Slot slot, String whole) {
        if (slot.kind() != Piece.Kind.WORD || whole.length() < slot.end()) {
            return ReadingTagger.sign(slot);
        }
        String normal = Vocabulary.normal(whole.substring(slot.start(), slot.end()));
        return vocabulary.number(normal) >= Vocabulary.FIRST_WORD ? normal : Letters.bare(normal);
    }

    private String guess(Slot slot, Arc arc) {
        int word = arc.words()[0];
        return word < Vocabulary.FIRST_WORD
                ? ReadingTagger.sign(slot)
                : restorer.model().vocabulary().word(word);
    }
}
