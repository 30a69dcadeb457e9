package vn.trich.models.restore;

import java.util.List;
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
        this.restorer = Restorer.without(guesser);
    }

    /** Takes words. */
    public interface Taker {

        /**
         * A word, stop, figure or code.
         *
         * @param word in small letters, with its marks; what stands for all figures or codes; or the stop
         * @param guess what the language model takes it for
         * @param mark how it looks, and how sure the language model is: {@link ReadingTagger#mark}
         */
        void take(String word, String guess, int mark);
    }

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
        for (Stretch stretch : restorer.stripped(stripped)) {
            for (LatticeDecoder.Chosen chosen : stretch.decoding().path()) {
                Slot slot = stretch.slots().get(chosen.from());
                taker.take(
                        word(slot, Letters.nfc(words.get(slot.token()))),
                        guess(slot, chosen.arc()),
                        ReadingTagger.mark(stretch.slots(), chosen.from(), chosen.margin()));
            }
        }
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
