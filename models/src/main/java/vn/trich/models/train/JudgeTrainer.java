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
 * <p>{@code JudgeTrainer OUT MOST-WORDS WEIGHT:PATH...}: texts as for {@link LanguageModelTrainer}, of each so many words. What
 * the language model, the model of contexts and the network say of text that they were trained on is better than what they say of
 * other text; so the judge is trained on {@link TextCorpus.Part#WEIGHED_ON the half of the held-back documents} that is set
 * apart for it. Give it no text that is for measuring alone.
 */
public final class JudgeTrainer {

    private JudgeTrainer() {}

    /** See the class.
     *
     * @throws IOException if text cannot be read or the table not written
     */
    public static void main(String[] args) throws IOException {
        long most = Long.parseLong(args[1]);
        WitnessExamples finder = new WitnessExamples();
        List<JudgeFitting.Example> examples = new ArrayList<>();
        for (WeightedText source : WeightedText.all(List.of(args).subList(2, args.length))) {
            long[] words = {0};
            if (source.corpus().isPresent()) {
                source.corpus().get().documents(TextCorpus.Part.WEIGHED_ON::includes, document -> {
                    if (words[0] < most) {
                        words[0] += document.size();
                        finder.document(
                                document,
                                (witnesses, right) ->
                                        examples.add(new JudgeFitting.Example(source.weight(), witnesses, right)));
                    }
                });
            }
            System.out.println(source + ": " + words[0] + " words, " + examples.size() + " examples so far");
        }
        ReadingJudge judge = new JudgeFitting(examples)
                .fitted(wrong -> System.out.println("wrong before they were learnt: " + wrong));
        List<String> lines = new ArrayList<>();
        lines.add(
                "# What weighs the witnesses for the readings of a word: straight factors; then for each hidden unit its bias,"
                        + " its output, its factors. Made by vn.trich.models.train.JudgeTrainer.");
        lines.addAll(judge.lines());
        Files.write(Path.of(args[0]), lines, StandardCharsets.UTF_8);
    }
}
