package vn.trich.pipeline.normalize;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.trich.output.ColumnRole.NAME;
import static vn.trich.output.ColumnRole.STT;
import static vn.trich.output.ColumnRole.VALUE;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.trich.output.TableRecord;
import vn.trich.pipeline.table.Cell;
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

    @Test
    void inAGroupedTableTheOneSubtotalThatDoesNotAddUpFails() {
        assertThat(fails(grouped("70"))).isFalse();
        assertThat(fails(grouped("79"))).isTrue();
    }

    @Test
    void whereSubtotalsAreNoSumsNothingIsSaid() {
        Table table = table("""
                STT | Loại hồ sơ | Năm trước | Năm nay
                I | Đất đai | 900 | 800
                1 | trong đó trực tuyến | 20 | 30
                2 | trong đó quá hạn | 5 | 7
                II | Hộ tịch | 400 | 500
                1 | trong đó trực tuyến | 60 | 40
                2 | trong đó quá hạn | 1 | 2
                """);
        assertThat(fails(table)).isFalse();
    }

    @Test
    void rowsWithoutLabelsArePartsByTheSignsBeforeTheirNames() {
        assertThat(fails(signed("250"))).isFalse();
        assertThat(new TotalCheck().failing(signed("256")))
                .extracting(Cell::text)
                .containsExactly("300", "50", "256");
    }

    private static Table signed(String misread) {
        return table("""
                STT | Chỉ tiêu | Năm trước | Năm nay
                I | Vườn dừa | 160 | 180
                ~ | - Của hộ dân | 15 | 20
                ~ | : – Của hợp tác xã | 145 | 160
                II | Cây giống | 700 | 900
                ~ | Dừa lửa | 400 | 600
                ~ | - Vườn ươm | 100 | 300
                ~ | Trong đó: + Xã Dừa Xanh | 60 | 50
                ~ | '+ Xã Dừa Lửa | 40 | %s
                ~ | - Mua ngoài | 300 | 300
                ~ | Dừa xiêm | 300 | 300
                ~ | Bình quân một hộ | 2,5 | 3,1
                """.replace("~", "").formatted(misread));
    }

    private static Table grouped(String misread) {
        return table("""
                STT | Đơn vị | Hồ sơ nhận | Hồ sơ trả
                ~ | Tổng số | 190 | 150
                I | Cấp tỉnh | 70 | 60
                1 | Sở Dừa | 30 | 20
                2 | Sở Cau | 40 | 40
                II | Cấp xã | 120 | 90
                1 | Xã Dừa Xanh | 50 | 30
                2 | Xã Dừa Lửa | %s | 60
                """.replace("~", "").formatted(misread));
    }

    private static Table table(String drawn) {
        return new PaperBuilder()
                .table(TableRecord.Kind.STATISTICS, List.of(STT, NAME, VALUE, VALUE), drawn)
                .build()
                .allTables()
                .get(0)
                .block()
                .table();
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
        return fails(table);
    }

    private static boolean fails(Table table) {
        return !new TotalCheck().failing(table).isEmpty();
    }
}
