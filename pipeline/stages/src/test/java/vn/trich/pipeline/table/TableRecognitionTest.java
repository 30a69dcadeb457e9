package vn.trich.pipeline.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.trich.output.ColumnRole;
import vn.trich.output.TableRecord;
import vn.trich.pipeline.layout.LayoutAnalysis;
import vn.trich.pipeline.layout.Line;
import vn.trich.pipeline.page.PageText;
import vn.trich.pipeline.page.Word;

class TableRecognitionTest {

    private static final double[] FOUR = {50, 90, 350, 500, 600};
    private static final String[] HEADER = {"TT", "Nhiệm vụ", "Đơn vị chủ trì", "Thời hạn"};

    private static final double[] WITH_ACTIVITIES = {50, 90, 300, 430, 560, 680};
    private static final String[] ACTIVITY_HEADER = {"TT", "Nhiệm vụ", "Hoạt động", "Đơn vị chủ trì", "Sản phẩm"};

    private static TableReading read(PageSketch... pages) {
        List<PageText> texts = Stream.of(pages).map(PageSketch::page).toList();
        return new TableRecognition().apply(new LayoutAnalysis().apply(texts));
    }

    private static Table only(PageSketch... pages) {
        TableReading reading = read(pages);
        assertThat(reading.tables()).hasSize(1);
        return reading.tables().get(0);
    }

    private static String text(Table table, int row, int column) {
        return table.at(row, column).orElseThrow().text();
    }

    @Test
    void aRuledTaskTableHasItsCellsRolesAndHeadingRows() {
        PageSketch page = PageSketch.landscape(1);
        page.table(
                100,
                FOUR,
                HEADER,
                new String[] {"I", "Cải cách thể chế", "", ""},
                new String[] {"1", "Rà soát văn bản/do tỉnh ban hành", "Sở Tư pháp", "Quý II"},
                new String[] {"2", "Kiểm tra việc/thi hành", "Thanh tra tỉnh", "Tháng 9"});

        Table table = only(page);

        assertThat(table.kind()).isEqualTo(TableRecord.Kind.TASKS);
        assertThat(table.headerRows()).isEqualTo(1);
        assertThat(table.roles()).containsExactly(ColumnRole.STT, ColumnRole.TASK, ColumnRole.LEAD, ColumnRole.DUE);
        assertThat(table.rowKinds())
                .containsExactly(Table.RowKind.HEADER, Table.RowKind.GROUP, Table.RowKind.BODY, Table.RowKind.BODY);
        assertThat(text(table, 3, 2)).isEqualTo("Rà soát văn bản do tỉnh ban hành");
        assertThat(text(table, 4, 3)).isEqualTo("Thanh tra tỉnh");
    }

    @Test
    void bulletsInACellAreParagraphs() {
        PageSketch page = PageSketch.landscape(1);
        page.table(
                100,
                FOUR,
                HEADER,
                new String[] {"1", "- Lập danh sách những việc/còn dở dang;/- Giao người làm.", "Văn phòng", "Quý I"},
                new String[] {"2", "Báo cáo", "Văn phòng", "Quý I"});

        assertThat(text(only(page), 2, 2)).isEqualTo("- Lập danh sách những việc còn dở dang;\n- Giao người làm.");
    }

    @Test
    void spannedCellsAreListedOnceAtTheirTopLeft() {
        PageSketch page = PageSketch.landscape(1);
        page.table(
                100,
                FOUR,
                new String[] {"TT", "Nhiệm vụ", "Thực hiện", "<"},
                new String[] {"^", "^", "Chủ trì", "Thời hạn"},
                new String[] {"1", "Việc thứ nhất", "Phòng Tổng hợp", "Quý I"},
                new String[] {"2", "Việc thứ hai", "^", "Quý II"});

        Table table = only(page);

        assertThat(table.headerRows()).isEqualTo(2);
        assertThat(table.roles().get(2)).isEqualTo(ColumnRole.LEAD);
        assertThat(table.cells())
                .filteredOn(c -> c.text().equals("Thực hiện"))
                .singleElement()
                .satisfies(c -> assertThat(c.columnSpan()).isEqualTo(2));
        assertThat(table.cells())
                .filteredOn(c -> c.text().equals("Phòng Tổng hợp"))
                .singleElement()
                .satisfies(c -> assertThat(c.rowSpan()).isEqualTo(2));
    }

