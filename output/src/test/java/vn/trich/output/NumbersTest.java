package vn.trich.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class NumbersTest {

    @Test
    void aNumberIsRoundedAndHasNoNeedlessZeros() {
        assertThat(Numbers.rounded(2.50001, 2)).isEqualTo("2.5");
        assertThat(Numbers.rounded(1000, 2)).isEqualTo("1000");
        assertThat(Numbers.rounded(0.005, 2)).isEqualTo("0.01");
        assertThat(Numbers.rounded(-0.004, 2)).isEqualTo("0");
        assertThat(Numbers.rounded(-1.05, 2)).isEqualTo("-1.05");
        assertThat(Numbers.rounded(0.93456, 4)).isEqualTo("0.9346");
        assertThatThrownBy(() -> Numbers.rounded(Double.POSITIVE_INFINITY, 2))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Numbers.plain(new BigDecimal("1.849E+6"))).isEqualTo("1849000");
    }

    @Test
    void aBoxIsFourNumbersOrNothing() {
        assertThat(Numbers.box(new Box(56.699999, 0, 300.126, 842))).isEqualTo("56.7 0 300.13 842");
        assertThat(Numbers.box(null)).isEmpty();
        assertThat(Numbers.parseBox("56.7 0 300.13 842")).isEqualTo(new Box(56.7, 0, 300.13, 842));
        assertThat(Numbers.parseBox("")).isNull();
    }
}
