package vn.trich.pipeline.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.trich.output.ColumnRole;
import vn.trich.output.TableRecord;
import vn.trich.pipeline.layout.LayoutAnalysis;

class TaskEvidenceTest {

    private static final double[] THREE = {50, 150, 450, 600};
    private static final double[] FIVE = {50, 90, 240, 480, 620, 760};

    private static Table only(double[] edges, String[]... rows) {
        PageSketch page = PageSketch.landscape(1);
        page.table(100, edges, rows);
        List<Table> tables = new TableRecognition()
                .apply(new LayoutAnalysis().apply(List.of(page.page())))
                .tables();
        assertThat(tables).hasSize(1);
        return tables.get(0);
    }

    @Test
    void aFormToFillInHoldsNoTasks() {
        Table table = only(
                FIVE,
                new String[] {"STT", "Tên quy định", "Nội dung", "Thời gian", "Đơn vị chủ trì"},
                new String[] {"1", "", "", "", ""},
                new String[] {"2", "", "", "", ""},
                new String[] {"3", "", "", "", ""});

        assertThat(table.kind()).isNotEqualTo(TableRecord.Kind.TASKS);
    }

    @Test
    void anAgendaByTheHourHoldsNoTasks() {
        Table table = only(
                THREE,
                new String[] {"Thời gian", "Nội dung", "Địa điểm"},
                new String[] {"8h00 - 8h15", "Giới thiệu đại biểu", "Phòng họp"},
                new String[] {"8h15 - 9h00", "Báo cáo tham luận", "Phòng họp"},
                new String[] {"9 giờ 15", "Thảo luận và kết luận", "Phòng họp"});

        assertThat(table.kind()).isNotEqualTo(TableRecord.Kind.TASKS);
    }

    @Test
    void aListOfPeopleHoldsNoTasks() {
        Table table = only(
                FIVE,
                new String[] {"STT", "Họ và tên", "Chức vụ", "Phân công", "Nhiệm vụ"},
                new String[] {"1", "Lê Văn Mẫu", "Phó Giám đốc", "Tổ trưởng", "Phụ trách chung"},
                new String[] {"2", "Trần Thị Thử", "Chuyên viên", "Thành viên", "Tổng hợp số liệu"});

        assertThat(table.kind()).isNotEqualTo(TableRecord.Kind.TASKS);
    }

    @Test
    void addressesAreNoUnitsThatLeadThoughNumeroLooksLikeDepartment() {
        Table table = only(
                THREE,
                new String[] {"1", "Phòng khám Hoa Sen", "Số 12, đường Bờ Sông, phường Một"},
                new String[] {"2", "Phòng khám Hoa Mai", "Số 27, đường Bờ Sông, phường Hai"},
                new String[] {"3", "Phòng khám Hoa Lan", "Số 5, đường Chợ Mới, phường Hai"});

        assertThat(table.kind()).isNotEqualTo(TableRecord.Kind.TASKS);
    }

    @Test
    void aPlanOfVisitsByDayHoldsTasks() {
        Table table = only(
                THREE,
                new String[] {"STT", "Tên cơ sở", "Thời gian"},
                new String[] {"1", "Trạm Y tế xã Bình Mẫu", "08h00 - 11h00, ngày 05/4/2024"},
                new String[] {"2", "Trạm Y tế xã An Thử", "14h00 - 17h00, ngày 09/4/2024"});

        assertThat(table.kind()).isEqualTo(TableRecord.Kind.TASKS);
        assertThat(table.roles()).containsExactly(ColumnRole.STT, ColumnRole.TASK, ColumnRole.DUE);
    }

    @Test
    void theColumnCalledJustBodyLeadsWhereItsTasksStandBesideIt() {
        Table table = only(
                FIVE,
                new String[] {"STT", "Đơn vị", "Nhiệm vụ chủ trì", "Đơn vị phối hợp", "Thời gian"},
                new String[] {"1", "Sở Tư pháp", "Rà soát văn bản của tỉnh", "Văn phòng", "Quý II"},
                new String[] {"2", "Sở Nội vụ", "Kiểm tra công vụ", "Thanh tra tỉnh", "Quý III"});

        assertThat(table.kind()).isEqualTo(TableRecord.Kind.TASKS);
        assertThat(table.roles())
                .containsExactly(ColumnRole.STT, ColumnRole.LEAD, ColumnRole.TASK, ColumnRole.COORD, ColumnRole.DUE);
    }

    @Test
    void ofTwoColumnsCalledDeadlinesTheOneThatNamesUnitsIsOfThoseWhoTakePart() {
        Table table = only(
                FIVE,
                new String[] {"STT", "Nhiệm vụ", "Đơn vị chủ trì", "Thời gian thực hiện", "Thời hạn"},
                new String[] {"1", "Rà soát quy trình", "Văn phòng", "Các phòng chuyên môn", "Quý II"},
                new String[] {"2", "Tập huấn cán bộ", "Phòng Nội vụ", "UBND các xã; P. TC-KH", "Tháng 9"},
                new String[] {"3", "Kiểm tra việc thi hành", "Thanh tra", "Phòng Tư pháp", "Thường xuyên"});

        assertThat(table.roles())
                .containsExactly(ColumnRole.STT, ColumnRole.TASK, ColumnRole.LEAD, ColumnRole.COORD, ColumnRole.DUE);
    }

    @Test
    void whereTheHeaderIsLostTheColumnOfProductsIsToldByItsWords() {
        Table table = only(
                FIVE,
                new String[] {"1", "Rà soát quy trình", "Báo cáo", "Văn phòng", "Quý II"},
                new String[] {"2", "Tập huấn cán bộ xã", "Kế hoạch", "Phòng Nội vụ", "Tháng 9"},
                new String[] {"3", "Kiểm tra việc thi hành", "Báo cáo", "Thanh tra", "Thường xuyên"});

        assertThat(table.roles())
                .containsExactly(ColumnRole.STT, ColumnRole.TASK, ColumnRole.PRODUCT, ColumnRole.LEAD, ColumnRole.DUE);
        assertThat(table.doubts()).isNotEmpty();
    }
}
