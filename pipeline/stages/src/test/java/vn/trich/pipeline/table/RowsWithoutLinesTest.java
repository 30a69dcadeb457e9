package vn.trich.pipeline.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.trich.pipeline.layout.LayoutAnalysis;

/** Tables in which rows or columns are parted by nothing but white. */
class RowsWithoutLinesTest {

    private static final double[] XS = {50, 90, 250, 410, 560};
    private static final String[] HEADER = {"TT", "Nhiệm vụ", "Hoạt động", "Cơ quan chủ trì"};

    @Test
    void aTaskSpansItsActivitiesWhereTextStandsAtTheTopOfRows() {
        PageSketch page = frame(250);
        page.text(55, 124, "1").text(93, 124, "Rà soát thủ tục").text(93, 138, "hành chính");
        page.text(253, 124, "Họp tổ").text(253, 146, "Lấy ý kiến các").text(253, 160, "đơn vị");
        page.text(413, 124, "Sở Y tế");
        page.text(55, 186, "2").text(93, 186, "Tập huấn").text(253, 186, "Mở lớp");
        page.text(413, 186, "Sở Nội vụ").text(413, 200, "và các sở");

        Table table = only(page);

        assertThat(table.rows()).isEqualTo(4);
        assertSpans(table, 2, 1, 2, "1");
        assertSpans(table, 2, 2, 2, "Rà soát thủ tục hành chính");
        assertSpans(table, 2, 3, 1, "Họp tổ");
        assertSpans(table, 3, 3, 1, "Lấy ý kiến các đơn vị");
        assertSpans(table, 2, 4, 2, "Sở Y tế");
        assertSpans(table, 4, 4, 1, "Sở Nội vụ và các sở");
        assertThat(table.doubts()).contains("rows without lines");
    }

    @Test
    void aTaskSpansItsActivitiesWhereTextStandsInTheMiddleOfRows() {
        PageSketch page = frame(230);
        page.text(55, 150, "1").text(93, 143, "Rà soát thủ tục").text(93, 157, "hành chính");
        page.text(253, 130, "Họp tổ").text(253, 158, "Lấy ý kiến các").text(253, 172, "đơn vị");
        page.text(413, 150, "Sở Y tế");
        page.text(55, 205, "2").text(93, 205, "Tập huấn").text(253, 205, "Mở lớp");
        page.text(413, 198, "Sở Nội vụ").text(413, 212, "và các sở");

        Table table = only(page);

        assertThat(table.rows()).isEqualTo(4);
        assertSpans(table, 2, 1, 2, "1");
        assertSpans(table, 2, 2, 2, "Rà soát thủ tục hành chính");
        assertSpans(table, 3, 3, 1, "Lấy ý kiến các đơn vị");
        assertSpans(table, 2, 4, 2, "Sở Y tế");
        assertSpans(table, 4, 2, 1, "Tập huấn");
    }

    @Test
    void rowsAreToldByAllColumnsWhereLabelsWereMisread() {
        PageSketch page = frame(250);
        page.text(55, 124, "XE")
                .text(93, 124, "Rà soát thủ tục")
                .text(253, 124, "Họp tổ")
                .text(253, 138, "công tác");
        page.text(413, 124, "Sở Y tế");
        page.text(93, 160, "Tập huấn")
                .text(253, 160, "Mở lớp")
                .text(413, 160, "Sở Nội vụ")
                .text(413, 174, "và các sở");
        page.text(55, 196, "HTT").text(93, 196, "Kiểm tra việc").text(93, 210, "thực hiện");
        page.text(253, 196, "Lập đoàn").text(413, 196, "Thanh tra");

        Table table = only(page);

        assertThat(table.rows()).isEqualTo(4);
        assertSpans(table, 2, 3, 1, "Họp tổ công tác");
        assertSpans(table, 3, 2, 1, "Tập huấn");
        assertSpans(table, 3, 4, 1, "Sở Nội vụ và các sở");
        assertSpans(table, 4, 2, 1, "Kiểm tra việc thực hiện");
    }

    @Test
    void rowsWithoutLabelsAreToldByTextThatStandsInTheMiddle() {
        PageSketch page = frame(242);
        page.text(93, 131, "Rà soát thủ tục").text(253, 124, "Họp tổ").text(253, 138, "công tác");
        page.text(413, 131, "Sở Y tế");
        page.text(93, 174, "Tập huấn").text(253, 174, "Mở lớp");
        page.text(413, 160, "Sở Nội vụ").text(413, 174, "và các sở,").text(413, 188, "ban, ngành");
        page.text(93, 210, "Kiểm tra việc")
                .text(93, 224, "thực hiện")
                .text(253, 217, "Lập đoàn")
                .text(413, 217, "Thanh tra");

        Table table = only(page);

        assertThat(table.rows()).isEqualTo(4);
        assertSpans(table, 2, 3, 1, "Họp tổ công tác");
        assertSpans(table, 3, 2, 1, "Tập huấn");
        assertSpans(table, 3, 4, 1, "Sở Nội vụ và các sở, ban, ngành");
        assertSpans(table, 4, 2, 1, "Kiểm tra việc thực hiện");
    }

