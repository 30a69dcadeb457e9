package vn.trich.pipeline.outline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.trich.output.SectionRecord.Kind;

class OutlineRecognitionTest {
    private final OutlineRecognition recognition = new OutlineRecognition();

    private static final String PLAN = """
            UBND TỈNH LÂM HẢI              CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
              SỞ CÔNG THƯƠNG                  Độc lập - Tự do - Hạnh phúc

             Số: 27 /KH-SCT                 Lâm Hải, ngày 08 tháng 3 năm 2023

                                    KẾ HOẠCH
                  Kiểm tra việc chấp hành quy định về an toàn hồ đập
                           trên địa bàn tỉnh năm 2023

                 Căn cứ Nghị định số 114/2018/NĐ-CP ngày 04 tháng 9 năm 2018 của
            Chính phủ về quản lý an toàn đập, hồ chứa nước;
                 Sở Công Thương ban hành kế hoạch kiểm tra như sau:

                 I. MỤC ĐÍCH, YÊU CẦU
                 1. Mục đích
                 - Nắm tình hình chấp hành quy định của các chủ đập trước mùa mưa lũ
            hằng năm, kịp thời chấn chỉnh thiếu sót.
                 - Bảo đảm vận hành an toàn.
                 2. Yêu cầu
                 a) Việc kiểm tra phải khách quan, đúng thẩm quyền, đúng trình tự, thủ
            tục theo quy định của pháp luật.
                 b) Không gây cản trở hoạt động của đơn vị được kiểm tra theo khoản
            1. của quy chế này, kể cả khi có vi phạm.
                 II. NỘI DUNG KIỂM TRA VÀ THỜI GIAN THỰC HIỆN
                 1. Kiểm tra hồ sơ kê khai đăng ký an toàn đập; 2. Kiểm tra hiện trường.
            """;

    private static final String FOOT = """
                 III. TỔ CHỨC THỰC HIỆN
                 Phòng Quản lý năng lượng chủ trì, phối hợp với các đơn vị liên quan
            triển khai kế hoạch này./.

            Nơi nhận:                              KT. GIÁM ĐỐC
            - UBND tỉnh (báo cáo);                PHÓ GIÁM ĐỐC
            - Các phòng thuộc Sở;
            - Lưu: VT, QLNL.
                                                   Vũ Đình Khang
            """;

    private Paper plan() {
        return recognition
                .apply(Sheets.printed().page(PLAN).page(FOOT).reading())
                .papers()
                .get(0);
    }

    private Head head(String page) {
        return recognition
                .apply(Sheets.printed().page(page).reading())
                .papers()
                .get(0)
                .head();
    }

    @Test
    void readsTheHeadOfAPlan() {
        Head head = plan().head();
        assertThat(head.issuerParent()).isEqualTo("UBND tỉnh Lâm Hải");
        assertThat(head.issuer()).isEqualTo("Sở Công Thương");
        assertThat(head.number()).isEqualTo("27/KH-SCT");
        assertThat(head.type()).isEqualTo("Kế hoạch");
        assertThat(head.title())
                .isEqualTo("Kiểm tra việc chấp hành quy định về an toàn hồ đập trên địa bàn tỉnh năm 2023");
        assertThat(head.place()).isEqualTo("Lâm Hải");
        assertThat(head.date()).isEqualTo("2023-03-08");
        assertThat(head.doubts()).isEmpty();
    }

    @Test
    void readsTheFootOfAPlan() {
        Head head = plan().head();
        assertThat(head.signerAuthority()).isEqualTo("KT. Giám đốc");
        assertThat(head.signerPosition()).isEqualTo("Phó giám đốc");
        assertThat(head.signerName()).isEqualTo("Vũ Đình Khang");
        assertThat(head.recipients()).containsExactly("UBND tỉnh (báo cáo)", "Các phòng thuộc Sở", "Lưu: VT, QLNL");
    }

