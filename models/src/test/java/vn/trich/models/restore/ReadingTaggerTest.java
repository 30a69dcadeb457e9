package vn.trich.models.restore;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the network that comes with the software says. */
class ReadingTaggerTest {

    private static final List<String> READINGS = List.of("quan", "quản", "quân", "quán", "quần", "quận");
    private static final int IN_SMALL_LETTERS = 5;
    private static final int SURER = 8;

    private final ReadingTagger tagger = ReadingTagger.load();

    @Test
    void likelihoodsOfTheReadingsAskedForAddUpToOne() {
        ReadingTagger.Surroundings around = read("ban quan ly khu kinh te");
        double sum = 0;
        for (float log : around.logs(1, READINGS)) {
            sum += Math.exp(log);
        }
        assertEquals(1, sum, 0.001);
    }

    @Test
    void aWordIsToldByItsNeighbours() {
        assertEquals("quản", best(read("ban quan ly khu kinh te"), 1));
        assertEquals("quân", best(read("bo chi huy quan su tinh"), 3));
    }

    @Test
    void ofReadingsThatItDoesNotKnowItSaysNothing() {
        float[] logs = read("ban quan ly khu kinh te").logs(1, List.of("xyzzy", "quản"));
        assertEquals(-10, logs[0]);
        assertEquals(0, logs[1]);
        assertArrayEquals(new float[] {-10, -10}, read("xyzzy").logs(0, List.of("xýzzy", "xyzzý")));
    }

    @Test
    void aGuessOfWhichTheLanguageModelIsNotSureIsNotShown() {
        int row = tagger.row("quan");
        assertEquals(0, tagger.guess(row, "quản", IN_SMALL_LETTERS));
        assertNotEquals(0, tagger.guess(row, "quản", IN_SMALL_LETTERS + SURER));
    }

    @Test
    void aFileThatIsNoNetworkIsRefused() {
        assertThrows(IOException.class, () -> ReadingTagger.read(new ByteArrayInputStream(new byte[64])));
    }

    private ReadingTagger.Surroundings read(String text) {
        List<String> words = List.of(text.split(" "));
        ReadingTagger.Text shown = new ReadingTagger.Text(words.size());
        for (int i = 0; i < words.size(); i++) {
            shown.words()[i] = tagger.row(words.get(i));
            shown.marks()[i] = IN_SMALL_LETTERS;
        }
        return tagger.around(shown, IntStream.range(0, words.size()).toArray());
    }

    private static String best(ReadingTagger.Surroundings around, int place) {
        float[] logs = around.logs(place, READINGS);
        int best = 0;
        for (int k = 1; k < logs.length; k++) {
            best = logs[k] > logs[best] ? k : best;
        }
        return READINGS.get(best);
    }
}