    @Test
    void linesOfOneCellAreNearerThanRowsThoughMostRowsHaveOneLine() {
        PageSketch page = frame(330);
        double y = 124;
        for (int row = 1; row <= 8; row++) {
            page.text(55, y, String.valueOf(row))
                    .text(93, y, "Tập huấn")
                    .text(253, y, "Mở lớp")
                    .text(413, y, "Sở Y tế");
            if (row % 2 == 0) {
                page.text(93, y + 14, "cho cán bộ");
                y += 14;
            }
            y += 21;
        }

        Table table = only(page);

        assertThat(table.rows()).isEqualTo(9);
        assertSpans(table, 3, 2, 1, "Tập huấn cho cán bộ");
        assertSpans(table, 4, 2, 1, "Tập huấn");
    }

    @Test
    void paragraphsOfOneRowAreNoRows() {
        PageSketch page = PageSketch.landscape(1);
        page.across(100, 50, 560).across(120, 50, 560).across(190, 50, 560).across(220, 50, 560);
        for (double x : XS) {
            page.down(x, 100, 220);
        }
        for (int c = 0; c < HEADER.length; c++) {
            page.text(XS[c] + 3, 104, HEADER[c]);
        }
        page.text(55, 124, "1").text(93, 124, "Rà soát thủ tục").text(93, 160, "Công bố");
        page.text(253, 124, "Họp tổ").text(253, 160, "Ra quyết định").text(413, 124, "Sở Y tế");
        page.text(55, 196, "2")
                .text(93, 196, "Tập huấn")
                .text(253, 196, "Mở lớp")
                .text(413, 196, "Sở Nội vụ");

        assertThat(only(page).rows()).isEqualTo(3);
    }

    @Test
    void figuresLineByLineAreRowsThoughSomeAreMissing() {
        double[] xs = {50, 200, 300, 400};
        PageSketch page = PageSketch.portrait(1);
        page.across(100, 50, 400).across(120, 50, 400).across(180, 50, 400);
        for (double x : xs) {
            page.down(x, 100, 180);
        }
        page.text(53, 104, "Địa phương").text(203, 104, "Năm 2023").text(303, 104, "Năm 2024");
        page.text(53, 124, "Xã Đông").text(203, 124, "2,3").text(303, 124, "3,2");
        page.text(53, 138, "Xã Tây").text(303, 138, "4,1");
        page.text(53, 152, "Xã Nam").text(203, 152, "8,8").text(303, 152, "13,4");

        Table table = only(page);

        assertThat(table.rows()).isEqualTo(4);
        assertSpans(table, 3, 1, 1, "Xã Tây");
        assertSpans(table, 3, 2, 1, "");
        assertSpans(table, 3, 3, 1, "4,1");
    }

    @Test
    void figuresBetweenLinesOfEqualLengthAreATableThoughNoLinePartsColumns() {
        PageSketch page = PageSketch.portrait(1).layer();
        page.across(100, 60, 420).across(124, 60, 420).across(220, 60, 420);
        page.text(65, 108, "Đơn vị").text(250, 108, "Hồ sơ").text(340, 108, "Đúng hạn");
        String[][] rows = {{"Sở Y tế", "120", "118"}, {"Sở Nội vụ", "96", "96"}, {"Thanh tra tỉnh", "14", "12"}};
        for (int r = 0; r < rows.length; r++) {
            page.text(65, 132 + 20 * r, rows[r][0]);
            page.text(250, 132 + 20 * r, rows[r][1]).text(340, 132 + 20 * r, rows[r][2]);
        }

        Table table = only(page);

        assertThat(table.columns()).isEqualTo(3);
        assertThat(table.rows()).isEqualTo(4);
        assertSpans(table, 4, 1, 1, "Thanh tra tỉnh");
        assertSpans(table, 4, 3, 1, "12");
        assertThat(table.doubts()).contains("columns without lines");
    }

    @Test
    void textInTwoColumnsBetweenLinesIsNoTable() {
        PageSketch page = PageSketch.portrait(1).layer();
        page.across(100, 60, 520).across(300, 60, 520);
        for (int i = 0; i < 9; i++) {
            page.text(65, 110 + 20 * i, "nội dung thứ nhất của trang")
                    .text(310, 110 + 20 * i, "nội dung thứ hai của trang");
        }

        assertThat(read(page).tables()).isEmpty();
    }

    /** A table's frame with a header row and one field for all its other rows. */
    private static PageSketch frame(double bottom) {
        PageSketch page = PageSketch.landscape(1);
        page.across(100, 50, 560).across(120, 50, 560).across(bottom, 50, 560);
        for (double x : XS) {
            page.down(x, 100, bottom);
        }
        for (int c = 0; c < HEADER.length; c++) {
            page.text(XS[c] + 3, 104, HEADER[c]);
        }
        return page;
    }

    private static void assertSpans(Table table, int row, int column, int rows, String text) {
        Cell cell = table.at(row, column).orElseThrow();
        assertThat(cell.text()).isEqualTo(text);
        assertThat(cell.row()).isEqualTo(row);
        assertThat(cell.rowSpan()).isEqualTo(rows);
    }

    private static Table only(PageSketch page) {
        assertThat(read(page).tables()).hasSize(1);
        return read(page).tables().get(0);
    }

    private static TableReading read(PageSketch sketch) {
        return new TableRecognition().apply(new LayoutAnalysis().apply(List.of(sketch.page())));
    }
}
