package vn.trich.pipeline.table;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.trich.pipeline.table.TableRows.row;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.trich.models.language.LanguageModel;
import vn.trich.output.ColumnRole;
import vn.trich.output.TableRecord;
import vn.trich.pipeline.layout.LayoutAnalysis;
import vn.trich.pipeline.page.PageText;
import vn.trich.pipeline.page.Word;

class PlainTextTablesTest {

    private static final LanguageModel MODEL = LanguageModel.load();

    private static TableReading read(String... lines) {
        PageText page = PageSketch.plainText(1, lines);
        return new TableRecognition(MODEL).apply(new LayoutAnalysis().apply(List.of(page)));
    }

    @Test
    void cellsPartedByTabsAreATableAndEmptyOnesStayInTheirColumns() {
        TableReading reading = read(
                "PHỤ LỤC",
                "TT\tNhiệm vụ\tSản phẩm\tĐơn vị chủ trì\tThời hạn",
                "I\tCải cách thể chế\t\t\t",
                "1\tRà soát văn bản do tỉnh ban hành\tBáo cáo\tSở Tư pháp\tQuý II",
                "2\tKiểm tra việc thi hành\t\tThanh tra tỉnh\tTháng 9",
                "",
                "TT\tNhiệm vụ\tSản phẩm\tĐơn vị chủ trì\tThời hạn",
                "\tở các huyện\t\t\t",
                "3\tHọp rút kinh nghiệm\tBiên bản\tVăn phòng\tQuý IV");

        Table table = reading.tables().get(0);
        assertThat(reading.tables()).hasSize(1);
        assertThat(table.kind()).isEqualTo(TableRecord.Kind.TASKS);
        assertThat(table.rows()).isEqualTo(5);
        assertThat(row(table, 4))
                .containsExactly("2", "Kiểm tra việc thi hành ở các huyện", "", "Thanh tra tỉnh", "Tháng 9");
        assertThat(table.rowKinds().get(1)).isEqualTo(Table.RowKind.GROUP);
        assertThat(table.cells()).allSatisfy(c -> assertThat(c.regions()).allMatch(r -> !r.hasBox()));
    }

    @Test
    void cellsPrintedOneBelowTheOtherAreRowsAgainAndFlagged() {
        String[] lines = {
            "STT",
            "Nhiệm vụ",
            "Sản phẩm",
            "Đơn vị chủ trì",
            "Thời gian hoàn thành",
            "1 Rà soát văn bản do tỉnh ban hành và",
            "đề nghị sửa đổi",
            "",
            "Báo cáo rà soát",
            "",
            "Văn phòng",
            "",
            "Quý II",
            "2 Kiểm tra việc thi hành ở các huyện",
            "",
            "Kết luận kiểm tra",
            "",
            "Thanh tra tỉnh",
            "",
            "Thường xuyên"
        };
        TableReading reading = read(lines);

        Table table = reading.tables().get(0);
        assertThat(table.roles())
                .containsExactly(ColumnRole.STT, ColumnRole.TASK, ColumnRole.PRODUCT, ColumnRole.LEAD, ColumnRole.DUE);
        assertThat(row(table, 2))
                .containsExactly(
                        "1",
                        "Rà soát văn bản do tỉnh ban hành và đề nghị sửa đổi",
                        "Báo cáo rà soát",
                        "Văn phòng",
                        "Quý II");
        assertThat(table.doubts()).isNotEmpty();
        List<Word> out = new ArrayList<>();
        table.cells().forEach(c -> out.addAll(c.words()));
        assertThat(out)
                .containsExactlyInAnyOrderElementsOf(
                        PageSketch.plainText(1, lines).words());
    }

    @Test
    void aHeaderIsFoundThoughTheNameOfItsFirstColumnWasTakenForAWord() {
        PageText page = PageSketch.plainText(
                1,
                "TT Nhiệm vụ Sản phẩm",
                "Đơn vị chủ trì",
                "Thời gian hoàn thành",
                "1 Rà soát văn bản do tỉnh ban hành",
                "Báo cáo rà soát",
                "Văn phòng",
                "Quý II",
                "2 Kiểm tra việc thi hành ở các huyện",
                "Kết luận kiểm tra",
                "Thanh tra tỉnh",
                "Thường xuyên");
        List<Word> words = page.words().stream()
                .map(word -> word.text().equals("TT") ? word.restored("TỬ", 0.6) : word)
                .toList();

        TableReading reading =
                new TableRecognition(MODEL).apply(new LayoutAnalysis().apply(List.of(page.withWords(words))));

        assertThat(reading.tables()).hasSize(1);
        assertThat(reading.tables().get(0).roles())
                .containsExactly(ColumnRole.STT, ColumnRole.TASK, ColumnRole.PRODUCT, ColumnRole.LEAD, ColumnRole.DUE);
    }

