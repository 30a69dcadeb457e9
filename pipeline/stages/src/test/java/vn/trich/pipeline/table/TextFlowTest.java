package vn.trich.pipeline.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.trich.models.language.LanguageModel;
import vn.trich.models.language.Vocabulary;

class TextFlowTest {

    private final TextFlow flow = new TextFlow(Optional.of(LanguageModel.load()));

    @Test
    void aWordThatOftenFollowsIsLikelierThanAnywhere() {
        assertThat(flow.gain(flow.number("kế"), Vocabulary.STOP, flow.number("hoạch")))
                .isGreaterThan(1);
        assertThat(flow.gain(flow.number("kế"), Vocabulary.STOP, flow.number("và")))
                .isNegative();
    }

    @Test
    void documentsReadSideBySideSayTheSame() {
        int[] words = IntStream.range(Vocabulary.FIRST_WORD, Vocabulary.FIRST_WORD + 3000)
                .toArray();
        double[] alone =
                IntStream.of(words).mapToDouble(w -> flow.gain(w, w + 1, w + 2)).toArray();
        double[] together = IntStream.of(words)
                .parallel()
                .mapToDouble(w -> flow.gain(w, w + 1, w + 2))
                .toArray();
        assertThat(together).containsExactly(alone);
    }
}
