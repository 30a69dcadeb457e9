package vn.trich.models.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a word can be worth after another at most. */
class PairBoundsTest {

    private final LanguageModel model = LanguageModel.load();
    private final Optional<PairBounds> bounds = Optional.of(model.pairBounds());
    private final LanguageModel.Step step = new LanguageModel.Step();

    @Test
    void noContextMakesAWordLikelierThanItsBound() {
        List<Integer> words = Stream.of(
                        "kế", "hoạch", "cải", "cách", "hành", "chính", "của", "Điều", "tỉnh", "đề", "án")
                .map(word -> model.vocabulary().number(Vocabulary.normal(word)))
                .toList();
        Random random = new Random(7);
        for (int n = 0; n < 20_000; n++) {
            int[] path = random.ints(4, 0, 2 * words.size())
                    .map(i -> i < words.size() ? words.get(i) : Vocabulary.FIRST_WORD + random.nextInt(3000))
                    .toArray();
            assertBounded(path);
        }
    }

    @Test
    void theBoundIsMuchLessThanThatOfTheWordByItself() {
        LanguageModel.Contexts contexts = model.new Contexts(1, bounds);
        int last = model.vocabulary().number("cải");
        int word = model.vocabulary().number("hoạch");
        contexts.ask(contexts.add(last, -1, -1), word);

        assertThat(contexts.most()).isLessThan(model.highest(word) - 5);
    }

    private void assertBounded(int[] path) {
        int two = -1;
        int three = -1;
        for (int i = 1; i < path.length; i++) {
            LanguageModel.Contexts contexts = model.new Contexts(1, bounds);
            contexts.ask(contexts.add(path[i - 1], two, three), path[i]);
            float bound = contexts.most();
            contexts.next(0, step);
            assertThat(step.logProbability()).isLessThanOrEqualTo(bound + 1e-4f);
            two = step.two();
            three = step.three();
        }
    }
}
