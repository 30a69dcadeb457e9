package vn.trich.models.train;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.trich.models.restore.ReadingJudge;
import vn.trich.models.restore.WitnessExamples;

/**
 * Trains what weighs the witnesses for the readings of open words.
 *
 * <p>{@code JudgeTrainer OUT PATH...}, texts as for {@link TextCorpus}. What the language model, the model of contexts and the
 * network say of text that they were trained on is better than what they say of other text; so the judge is trained on
 * {@link TextCorpus.Part#WEIGHED_ON the half of the held-back documents} that is set apart for it. Give it no text that is for
 * measuring alone.
 */
public final class JudgeTrainer {

    private static final JudgeFitting.Shape SHAPE = new JudgeFitting.Shape(32, 0);

    private JudgeTrainer() {}

    /** See the class.
     *
     * @throws IOException if text cannot be read or the table not written
     */
    public static void main(String[] args) throws IOException {
        WitnessExamples finder = new WitnessExamples();
        List<JudgeFitting.Example> examples = new ArrayList<>();
        for (String path : List.of(args).subList(1, args.length)) {
            new TextCorpus(Path.of(path))
                    .documents(
                            TextCorpus.Part.WEIGHED_ON::includes,
                            words -> finder.document(
                                    words,
                                    (witnesses, right) -> examples.add(new JudgeFitting.Example(witnesses, right))));
        }
        write(SHAPE, examples, JudgeTrainer.class, Path.of(args[0]));
    }

    /**
     * Fits a judge and writes it.
     *
     * @param shape what kind of judge
     * @param examples to fit it to
     * @param trainer whose examples they are
     * @param out where to write it
     * @throws IOException if it cannot be written
     */
    static void write(JudgeFitting.Shape shape, List<JudgeFitting.Example> examples, Class<?> trainer, Path out)
            throws IOException {
        System.out.println(examples.size() + " examples");
        ReadingJudge judge = new JudgeFitting(shape, examples)
                .fitted(wrong -> System.out.println("wrong before they were learnt: " + wrong));
        List<String> lines = new ArrayList<>();
        lines.add(
                "# What weighs the witnesses for the readings of a word: straight factors; then for each hidden unit its bias,"
                        + " its output, its factors. Made by " + trainer.getName() + ".");
        lines.addAll(judge.lines());
        Files.write(out, lines, StandardCharsets.UTF_8);
    }
}
