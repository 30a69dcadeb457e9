package vn.trich.models.restore;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** How what is said for readings is weighed. */
class ReadingJudgeTest {

    // What was found so far counts half; if the second witness has more than 1 to say, that counts three times.
    private final ReadingJudge judge =
            new ReadingJudge(numbers(0.5f), new float[][] {numbers(0, 1)}, new float[] {-1}, new float[] {3});

    @Test
    void aHiddenUnitSaysNothingUntilItsBoundIsReached() {
        float[][] witnesses = {numbers(0, 1), numbers(-1, 3)};
        assertArrayEquals(new float[] {0, -0.5f + 3 * 2}, judge.scores(witnesses));
    }

    @Test
    void aTableIsReadAsItWasWritten() throws IOException {
        ReadingJudge read = read("# a remark\n" + String.join("\n", judge.lines()) + "\n");
        assertEquals(judge.lines(), read.lines());
    }

    @Test
    void aTableThatIsNoneIsRefused() {
        assertThrows(IOException.class, () -> read(""));
        assertThrows(IOException.class, () -> read("1\t2\t3\n"));
        assertThrows(IOException.class, () -> read(judge.lines().get(0).replace("0.5", "half")));
    }

    @Test
    void theOneThatComesWithTheSoftwareFollowsTheSurroundings() {
        // The same for both readings but for what was found so far, and then but for what the network says.
        float[] found = ReadingJudge.ofMarks().scores(new float[][] {numbers(0), numbers(-1.5f)});
        assertTrue(found[0] > found[1]);
        float[] said = ReadingJudge.ofMarks().scores(new float[][] {numbers(0, 0, 0, 0), numbers(0, 0, 0, -4)});
        assertTrue(said[0] > said[1]);
    }

    @Test
    void theOneOfLettersFollowsTheDocument() {
        // The same for both readings but for how often the string stood for them elsewhere, then but for what stands
        // before.
        float[] once = new float[LetterWitnesses.COUNT];
        float[] often = once.clone();
        often[8] = 2;
        float[] read = ReadingJudge.ofLetters().scores(new float[][] {often, once});
        assertTrue(read[0] > read[1]);
        float[] beside = once.clone();
        beside[12] = 2;
        float[] after = ReadingJudge.ofLetters().scores(new float[][] {beside, once});
        assertTrue(after[0] > after[1]);
    }

    private static ReadingJudge read(String table) throws IOException {
        return ReadingJudge.read(new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)), Witnesses.COUNT);
    }

    private static float[] numbers(float... first) {
        float[] all = new float[Witnesses.COUNT];
        System.arraycopy(first, 0, all, 0, first.length);
        return all;
    }
}
