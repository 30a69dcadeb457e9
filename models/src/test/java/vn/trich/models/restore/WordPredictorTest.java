package vn.trich.models.restore;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.trich.models.language.LanguageModel;
import vn.trich.models.language.Vocabulary;

/** What the network that comes with the software says. */
class WordPredictorTest {

    private static final Vocabulary VOCABULARY = LanguageModel.load().vocabulary();

    private final WordPredictor predictor = WordPredictor.load(VOCABULARY);

    @Test
    void likelihoodsOfTheWordsAskedForAddUpToOne() {
        double sum = 0;
        for (float log : logs("căn _ luật tổ chức chính phủ", "cứ", "có", "cư", "cờ")) {
            sum += Math.exp(log);
        }
        assertEquals(1, sum, 0.001);
    }

    @Test
    void aWordIsToldByItsNeighboursOnEitherSide() {
        assertEquals("cứ", best("căn _ luật tổ chức chính phủ", "cứ", "có", "cơ"));
        assertEquals("cơ", best("gửi các _ quan có liên quan", "cứ", "có", "cơ"));
        assertEquals("có", best("các cơ quan _ trách nhiệm thi hành", "cứ", "có", "cơ"));
    }

    @Test
    void theWordThatWasReadIsNotLookedAt() {
        assertArrayEquals(
                logs("căn _ luật tổ chức chính phủ", "cứ", "có"), logs("căn có luật tổ chức chính phủ", 1, "cứ", "có"));
    }

    @Test
    void figuresAndStopsStandAroundToo() {
        assertEquals("điều", best("theo quy định tại _ <num> . <num>", "điều", "điền", "điểu"));
    }

    @Test
    void ofWordsThatItDoesNotKnowItSaysNothing() {
        assertArrayEquals(new float[] {-10, 0}, logs("căn _ luật", "xyzzy", "cứ"));
        assertArrayEquals(new float[] {-10, -10}, logs("căn _ luật", "xyzzy", "xýzzy"));
    }

    @Test
    void aFileThatIsNoNetworkIsRefused() {
        assertThrows(IOException.class, () -> WordPredictor.read(new ByteArrayInputStream(new byte[64]), VOCABULARY));
    }

    private String best(String text, String... candidates) {
        float[] logs = logs(text, candidates);
        return IntStream.range(0, logs.length)
                .mapToObj(k -> k)
                .max((a, b) -> Float.compare(logs[a], logs[b]))
                .map(k -> candidates[k])
                .orElseThrow();
    }

    private float[] logs(String text, String... candidates) {
        return logs(text, List.of(text.split(" ")).indexOf("_"), candidates);
    }

    private float[] logs(String text, int place, String... candidates) {
        int[] words = numbers(text.split(" "));
        return predictor.around(words, new int[] {place}).logs(place, numbers(candidates));
    }

    private static int[] numbers(String... words) {
        return Arrays.stream(words)
                .mapToInt(word -> switch (word) {
                    case "<num>" -> Vocabulary.NUMBER;
                    case "." -> Vocabulary.STOP;
                    default -> VOCABULARY.number(word);
                })
                .toArray();
    }
}
