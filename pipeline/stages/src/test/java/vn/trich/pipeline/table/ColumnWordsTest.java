package vn.trich.pipeline.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.trich.output.ColumnRole;

class ColumnWordsTest {

    private static final List<ColumnRole> COLUMNS =
            List.of(ColumnRole.STT, ColumnRole.TASK, ColumnRole.PRODUCT, ColumnRole.LEAD, ColumnRole.DUE);

    private final ColumnWords words = new ColumnWords();

    private ColumnRole best(String text) {
        double[] fit = words.fit(text, COLUMNS);
        int best = 1;
        for (int c = 2; c < fit.length; c++) {
            best = fit[c] > fit[best] ? c : best;
        }
        return COLUMNS.get(best);
    }

    @Test
    void aWordFitsTheColumnItStandsInMostOften() {
        assertThat(best("Quý")).isEqualTo(ColumnRole.DUE);
        assertThat(best("12/2024,")).isEqualTo(ColumnRole.DUE);
        assertThat(best("Phòng")).isEqualTo(ColumnRole.LEAD);
        assertThat(best("Báo")).isEqualTo(ColumnRole.PRODUCT);
        assertThat(best("Rà")).isEqualTo(ColumnRole.TASK);
    }

    @Test
    void aWordThatNoTableHadIsNoDeadline() {
        double[] fit = words.fit("thuyền", COLUMNS);
        assertThat(fit[4]).isLessThan(fit[1]);
        assertThat(fit[4]).isLessThan(fit[3]);
    }

    @Test
    void signsAndLabelsTellNothing() {
        assertThat(words.fit("|", COLUMNS)).containsOnly(0);
        assertThat(words.fit("Sở", COLUMNS)[0]).isZero();
    }
}