    @Test
    void aTableOverPagesIsOneItsRepeatedHeaderDroppedItsCutRowJoined() {
        PageSketch first = PageSketch.landscape(1);
        first.table(300, FOUR, HEADER, new String[] {"1", "Rà soát thủ tục.", "Văn phòng", "Quý I"}, new String[] {
            "2", "Công bố danh mục thủ tục/đã sửa đổi và", "Sở Nội vụ", "Quý II"
        });
        PageSketch second = PageSketch.landscape(2).text(420, 20, "2");
        second.table(
                60,
                FOUR,
                new String[] {"TT", "Nhiem vu", "Bon vị chủ tri", ""},
                new String[] {"", "niêm yết tại bộ phận một cửa", "", ""},
                new String[] {"3", "Họp rút kinh nghiệm", "Văn phòng", "Quý IV"});

        Table table = only(first, second);

        assertThat(table.rows()).isEqualTo(4);
        assertThat(text(table, 3, 2)).isEqualTo("Công bố danh mục thủ tục đã sửa đổi và niêm yết tại bộ phận một cửa");
        assertThat(table.at(3, 2).orElseThrow().regions()).hasSize(2);
        assertThat(text(table, 4, 1)).isEqualTo("3");
    }

    @Test
    void theDarkEdgeOfACopyAndWhatWasReadThereDoNotPartATable() {
        double[] dark = new double[FOUR.length + 1];
        System.arraycopy(FOUR, 0, dark, 0, FOUR.length);
        dark[FOUR.length] = FOUR[FOUR.length - 1] + 90;
        PageSketch first = PageSketch.landscape(1).text(400, 588, "lệ l* lỗ");
        first.table(300, FOUR, HEADER, new String[] {"1", "Rà soát thủ tục", "Văn phòng", "Quý I"});
        PageSketch second = PageSketch.landscape(2).text(400, 30, "1U");
        second.table(60, dark, new String[] {"2", "Công bố danh mục", "Sở Nội vụ", "Quý II", ""}, new String[] {
            "3", "Họp rút kinh nghiệm", "Văn phòng", "Quý IV", ""
        });

        Table table = only(first, second);

        assertThat(table.columns()).isEqualTo(4);
        assertThat(table.rows()).isEqualTo(4);
        assertThat(text(table, 4, 4)).isEqualTo("Quý IV");
    }

    @Test
    void aNewRowWithoutLabelAtThePageTopStaysARowWhereItsCellsAreWhole() {
        double[] xs = {50, 300, 450, 600};
        String[] header = {"Nội dung", "Cơ quan thực hiện", "Thời gian"};
        PageSketch first = PageSketch.landscape(1);
        first.table(300, xs, header, new String[] {"Rà soát thủ tục.", "Văn phòng", "Quý I"});
        PageSketch second = PageSketch.landscape(2);
        second.table(60, xs, new String[] {"Họp rút kinh nghiệm.", "Văn phòng", "Quý IV"});

        assertThat(only(first, second).rows()).isEqualTo(3);
    }

    @Test
    void whatOpensNoActivityAtThePageTopIsTheRestOfTheRowBeforeThoughALineOfItBeginsAnew() {
        PageSketch first = PageSketch.landscape(1);
        first.table(
                300,
                WITH_ACTIVITIES,
                ACTIVITY_HEADER,
                new String[] {"1", "Rà soát thủ tục", "Lập danh mục", "Văn phòng", "Danh mục"},
                new String[] {"^", "^", "Lấy ý kiến", "^", "Bảng tổng hợp"},
                new String[] {"2", "Kiểm kê rừng dừa", "Cắm mốc ranh giới", "Sở Tư pháp", "- Bản đồ rừng dừa;"});
        PageSketch second = PageSketch.landscape(2);
        second.table(
                60, WITH_ACTIVITIES, ACTIVITY_HEADER, new String[] {"", "", "", "", "- Báo cáo kiểm kê"}, new String[] {
                    "3", "Họp rút kinh nghiệm", "Gửi giấy mời", "Văn phòng", "Biên bản"
                });

        Table table = only(first, second);

        assertThat(table.rows()).isEqualTo(5);
        assertThat(text(table, 4, 5)).isEqualTo("- Bản đồ rừng dừa;\n- Báo cáo kiểm kê");
    }

