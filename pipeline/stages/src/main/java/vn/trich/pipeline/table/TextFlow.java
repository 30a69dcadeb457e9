package vn.trich.pipeline.table;

import java.util.Optional;
import vn.trich.models.language.LanguageModel;
import vn.trich.models.language.Vocabulary;

/** How well one word follows another in a sentence, as the language model has it. Without a model nothing is told. Immutable. */
final class TextFlow {

    private static final double LEAST = -2.5;
    private static final double MOST = 4;

    private final Optional<LanguageModel> model;

    TextFlow(Optional<LanguageModel> model) {
        this.model = model;
    }

    /** The word's number in the model; {@link Vocabulary#UNKNOWN} without a model. */
    int number(String word) {
        if (model.isEmpty()) {
            return Vocabulary.UNKNOWN;
        }
        String core = word.replaceAll("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$", "");
        if (core.isEmpty()) {
            return Vocabulary.STOP;
        }
        return model.get().vocabulary().numberOfPrinted(core);
    }

    /**
     * By how much likelier a word is after another than anywhere, as a natural logarithm, within bounds; 0 if either is
     * unknown.
     *
     * @param before the number of the word before, {@link Vocabulary#STOP} where a sentence begins
     * @param earlier the number of the word before that, or {@link Vocabulary#STOP}
     * @param word the word's number
     */
    double gain(int before, int earlier, int word) {
        if (model.isEmpty() || before == Vocabulary.UNKNOWN || word == Vocabulary.UNKNOWN) {
            return 0;
        }
        return Math.max(LEAST, Math.min(MOST, model.get().gain(earlier, before, word)));
    }
}
