package vn.trich.pipeline.table;

import java.util.Optional;
import java.util.regex.Pattern;
import vn.trich.models.language.LanguageModel;
import vn.trich.models.language.Vocabulary;

/** How well one word follows another in a sentence, as the language model has it. Without a model nothing is told. Immutable. */
final class TextFlow {

    private static final Pattern NUMBER = Pattern.compile("[\\d.,/%()-]*\\d[\\d.,/%()-]*");
    private static final Pattern CODE = Pattern.compile(".*\\d.*/.*\\p{L}.*");
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
        if (NUMBER.matcher(core).matches()) {
            return Vocabulary.NUMBER;
        }
        return CODE.matcher(core).matches()
                ? Vocabulary.CODE
                : model.get().vocabulary().number(Vocabulary.normal(core));
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
        LanguageModel known = model.get();
        // One of its own: documents are read side by side.
        LanguageModel.Step step = new LanguageModel.Step();
        int pair = -1;
        if (earlier != Vocabulary.UNKNOWN) {
            known.next(earlier, -1, -1, before, step);
            pair = step.two();
        }
        known.next(before, pair, -1, word, step);
        return Math.max(LEAST, Math.min(MOST, step.logProbability() - known.unigram(word)));
    }
}
