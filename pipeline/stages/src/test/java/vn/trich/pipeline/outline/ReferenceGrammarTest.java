package vn.trich.pipeline.outline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceGrammarTest {
    private final ReferenceGrammar grammar = new ReferenceGrammar(new DocumentTypes());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Căn cứ Nghị định số 61/2018/NĐ-CP ngày 23 tháng 4 năm 2018 của Chính phủ về một cửa;"
                        + " | Nghị định | 61/2018/NĐ-CP | 2018-04-23 | Chính phủ",
                "theo Quyết định 468/QĐ-TTg ngày 27/3/2021 của Thủ tướng Chính phủ phê duyệt Đề án"
                        + " | Quyết định | 468/QĐ-TTg | 2021-03-27 | Thủ tướng Chính phủ",
                "thực hiện Chỉ thị số 52-CT/TW ngày 03 tháng 10 năm 2025 của Ban Bí thư về bảo hiểm"
                        + " | Chỉ thị | 52-CT/TW | 2025-10-03 | Ban Bí thư",
                "tại Công văn số 1234/UBND-NC ngày 05/02/2023 của Ủy ban nhân dân tỉnh Lâm Hải."
                        + " | Công văn | 1234/UBND-NC | 2023-02-05 | Ủy ban nhân dân tỉnh Lâm Hải",
                "kế hoạch số 17/KH-UBND ngày 29/01/2018 của UBND tỉnh về việc | Kế hoạch | 17/KH-UBND | 2018-01-29 | UBND tỉnh",
                "Thông tư số 14/2014/ TT-BTP. | Thông tư | 14/2014/TT-BTP | '' | ''",
                "theo Pháp lệnh số 04/2012/UBTVQH13, | Pháp lệnh | 04/2012/UBTVQH13 | '' | ''",
                "Nghị quyết số 30c/NQ-CP, | Nghị quyết | 30c/NQ-CP | '' | ''",
            })
    void readsADocumentNamedInFull(String text, String type, String number, String date, String issuer) {
        assertThat(grammar.find(text)).singleElement().satisfies(m -> {
            assertThat(m.type()).isEqualTo(type);
            assertThat(m.number()).isEqualTo(number);
            assertThat(m.date()).isEqualTo(date);
            assertThat(m.issuer()).isEqualTo(issuer);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "giảm từ 15/20 xuống 12/20 điểm",
                "trong năm 2021/2022 và quý II/2023",
                "tỷ lệ 3/4 số xã đạt chuẩn",
                "ngày 15/7/2021 tại tỉnh",
                "Phòng Quản lý dự án 2/9 Thủ Đức",
                "Kế hoạch này có hiệu lực từ ngày ký",
                "luật sư và các luật gia của tỉnh",
            })
    void takesNoOtherFiguresForADocument(String text) {
        assertThat(grammar.find(text)).isEmpty();
    }

    @Test
    void readsEachOfSeveral() {
        String text = "Nghị quyết số 18-NQ/TW, Nghị quyết số 19-NQ/TW và Kế hoạch số 166-KH/TU của Tỉnh ủy";
        assertThat(grammar.find(text))
                .extracting(m -> m.type() + " " + m.number())
                .containsExactly("Nghị quyết 18-NQ/TW", "Nghị quyết 19-NQ/TW", "Kế hoạch 166-KH/TU");
    }

    @Test
    void readsLawsByNameAndDate() {
        List<ReferenceGrammar.Mention> laws = grammar.find(
                "Căn cứ Luật Bảo hiểm y tế ngày 14 tháng 11 năm 2008, Luật sửa đổi, bổ sung một số điều của Luật"
                        + " Bảo hiểm y tế ngày 13 tháng 6 năm 2014;");
        assertThat(laws)
                .extracting(m -> m.type() + "|" + m.number() + "|" + m.date())
                .containsExactly("Luật||2008-11-14", "Luật||2014-06-13");
    }

    @Test
    void setsALostSlashRightWhereTheTypeSaysHow() {
        assertThat(grammar.find("Kế hoạch số 1634lKH-UBND ngày 28/12/2021 của UBND tỉnh"))
                .singleElement()
                .satisfies(m -> {
                    assertThat(m.number()).isEqualTo("1634/KH-UBND");
                    assertThat(m.sure()).isLessThan(0.7);
                });
        assertThat(grammar.find("Quyết định số 1634lKH-UBND")).isEmpty();
    }

    @Test
    void takesTheTypeNextToTheNumber() {
        assertThat(grammar.find("theo quy định tại Quyết định số 17/QĐ-UBND của UBND tỉnh"))
                .extracting(ReferenceGrammar.Mention::type)
                .containsExactly("Quyết định");
    }

    @Test
    void setsAMisreadCodeRightByTheTypeBeforeIt() {
        assertThat(grammar.find("Quyết định số 84/QĐĐ-SVH và Nghị định số 12/2014/NĐ về lễ hội"))
                .extracting(ReferenceGrammar.Mention::number)
                .containsExactly("84/QĐ-SVH", "12/2014/NĐ-CP");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tổ chức phổ biến Luật Giáo dục nghề nghiệp; mở lớp dạy nghề",
                "Triển khai có hiệu quả Luật Di sản văn hóa trên địa bàn xã",
                "Bộ luật Lao động được phổ biến tới công nhân"
            })
    void readsALawNamedWithoutDate(String text) {
        assertThat(grammar.find(text)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Trường Đại học Luật Hà Nội cử hai giảng viên",
                "Công ty Luật TNHH Sông Lam",
                "Nghị định số 9/2015/NĐ-CP quy định chi tiết một số điều của Luật Di sản văn hóa"
            })
    void countsNoLawThatOnlyHelpsToNameSomethingElse(String text) {
        assertThat(grammar.find(text)).noneMatch(m -> m.number().isEmpty());
    }

    @Test
    void findsALawAgainHoweverItsLettersAreWritten() {
        String first = "Căn cứ Luật Di sản văn hóa ngày 29 tháng 6 năm 2001;";
        String name =
                ReferenceGrammar.lawName(first, grammar.find(first).get(0)).orElseThrow();
        String again = "theo dõi việc thi hành luật di sản văn hóa của xã";

        assertThat(grammar.findLaws(again, Set.of(name), List.of()))
                .singleElement()
                .satisfies(m -> assertThat(again.substring(m.from(), m.to())).isEqualTo("luật di sản văn hóa"));
    }
}