    @Test
    void anEmptyDeadlineAtThePageTopIsNotThatOfTheTaskBeforeWhereNoneSpansTasks() {
        String[] quarters = {"Quý I", "Quý II", "Quý III", "Quý IV", "Tháng 6"};
        PageSketch first = PageSketch.landscape(1);
        String[][] rows = new String[quarters.length + 1][];
        rows[0] = HEADER;
        for (int i = 0; i < quarters.length; i++) {
            rows[i + 1] = new String[] {String.valueOf(i + 1), "Rà soát thủ tục", "Văn phòng", quarters[i]};
        }
        first.table(200, FOUR, rows);
        PageSketch second = PageSketch.landscape(2);
        second.table(60, FOUR, new String[] {"6", "Họp rút kinh nghiệm", "Văn phòng", ""});

        Table table = only(first, second);

        assertThat(table.at(6, 4).orElseThrow().rowSpan()).isEqualTo(1);
        assertThat(text(table, 7, 4)).isEmpty();
    }

    @Test
    void aListThatASemicolonLeavesOpenGoesOnBesideTheNextActivity() {
        PageSketch first = PageSketch.landscape(1);
        first.table(
                300,
                WITH_ACTIVITIES,
                ACTIVITY_HEADER,
                new String[] {"1", "Rà soát thủ tục", "Lập danh mục", "Văn phòng", "Danh mục"},
                new String[] {"2", "Kiểm kê rừng dừa", "Cắm mốc ranh giới", "Sở Tư pháp", "- Bản đồ rừng dừa;"});
        PageSketch second = PageSketch.landscape(2);
        second.table(
                60,
                WITH_ACTIVITIES,
                ACTIVITY_HEADER,
                new String[] {"", "", "Lập hồ sơ", "", "- Báo cáo kiểm kê"},
                new String[] {"3", "Họp rút kinh nghiệm", "Gửi giấy mời", "Văn phòng", "Biên bản"});

        Table table = only(first, second);

        assertThat(text(table, 3, 5)).isEqualTo("- Bản đồ rừng dừa;\n- Báo cáo kiểm kê");
        assertThat(table.at(3, 5).orElseThrow().rowSpan()).isEqualTo(2);
    }

    @Test
    void aPieceOfInnerLineThatIsMissingIsCompleted() {
        PageSketch page = PageSketch.landscape(1);
        double[] xs = FOUR;
        double[] ys = {100, 120, 140, 160};
        for (double y : ys) {
            if (y == 140) {
                page.across(y, xs[0], xs[3]);
            } else {
                page.across(y, xs[0], xs[4]);
            }
        }
        page.down(xs[0], 100, 160).down(xs[4], 100, 160);
        for (int c = 1; c < 4; c++) {
            page.down(xs[c], 100, 120).down(xs[c], 140, 160);
        }
        String[] row = {"1", "Việc một", "Sở Y tế", "Quý I"};
        for (int c = 0; c < 4; c++) {
            page.text(xs[c] + 3, 104, HEADER[c]).text(xs[c] + 3, 144, row[c]);
        }
        page.text(60, 124, "I. Nhóm việc thứ nhất");

        Table table = only(page);

        assertThat(table.rows()).isEqualTo(3);
        assertThat(table.rowKinds().get(1)).isEqualTo(Table.RowKind.GROUP);
        assertThat(text(table, 3, 4)).isEqualTo("Quý I");
        assertThat(table.at(3, 4).orElseThrow().row()).isEqualTo(3);
    }

    @Test
    void outerLinesThatAreMissingArePutWhereTheOthersEnd() {
        PageSketch page = PageSketch.landscape(1);
        for (int r = 0; r < 4; r++) {
            page.across(100 + 20 * r, 50, 600);
        }
        for (double x : new double[] {90, 350, 500}) {
            page.down(x, 100, 160);
        }
        String[][] rows = {HEADER, {"1", "Việc một", "Sở Y tế", "Quý I"}, {"2", "Việc hai", "Sở Y tế", "Quý II"}};
        for (int r = 0; r < 3; r++) {
            for (int c = 0; c < 4; c++) {
                page.text(FOUR[c] + 3, 104 + 20 * r, rows[r][c]);
            }
        }

        Table table = only(page);

        assertThat(table.columns()).isEqualTo(4);
        assertThat(text(table, 3, 4)).isEqualTo("Quý II");
        assertThat(text(table, 2, 1)).isEqualTo("1");
    }

