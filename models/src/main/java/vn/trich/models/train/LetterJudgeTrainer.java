package vn.trich.models.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.trich.models.restore.LetterExamples;

/**
 * Trains what weighs readings of ruined words against each other, whatever their letters.
 *
 * <p>{@code LetterJudgeTrainer OUT FOLDER ENGINE...}: folders of printed documents and the engines whose readings of them are to
 * be taken, as for {@link RuinEvaluation}, printed by {@link PagePrinter} from {@link TextCorpus.Part#WEIGHED_ON documents set apart
 * for it}: what the models say of text that they were trained on is better than what they say of other text. Words are judged a
 * first time by the judge that comes with the software: run it twice where the witnesses are no longer the same.
 */
public final class LetterJudgeTrainer {

    // Few documents can be had for it, and it hears much.
    private static final JudgeFitting.Shape SHAPE = new JudgeFitting.Shape(64, 0.5);

    private LetterJudgeTrainer() {}

    /** See the class.
     *
     * @throws IOException if pages cannot be read or the table not written
     */
    public static void main(String[] args) throws IOException {
        LetterExamples finder = new LetterExamples();
        List<JudgeFitting.Example> examples = new ArrayList<>();
        for (int i = 1; i + 1 < args.length; i += 2) {
            for (List<MisreadPage> document : MisreadPage.documents(Path.of(args[i]), args[i + 1])) {
                List<String> read = new ArrayList<>();
                Map<Integer, String> printed = new HashMap<>();
                for (MisreadPage page : document) {
                    for (WordPairs.Pair pair : WordPairs.withUnlike(page.printed(), page.read())) {
                        printed.put(read.size() + pair.readAt(), pair.printed());
                    }
                    read.addAll(page.read());
                }
                finder.document(
                        read, printed, (witnesses, right) -> examples.add(new JudgeFitting.Example(witnesses, right)));
            }
        }
        JudgeTrainer.write(SHAPE, examples, LetterJudgeTrainer.class, Path.of(args[0]));
    }
}
