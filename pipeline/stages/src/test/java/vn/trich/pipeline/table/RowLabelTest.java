package vn.trich.pipeline.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RowLabelTest {

    @Test
    void labelsAreReadWithTheirWayOfCounting() {
        assertThat(RowLabel.parse("IV.").orElseThrow()).isEqualTo(new RowLabel(RowLabel.Series.ROMAN, "", 4, "%."));
        assertThat(RowLabel.parse("2.10").orElseThrow()).isEqualTo(new RowLabel(RowLabel.Series.NUMBER, "2.", 10, "%"));
        assertThat(RowLabel.parse("đ)").orElseThrow()).isEqualTo(new RowLabel(RowLabel.Series.LETTER, "", 5, "%)"));
        assertThat(RowLabel.parse("B").orElseThrow().series()).isEqualTo(RowLabel.Series.CAPITAL);
        assertThat(List.of("Tin", "ở", "", "0", "2.a"))
                .allMatch(t -> RowLabel.parse(t).isEmpty());
    }

    @Test
    void aLabelCountsOnInItsOwnForm() {
        assertThat(RowLabel.parse("(9)").orElseThrow().next().text()).isEqualTo("(10)");
        assertThat(RowLabel.parse("d").orElseThrow().next().text()).isEqualTo("đ");
        assertThat(RowLabel.parse("III").orElseThrow().next().text()).isEqualTo("IV");
    }

    @Test
    void aMisreadLabelIsNearerToTheOneItLooksLike() {
        RowLabel three = RowLabel.parse("3").orElseThrow();
        RowLabel seven = RowLabel.parse("7").orElseThrow();

        assertThat(LabelRepair.cost("ở", three)).isLessThan(LabelRepair.cost("ở", seven));
        assertThat(LabelRepair.cost("3", three)).isZero();
    }
}
