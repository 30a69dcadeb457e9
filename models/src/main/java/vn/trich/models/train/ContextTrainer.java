package vn.trich.models.train;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import vn.trich.models.language.LanguageModel;
import vn.trich.models.restore.ContextExamples;
import vn.trich.models.restore.ContextModel;

/**
 * Trains the model of contexts, which corrects the language model where that is not sure.
 *
 * <p>{@code ContextTrainer OUT FOLDS SCALE BUCKETBITS WEIGHT:PATH...}: SCALE and the texts as for
 * {@link LanguageModelTrainer}. The text is parted into FOLDS by document; on each, a language model trained on the others
 * finds the doubtful words, so that what is learnt are its errors on text that it has not seen. Needs about 6 GB of heap.
 */
public final class ContextTrainer {

    private static final ContextFitting.Settings SETTINGS = new ContextFitting.Settings(1, 0.1f, 0.002f, 3);

    private final int folds;
    private final double scale;
    private final List<WeightedText> weighted;
    private final ContextSet examples = new ContextSet();

    private ContextTrainer(int folds, double scale, List<WeightedText> weighted) {
        this.folds = folds;
        this.scale = scale;
        this.weighted = weighted;
    }

    /** See the class.
     *
     * @throws IOException if text cannot be read or the model not written
     */
    public static void main(String[] args) throws IOException {
        ContextTrainer trainer = new ContextTrainer(
                Integer.parseInt(args[1]),
                Double.parseDouble(args[2]),
                WeightedText.all(List.of(args).subList(4, args.length)));
        for (int fold = 0; fold < trainer.folds; fold++) {
            trainer.collect(fold);
        }
        ContextModel model = new ContextFitting(trainer.examples, SETTINGS).fitted(Integer.parseInt(args[3]));
        try (DataOutputStream stream =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(Path.of(args[0])), 1 << 16))) {
            model.write(stream);
        }
    }

    private void collect(int fold) throws IOException {
        Folds parted = new Folds(folds, fold);
        LanguageModel others = LanguageModelTrainer.train(parted::isOther, scale, weighted);
        ContextExamples finder = new ContextExamples(others);
        for (WeightedText source : weighted) {
            if (source.corpus().isPresent()) {
                source.corpus().get().documents(parted::isOwn, words -> finder.document(words, examples::add));
            }
        }
        System.out.println("fold " + fold + ": " + examples.size() + " examples");
    }
}
