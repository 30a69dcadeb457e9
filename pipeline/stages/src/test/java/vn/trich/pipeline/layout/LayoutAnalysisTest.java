package vn.trich.pipeline.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.trich.output.Box;
import vn.trich.output.PageRegion;
import vn.trich.pipeline.page.PageText;
import vn.trich.pipeline.page.Word;
import vn.trich.pipeline.table.PageSketch;

class LayoutAnalysisTest {

    private static final String[] OPENINGS = {
        "Rà soát các văn bản còn hiệu lực",
        "Báo cáo kết quả quý trước cho đoàn",
        "Mở lớp tập huấn ở hai huyện",
        "Kinh phí lấy từ nguồn chi thường xuyên",
        "Phụ lục gồm những việc sau đây"
    };

    private static List<Line> lines(PageSketch sketch) {
        return new LayoutAnalysis().apply(List.of(sketch.page())).pages().get(0).lines();
    }

    private static List<Line> lines(PageText page) {
        return new LayoutAnalysis().apply(List.of(page)).pages().get(0).lines();
    }

    private static List<String> texts(List<Line> lines) {
        return lines.stream().map(Line::text).toList();
    }

    @Test
    void theTwoHalvesOfADocumentHeadAreSeparateLinesLeftBeforeRight() {
        PageSketch page = PageSketch.portrait(1)
                .text(80, 60, "ỦY BAN NHÂN DÂN")
                .text(280, 60, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
                .text(90, 76, "TỈNH LAM SƠN")
                .text(330, 76, "Độc lập - Tự do - Hạnh phúc")
                .text(80, 140, "Kế hoạch này nêu rõ việc phải làm, ai làm và khi nào xong trong năm");

        assertThat(texts(lines(page)))
                .containsExactly(
                        "ỦY BAN NHÂN DÂN",
                        "TỈNH LAM SƠN",
                        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                        "Độc lập - Tự do - Hạnh phúc",
                        "Kế hoạch này nêu rõ việc phải làm, ai làm và khi nào xong trong năm");
    }

    @Test
    void numberAndDateComeBehindTheNamesOfAgencyAndState() {
        PageSketch page = PageSketch.portrait(1)
                .text(80, 60, "ỦY BAN NHÂN DÂN")
                .text(280, 60, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
                .text(90, 76, "TỈNH LAM SƠN")
                .text(330, 76, "Độc lập - Tự do - Hạnh phúc")
                .text(90, 104, "Số: 12/UBND-VX")
                .text(330, 104, "Lam Sơn, ngày 02 tháng 3 năm 2023")
                .text(85, 118, "V/v sửa mái đình làng");

        assertThat(texts(lines(page)))
                .containsExactly(
                        "ỦY BAN NHÂN DÂN",
                        "TỈNH LAM SƠN",
                        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                        "Độc lập - Tự do - Hạnh phúc",
                        "Số: 12/UBND-VX",
                        "Lam Sơn, ngày 02 tháng 3 năm 2023",
                        "V/v sửa mái đình làng");
    }

    @Test
    void aBlankLeftForTheNumberDoesNotPartTheLine() {
        PageSketch page = PageSketch.portrait(1).text(80, 60, "Số:").text(150, 60, "/KH-UBND");

        assertThat(texts(lines(page))).containsExactly("Số: /KH-UBND");
    }

    @Test
    void aLineThatSlopesALittleStaysOneLine() {
        PageSketch page = PageSketch.portrait(1);
        String[] words = "một dòng chữ hơi nghiêng trên tờ giấy đặt lệch vẫn là một dòng".split(" ");
        double x = 60;
        for (int i = 0; i < words.length; i++) {
            page.text(x, 100 + 0.9 * i, words[i]);
            page.text(x, 114 + 0.9 * i, words[i].toUpperCase(java.util.Locale.ROOT));
            x += 6 * (words[i].length() + 1);
        }

        assertThat(texts(lines(page)))
                .containsExactly(
                        String.join(" ", words), String.join(" ", words).toUpperCase(java.util.Locale.ROOT));
    }

    @Test
    void wordsOnBothSidesOfARuleAreDifferentLines() {
        PageSketch page = PageSketch.portrait(1);
        page.table(100, new double[] {60, 120, 300}, new String[] {"ab", "cd"}, new String[] {"ef", "gh"});

        assertThat(texts(lines(page))).containsExactly("ab", "cd", "ef", "gh");
    }

    @Test
    void pageNumbersCountOnAndMayBeginAgainInAnAppendix() {
        int[] printed = {1, 2, 3, 1, 2};
        List<PageText> pages = new ArrayList<>();
        for (int p = 0; p < printed.length; p++) {
            pages.add(PageSketch.portrait(p + 1)
                    .text(295, 40, String.valueOf(printed[p]))
                    .text(80, 80, OPENINGS[p])
                    .text(80, 95, "1")
                    .page());
        }

        List<PageLayout> layouts = new LayoutAnalysis().apply(pages).pages();

        assertThat(layouts).allSatisfy(page -> {
            assertThat(page.lines().get(0).kind()).isEqualTo(Line.Kind.PAGE_NUMBER);
            assertThat(page.lines()).filteredOn(l -> l.kind() == Line.Kind.BODY).hasSize(2);
        });
    }

    @Test
    void aHeadRepeatedOverPagesWithACountingPartIsARunningHead() {
        List<PageText> pages = new ArrayList<>();
        for (int p = 1; p <= 4; p++) {
            pages.add(PageSketch.portrait(p)
                    .text(200, 40, "TẬP SAN SỐ 12 Ngày 0" + p)
                    .text(80, 90, OPENINGS[p])
                    .page());
        }

        assertThat(new LayoutAnalysis().apply(pages).pages())
                .allSatisfy(page -> assertThat(page.lines())
                        .extracting(Line::kind)
                        .containsExactly(Line.Kind.RUNNING_HEAD, Line.Kind.BODY));
    }

    @Test
    void theRecipientsAreReadBeforeTheSignatureBesideThemWhateverThePitchOfTheirLines() {
        PageSketch page = PageSketch.portrait(1)
                .text(80, 100, "Kế hoạch này nêu rõ việc phải làm, ai làm và khi nào xong trong năm")
                .text(330, 126, "TM. ỦY BAN NHÂN DÂN")
                .text(80, 134, "Nơi nhận:")
                .text(345, 142, "KT. CHỦ TỊCH")
                .text(80, 150, "- Như trên;")
                .text(335, 158, "PHÓ CHỦ TỊCH")
                .text(80, 164, "- Các phòng;")
                .text(80, 178, "- Lưu: VT.")
                .text(335, 240, "Đoàn Văn Sông");

        assertThat(texts(lines(page)))
                .containsExactly(
                        "Kế hoạch này nêu rõ việc phải làm, ai làm và khi nào xong trong năm",
                        "Nơi nhận:",
                        "- Như trên;",
                        "- Các phòng;",
                        "- Lưu: VT.",
                        "TM. ỦY BAN NHÂN DÂN",
                        "KT. CHỦ TỊCH",
                        "PHÓ CHỦ TỊCH",
                        "Đoàn Văn Sông");
    }

    @Test
    void whatStandsBelowTheFootFromSideToSideIsReadBehindIt() {
        PageSketch page = PageSketch.portrait(1)
                .text(80, 134, "Nơi nhận:")
                .text(345, 142, "CHỦ TỊCH")
                .text(80, 150, "- Lưu: VT.")
                .text(335, 200, "Đoàn Văn Sông")
                .text(250, 300, "PHỤ LỤC I")
                .text(80, 330, "Kèm theo kế hoạch này");

        assertThat(texts(lines(page)))
                .containsExactly(
                        "Nơi nhận:", "- Lưu: VT.", "CHỦ TỊCH", "Đoàn Văn Sông", "PHỤ LỤC I", "Kèm theo kế hoạch này");
    }

    @Test
    void linesUnderAShortRuleThatBeginWithAMarkAreFootnotes() {
        PageSketch page = PageSketch.portrait(1)
                .text(80, 100, "Nội dung chính của trang nằm ở phần trên")
                .across(700, 80, 200)
                .text(80, 706, "1 Số liệu do đơn vị báo cáo")
                .text(80, 720, "và chưa được kiểm tra lại.");

        assertThat(lines(page))
                .extracting(Line::kind)
                .containsExactly(Line.Kind.BODY, Line.Kind.FOOTNOTE, Line.Kind.FOOTNOTE);
    }

    @Test
    void figuresThatPointToFootnotesAreSetRightByTheFootnotes() {
        PageSketch page = PageSketch.portrait(1)
                .text(80, 100, "Đã mở 12 lớp tập huấn các loại!. Xã “Tân An” và")
                .text(80, 116, "hai xã bên đạt chuẩn2, ba xã chưa' đạt, theo lời ông Tư: “Còn chậm”.")
                .across(700, 80, 200)
                .text(80, 706, "1 Không kể lớp mở ở huyện.")
                .text(80, 720, "2 Theo quyết định của tỉnh.")
                .text(80, 734, "ˆ Đến hết quý ba.");

        assertThat(texts(lines(page)))
                .containsExactly(
                        "Đã mở 12 lớp tập huấn các loại1. Xã “Tân An” và",
                        "hai xã bên đạt chuẩn2, ba xã chưa3 đạt, theo lời ông Tư: “Còn chậm”.",
                        "1 Không kể lớp mở ở huyện.",
                        "2 Theo quyết định của tỉnh.",
                        "3 Đến hết quý ba.");
    }

    @Test
    void strokesStayWhereFootnotesDoNotTellWhichFiguresTheyAre() {
        PageSketch page = PageSketch.portrait(1)
                .text(80, 100, "Đã mở 12 lớp tập huấn các loại! ở hai xã' bên")
                .across(700, 80, 200)
                .text(80, 706, "1 Không kể lớp mở ở huyện.");

        assertThat(texts(lines(page)).get(0)).isEqualTo("Đã mở 12 lớp tập huấn các loại! ở hai xã' bên");
    }

    @Test
    void smallerLinesUnderAShortRuleAreFootnotesEvenIfTheirMarkWasMisread() {
        PageSketch page = printed().across(700, 80, 200).size(8);
        page.text(80, 706, "c© nhật theo báo cáo của đơn vị").text(80, 720, ", ˆ Chưa kể hai xã vùng sâu");

        assertThat(lines(page))
                .extracting(Line::kind)
                .containsSubsequence(Line.Kind.BODY, Line.Kind.FOOTNOTE, Line.Kind.FOOTNOTE);
    }

    @Test
    void aSmallBlockSetApartAtTheFootThatBeginsWithAMarkIsAFootnoteWhereItsRuleWasLost() {
        PageSketch page = printed().size(8).text(80, 730, "1 Số liệu do đơn vị báo cáo");

        assertThat(lines(page).get(lines(page).size() - 1).kind()).isEqualTo(Line.Kind.FOOTNOTE);
    }

    @Test
    void theUnderlinedHeadingOfASmallListOfRecipientsBeginsNoFootnotes() {
        PageSketch page =
                printed().text(80, 690, "Nơi nhận:").across(701, 80, 145).size(8);
        page.text(80, 710, "- Ban Tuyên huấn thị ủy,").text(80, 722, "- Lưu Văn phòng.");

        assertThat(lines(page)).extracting(Line::kind).containsOnly(Line.Kind.BODY);
    }

    @Test
    void inPlainTextAFootnoteIsKnownByTheMarkThatStandsInTheTextAbove() {
        PageText page = PageSketch.plainText(
                1, "Cả năm đạt tám phần mười số hộ1 trong xã.", "", "1 Không kể hộ vắng nhà", "lâu ngày.");

        assertThat(lines(page))
                .extracting(Line::kind)
                .containsExactly(Line.Kind.BODY, Line.Kind.FOOTNOTE, Line.Kind.FOOTNOTE);
    }

    @Test
    void inPlainTextTheRowsOfATableAreNoFootnotes() {
        PageText page = PageSketch.plainText(
                1, "Gồm hai việc sau:", "1", "", "1 Sửa mái đình làng", "1.1 Mua ngói", "2 Mở lớp");

        assertThat(lines(page)).extracting(Line::kind).containsOnly(Line.Kind.BODY);
    }

    /** A page with some lines of its usual size. */
    private static PageSketch printed() {
        PageSketch page = PageSketch.portrait(1);
        for (int i = 0; i < 6; i++) {
            page.text(80, 100 + 18 * i, OPENINGS[i % OPENINGS.length] + " và những nơi còn lại");
        }
        return page;
    }

    @Test
    void whatWasReadFromAStampIsNoiseAndTheNameUnderItIsNot() {
        PageSketch page = PageSketch.portrait(1)
                .region(PageRegion.Kind.STAMP, new Box(300, 600, 420, 720))
                .confidence(0.2)
                .text(330, 620, "ỡNu")
                .confidence(0.9)
                .text(310, 700, "Lê Văn Thử");

        assertThat(lines(page)).extracting(Line::kind).containsExactly(Line.Kind.NOISE, Line.Kind.BODY);
    }

    @Test
    void everyWordIsInExactlyOneLine() {
        PageSketch sketch = PageSketch.landscape(1).text(50, 30, "một hai ba").text(50, 33, "chồng lên nhau");
        sketch.table(100, new double[] {60, 90, 300, 500}, new String[] {"1", "hai ba/bốn", "năm"});
        PageText page = sketch.page();

        List<Word> inLines = new LayoutAnalysis()
                .apply(List.of(page)).pages().get(0).lines().stream()
                        .flatMap(l -> l.words().stream())
                        .toList();

        assertThat(inLines).containsExactlyInAnyOrderElementsOf(page.words());
    }
}
