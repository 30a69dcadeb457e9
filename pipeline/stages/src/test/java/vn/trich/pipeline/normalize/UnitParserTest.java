package vn.trich.pipeline.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.trich.models.gazetteer.Gazetteer;

class UnitParserTest {

    private static final Gazetteer GAZETTEER = Gazetteer.load();

    private final UnitVocabulary vocabulary = new UnitVocabulary();
    private final UnitParser parser = new UnitParser(vocabulary, Abbreviations.of(GAZETTEER));

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '=', textBlock = """
            Sở Nội vụ = Sở Nội vụ
            Sở TTTT = Sở Thông tin và Truyền thông
            UBND cấp huyện = Ủy ban nhân dân cấp huyện
            các sở, ban, ngành cấp tỉnh = Các sở, ban, ngành cấp tỉnh
            Các bộ, ngành và địa phương = Các bộ, ngành và địa phương
            Các phòng, đơn vị trực thuộc = Các phòng, đơn vị trực thuộc
            UBND các huyện, thị xã, thành phố = Ủy ban nhân dân các huyện, thị xã, thành phố
            Các sở, ban, ngành; UBND các huyện, thành phố = Các sở, ban, ngành|Ủy ban nhân dân các huyện, thành phố
            Các sở, ban, ngành, UBND các xã, phường = Các sở, ban, ngành|Ủy ban nhân dân các xã, phường
            Văn phòng, các phòng chuyên môn = Văn phòng|Các phòng chuyên môn
            Văn phòng và Thanh tra Sở = Văn phòng|Thanh tra Sở
            Văn phòng;i Trung tâm Tư vấn và Hỗ trợ = Văn phòng|Trung tâm Tư vấn và Hỗ trợ
            Bộ Tư pháp, Bộ Công an và các cơ quan có liên quan = Bộ Tư pháp|Bộ Công an|Các cơ quan có liên quan
            Bộ Khoa học và Công nghệ Bộ Tài chính = Bộ Khoa học và Công nghệ|Bộ Tài chính
            Sở Y tế, Nội vụ, Tài chính = Sở Y tế|Sở Nội vụ|Sở Tài chính
            Các Sở: Tư pháp, Văn hóa, Thể thao và Du lịch = Sở Tư pháp|Sở Văn hóa, Thể thao và Du lịch
            Sở Văn hóa, Thể thao và Du lịch, Báo Hải Đông = Sở Văn hóa, Thể thao và Du lịch|Báo Hải Đông
            Phòng Kế hoạch – Tài vụ và Thống kê = Phòng Kế hoạch – Tài vụ và Thống kê
            Bưu điện tỉnh/các phòng = Bưu điện tỉnh|Các phòng
            Trường học, cơ sở dạy nghề, đơn vị liên quan = Trường học|Cơ sở dạy nghề|Đơn vị liên quan
            Sở Xây dựng, cơ quan, tổ chức có liên quan, doanh nghiệp = Sở Xây dựng|Cơ quan, tổ chức có liên quan|Doanh nghiệp
            Phòng Tổng hợp thực hiện. = Phòng Tổng hợp
            Tổ kiểm tra CCHC của Sở = Tổ kiểm tra cải cách hành chính của Sở
            Ban Quản lý dự án đầu tư xây dựng thực hiện = Ban Quản lý dự án đầu tư xây dựng
            Các phòng giải quyết TTHC thực hiện. = Các phòng giải quyết thủ tục hành chính
            Sở Tài chính trình UBND tỉnh = Sở Tài chính
            Bạn Quán lý dự án thực hiện = Ban Quản lý dự án
            Sớ Nội vu; các phong chuyên môn = Sở Nội vụ|Các phòng chuyên môn
            Bộ phận TN& TKQ = Bộ phận tiếp nhận và trả kết quả
            Phòng LĐ-TB& XH = Phòng Lao động - Thương binh và Xã hội
            Các phòng giải quyết TT HC = Các phòng giải quyết thủ tục hành chính
            Phòng, Quản lý -. Doanh nghiệp = Phòng Quản lý Doanh nghiệp
            VP HĐND&UBND huyện = Văn phòng Hội đồng nhân dân và Ủy ban nhân dân huyện
            Các huyện ủy, thị ủy, thành ủy, đảng ủy trực thuộc = Các huyện ủy, thị ủy, thành ủy, đảng ủy trực thuộc
            Ban Tổ chức TU, các chi bộ, đảng bộ cơ sở = Ban Tổ chức Tỉnh ủy|Các chi bộ, đảng bộ cơ sở
            Lãnh đạo Sở, lãnh đạo các phòng = Lãnh đạo Sở|Lãnh đạo các phòng
            Hạt Kiểm lâm huyện Phòng Tư pháp = Hạt Kiểm lâm huyện|Phòng Tư pháp
            Các Bộ: Tài chính, Công an, Nội vụ = Bộ Tài chính|Bộ Công an|Bộ Nội vụ
            Các Bộ: Công an, Văn hóa, Thể thao và Du lịch, Y tế = Bộ Công an|Bộ Văn hóa, Thể thao và Du lịch|Bộ Y tế
            Các Sở: Nội vụ, Công an tỉnh = Sở Nội vụ|Công an tỉnh
            Giao Sở Tư pháp = Sở Tư pháp
            VPHĐND&UBND. huyện = Văn phòng Hội đồng nhân dân và Ủy ban nhân dân huyện
            Ban CHQ Shuyện = Ban Chỉ huy Quân sự huyện
            UBKT TỦ = Ủy ban Kiểm tra Tỉnh ủy
            Ban Dân vận TỪ = Ban Dân vận Tỉnh ủy
            UBMTTQYVN tỉnh = Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh
            Phòng : Quản lý đô thị = Phòng Quản lý đô thị
            Chi cục: trực thuộc Sở = Chi cục trực thuộc Sở
            Công an tỉnh Các sở, ban, ngành = Công an tỉnh|Các sở, ban, ngành
            Trường Chính trị tỉnh Ban Cán sự đảng UBND tỉnh = Trường Chính trị tỉnh|Ban Cán sự đảng Ủy ban nhân dân tỉnh
            Đảng ủy Khối các cơ quan tỉnh Đảng ủy Công an tỉnh = Đảng ủy Khối các cơ quan tỉnh|Đảng ủy Công an tỉnh
            Trung tâm Văn hóa, Truyền thanh huyện Phòng Y tế = Trung tâm Văn hóa, Truyền thanh huyện|Phòng Y tế
            Các đảng bộ trực thuộc Tỉnh ủy = Các đảng bộ trực thuộc Tỉnh ủy
            Ủy ban nhân dân thành phố Hội An = Ủy ban nhân dân thành phố Hội An
            Văn phòng Bộ Công an = Văn phòng Bộ Công an
            Phòng Tổ chức - Hành chính chủ trì = Phòng Tổ chức - Hành chính
            Các phòng chuyên môn, nghiệp vụ thực hiện = Các phòng chuyên môn, nghiệp vụ
            """)
    void splitsIntoUnits(String text, String expected) {
        assertThat(String.join("|", parser.units(text))).isEqualTo(expected);
    }

    @Test
    void aHyphenThatFellOnTheStartOfALineGoesOnWithTheNameBehindAColonOrComma() {
        String printed = "- Chủ trì: Công an tỉnh.\n- Phối hợp: Thanh tra tỉnh, Sở Lao động\n- Thương binh và Xã hội";

        ResponsibilityParser.Parts parts = new ResponsibilityParser(parser).parse(printed);

        assertThat(parts.coord()).containsExactly("Thanh tra tỉnh", "Sở Lao động - Thương binh và Xã hội");
    }

    @Test
    void takesEachParagraphUpToWhatTheUnitDoes() {
        assertThat(parser.units("- Phòng Văn hóa tổng hợp số liệu, gửi Sở Nội vụ.\n- Các phòng cung cấp tin, bài."))
                .containsExactly("Phòng Văn hóa", "Các phòng");
    }

    @Test
    void aDashBeforeTheRestOfANameIsNoBullet() {
        assertThat(parser.units("- Văn phòng;\n- Phòng Kế hoạch\n- Tài vụ;\n- Lãnh đạo Sở"))
                .containsExactly("Văn phòng", "Phòng Kế hoạch - Tài vụ", "Lãnh đạo Sở");
    }

    @Test
    void anAbbreviationBesideAPlaceIsNoSlipOfAnotherWord() {
        assertThat(parser.units("CA tỉnh; LĐĐ Sở; Phòng TCCB"))
                .containsExactly("Công an tỉnh", "Lãnh đạo Sở", "Phòng Tổ chức cán bộ");
    }

    @Test
    void spellsOutWhatTheDocumentItselfExplains() {
        Abbreviations own =
                Abbreviations.of(GAZETTEER).with(List.of("Trung tâm Xúc tiến Thương mại (TTXT) được giao nhiệm vụ."));

        assertThat(new UnitParser(vocabulary, own).units("Giám đốc TTXT; Sở KHCN"))
                .containsExactly("Giám đốc TTXT", "Sở Khoa học và Công nghệ");
        assertThat(Abbreviations.of(GAZETTEER)
                        .with(List.of("theo dõi chất lượng không khí (CLKK) tại"))
                        .spellOut("Tổ CLKK"))
                .isEqualTo("Tổ chất lượng không khí");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '=', textBlock = """
            Văn phòng chủ trì, phối hợp các phòng thực hiện. = Văn phòng / Các phòng
            Sở Nội vụ chủ trì, phối hợp với Sở Tài chính, các đơn vị liên quan tham mưu = Sở Nội vụ / Sở Tài chính|Các đơn vị liên quan
            Phòng Đào tạo chủ trì; Văn phòng, các phòng phối hợp = Phòng Đào tạo / Văn phòng|Các phòng
            Phòng Đào tạo chủ trì Văn phòng, các phòng phối hợp = Phòng Đào tạo / Văn phòng|Các phòng
            Phòng Đào tạo chủ trì, Văn phòng, các phòng phối hợp = Phòng Đào tạo / Văn phòng|Các phòng
            Phòng Đào tạo chủ trì và phối hợp = Phòng Đào tạo /
            Phòng Đào tạo phối hợp Văn phòng = Phòng Đào tạo / Văn phòng
            Các phòng phối hợp thực hiện. = Các phòng /
            Chủ trì: Sở Y tế; phối hợp: các bệnh viện = Sở Y tế / Các bệnh viện
            Đơn vị phụ trách: Văn phòng theo dõi, đôn đốc. = Văn phòng /
            Phối hợp/Thực hiện: Các phòng chuyên môn, đơn vị trực thuộc. = / Các phòng chuyên môn|Đơn vị trực thuộc
            Sở Tư pháp (chủ trì), Công an tỉnh = Sở Tư pháp / Công an tỉnh
            Văn phòng (Bộ phận Kế toán) phối hợp các phòng = Văn phòng (Bộ phận Kế toán) / Các phòng
            """)
    void tellsWhoLeadsFromWhoTakesPart(String text, String expected) {
        ResponsibilityParser.Parts parts = new ResponsibilityParser(parser).parse(text);

        assertThat((String.join("|", parts.lead()) + " / " + String.join("|", parts.coord())).strip())
                .isEqualTo(expected);
    }

    @Test
    void aLineOfAListWithoutADashGoesOnWithTheNameAbove() {
        assertThat(parser.units("- Ban Chỉ huy\nQuân sự huyện;\n- Phòng Nội vụ"))
                .containsExactly("Ban Chỉ huy Quân sự huyện", "Phòng Nội vụ");
        assertThat(parser.units("- Trung tâm Văn hóa,\nNghệ thuật;\n- Phòng Nội vụ"))
                .containsExactly("Trung tâm Văn hóa, Nghệ thuật", "Phòng Nội vụ");
    }
}