    @Test
    void nestsLabelsAndLeavesFiguresInTheText() {
        assertThat(outline(plan()))
                .containsExactly(
                        "1 LEGAL_BASIS [] ",
                        "1 PREAMBLE [] ",
                        "1 HEADING [I] MỤC ĐÍCH, YÊU CẦU",
                        "2 HEADING [1] Mục đích",
                        "2 HEADING [2] Yêu cầu",
                        "3 CLAUSE [a] ",
                        "3 CLAUSE [b] ",
                        "1 HEADING [II] NỘI DUNG KIỂM TRA VÀ THỜI GIAN THỰC HIỆN",
                        "2 CLAUSE [1] ",
                        "1 HEADING [III] TỔ CHỨC THỰC HIỆN",
                        "1 RECIPIENTS [] ");
    }

    @Test
    void joinsLinesToParagraphs() {
        List<String> bullets = paragraphs(section(plan(), "1"));
        assertThat(bullets)
                .containsExactly(
                        "- Nắm tình hình chấp hành quy định của các chủ đập trước mùa mưa lũ hằng năm, kịp thời chấn"
                                + " chỉnh thiếu sót.",
                        "- Bảo đảm vận hành an toàn.");
    }

    @Test
    void tellsWhereASectionStands() {
        Section last = plan().sections().stream()
                .filter(s -> s.label().equals("III"))
                .findFirst()
                .orElseThrow();
        assertThat(last.regions()).singleElement().satisfies(r -> {
            assertThat(r.page()).isEqualTo(2);
            assertThat(r.hasBox()).isTrue();
        });
    }

    @Test
    void partsADecisionFromThePlanIssuedWithIt() {
        String decision = """
                UBND TỈNH LÂM HẢI              CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                  SỞ CÔNG THƯƠNG                  Độc lập - Tự do - Hạnh phúc

                 Số: 31/QĐ-SCT                  Lâm Hải, ngày 15 tháng 3 năm 2023

                                       QUYẾT ĐỊNH
                          Ban hành Kế hoạch phát triển chợ năm 2023

                     Căn cứ Luật Thương mại ngày 14 tháng 6 năm 2005;
                                       QUYẾT ĐỊNH:
                     Điều 1. Ban hành kèm theo Quyết định này Kế hoạch phát triển chợ
                trên địa bàn tỉnh.
                     Điều 2. Quyết định này có hiệu lực kể từ ngày ký./.

                                                        GIÁM ĐỐC

                                                    Mai Thanh Lộc
                """;
        String plan = """
                                        KẾ HOẠCH
                              Phát triển chợ năm 2023
                     (Ban hành kèm theo Quyết định số 31/QĐ-SCT
                      ngày 15 tháng 3 năm 2023 của Sở Công Thương)

                     I. MỤC TIÊU
                     Xây mới ba chợ.
                     II. KINH PHÍ
                     Theo dự toán được giao.
                """;
        List<Paper> papers = recognition
                .apply(Sheets.printed().page(decision).page(plan).reading())
                .papers();
        assertThat(papers).hasSize(2);
        assertThat(papers.get(0).head().type()).isEqualTo("Quyết định");
        assertThat(papers.get(0).head().signerName()).isEqualTo("Mai Thanh Lộc");
        assertThat(outline(papers.get(0)))
                .containsSubsequence("1 ARTICLE [Điều 1] ", "1 ARTICLE [Điều 2] ")
                .doesNotContain("1 HEADING [I] MỤC TIÊU");
        assertThat(papers.get(1).head().type()).isEqualTo("Kế hoạch");
        assertThat(papers.get(1).head().title()).isEqualTo("Phát triển chợ năm 2023");
        assertThat(papers.get(1).pageFrom()).isEqualTo(2);
        assertThat(outline(papers.get(1))).contains("1 HEADING [I] MỤC TIÊU", "1 HEADING [II] KINH PHÍ");
    }