    @Test
    void twoTablesWithTextBetweenStayTwo() {
        PageSketch page = PageSketch.landscape(1);
        double end = page.table(60, FOUR, HEADER, new String[] {"1", "Việc một", "Sở Y tế", "Quý I"});
        page.text(50, end + 20, "Biểu 2: Những việc của năm sau");
        page.table(end + 50, FOUR, HEADER, new String[] {"1", "Việc hai", "Sở Y tế", "Quý I"});

        assertThat(read(page).tables()).hasSize(2);
        assertThat(read(page).rest().pages().get(0).lines())
                .extracting(Line::text)
                .containsExactly("Biểu 2: Những việc của năm sau");
    }

    @Test
    void aRowOfColumnNumbersBelongsToTheHeader() {
        PageSketch page = PageSketch.landscape(1);
        page.table(100, FOUR, HEADER, new String[] {"(1)", "(2)", "(3)", "(4)"}, new String[] {
            "1", "Việc một", "Sở Y tế", "Quý I"
        });

        assertThat(only(page).headerRows()).isEqualTo(2);
    }

    @Test
    void aColumnNumberThatWasMisreadDoesNotHideWhoLeadsUnderACommonHeading() {
        PageSketch page = PageSketch.landscape(1);
        page.table(
                100,
                new double[] {50, 90, 300, 400, 520, 640},
                new String[] {"Stt", "Nội dung nhiệm vụ", "Thời gian", "Tổ chức thực hiện", "<"},
                new String[] {"^", "^", "^", "Đơn vị chủ trì", "Đơn vị phối hợp"},
                new String[] {"G0)", "o)", "(3)", "Ơ)", "(5)"},
                new String[] {"1", "Rà soát văn bản", "Quý I", "Sở Y tế", "Sở Nội vụ"},
                new String[] {"2", "Kiểm tra việc thi hành", "Quý II", "Sở Nội vụ", "Thanh tra tỉnh"});

        assertThat(only(page).roles())
                .containsExactly(ColumnRole.STT, ColumnRole.TASK, ColumnRole.DUE, ColumnRole.LEAD, ColumnRole.COORD);
    }

    @Test
    void aGridOfFiguresIsStatisticsAndOneFigurePerRowIsIndicators() {
        PageSketch grid = PageSketch.landscape(1);
        grid.table(
                100,
                new double[] {50, 90, 300, 380, 480, 580},
                new String[] {"STT", "Chỉ tiêu", "ĐVT", "Năm 2023", "Năm 2024"},
                new String[] {"1", "Số hồ sơ tiếp nhận", "Hồ sơ", "1.250", "1.384"},
                new String[] {"2", "Tỷ lệ đúng hạn", "%", "97,5", "98,1"});
        PageSketch form = PageSketch.landscape(1);
        form.table(
                100,
                new double[] {50, 110, 320, 400, 480, 580},
                new String[] {"Mã số", "Tên chỉ tiêu", "Đơn vị tính", "Giá trị", "Ghi chú"},
                new String[] {"1.1", "Số hồ sơ tiếp nhận", "Hồ sơ", "1.384", ""},
                new String[] {"1.2", "Số hồ sơ quá hạn", "Hồ sơ", "26", "do mưa bão"});

        assertThat(only(grid).kind()).isEqualTo(TableRecord.Kind.STATISTICS);
        assertThat(only(grid).roles().subList(0, 3)).containsExactly(ColumnRole.STT, ColumnRole.NAME, ColumnRole.UNIT);
        assertThat(only(form).kind()).isEqualTo(TableRecord.Kind.INDICATORS);
        assertThat(only(form).roles())
                .containsExactly(ColumnRole.CODE, ColumnRole.NAME, ColumnRole.UNIT, ColumnRole.VALUE, ColumnRole.NOTE);
    }

