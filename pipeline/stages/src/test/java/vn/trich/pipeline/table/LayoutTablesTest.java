package vn.trich.pipeline.table;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.trich.pipeline.table.TableRows.row;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.trich.output.ColumnRole;
import vn.trich.output.TableRecord;
import vn.trich.pipeline.layout.LayoutAnalysis;
import vn.trich.pipeline.page.PageText;
import vn.trich.pipeline.page.Word;

/** Plain text in which blanks hold columns apart. */
class LayoutTablesTest {

    private static TableReading read(PageText... pages) {
        return new TableRecognition().apply(new LayoutAnalysis().apply(List.of(pages)));
    }

    @Test
    void cellsOverSeveralLinesAreRowsByTheirLabels() {
        String[] lines = {
            "            PHÂN CÔNG NHIỆM VỤ",
            "",
            " TT   Nhiệm vụ                      Sản phẩm           Đơn vị chủ trì   Thời hạn",
            " 1    Rà soát văn bản do tỉnh       Báo cáo rà soát    Sở Tư pháp       Quý II",
            "      ban hành trong lĩnh vực",
            "      thủy lợi",
            " 2    Kiểm tra việc thi hành        Kết luận kiểm      Thanh tra tỉnh   Tháng 9",
            "      pháp luật về đê điều          tra",
            " 3    Mở lớp học cho người mới      Lớp học được mở    Văn phòng        Quý IV"
        };
        TableReading reading = read(PageSketch.plainText(1, lines));

        assertThat(reading.tables()).hasSize(1);
        Table table = reading.tables().get(0);
        assertThat(table.kind()).isEqualTo(TableRecord.Kind.TASKS);
        assertThat(table.roles())
                .containsExactly(ColumnRole.STT, ColumnRole.TASK, ColumnRole.PRODUCT, ColumnRole.LEAD, ColumnRole.DUE);
        assertThat(table.rows()).isEqualTo(4);
        assertThat(row(table, 2))
                .containsExactly(
                        "1",
                        "Rà soát văn bản do tỉnh ban hành trong lĩnh vực thủy lợi",
                        "Báo cáo rà soát",
                        "Sở Tư pháp",
                        "Quý II");
        assertThat(row(table, 3))
                .containsExactly(
                        "2",
                        "Kiểm tra việc thi hành pháp luật về đê điều",
                        "Kết luận kiểm tra",
                        "Thanh tra tỉnh",
                        "Tháng 9");
        assertThat(table.doubts()).isNotEmpty();
        assertThat(table.cells()).allSatisfy(c -> assertThat(c.regions()).allMatch(r -> !r.hasBox()));
    }

    @Test
    void aFullColumnThatOneBlankPartsFromTheNextEndsWhereTheNextBeginsOnOtherLines() {
        Table table = read(PageSketch.plainText(
                        1,
                        " TT   Nhiệm vụ                      Sản phẩm           Đơn vị chủ trì   Thời hạn",
                        " 1    Rà soát mọi văn bản của tỉnh Báo cáo rà soát    Sở Tư pháp       Quý II",
                        "      về nuôi trồng thủy sản       được phê duyệt",
                        " 2    Kiểm tra việc thi hành       Kết luận kiểm tra  Thanh tra tỉnh   Tháng 9"))
                .tables()
                .get(0);

        assertThat(row(table, 2))
                .containsExactly(
                        "1",
                        "Rà soát mọi văn bản của tỉnh về nuôi trồng thủy sản",
                        "Báo cáo rà soát được phê duyệt",
                        "Sở Tư pháp",
                        "Quý II");
    }

    @Test
    void labelsInTheMiddleOfTheirRowsHaveTheLinesAroundThem() {
        Table table = read(PageSketch.plainText(
                        1,
                        " STT  Nội dung công việc            Đơn vị thực hiện     Thời gian",
                        "      Tu bổ các đoạn đê xung yếu",
                        " 1    trước mùa mưa bão và          Chi cục Thủy lợi     Quý I",
                        "      báo cáo kết quả",
                        "      Nạo vét kênh tiêu ở các",
                        " 2                                  Công ty Thủy nông    Quý II",
                        "      xã ven biển",
                        "      Trồng cây chắn sóng dọc bờ",
                        " 3    biển theo kế hoạch            Chi cục Kiểm lâm     Quý III",
                        "      của tỉnh"))
                .tables()
                .get(0);

        assertThat(table.rows()).isEqualTo(4);
        assertThat(row(table, 2))
                .containsExactly(
                        "1",
                        "Tu bổ các đoạn đê xung yếu trước mùa mưa bão và báo cáo kết quả",
                        "Chi cục Thủy lợi",
                        "Quý I");
        assertThat(row(table, 3))
                .containsExactly("2", "Nạo vét kênh tiêu ở các xã ven biển", "Công ty Thủy nông", "Quý II");
    }