    @Test
    void aLineThatHoldsTwoCellsIsPartedWhereTheNextUnitBegins() {
        TableReading reading = read(
                "STT Nhiệm vụ Sản phẩm",
                "Đơn vị chủ trì",
                "Đơn vị phối hợp",
                "Thời gian hoàn thành",
                "I. Cải cách thể chế",
                "1 Rà soát văn bản do tỉnh ban hành và",
                "đề nghị sửa đổi",
                "Báo cáo rà soát Văn phòng Các phòng",
                "chuyên môn",
                "Quý II",
                "2 Kiểm tra việc thi hành ở các huyện",
                "Kết luận kiểm tra",
                "Thanh tra tỉnh Các phòng chuyên môn",
                "Thường xuyên",
                "II. Cải cách bộ máy",
                "3 Xây dựng đề án sắp xếp các đơn vị",
                "Đề án",
                "Phòng Nội vụ Các phòng chuyên môn",
                "Tháng 12/2024");

        Table table = reading.tables().get(0);
        assertThat(table.rowKinds())
                .containsExactly(
                        Table.RowKind.HEADER,
                        Table.RowKind.GROUP,
                        Table.RowKind.BODY,
                        Table.RowKind.BODY,
                        Table.RowKind.GROUP,
                        Table.RowKind.BODY);
        assertThat(row(table, 3))
                .containsExactly(
                        "1",
                        "Rà soát văn bản do tỉnh ban hành và đề nghị sửa đổi",
                        "Báo cáo rà soát",
                        "Văn phòng",
                        "Các phòng chuyên môn",
                        "Quý II");
        assertThat(row(table, 6))
                .containsExactly(
                        "3",
                        "Xây dựng đề án sắp xếp các đơn vị",
                        "Đề án",
                        "Phòng Nội vụ",
                        "Các phòng chuyên môn",
                        "Tháng 12/2024");
    }

    @Test
    void rowsWhoseLabelsAreLostBeginWithTheNextTask() {
        TableReading reading = read(
                "STT",
                "",
                "Nội dung công việc",
                "",
                "Trách nhiệm thực hiện",
                "",
                "Tiến độ thực hiện",
                "",
                "Kết quả/sản phẩm",
                "",
                "1 Tổ chức hội nghị đối thoại với doanh nghiệp",
                "trong khu công nghiệp.",
                "",
                "Phòng Doanh nghiệp chủ trì, phối hợp các",
                "phòng liên quan thực hiện.",
                "",
                "Trong năm",
                "2024",
                "",
                "Hội nghị được tổ chức đúng kế hoạch.",
                "",
                "Kiểm tra công tác thi hành pháp luật tại các",
                "đơn vị trực thuộc.",
                "",
                "Văn phòng thực hiện.",
                "",
                "Thường",
                "xuyên",
                "",
                "Báo cáo kết quả kiểm tra.");

        Table table = reading.tables().get(0);
        assertThat(table.rows()).isEqualTo(3);
        assertThat(row(table, 3))
                .containsExactly(
                        "",
                        "Kiểm tra công tác thi hành pháp luật tại các đơn vị trực thuộc.",
                        "Văn phòng thực hiện.",
                        "Thường xuyên",
                        "Báo cáo kết quả kiểm tra.");
    }

    @Test
    void ordinaryParagraphsAreNoTable() {
        assertThat(read("1. Mục tiêu của kế hoạch là nâng cao chất lượng", "2. Nhiệm vụ được giao cho các đơn vị")
                        .tables())
                .isEmpty();
    }

    @Test
    void whereBlankLinesPartAllCellsNoOtherLineDoes() {
        TableReading reading = read(
                "Số",
                "TT",
                "",
                "Nhiệm vụ",
                "",
                "Phân công thực hiện",
                "",
                "Sản phẩm",
                "",
                "Thời hạn hoàn",
                "thành",
                "",
                "Đơn vị chủ trì",
                "",
                "Đơn vị phối hợp",
                "",
                "(1)",
                "",
                "(2)",
                "",
                "(3)",
                "",
                "(4)",
                "",
                "(5)",
                "",
                "(6)",
                "",
                "1",
                "",
                "Tu bổ các đoạn đê",
                "Sông Lam",
                "",
                "Chi cục Thủy lợi",
                "",
                "Phòng Kinh tế,",
                "Văn phòng",
                "",
                "Báo cáo",
                "",
                "Quý II",
                "",
                "2",
                "",
                "Nạo vét kênh tiêu",
                "",
                "Phòng Kinh tế",
                "",
                "Văn phòng",
                "",
                "Báo cáo",
                "",
                "Quý III",
                "",
                "3",
                "",
                "Trồng cây chắn sóng",
                "",
                "Văn phòng",
                "",
                "Phòng Kinh tế",
                "",
                "Báo cáo",
                "",
                "Quý IV");

        Table table = reading.tables().get(0);
        assertThat(table.headerRows()).isEqualTo(3);
        assertThat(table.rows()).isEqualTo(6);
        assertThat(table.roles())
                .containsExactly(
                        ColumnRole.STT,
                        ColumnRole.TASK,
                        ColumnRole.LEAD,
                        ColumnRole.COORD,
                        ColumnRole.PRODUCT,
                        ColumnRole.DUE);
        assertThat(table.at(1, 3).orElseThrow().text()).isEqualTo("Phân công thực hiện");
        assertThat(table.at(1, 3).orElseThrow().columnSpan()).isEqualTo(2);
        assertThat(row(table, 3)).containsExactly("(1)", "(2)", "(3)", "(4)", "(5)", "(6)");
        assertThat(row(table, 4))
                .containsExactly(
                        "1",
                        "Tu bổ các đoạn đê Sông Lam",
                        "Chi cục Thủy lợi",
                        "Phòng Kinh tế, Văn phòng",
                        "Báo cáo",
                        "Quý II");
    }
}
