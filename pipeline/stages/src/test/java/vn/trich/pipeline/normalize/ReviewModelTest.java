package vn.trich.pipeline.normalize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReviewModelTest {

    private final ReviewModel model = new ReviewModel(List.of(
            List.of("start", "-2"),
            tree("task several", "0.5", "-0.5", "3"),
            tree("worst doubt", "0.4", "-0.5", "1"),
            List.of("flag", "0.3"),
            List.of("always", "due unread")));

    /** A tree of one step. */
    private static List<String> tree(String sign, String threshold, String below, String above) {
        return List.of("tree", sign, threshold, "-", "0", below, below, "-", "0", above, above);
    }

    @Test
    void whatASignSaysMayDependOnAnother() {
        ReviewModel both = new ReviewModel(List.of(
                List.of("start", "0"),
                List.of("tree", "lead several", "0.5", "-", "0", "-1", "-1", "coord empty", "0.5", "-1", "2")));

        assertThat(both.wrong(Signs.of(Map.of("lead several", 1.0)))).isLessThan(0.5);
        assertThat(both.wrong(Signs.of(Map.of("coord empty", 1.0)))).isLessThan(0.5);
        assertThat(both.wrong(Signs.of(Map.of("lead several", 1.0, "coord empty", 1.0))))
                .isGreaterThan(0.5);
    }

    @Test
    void signsAddUpToTheOddsThatARecordIsWrong() {
        double clean = model.wrong(Signs.NONE);
        double doubtful = model.wrong(Signs.of(Map.of("worst doubt", 0.6)));
        double several = model.wrong(Signs.of(Map.of("worst doubt", 0.6, "task several", 1.0)));

        assertThat(clean).isCloseTo(1 / (1 + Math.exp(3)), within(1e-9));
        assertThat(several).isGreaterThan(0.8).isGreaterThan(doubtful);
        assertThat(model.flags(several, List.of())).isTrue();
        assertThat(model.flags(doubtful, List.of())).isFalse();
    }

    @Test
    void someDoubtsAreForAPersonWhateverTheOdds() {
        assertThat(model.flags(0.01, List.of("due unread"))).isTrue();
        assertThat(model.flags(0.01, List.of("odd words"))).isFalse();
    }

    @Test
    void theSignThatSpeaksLoudestIsNamed() {
        assertThat(model.loudest(Signs.of(Map.of("worst doubt", 0.6, "task several", 1.0))))
                .contains("task several");
        assertThat(model.loudest(Signs.NONE)).isEmpty();
    }

    @Test
    void theCommittedModelTrustsAWellReadRowMoreThanOneInWhichRowsRanTogether() {
        ReviewModel committed = new ReviewModel();
        Signs well = Signs.of(Map.of("unit seldom", 0.2, "words", 40.0, "length", 1.0, "rows", 30.0))
                .and(Signs.of(Map.of(
                        "units",
                        2.0,
                        "unit heads",
                        1.0,
                        "unit long",
                        4.0,
                        "times",
                        1.0,
                        "due words",
                        3.0,
                        "scanned",
                        1.0,
                        "worst doubt",
                        0.05,
                        "doubt",
                        0.04,
                        "due alike",
                        3.0)));
        Signs badly = well.and(Signs.of(Map.of(
                "task several",
                1.0,
                "rows task several",
                0.6,
                "rows due several",
                0.5,
                "times",
                3.0,
                "doubt: rows run together",
                1.0,
                "worst doubt",
                0.7,
                "doubt",
                0.2)));

        assertThat(committed.wrong(well)).isLessThan(0.2);
        assertThat(committed.wrong(badly)).isGreaterThan(0.1).isGreaterThan(2 * committed.wrong(well));
        assertThat(committed.flags(committed.wrong(badly), List.of())).isTrue();
    }
}