    @Test
    void aTableOverPagesIsOneItsHeaderDroppedItsHeadingRowsKept() {
        String[] header = {" TT   Nhiệm vụ                      Đơn vị chủ trì       Thời hạn"};
        PageText first = PageSketch.plainText(
                1,
                header[0],
                " I    CÔNG TRÌNH THỦY LỢI",
                " 1    Tu bổ các đoạn đê xung yếu    Chi cục Thủy lợi     Quý I",
                " 2    Nạo vét kênh tiêu             Công ty Thủy nông    Quý II",
                "",
                "                                   1");
        PageText second = PageSketch.plainText(
                2,
                header[0],
                " II   RỪNG PHÒNG HỘ",
                " 3    Trồng cây chắn sóng           Chi cục Kiểm lâm     Quý III",
                " 4    Tuần tra rừng ngập mặn        Hạt Kiểm lâm         Hằng tháng",
                "",
                "                                   2");
        TableReading reading = read(first, second);

        assertThat(reading.tables()).hasSize(1);
        Table table = reading.tables().get(0);
        assertThat(table.rowKinds())
                .containsExactly(
                        Table.RowKind.HEADER,
                        Table.RowKind.GROUP,
                        Table.RowKind.BODY,
                        Table.RowKind.BODY,
                        Table.RowKind.GROUP,
                        Table.RowKind.BODY,
                        Table.RowKind.BODY);
        assertThat(row(table, 5)).containsExactly("II", "RỪNG PHÒNG HỘ");
        assertThat(row(table, 7)).containsExactly("4", "Tuần tra rừng ngập mặn", "Hạt Kiểm lâm", "Hằng tháng");
    }

    @Test
    void activitiesAreRowsBesideTheTaskThatSpansThem() {
        Table table = read(PageSketch.plainText(
                        1,
                        " TT   Nhiệm vụ                 Hoạt động                  Đơn vị chủ trì      Thời gian",
                        " 1    Tu bổ đê trước mùa       Khảo sát hiện trạng        Chi cục Thủy lợi    Quý I",
                        "      mưa bão năm nay          các đoạn đê",
                        "                               Lập dự toán                                    Quý II",
                        " 2    Nạo vét kênh tiêu        Thuê đơn vị thi công       Công ty Thủy nông   Quý III"))
                .tables()
                .get(0);

        assertThat(table.rows()).isEqualTo(4);
        Cell task = table.at(3, 2).orElseThrow();
        assertThat(task.text()).isEqualTo("Tu bổ đê trước mùa mưa bão năm nay");
        assertThat(task.row()).isEqualTo(2);
        assertThat(task.rowSpan()).isEqualTo(2);
        assertThat(table.at(3, 3).orElseThrow().text()).isEqualTo("Lập dự toán");
        assertThat(table.at(3, 5).orElseThrow().text()).isEqualTo("Quý II");
    }

    @Test
    void noWordIsLostAndTextAroundTheTableStaysText() {
        String[] lines = {
            "Kèm theo kế hoạch này là bảng phân công nhiệm vụ của các cơ quan trong tỉnh như sau đây:",
            "",
            " TT   Nhiệm vụ                      Đơn vị chủ trì       Thời hạn",
            " 1    Tu bổ các đoạn đê xung yếu    Chi cục Thủy lợi     Quý I",
            "      trong tỉnh",
            " 2    Nạo vét kênh tiêu             Công ty Thủy nông    Quý II",
            "",
            "Nơi nhận:",
            "- Như trên;"
        };
        PageText page = PageSketch.plainText(1, lines);
        TableReading reading = read(page);

        List<Word> out = new ArrayList<>();
        reading.tables().get(0).cells().forEach(c -> out.addAll(c.words()));
        reading.rest().pages().get(0).lines().forEach(l -> out.addAll(l.words()));
        assertThat(out).containsExactlyInAnyOrderElementsOf(page.words());
        assertThat(reading.rest().pages().get(0).lines())
                .extracting(l -> l.text())
                .contains("Nơi nhận:");
    }

    @Test
    void columnsOfAHeadAndOfASignatureAreNoTable() {
        assertThat(read(PageSketch.plainText(
                                1,
                                "   UBND TỈNH SÔNG LAM           CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                                "   SỞ NÔNG NGHIỆP                 Độc lập - Tự do - Hạnh phúc",
                                "",
                                "Nơi nhận:                                KT. GIÁM ĐỐC",
                                "- Như trên;                              PHÓ GIÁM ĐỐC"))
                        .tables())
                .isEmpty();
    }
}
