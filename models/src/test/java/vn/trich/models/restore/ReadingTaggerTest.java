package vn.trich.models.restore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the network that comes with the software says. */
class ReadingTaggerTest {

    private final ReadingTagger tagger = ReadingTagger.load();

    @Test
    void likelihoodsOfAllReadingsAddUpToOne() {
        ReadingTagger.Surroundings around = read("ban quan ly khu kinh te");
        double sum = 0;
        for (float log : around.logs(1)) {
            sum += Math.exp(log);
        }
        assertEquals(1, sum, 0.0001);
    }

    @Test
    void aWordIsToldByItsNeighbours() {
        assertEquals("quản", best(read("ban quan ly khu kinh te"), 1));
        assertEquals("quân", best(read("bo chi huy quan su tinh"), 3));
    }

    @Test
    void lettersThatHaveOneReadingAreNotAsked() {
        assertTrue(read("xyzzy").readings(0).isEmpty());
    }

    @Test
    void aFileThatIsNoNetworkIsRefused() {
        assertThrows(IOException.class, () -> ReadingTagger.read(new ByteArrayInputStream(new byte[64])));
    }

    private ReadingTagger.Surroundings read(String text) {
        List<String> words = List.of(text.split(" "));
        RecurrentLayer.Places places = new RecurrentLayer.Places(
                words.stream().mapToInt(tagger::row).toArray(), new int[words.size()], inSmallLetters(words.size()));
        return tagger.around(places, IntStream.range(0, words.size()).toArray());
    }

    private static byte[] inSmallLetters(int words) {
        byte[] marks = new byte[words];
        Arrays.fill(marks, (byte) 5);
        return marks;
    }

    private static String best(ReadingTagger.Surroundings around, int place) {
        float[] logs = around.logs(place);
        int best = 0;
        for (int k = 1; k < logs.length; k++) {
            best = logs[k] > logs[best] ? k : best;
        }
        return around.readings(place).get(best);
    }
}
