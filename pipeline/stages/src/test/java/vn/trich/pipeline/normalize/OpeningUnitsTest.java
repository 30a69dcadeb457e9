package vn.trich.pipeline.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.trich.models.gazetteer.Gazetteer;

class OpeningUnitsTest {

    private final UnitParser units = new UnitParser(new UnitVocabulary(), Abbreviations.of(Gazetteer.load()));
    private final OpeningUnits openings = new OpeningUnits(units, new ResponsibilityParser(units));

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '=', textBlock = """
            Sở Y tế tăng cường kiểm tra bến thuyền. = Sở Y tế
            Giao Sở Nội vụ theo dõi, đôn đốc việc thực hiện Chỉ thị này. = Sở Nội vụ
            Công an tỉnh: Chỉ đạo lực lượng tuần tra trên sông. = Công an tỉnh
            Yêu cầu UBND các huyện, thị xã, thành phố chỉ đạo các phòng rà soát cầu phao. = Ủy ban nhân dân các huyện, thị xã, thành phố
            Trên cơ sở đề nghị của Hội đua thuyền, giao Sở Tài chính xem xét kinh phí. = Sở Tài chính
            Giám đốc Sở Công Thương (Trưởng ban tổ chức hội chợ) khẩn trương hoàn thiện phương án. = Giám đốc Sở Công Thương
            """)
    void whoOpensAParagraphIsCharged(String paragraph, String lead) {
        assertThat(openings.of(paragraph).orElseThrow().lead()).containsExactly(lead);
    }

    @Test
    void whoTakesPartIsSaidBehindTheOneWhoLeads() {
        ResponsibilityParser.Parts parts = openings.of(
                        "Sở Du lịch chủ trì, phối hợp với Công an tỉnh và Báo Hải Đông tiếp tục quảng bá bến thuyền.")
                .orElseThrow();

        assertThat(parts.lead()).containsExactly("Sở Du lịch");
        assertThat(parts.coord()).containsExactly("Công an tỉnh", "Báo Hải Đông");
    }

    @Test
    void whoTakesPartMayBeSaidBehindAColon() {
        ResponsibilityParser.Parts parts = openings.of(
                        "Sở Du lịch: Chủ trì, phối hợp với Sở Tài chính xây dựng giá vé đò.")
                .orElseThrow();

        assertThat(parts.lead()).containsExactly("Sở Du lịch");
        assertThat(parts.coord()).containsExactly("Sở Tài chính");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tổ chức tập huấn cho thuyền viên trước mùa lũ.",
                "Tăng cường kiểm tra bến thuyền.",
                "Những tổ chức, cá nhân không thực hiện đúng quy định thì bị xử phạt.",
                "Cơ sở dữ liệu về tàu thuyền phải được cập nhật.",
                "Phòng, chống đuối nước cho trẻ em trong dịp hè.",
                "MỘT SỐ CÔNG TÁC TRỌNG TÂM THÁNG 6"
            })
    void whatIsToBeDoneOrIsSpokenOfIsNobody(String paragraph) {
        assertThat(openings.of(paragraph)).isEmpty();
        assertThat(openings.heading(paragraph)).isEmpty();
    }

    @Test
    void aHeadingMayConsistOfUnits() {
        assertThat(openings.heading("Sở Thông tin và Truyền thông, Báo Hải Đông:")
                        .orElseThrow()
                        .lead())
                .containsExactly("Sở Thông tin và Truyền thông", "Báo Hải Đông");
        assertThat(openings.heading("Sở Giáo dục và Đào tạo chịu trách nhiệm về các khâu sau:")
                        .orElseThrow()
                        .lead())
                .containsExactly("Sở Giáo dục và Đào tạo");
    }

    @Test
    void theMotherFrontIsOneUnit() {
        assertThat(openings.of("Đề nghị Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam hướng dẫn việc vận động.")
                        .orElseThrow()
                        .lead())
                .containsExactly("Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam");
    }

    @Test
    void aPartyCommissionThatDirectsIsCharged() {
        assertThat(openings.of(
                                "Đề nghị Ban Tuyên giáo và Dân vận Trung ương lãnh đạo, chỉ đạo các cơ quan tuyên truyền.")
                        .orElseThrow()
                        .lead())
                .containsExactly("Ban Tuyên giáo và Dân vận Trung ương");
    }
}
