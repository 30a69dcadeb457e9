package vn.trich.models.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.trich.models.restore.ReadingJudge;
import vn.trich.models.restore.WitnessExamples;

/** Whether what weighs witnesses learns whom to believe. */
class JudgeFittingTest {

    private static final JudgeFitting.Shape SHAPE = new JudgeFitting.Shape(32, 0);

    @Test
    void aWitnessThatIsOftenRightIsBelieved() {
        ReadingJudge judge = new JudgeFitting(SHAPE, examples(3)).fitted(wrong -> {});
        List<JudgeFitting.Example> others = examples(4);
        long right = others.stream().filter(example -> isRight(judge, example)).count();
        // No judge could be right in more than 0.92 of them.
        assertTrue(right > 0.9 * others.size(), right + " of " + others.size());
    }

    @Test
    void theSameExamplesGiveTheSameJudge() {
        assertEquals(
                new JudgeFitting(SHAPE, examples(3)).fitted(wrong -> {}).lines(),
                new JudgeFitting(SHAPE, examples(3)).fitted(wrong -> {}).lines());
    }

    @Test
    void weightsThatAreDrawnToNothingAreSmaller() {
        ReadingJudge free = new JudgeFitting(SHAPE, examples(3)).fitted(wrong -> {});
        ReadingJudge drawn = new JudgeFitting(new JudgeFitting.Shape(32, 1), examples(3)).fitted(wrong -> {});
        assertTrue(size(drawn) < 0.8 * size(free), size(drawn) + " of " + size(free));
    }

    private static double size(ReadingJudge judge) {
        return judge.lines().stream()
                .flatMap(line -> Stream.of(line.split("\t")))
                .mapToDouble(number -> Math.abs(Double.parseDouble(number)))
                .sum();
    }

    // The second witness knows which reading is right, the third says anything.
    private static List<JudgeFitting.Example> examples(int seed) {
        Random random = new Random(seed);
        List<JudgeFitting.Example> examples = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            int right = random.nextInt(2);
            float[][] witnesses = new float[2][WitnessExamples.WITNESSES];
            for (int k = 0; k < 2; k++) {
                witnesses[k][1] = (k == right ? 1 : -1) + (float) random.nextGaussian();
                witnesses[k][2] = (float) random.nextGaussian();
            }
            examples.add(new JudgeFitting.Example(witnesses, right));
        }
        return examples;
    }

    private static boolean isRight(ReadingJudge judge, JudgeFitting.Example example) {
        float[] scores = judge.scores(example.witnesses());
        return scores[example.right()] > scores[1 - example.right()];
    }
}