    @Test
    void frameworkTablesNumberTheirColumnsAndSpanObjectivesOverTasks() {
        PageSketch page = PageSketch.landscape(1);
        page.table(
                100,
                new double[] {50, 150, 260, 380, 480, 580, 680},
                new String[] {"1-Mục tiêu", "2-Nhiệm vụ", "3-Hoạt động", "4-Sản phẩm", "5-Chủ trì", "7-Thời gian"},
                new String[] {"Nâng chất lượng", "Rà soát", "Họp tổ", "Biên bản", "Sở Nội vụ", "Quý I"},
                new String[] {"^", "^", "Lấy ý kiến", "Báo cáo", "Sở Nội vụ", "Quý II"},
                new String[] {"^", "Tập huấn", "Mở lớp", "Danh sách", "Sở Y tế", "Quý III"});

        Table table = only(page);

        assertThat(table.roles())
                .containsExactly(
                        ColumnRole.OBJECTIVE,
                        ColumnRole.TASK,
                        ColumnRole.ACTIVITY,
                        ColumnRole.PRODUCT,
                        ColumnRole.LEAD,
                        ColumnRole.DUE);
        assertThat(table.at(4, 1).orElseThrow().rowSpan()).isEqualTo(3);
        assertThat(table.rowKinds()).doesNotContain(Table.RowKind.GROUP);
    }

    @Test
    void noWordIsLostOrDoubled() {
        PageSketch first = PageSketch.landscape(1).text(50, 30, "Phụ lục kèm theo");
        first.table(60, FOUR, HEADER, new String[] {"1", "Việc một/còn dài", "Sở Y tế", "Quý I"});
        PageSketch second = PageSketch.landscape(2);
        second.table(60, FOUR, new String[] {"", "và chưa hết", "", ""}, new String[] {
            "2", "Việc hai", "Sở Y tế/và các sở", "Quý I"
        });
        second.text(50, 400, "Ghi chú cuối trang phụ lục");

        TableReading reading = read(first, second);

        List<Word> out = new ArrayList<>();
        reading.tables().forEach(t -> t.cells().forEach(c -> out.addAll(c.words())));
        reading.rest().pages().forEach(p -> p.lines().forEach(l -> out.addAll(l.words())));
        List<Word> in = new ArrayList<>(first.page().words());
        in.addAll(second.page().words());
        assertThat(out).containsExactlyInAnyOrderElementsOf(in);
    }

    @Test
    void aHostilePageOfLinesEndsInTime() {
        PageSketch page = PageSketch.portrait(1);
        for (int i = 0; i < 4000; i++) {
            page.across(i * 0.2, 0, 595).down(i * 0.15, 0, 842);
        }
        for (int i = 0; i < 3000; i++) {
            page.text(100, 100, "x");
        }

        long start = System.nanoTime();
        read(page);

        assertThat(System.nanoTime() - start).isLessThan(20_000_000_000L);
    }

