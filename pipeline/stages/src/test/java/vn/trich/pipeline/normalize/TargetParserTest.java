package vn.trich.pipeline.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetParserTest {

    private final TargetParser parser = new TargetParser();

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            Tỷ lệ hài lòng đạt tối thiểu 91%                             | level >= 91 - %
            Tỷ lệ hồ sơ điện tử đạt 100%                                 | level = 100 - %
            mức độ hài lòng đạt trên 93,5%                               | level > 93.5 - %
            tỷ lệ hộ nghèo còn dưới 2%                                   | level < 2 - %
            giảm tỷ lệ trễ hẹn xuống dưới 1%                             | level < 1 - %
            Từ 60% hồ sơ trở lên được nộp trực tuyến                     | level >= 60 - %
            ít nhất 80% số xã đạt chuẩn                                  | level >= 80 - %
            không quá 5% hồ sơ trễ hẹn                                   | level <= 5 - %
            100% văn bản được ký số                                      | level = 100 - %
            Giảm tối thiểu 2,5% chi thường xuyên                         | decrease >= 2.5 - %
            cắt giảm 30% thời gian giải quyết                            | decrease = 30 - %
            giảm 28 biên chế so với năm 2021                             | decrease = 28 - biên chế
            Xây dựng ít nhất mười lăm mô hình                            | level >= 15 - mô hình
            Tổ chức tối thiểu hai mươi mốt cuộc kiểm tra                 | level >= 21 - cuộc
            không quá năm cuộc kiểm tra                                  | level <= 5 - cuộc
            ít nhất 05 (năm) mô hình                                     | level >= 5 - mô hình
            Tăng ít nhất 02% so với năm 2022                             | increase >= 2 - %
            tăng 3 bậc                                                   | increase = 3 - bậc
            tổ chức từ 02 đến 03 cuộc đối thoại                          | level range 2 3 cuộc
            rút ngắn từ 20-40% thời gian                                 | decrease range 20 40 %
            Có từ 02 sáng kiến trở lên                                   | level >= 2 - sáng kiến
            triển khai ít nhất 01 mô hình                                | level >= 1 - mô hình
            phấn đấu nằm trong top 5                                     | level <= 5 - hạng
            phấn đấu có 1.250 doanh nghiệp                               | level = 1250 - doanh nghiệp
            chậm nhất là 05 ngày làm việc kể từ ngày công bố             | level <= 5 - ngày làm việc
            Nâng tỷ lệ che phủ từ 40% lên 45%                            | level = 45 - %
            Ty le ho so dung han dat toi thieu 96%                       | level >= 96 - %
            Biên soạn 12 tài liệu tập huấn                               | level = 12 - tài liệu
            Thực hiện trên 06 đề án nghề cá                              | level > 6 - đề án
            Tu bổ 3 di tích đã xuống cấp                                 | level = 3 - di tích
            Bồi dưỡng nghiệp vụ văn thư cho 1.250 người                  | level = 1250 - người
            Có 02 sáng kiến được công nhận                               | level = 2 - sáng kiến
            Phấn đấu giảm tỷ suất sinh 0,2‰                              | decrease = 0.2 - ‰
            Tỷ suất tử vong trẻ em dưới 1 tuổi còn dưới 13,5 phần nghìn  | level < 13.5 - ‰
            """)
    void readsWhatAGoalSets(String text, String expected) {
        assertThat(written(parser.parse(text))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tuyên truyền bằng 03 hình thức sau:",
                "Quyết định số 12/2023/QĐ-UBND ngày 05/6/2023",
                "dịch vụ công mức độ 3, 4",
                "Chương trình giai đoạn 2021 - 2030",
                "trẻ em dưới 6 tuổi",
                "doanh nghiệp có trên 50% vốn nhà nước",
                "Điều 5 Luật Đầu tư số 61/2020/QH14",
                "hoàn thành trước ngày 15 tháng 3",
                "tăng cường kiểm tra 02 đơn vị",
                "Thực hiện 03 nhiệm vụ sau đây:",
                "xử lý sự cố trong vòng 24 giờ",
                "Trong thời hạn 05 ngày kể từ ngày nhận được hồ sơ"
            })
    void leavesAloneWhatIsNoGoal(String text) {
        assertThat(parser.parse(text)).isEmpty();
    }

    @Test
    void readsEachGoalOfASentenceInItsOwnClause() {
        List<TargetParser.Target> targets = parser.parse(
                "- 100% công chức, tối thiểu 95% viên chức được bố trí đúng vị trí; trên 90% hồ sơ số hóa.");

        assertThat(targets)
                .extracting(TargetParser.Target::text)
                .containsExactly(
                        "100% công chức", "tối thiểu 95% viên chức được bố trí đúng vị trí", "trên 90% hồ sơ số hóa");
    }

    @Test
    void givesEachScopeItsValue() {
        List<TargetParser.Target> targets =
                parser.parse("Tỷ lệ hồ sơ trực tuyến: cấp tỉnh 90%, cấp huyện 80%, cấp xã 75%.");

        assertThat(targets).extracting(TargetParser.Target::scope).containsExactly("cấp tỉnh", "cấp huyện", "cấp xã");
        assertThat(targets)
                .extracting(TargetParser.Target::value)
                .containsExactly(new BigDecimal(90), new BigDecimal(80), new BigDecimal(75));
    }

    @Test
    void keepsWhatAGoalIsComparedWith() {
        assertThat(parser.parse("Tăng ít nhất 2% so với năm 2021").get(0).baseline())
                .isEqualTo("năm 2021");
        assertThat(parser.parse("nâng tỷ lệ từ 40% lên 45%").get(0).baseline()).isEqualTo("40%");
    }

    private static String written(List<TargetParser.Target> targets) {
        return targets.stream()
                .map(target -> target.direction().name().toLowerCase(Locale.ROOT)
                        + " " + target.comparator().sign()
                        + " " + target.value().toPlainString()
                        + " " + target.max().map(BigDecimal::toPlainString).orElse("-")
                        + " " + target.unit())
                .collect(Collectors.joining("; "));
    }
}
