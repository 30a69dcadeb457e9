package vn.trich.models.restore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RestorerTest {

    private static Restorer restorer;

    @BeforeAll
    static void load() {
        restorer = Restorer.load();
    }

    private static List<Token> tokens(String text) {
        return Arrays.stream(text.split(" ")).map(Token::of).toList();
    }

    private static String restored(String text, Damage damage) {
        List<Token> tokens = tokens(text);
        return text(restorer.restore(tokens, damage));
    }

    private static List<RestoredToken> adapted(String text) {
        List<Token> tokens = tokens(text);
        return restorer.adaptedTo(List.of(tokens)).restore(tokens, Damage.RUINED);
    }

    private static String text(List<RestoredToken> tokens) {
        return tokens.stream().map(RestoredToken::text).collect(Collectors.joining(" "));
    }

    @Test
    void givesStrippedTextItsMarks() {
        assertThat(restored(
                        "Ke hoach cai cach hanh chinh nam 2031 cua Uy ban nhan dan tinh, giao Van phong chu tri.",
                        Damage.STRIPPED))
                .isEqualTo("Kế hoạch cải cách hành chính năm 2031 của Ủy ban nhân dân tỉnh, giao Văn phòng chủ trì.");
    }

    @Test
    void knowsTheWordsOfEveryday() {
        assertThat(restored("Ba cu mom mem nhai trau, chau ngoi xom canh bep.", Damage.STRIPPED))
                .isEqualTo("Bà cụ móm mém nhai trầu, cháu ngồi xổm cạnh bếp.");
    }

    @Test
    void keepsCapitalsAndSigns() {
        assertThat(restored("(CONG HOA XA HOI CHU NGHIA VIET NAM); Doc lap - Tu do", Damage.STRIPPED))
                .isEqualTo("(CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM); Độc lập - Tự do");
    }

    @Test
    void leavesNumbersCodesAndForeignWordsAlone() {
        String text = "Theo so 123/KH-ABC ngay 01/02/2031 tai http://abc.example va Microsoft Windows 95,5% A4";
        String out = restored(text, Damage.STRIPPED);
        assertThat(out).contains("123/KH-ABC", "01/02/2031", "http://abc.example", "Microsoft Windows", "95,5%", "A4");
    }

    @Test
    void namesOfCommunesInAListTakeTheMarksOfTheGazetteer() {
        assertThat(restored("Cac xa: Chieng Hac, Muong Lam, Na Bung va Khu vuc khac.", Damage.STRIPPED))
                .startsWith("Các xã: Chiềng Hặc, Mường Lầm, Nà Bủng và");
    }

    @Test
    void abbreviationsThatAreKnownHaveTheirMarksWhateverTheirNeighbours() {
        assertThat(restored("So vu TNLD; 5/KH-SGD&DT; so GD-DT; UBND va HDND", Damage.STRIPPED))
                .contains("TNLĐ", "5/KH-SGD&ĐT", "GD-ĐT", "UBND", "HĐND");
    }

    @Test
    void anAbbreviationIsToldByTheWordsThatItStandsFor() {
        assertThat(restored("don vi du toan (DVDT) lap; DVDT gui", Damage.STRIPPED))
                .isEqualTo("đơn vị dự toán (ĐVDT) lập; ĐVDT gửi");
    }

    @Test
    void aPictureCreditIsNoCountry() {
        assertThat(restored("Le khoi cong tai nuoc Anh: ong noi - Anh: Van Nam", Damage.STRIPPED))
                .contains("nước Anh:", "- Ảnh:");
        assertThat(restored("khoi cong (Anh: Van Nam)", Damage.STRIPPED)).contains("(Ảnh:");
        assertThat(restored("Le khoi cong sang nay. Anh: Van Nam", Damage.STRIPPED))
                .contains("Ảnh:");
        assertThat(restored("Ba nuoc xuat khau. Anh: nam ty dong.", Damage.STRIPPED))
                .contains("Anh:");
    }

    @Test
    void aPersonKnownInPublicLifeIsReadAsCalled() {
        assertThat(restored("Bo truong Nguyen Van The va Chu tich Huynh Duc Tho du hop.", Damage.STRIPPED))
                .isEqualTo("Bộ trưởng Nguyễn Văn Thể và Chủ tịch Huỳnh Đức Thơ dự họp.");
    }

    @Test
    void anUnknownPersonIsReadAsPeopleOfThatMiddleNameAreMostlyCalled() {
        assertThat(restored("Nguoi lap: Vu Manh Dung, Vu My Dung.", Damage.STRIPPED))
                .isEqualTo("Người lập: Vũ Mạnh Dũng, Vũ Mỹ Dung.");
    }

    @Test
    void aFamilyNameIsOneWhateverUsuallyStandsBehindATitle() {
        assertThat(restored("Dai bieu Do Thi Lan noi.", Damage.STRIPPED)).isEqualTo("Đại biểu Đỗ Thị Lan nói.");
    }

    @Test
    void wordsInNamesOfPeopleTakeTheMarksThatNamesHave() {
        assertThat(restored("Giao ong Vo Dinh Tuan va ba Le Thi Thanh thuc hien.", Damage.STRIPPED))
                .isEqualTo("Giao ông Võ Đình Tuấn và bà Lê Thị Thanh thực hiện.");
    }

    @Test
    void leavesGoodTextAlone() {
        String text = "Các phòng, đơn vị báo cáo kết quả thực hiện về Văn phòng trước ngày 15 hằng tháng.";
        List<Token> tokens = tokens(text);
        assertThat(restorer.restore(tokens, Damage.CLEAN)).noneMatch(RestoredToken::changed);
    }

    @Test
    void keepsThePrintedPlaceOfAToneMark() {
        assertThat(restored("cộng hoà xã hội", Damage.STRIPPED)).isEqualTo("cộng hoà xã hội");
    }

    @Test
    void rightsADoubtedWordOfOurOwnReading() {
        List<Token> tokens = List.of(
                Token.of("cải"),
                Token.of("cách"),
                new Token("hánh", 0.3, List.of()),
                Token.of("chính"),
                Token.of("nhà"),
                Token.of("nước"));
        assertThat(restorer.restore(tokens, Damage.CLEAN).get(2).text()).isEqualTo("hành");
    }

    @Test
    void lettersThatNumberPointsStayLetters() {
        for (String sign : List.of(")", ".")) {
            String points = "a) Xay dung ke hoach; b) To chuc trien khai; c) Kiem tra viec thuc hien; d) Tong hop; "
                    + "d) Bao cao Uy ban nhan dan tinh; e) Cong khai; g) Luu ho so";
            for (Damage damage : List.of(Damage.STRIPPED, Damage.RUINED)) {
                assertThat(restored(points.replace(")", sign), damage).split(" "))
                        .as("%s %s", sign, damage)
                        .contains("a" + sign, "b" + sign, "c" + sign, "d" + sign, "đ" + sign, "e" + sign, "g" + sign);
            }
        }
    }

    @Test
    void saysHowSureItIs() {
        List<Token> tokens =
                Arrays.stream("Uy ban nhan dan tinh".split(" ")).map(Token::of).toList();
        assertThat(restorer.restore(tokens, Damage.STRIPPED)).allSatisfy(token -> {
            assertThat(token.margin()).isBetween(0.0, RestoredToken.SURE);
            assertThat(token.confidence()).isBetween(0.5, 1.0);
        });
    }

    @Test
    void restoresAWholeTextLineByLine() {
        TextRestoration.Result result = new TextRestoration(restorer)
                .restore("KE HOACH\n\n  Cai cach   hanh chinh\nnam 2031\n", Optional.of(Damage.STRIPPED));
        assertThat(result.text()).isEqualTo("KẾ HOẠCH\n\n  Cải cách   hành chính\nnăm 2031\n");
        assertThat(result.changes()).extracting(TextRestoration.Change::line).containsExactly(1, 1, 3, 3, 3, 3, 4);
    }

    @Test
    void tellsHowATextWasDamaged() {
        assertThat(restorer.damageOf("Ke hoach cai cach hanh chinh nha nuoc cua tinh trong nam toi duoc thuc hien"))
                .isEqualTo(Damage.STRIPPED);
        assertThat(restorer.damageOf("Kế hoạch cải cách hành chính nhà nước của tỉnh trong năm tới được thực hiện"))
                .isEqualTo(Damage.CLEAN);
    }

    @Test
    void readsThroughWrongAndLostLetters() {
        assertThat(restored(
                        "Tip tic dy manh cãi each hành chInh, nâng cao hiu qua quàn l' nha nuâc; gáy 1ap ké hoach thirc hin",
                        Damage.RUINED))
                .startsWith("Tiếp tục đẩy mạnh cải cách hành chính, nâng cao hiệu quả quản lý nhà nước;")
                .endsWith("kế hoạch thực hiện");
    }

    @Test
    void joinsAWordThatWasTornApart() {
        List<Token> tokens =
                Arrays.stream("h ỗ trợ doanh nghip".split(" ")).map(Token::of).toList();
        RestoredToken first = restorer.restore(tokens, Damage.RUINED).get(0);
        assertThat(first.text()).isEqualTo("hỗ");
        assertThat(first.from()).isZero();
        assertThat(first.to()).isEqualTo(2);
        assertThat(first.original()).isEqualTo("h ỗ");
    }

    @Test
    void theEndOfALineOrPageInsideATornWordFollowsIt() {
        String text = "h\nỗ trợ doanh nghip\nh\fỗ trợ doanh nghip";
        assertThat(new TextRestoration(restorer)
                        .restore(text, Optional.of(Damage.RUINED))
                        .text())
                .isEqualTo("hỗ\n trợ doanh nghiệp\nhỗ\f trợ doanh nghiệp");
    }

    @Test
    void partsWordsThatRanTogether() {
        assertThat(restored("thuc hién nhiém vu phat trién dé thi valinhhoat trong quan ly", Damage.RUINED))
                .isEqualTo("thực hiện nhiệm vụ phát triển đô thị và linh hoạt trong quản lý");
    }

    @Test
    void partsAStringWhoseBlanksWereAllLost() {
        assertThat(restored("tu nguonthuhopphapciadonvi theo quy dinh", Damage.RUINED))
                .isEqualTo("từ nguồn thu hợp pháp của đơn vị theo quy định");
        assertThat(restored("CONGHOAXAHOICHUNGHIAVIETNAM", Damage.RUINED))
                .isEqualTo("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
        assertThat(restored("thudc BoGiaoDucvaDaoTao quan ly", Damage.RUINED))
                .isEqualTo("thuộc Bộ Giáo Dục và Đào Tạo quản lý");
    }

    @Test
    void aLongWordOfAnotherLanguageIsNotCut() {
        String text = restored("chat trifluoroethane va Administration cua hydrochlorofluorocarbons", Damage.RUINED);

        assertThat(text).contains("trifluoroethane", "Administration", "hydrochlorofluorocarbons");
    }

    @Test
    void partsWordsBetweenWhichSpecksStandForBlanksAndFiguresForLetters() {
        assertThat(restored("theo quy dinh cua phap luat:c6lién quan", Damage.RUINED))
                .isEqualTo("theo quy định của pháp luật: có liên quan");
        assertThat(restored("Théng tu nay duc-x4¢.dinh nhu sau", Damage.RUINED)).contains("được xác định");
        assertThat(restored("chinh sach h6trodoanh nghiép nho", Damage.RUINED)).contains("hỗ trợ doanh nghiệp");
    }

    @Test
    void codesOfSmallLettersStayAsTheyAre() {
        assertThat(restored("tai khoan abc-xyz12 va hé thong e-office4 cua don vi", Damage.RUINED))
                .contains("abc-xyz12", "e-office4");
        assertThat(restored("gui vé dia chi vanthu1@congbao.gov.vn truoc ngay", Damage.RUINED))
                .contains("vanthu1@congbao.gov.vn");
    }

    @Test
    void aFigureThatRanTogetherWithTheWordsBesideItIsPartedFromThem() {
        assertThat(restored("theo quy dinh tai khoan1Diéu6 cua Luat nay", Damage.RUINED))
                .isEqualTo("theo quy định tại khoản 1 Điều 6 của Luật này");
    }

    @Test
    void keepsCodesAndFiguresOfARuinedText() {
        String out = restored("Nghj djnh so 108/2014/ND-CP ngày 20/11/2014 cüa ChInh phü, 95,5% TTHC", Damage.RUINED);
        assertThat(out).contains("108/2014/NĐ-CP", "20/11/2014", "95,5%", "TTHC");
    }

    @Test
    void aSignThatIsReadForABlankIsABlankAgain() {
        assertThat(restored("Xay dung ké-hoach cai.cach hanh'chinh va bao cdo UBND tinh", Damage.RUINED))
                .isEqualTo("Xây dựng kế hoạch cải cách hành chính và báo cáo UBND tỉnh");
        assertThat(restored("ban hanh ngay 20-thang 10-nam 2031 theo Diéu-5", Damage.RUINED))
                .isEqualTo("ban hành ngày 20 tháng 10 năm 2031 theo Điều 5");
    }

    @Test
    void aSignWhoseBlankWasLostHasItAgain() {
        assertThat(restored("don vi chu tri:Van phong,cac so lap ké hoach.Cac don vi phéi hop", Damage.RUINED))
                .isEqualTo("đơn vị chủ trì: Văn phòng, các sở lập kế hoạch. Các đơn vị phối hợp");
    }

    @Test
    void whatIsWrittenWithASignInsideKeepsIt() {
        assertThat(restored(
                        "giai doan 2021-nay day nghé theo mô-dun, chup X-quang, phong chéng Covid-19, theo 12/QD-TTg,"
                                + " tai http://abc.example.vn va tinh Ba Ria-Vung Tau",
                        Damage.RUINED))
                .contains(
                        "2021-nay", "mô-đun", "X-quang", "Covid-19", "12/QĐ-TTg", "http://abc.example.vn", "Rịa-Vũng");
    }

    @Test
    void aSignThatIsLeftOfALetterIsNotTakenForABlank() {
        assertThat(restored("co quan, tô chi'rc va don vi tri.rc thuoc", Damage.RUINED))
                .isEqualTo("cơ quan, tổ chức và đơn vị trực thuộc");
    }

    @Test
    void aSignThatStandsAloneForALetterIsAWord() {
        assertThat(restored("lay ¥ kién cac don vi, gui ho so @ noi cu tru", Damage.RUINED))
                .isEqualTo("lấy ý kiến các đơn vị, gửi hồ sơ ở nơi cư trú");
    }

    @Test
    void aFigureWhereOnlyAWordCanStandIsThatWord() {
        assertThat(restored("thuc hién mét 86 nhiém vu; che d6 dai ngo, cac co 86 y té & nhà & xã hoi", Damage.RUINED))
                .startsWith("thực hiện một số nhiệm vụ; chế độ đãi ngộ, các cơ sở y tế");
    }

    @Test
    void whatIsLeftOfAWordAtTheEndOfASentenceIsThatWord() {
        String document = "Ban Quán 1' các Khu công nghiep tiep nhan, xü 1' phan anh; Ban Quán 1' các Khu công"
                + " nghiep gui ket qua xü 1' phan anh tai Ban Quán 1'.";
        assertThat(text(adapted(document))).endsWith("gửi kết quả xử lý phản ánh tại Ban Quản lý.");
        assertThat(restored("Theo khoan 2 Dieu 1, khoan 3 Dieu 4, tai Phu luc 1.", Damage.RUINED))
                .isEqualTo("Theo khoản 2 Điều 1, khoản 3 Điều 4, tại Phụ lục 1.");
    }

    @Test
    void aFigureWhereOneCanStandIsAFigure() {
        String text = "6. Tinh co 86 xa, 14 phuong va 16 du an; khoan 6 Diéu 46, Mau so 06; ngay 16 thang 6";
        assertThat(text(adapted("moi ho ngheo co 1 - 3 con"))).isEqualTo("mỗi hộ nghèo có 1 - 3 con");
        assertThat(restored("moi ho co 1 - 3 con", Damage.RUINED)).endsWith(" có 1 - 3 con");
        assertThat(restored(text, Damage.RUINED))
                .isEqualTo("6. Tỉnh có 86 xã, 14 phường và 16 dự án; khoản 6 Điều 46, Mẫu số 06; ngày 16 tháng 6");
    }

    @Test
    void aUnitAfterAFigureIsAUnit() {
        assertThat(restored("duong rong 3 m, xe 5 m3 chở cat", Damage.RUINED)).contains(" 5 m3 ");
        assertThat(restored("chở chat long: o1 m3 dug tinh bang o1 tan", Damage.RUINED))
                .contains(" m3 ");
    }

    @Test
    void aNumberThatRanTogetherWithItsWordIsPartedFromIt() {
        assertThat(restored(
                        "Nghi dinh s6-78/2002/ND-CP, Thong tu s6.77/2021/TT-BCA, Luat s622/2023/QH15, Diéu12 va khoan2",
                        Damage.RUINED))
                .isEqualTo(
                        "Nghị định số 78/2002/NĐ-CP, Thông tư số 77/2021/TT-BCA, Luật số 22/2023/QH15, Điều 12 và khoản 2");
    }

    @Test
    void aDigitAtTheEndOfAShortWordIsItsLetter() {
        assertThat(restored("cong kha4 minh bach cac thong tin", Damage.RUINED))
                .isEqualTo("công khai minh bạch các thông tin");
    }

    @Test
    void theYearTellsTheTermInTheNumberOfALaw() {
        assertThat(restored("Luat so 90/2025/QHis va Luat so 88/2015/QHi3", Damage.RUINED))
                .isEqualTo("Luật số 90/2025/QH15 và Luật số 88/2015/QH13");
    }

    @Test
    void aForeignNameThatTheDocumentHasAgainAndAgainStaysAsItIs() {
        String text = "san phdm Halal la san pham dugc danh gia; dau chung nhan Halal; tiéu chudn Halal quéc gia;"
                + " co so cung cap dich vu Halal dap ung yéu cau Halal";
        assertThat(adapted(text))
                .filteredOn(token -> token.original().startsWith("Halal"))
                .hasSize(5)
                .noneMatch(RestoredToken::changed);
    }

    @Test
    void whatADocumentHasAgainAndAgainIsReadAsItIsReadOnce() {
        String sentence = "cé quan quän lÿ nhà nu6c vé công tâc nây ";
        assertThat(text(adapted(sentence))).isEqualTo("cơ quan quản lý nhà nước về công tác này");
        assertThat(text(adapted(sentence.repeat(20)))).startsWith("cơ quan quản lý nhà nước về công tác này");
    }

    @Test
    void aStringWithoutEndStaysAsItIs() {
        String endless = "a-".repeat(200_000) + "b";
        assertThat(restored("ké-hoach cai-cach " + endless, Damage.RUINED)).isEqualTo("kế hoạch cải cách " + endless);
    }

    @Test
    void learnsFromATextHowItWasDamaged() {
        // An engine that reads ê as w everywhere: only the whole text gives that away.
        String text = "thực hiwn kw hoạch cải cách, triwn khai kiwm tra viwc thực hiwn nhiwm vụ, điwu hành, kiwm soát,"
                + " hiwu quả công viwc, kwt quả thực hiwn, viwn chức, chuywn viwn";
        List<Token> tokens = tokens(text);
        String out = restorer.adaptedTo(List.of(tokens)).restore(tokens, Damage.RUINED).stream()
                .map(RestoredToken::text)
                .collect(Collectors.joining(" "));
        assertThat(out).contains("thực hiện kế hoạch", "kiểm soát", "kết quả thực hiện", "chuyên viên");
    }

    @Test
    void readsCapitalsBesideCapitalsAsWordsAndNotAsAbbreviations() {
        assertThat(restored("KE HOACH XAY DUNG DUONG GIAO THONG", Damage.RUINED))
                .isEqualTo("KẾ HOẠCH XÂY DỰNG ĐƯỜNG GIAO THÔNG");
        assertThat(restored("giao cho UBND cac huyen bao cao", Damage.RUINED)).contains("UBND");
    }
}