    @Test
    void tiesAnAppendixToItsDocument() {
        String appendix = """
                                        PHỤ LỤC II
                          DANH MỤC HỒ ĐẬP ĐƯỢC KIỂM TRA NĂM 2023
                     (Kèm theo Kế hoạch số 27/KH-SCT ngày 08/3/2023 của Sở Công Thương)
                     1. Hồ Đá Trắng, huyện Sơn Trung.
                     2. Hồ Suối Vàng, huyện Sơn Trung.
                """;
        List<Paper> papers = recognition
                .apply(Sheets.printed().page(PLAN).page(FOOT).page(appendix).reading())
                .papers();
        assertThat(papers).hasSize(1);
        assertThat(outline(papers.get(0)))
                .endsWith(
                        "1 APPENDIX [Phụ lục II] DANH MỤC HỒ ĐẬP ĐƯỢC KIỂM TRA NĂM 2023",
                        "2 CLAUSE [1] ",
                        "2 CLAUSE [2] ");
        Section found = papers.get(0).sections().get(papers.get(0).sections().size() - 1);
        assertThat(paragraphs(found))
                .containsExactly("(Kèm theo Kế hoạch số 27/KH-SCT ngày 08/3/2023 của Sở Công Thương)");
    }

    @Test
    void anAppendixWhoseNumberWasMisreadIsTheNext() {
        String first = """
                                        PHỤ LỤC I
                          DANH MỤC CHỢ ĐƯỢC SỬA CHỮA NĂM 2023
                     1. Chợ Đá Trắng, huyện Sơn Trung.
                """;
        String second = """
                                        PHỤ LỤC H
                          DANH MỤC CHỢ ĐƯỢC XÂY MỚI NĂM 2023
                     1. Chợ Suối Vàng, huyện Sơn Trung.
                """;
        Paper paper = recognition
                .apply(Sheets.printed()
                        .page(PLAN)
                        .page(FOOT)
                        .page(first)
                        .page(second)
                        .reading())
                .papers()
                .get(0);
        assertThat(outline(paper))
                .filteredOn(s -> s.contains("APPENDIX"))
                .containsExactly(
                        "1 APPENDIX [Phụ lục I] DANH MỤC CHỢ ĐƯỢC SỬA CHỮA NĂM 2023",
                        "1 APPENDIX [Phụ lục II] DANH MỤC CHỢ ĐƯỢC XÂY MỚI NĂM 2023");
    }

    @Test
    void readsPlainTextWithDamagedLabels() {
        String text = """
                UBND TINH LAM HAI CONG HOA XA HQI CHU NGHIA VIET NAM
                SO CONG THUONG Doc 1ap - Tu do - Hanh phuc
                S6: 27 /KH-SCT Lam Hai, ngay 08 thang3 nam 2023
                KE HOACH
                Phat trien cho nam 2023

                I. MUC TIEU
                l. Xay moi ba cho tai cac xa mien nui cua tinh.
                2. Nang cap nam cho.
                IL NHIEM VU
                a) Ra soat quy hoach cho.
                b) Bo tri von dau tu cong.
                I1I. TO CHUC THUC HIEN
                Cac phong thuc hien ke hoach nay./.

                Noi nhan: GIAM DOC
                - UBND tinh;
                - Luu: VT.

                Mai Thanh Loc
                """;
        Paper paper =
                recognition.apply(Sheets.plain().page(text).reading()).papers().get(0);
        assertThat(paper.head().number()).isEqualTo("27/KH-SCT");
        assertThat(paper.head().date()).isEqualTo("2023-03-08");
        assertThat(paper.head().type()).isEqualTo("Kế hoạch");
        assertThat(paper.head().signerName()).isEqualTo("Mai Thanh Loc");
        assertThat(outline(paper))
                .containsExactly(
                        "1 HEADING [I] MUC TIEU",
                        "2 CLAUSE [1] ",
                        "2 CLAUSE [2] ",
                        "1 HEADING [II] NHIEM VU",
                        "2 CLAUSE [a] ",
                        "2 CLAUSE [b] ",
                        "1 HEADING [III] TO CHUC THUC HIEN",
                        "1 RECIPIENTS [] ");
        assertThat(paper.allSections())
                .allSatisfy(s -> assertThat(s.regions())
                        .allSatisfy(r -> assertThat(r.hasBox()).isFalse()));
    }