    @Test
    void theHeadAndFootOfADocumentAreNoTables() {
        PageSketch page = PageSketch.portrait(1)
                .text(80, 60, "ỦY BAN NHÂN DÂN")
                .text(280, 60, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
                .text(90, 76, "TỈNH LAM SƠN")
                .text(330, 76, "Độc lập - Tự do - Hạnh phúc")
                .across(90, 330, 490)
                .text(60, 600, "Nơi nhận:")
                .text(380, 600, "CHỦ TỊCH")
                .text(60, 614, "- Sở Nội vụ;")
                .text(60, 628, "- Lưu: VT.")
                .text(370, 660, "Lê Văn Thử");

        assertThat(read(page).tables()).isEmpty();
    }

    @Test
    void labelsThatWereMisreadAreRepairedWhereTheColumnCountsOn() {
        PageSketch page = PageSketch.landscape(1);
        page.table(
                100,
                FOUR,
                HEADER,
                new String[] {"1", "Việc một", "Sở Y tế", "Quý I"},
                new String[] {"2", "Việc hai", "Sở Y tế", "Quý I"},
                new String[] {"ở", "Việc ba", "Sở Y tế", "Quý I"},
                new String[] {"4", "Việc bốn", "Sở Y tế", "Quý I"},
                new String[] {"8", "Việc tám", "Sở Y tế", "Quý I"});

        Table table = only(page);

        assertThat(text(table, 4, 1)).isEqualTo("3");
        assertThat(table.at(4, 1).orElseThrow().words().get(0).original()).isEqualTo("ở");
        assertThat(text(table, 6, 1)).isEqualTo("8");
    }

    @Test
    void aLineThatAScanLeftInPiecesStillPartsRows() {
        PageSketch page = PageSketch.landscape(1);
        for (double x : FOUR) {
            page.down(x, 100, 160);
        }
        page.across(100, 50, 200).across(100, 380, 520).across(160, 70, 600);
        page.across(120, 50, 140).across(120, 300, 360).across(140, 60, 95).across(140, 470, 530);
        String[][] rows = {HEADER, {"1", "Việc một", "Sở Y tế", "Quý I"}, {"2", "Việc hai", "Sở Y tế", "Quý II"}};
        for (int r = 0; r < 3; r++) {
            for (int c = 0; c < 4; c++) {
                page.text(FOUR[c] + 3, 104 + 20 * r, rows[r][c]);
            }
        }

        Table table = only(page);

        assertThat(table.rows()).isEqualTo(3);
        assertThat(text(table, 3, 2)).isEqualTo("Việc hai");
    }

    @Test
    void aPageNumberBesideATablePartsItNotFromItsRestOnTheNextPage() {
        PageSketch first = PageSketch.landscape(1);
        first.table(100, FOUR, HEADER, new String[] {"1", "Rà soát văn bản", "Sở Tư pháp", "Quý II"});
        first.text(640, 150, "75");
        PageSketch second = PageSketch.landscape(2);
        second.table(100, FOUR, HEADER, new String[] {"2", "Kiểm tra công vụ", "Thanh tra tỉnh", "Tháng 9"});

        assertThat(only(first, second).rowKinds()).hasSize(3);
    }

    @Test
    void aLineUnderOneCellOfARowDoesNotPartTheCellsBesideIt() {
        PageSketch page = PageSketch.landscape(1);
        page.table(
                100,
                new double[] {50, 90, 300, 420, 520, 620},
                new String[] {"TT", "Nhiệm vụ", "Hoạt động", "Đơn vị chủ trì", "Thời hạn"},
                new String[] {"1", "Tu bổ đê", "Khảo sát đê", "Chi cục/Thủy lợi", "Quý I"},
                new String[] {"^", "^", "Lập dự toán", "^", "Quý II"},
                new String[] {"2", "Nạo vét kênh", "Thuê thi công", "Công ty", "Quý III"});
        // What stands beside the end of the line was taken for more of it.
        page.across(154, 300, 445);

        Table table = only(page);

        assertThat(table.rows()).isEqualTo(4);
        assertThat(table.at(2, 4).orElseThrow().rowSpan()).isEqualTo(2);
        assertThat(table.at(2, 1).orElseThrow().rowSpan()).isEqualTo(2);
        assertThat(text(table, 3, 3)).isEqualTo("Lập dự toán");
    }

    @Test
    void aStrokeInsideACellMakesNoRow() {
        PageSketch page = PageSketch.landscape(1);
        page.table(100, FOUR, HEADER, new String[] {"I", "Cải cách thể chế", "<", "<"}, new String[] {
            "1", "Tu bổ đê", "Chi cục Thủy lợi", "Quý I"
        });
        page.across(130, 350, 500);

        Table table = only(page);

        assertThat(table.rows()).isEqualTo(3);
        assertThat(text(table, 3, 2)).isEqualTo("Tu bổ đê");
    }

    @Test
    void theRestOfACutRowIsNoHeaderThoughItsWordsCouldNameColumns() {
        PageSketch first = PageSketch.landscape(1);
        first.table(400, FOUR, HEADER, new String[] {"1", "Tu bổ đê", "Chi cục Thủy lợi", "Quý I"}, new String[] {
            "2", "Sơ kết giai đoạn và", "- Sở Xây dựng;/- Các", "Quý II"
        });
        PageSketch second = PageSketch.landscape(2);
        second.table(60, FOUR, new String[] {"", "Điều chỉnh nội dung", "Đơn vị phối hợp", ""}, new String[] {
            "3", "Trồng rừng", "Chi cục Kiểm lâm", "Quý III"
        });

        assertThat(read(first, second).tables()).hasSize(1);
    }
}
