package vn.trich.pipeline.normalize;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.trich.output.ColumnRole.NAME;
import static vn.trich.output.ColumnRole.STT;
import static vn.trich.output.ColumnRole.VALUE;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.trich.output.TableRecord;
import vn.trich.pipeline.table.Table;

class TotalCheckTest {

    @Test
    void aTotalThatIsNotTheSumOfItsPartsFails() {
        assertThat(fails("1.250", "1384")).isTrue();
    }

    @Test
    void aTotalThatAddsUpHoldsAndDecimalsAreNotAddedUp() {
        assertThat(fails("1.250", "2.634")).isFalse();
        assertThat(fails("97,5", "98")).isFalse();
    }

    private static boolean fails(String first, String total) {
        Table table = new PaperBuilder()
                .table(TableRecord.Kind.STATISTICS, List.of(STT, NAME, VALUE), """
                        STT | Đơn vị | Hồ sơ
                        1 | Xã Dừa Xanh | %s
                        2 | Xã Dừa Lửa | 1384
                        ~ | Tổng số | %s
                        """.replace("~", "")
                        .formatted(first, total))
                .build()
                .allTables()
                .get(0)
                .block()
                .table();
        return new TotalCheck().fails(table);
    }
}
