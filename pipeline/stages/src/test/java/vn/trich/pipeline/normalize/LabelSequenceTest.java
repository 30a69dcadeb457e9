package vn.trich.pipeline.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LabelSequenceTest {

    /** Rows as {@code #I 1 2}: headings bear a {@code #}, {@code _} is no label. */
    private static List<LabelSequence.Row> rows(String text) {
        return Arrays.stream(text.split(" "))
                .map(word -> new LabelSequence.Row(
                        word.startsWith("#"), word.replaceFirst("^#", "").replace("_", ""), false))
                .toList();
    }

    private static String labels(String text) {
        return new LabelSequence()
                .read(rows(text)).stream().map(LabelSequence.Placed::label).collect(Collectors.joining(" "));
    }

    /** How many headings stand above each row. */
    private static String depths(String text) {
        return new LabelSequence()
                .read(rows(text)).stream()
                        .map(placed -> String.valueOf(placed.headings().size()))
                        .collect(Collectors.joining(""));
    }

    @Test
    void nestsHeadingsByTheirLabels() {
        assertThat(depths("#A #I 1 2 #II 1 2 #B #I 1")).isEqualTo("0122122012");
        assertThat(depths("#I #1 a b #2 a #II 1 2")).isEqualTo("012212011");
        assertThat(depths("#1 1.1 1.2 #2 2.1")).isEqualTo("01101");
    }

    @Test
    void headingsOfOneKindOfCountStandSideBySide() {
        assertThat(labels("#V 1 2 #VI 3 4 #VI 5 6")).isEqualTo("V 1 2 VI 3 4 VII 5 6");
        assertThat(depths("#V 1 2 #VI 3 4 #VI 5 6")).isEqualTo("011011011");
        assertThat(depths("#A 1 2 #B 1 2 #B 1 2")).isEqualTo("011011011");
    }

    @Test
    void endsAHeadingThatARowCountsOn() {
        assertThat(depths("#I 1 #2 2.1 2.2 3 4 #II 1")).isEqualTo("011221101");
    }

    @Test
    void goesOnCountingOverHeadings() {
        assertThat(labels("#I 1 2 3 #II 4 5 #III 6")).isEqualTo("I 1 2 3 II 4 5 III 6");
        assertThat(depths("#I 1 2 3 #II 4 5 #III 6")).isEqualTo("011101101");
    }

    @Test
    void mendsWhatWasMisreadAmongGoodLabels() {
        assertThat(labels("1 2 ở 4 g 6 7")).isEqualTo("1 2 3 4 5 6 7");
        assertThat(labels("#I 1 2 #H 1 z 3")).isEqualTo("I 1 2 II 1 2 3");
        assertThat(labels("#2 21 2.2 23")).isEqualTo("2 2.1 2.2 2.3");
        assertThat(labels("a b _ d")).isEqualTo("a b c d");
    }

    @Test
    void leavesWhatThePaperItselfCountsOddly() {
        assertThat(labels("1 2 4 5 6")).isEqualTo("1 2 4 5 6");
        assertThat(labels("1 2 2 3 4")).isEqualTo("1 2 2 3 4");
        assertThat(labels("_ _ _")).isEqualTo("  ");
    }

    @Test
    void nestsHeadingsWhoseLabelsAreNotPrinted() {
        assertThat(depths("#_ #_ 1 2 3 #_ 1 2 #_ 1 2")).isEqualTo("01222122122");
        assertThat(depths("#_ #_ 1 #_ 1 #_ 2.1 2.2 3")).isEqualTo("012122332");
        assertThat(depths("#_ 1 2 #_ 1 2 3")).isEqualTo("0110111");
    }

    @Test
    void readsALongTableQuickly() {
        String many = IntStream.rangeClosed(1, 3000).mapToObj(String::valueOf).collect(Collectors.joining(" "));

        assertThat(labels("#I " + many)).endsWith("2999 3000");
    }
}