    @Test
    void takesTheSubjectOfALetterForItsTitle() {
        String letter = """
                BỘ Y TẾ                        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                CỤC QUẢN LÝ DƯỢC                   Độc lập - Tự do - Hạnh phúc

                Số: 415/QLD-KD                    Hà Nội, ngày 02 tháng 02 năm 2021
                V/v cung ứng thuốc dịp
                Tết Nguyên đán

                          Kính gửi: Các cơ sở kinh doanh dược.

                     Để bảo đảm đủ thuốc phục vụ nhân dân, Cục Quản lý Dược đề nghị các
                cơ sở thực hiện nghiêm các quy định hiện hành./.
                """;
        Head head = head(letter);
        assertThat(head.type()).isEqualTo("Công văn");
        assertThat(head.title()).isEqualTo("V/v cung ứng thuốc dịp Tết Nguyên đán");
        assertThat(head.issuerParent()).isEqualTo("Bộ Y tế");
        assertThat(head.issuer()).isEqualTo("Cục Quản lý Dược");
    }

    @Test
    void aLettersSubjectIsKnownByItsPlaceAndALetterByWhomItAddresses() {
        String letter = """
                BỘ TÀI CHÍNH                   CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                CỤC THUẾ                           Độc lập - Tự do - Hạnh phúc

                Số: 415/CT-CS                     Hà Nội, ngày 02 tháng 02 năm 2021
                %s thuế của bến thuyền

                          Kính gửi: Thuế tỉnh Hà Mẫu.

                     Cục Thuế nhận được công văn của Thuế tỉnh Hà Mẫu về thuế của các
                bến thuyền trên địa bàn và có ý kiến như sau./.
                """;
        for (String mark : List.of("V/v", "V¿v", "Vy", "v/:")) {
            Head head = head(letter.formatted(mark));
            assertThat(head.type()).as(mark).isEqualTo("Công văn");
            assertThat(head.title()).as(mark).isEqualTo("V/v thuế của bến thuyền");
        }
    }

    @Test
    void theSymbolIsSetRightByWhoIssuedTheDocument() {
        String plan = """
                UBND TỈNH HÀ MẪU               CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                SỞ THÔNG TIN VÀ TRUYỀN THÔNG       Độc lập - Tự do - Hạnh phúc

                Số: 15/KH-STTTI                   Hà Mẫu, ngày 02 tháng 02 năm 2021

                                        KẾ HOẠCH
                             Quảng bá bến thuyền năm 2021

                     Sở Thông tin và Truyền thông ban hành kế hoạch quảng bá bến thuyền./.
                """;
        assertThat(head(plan).number()).isEqualTo("15/KH-STTTT");
    }

    @Test
    void theSymbolOfACommitteeBearsNoBarOfItsPlace() {
        String plan = """
                ỦY BAN NHÂN DÂN                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                TỈNH NAM ĐỊNH                      Độc lập - Tự do - Hạnh phúc

                Số: 15/KH-UBND                    Nam Định, ngày 02 tháng 02 năm 2021

                                        KẾ HOẠCH
                             Quảng bá bến thuyền năm 2021

                     Ủy ban nhân dân tỉnh ban hành kế hoạch quảng bá bến thuyền./.
                """;
        assertThat(head(plan).number()).isEqualTo("15/KH-UBND");
    }

    @Test
    void theSignerIsThatOfTheLetterAndNotOfTheFormThatComesWithIt() {
        String letter = """
                UBND TỈNH HÀ MẪU               CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                SỞ DU LỊCH                         Độc lập - Tự do - Hạnh phúc

                Số: 15/SDL-VP                     Hà Mẫu, ngày 02 tháng 02 năm 2021
                V/v báo cáo số bến thuyền

                          Kính gửi: Các đơn vị trực thuộc.

                     Sở Du lịch đề nghị các đơn vị báo cáo số bến thuyền theo mẫu dưới đây./.

                Nơi nhận:                                  GIÁM ĐỐC
                - Như trên;
                - Lưu: VT.
                                                           Lý Thu Bình
                """;
        String form = """
                                   BÁO CÁO SỐ BẾN THUYỀN

                     Số bến thuyền hiện có trên địa bàn và số bến thuyền dự kiến mở trong năm
                được đơn vị ghi vào đây theo hướng dẫn của cơ quan cấp trên:

                Nơi nhận:                                  THỦ TRƯỞNG ĐƠN VỊ
                - Sở Du lịch.
                                                           (Ký tên)
                """;
        Head head = recognition
                .apply(Sheets.printed().page(letter).page(form).reading())
                .papers()
                .get(0)
                .head();
        assertThat(head.signerName()).isEqualTo("Lý Thu Bình");
        assertThat(head.signerPosition()).isEqualTo("Giám đốc");
        assertThat(head.recipients()).containsExactly("Như trên", "Lưu: VT");
    }

    @Test
    void aListUnderTheNamesOfAgencyAndStateIsPartOfTheDecisionItComesWith() {
        String decision = """
                UBND TỈNH HÀ MẪU               CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                SỞ DU LỊCH                         Độc lập - Tự do - Hạnh phúc

                Số: 15/QĐ-SDL                     Hà Mẫu, ngày 02 tháng 02 năm 2021

                                       QUYẾT ĐỊNH
                           Về việc thành lập Tổ đua thuyền

                     Điều 1. Thành lập Tổ đua thuyền gồm các thành viên có tên trong danh sách
                kèm theo Quyết định này. Tổ có trách nhiệm tổ chức các cuộc đua trên sông.
                """;
        String list = """
                UBND TỈNH HÀ MẪU               CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                SỞ DU LỊCH                         Độc lập - Tự do - Hạnh phúc

                              DANH SÁCH THÀNH VIÊN TỔ ĐUA THUYỀN

                     Ông Lý Thu Bình, Tổ trưởng; bà Nông Thu Bình, Tổ phó.
                """;
        assertThat(recognition
                        .apply(Sheets.printed().page(decision).page(list).reading())
                        .papers())
                .hasSize(1);
    }

    @Test
    void leavesOutWhatComesBackOnEveryPage() {
        Sheets sheets = Sheets.printed();
        for (int page = 1; page <= 4; page++) {
            sheets.page("     TẠP CHÍ NGHIÊN CỨU SỐ " + (page + 3) + "\n\n     " + page
                    + ". Một việc phải làm trong năm.\n     Các đơn vị thực hiện.\n     Báo cáo kết quả.\n");
        }
        Paper paper = recognition.apply(sheets.reading()).papers().get(0);
        assertThat(paper.allSections()).extracting(Section::label).containsExactly("1", "2", "3", "4");
        assertThat(paper.allSections())
                .allSatisfy(s -> assertThat(paragraphs(s)).noneMatch(p -> p.contains("TẠP CHÍ")));
    }

    @Test
    void givesOnePaperForNothing() {
        Outline outline = recognition.apply(Sheets.printed().page("").reading());
        assertThat(outline.papers()).singleElement().satisfies(p -> {
            assertThat(p.sections()).isEmpty();
            assertThat(p.head().doubts()).contains("no head found");
        });
    }

    private static List<String> outline(Paper paper) {
        return paper.allSections().stream()
                .map(s -> s.level() + " " + s.kind() + " [" + s.label() + "] "
                        + (s.kind() == Kind.CLAUSE ? "" : s.title()))
                .toList();
    }

    private static Section section(Paper paper, String label) {
        return paper.allSections().stream()
                .filter(s -> s.label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> paragraphs(Section section) {
        return section.blocks().stream()
                .filter(Block.Paragraph.class::isInstance)
                .map(b -> ((Block.Paragraph) b).text())
                .toList();
    }
}
