package vn.trich.pipeline.outline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.trich.models.gazetteer.Gazetteer;
import vn.trich.output.Box;
import vn.trich.output.WordSource;
import vn.trich.pipeline.page.Word;

/** What the lines of a document's head say, whole and damaged. */
class HeadGrammarTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Số: 15/QĐ-BNV | 15/QĐ-BNV",
                "Số:     /KH-BQLKKT | /KH-BQLKKT",
                "Số:......../KH-UBND | /KH-UBND",
                "S6: 607 /KH-KKTKCN | 607/KH-KKTKCN",
                "Số : 359/KH-SYT | 359/KH-SYT",
                "Số 15-HD/TU | 15-HD/TU",
                "Số: 457UBND-NC | 457/UBND-NC",
                ".Số: 27/KH-UBND | 27/KH-UBND",
                "Số: 27/ỤSTC-NC | 27/ỤSTC-NC",
                "Số: 27/Ä/TB-STC | 27/TB-STC",
                "Số: 12 / KH - SYT | 12/KH-SYT",
                "Số: 3l/TTr-SNV | 31/TTr-SNV",
                "Số: 30/2020/NĐ-CP | 30/2020/NĐ-CP",
                "Số: 607 /KH-SXD Đà Lạt, ngày | 607/KH-SXD",
                "Số: 73.KH-SVHTTDL | 73/KH-SVHTTDL",
                "On /KH-SNV | /KH-SNV",
            })
    void readsNumbers(String line, String number) {
        assertThat(NumberGrammar.read(words(line)))
                .get()
                .extracting(NumberGrammar.Numbered::number)
                .isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"Sở Nội vụ", "Số lượng hồ sơ", "So với năm 2022"})
    void takesNoOtherLineForANumber(String line) {
        assertThat(NumberGrammar.read(words(line))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Đà Lạt, ngày 05 tháng 01 năm 2021 | Đà Lạt | 2021-01-05",
                "Gia Lai, ngày tháng 9 năm 2022 | Gia Lai | 2022-09",
                "Gia Lai, ngày … tháng … năm 2022 | Gia Lai | 2022",
                "Khanh Hoa, ngay 25 thangi2 nam 2023 | Khanh Hoa | 2023-12-25",
                "TP. Hồ Chí Minh, ngày 1 tháng 12 năm 2019 | TP. Hồ Chí Minh | 2019-12-01",
                "Hà Nội, ngày.//9 (hang 01 na/n 2022 | Hà Nội | 2022-01",
                "Hà Nội, ngày//9 (hạng 01 năm/n 2022 | Hà Nội | 2022-01",
                "An Mẫu, ngàyAD tháng 12 năm 2017 | An Mẫu | 2017-12",
                "An Mẫu, ngày {), tháng 10 năm 2017 | An Mẫu | 2017-10",
                "An Mẫu, ngày 30 tháng 6 năm 202] | An Mẫu | 2021-06-30",
                "An Mẫu, ngà Ÿ tháng 11 năm 2017 | An Mẫu | 2017-11",
                "Hà Nội, ngày 31 tháng 02 năm 2022 | Hà Nội | 2022-02",
                "Lam Hải, ngày 15 thúng 3 năm 2012 | Lam Hải | 2012-03-15",
                "Lam Hải, ngùy....... tháng 01 năm 2026 | Lam Hải | 2026-01",
            })
    void readsPlaceAndDate(String line, String place, String date) {
        assertThat(PlaceAndDate.find(line)).get().satisfies(found -> {
            assertThat(found.place()).isEqualTo(place);
            assertThat(found.date()).isEqualTo(date);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BAN QUẢN LÝ CÁC KHU CÔNG NGHIỆP | Ban Quản lý các Khu công nghiệp",
                "ỦY BAN NHÂN DÂN TỈNH ĐỒNG NAI | Ủy ban nhân dân tỉnh Đồng Nai",
                "UBND TỈNH KIÊN GIANG | UBND tỉnh Kiên Giang",
                "SỞ Y TẾ | Sở Y tế",
                "SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH | Sở Văn hóa, Thể thao và Du lịch",
                "BỘ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI | Bộ Lao động - Thương binh và Xã hội",
                "THỦ TƯỚNG CHÍNH PHỦ | Thủ tướng Chính phủ",
                "HUYỆN ỦY TRẢNG BOM | Huyện ủy Trảng Bom",
                "TRUNG TÂM Y TẾ HUYỆN PHÚ QUỐC | Trung tâm Y tế huyện Phú Quốc",
                "Sở Nội vụ | Sở Nội vụ",
                "UBNDTỈNH THÁIBÌNH | UBND tỉnh Thái Bình",
            })
    void putsAgenciesIntoNormalCase(String capitals, String normal) {
        assertThat(new AgencyCase(new KnownNames(Gazetteer.load())).of(capitals))
                .isEqualTo(normal);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ỦY BAN NHÂN DÂN TỈNH VĨNH | Vĩnh Long | ỦY BAN NHÂN DÂN TỈNH VĨNH LONG",
                "ỦY BAN NHÂN DÂN HUYỆN ĐÔNG HY | Đồng Hỷ | ỦY BAN NHÂN DÂN HUYỆN ĐỒNG HỶ",
                "UBND TỈNH BÌNH DƯƠNG | Thủ Dầu Một | UBND TỈNH BÌNH DƯƠNG",
                "SỞ Y TẾ | Vĩnh Long | SỞ Y TẾ",
            })
    void completesACommitteesPlaceByThePlaceOfIssue(String name, String place, String whole) {
        assertThat(new AgencyCase(new KnownNames(Gazetteer.load())).withPlace(name, place))
                .isEqualTo(whole);
    }

    @Test
    void partsTheTwoColumnsOfALine() {
        FlowLine line = line("UBND TINH LAM HAI CONG HOA XA HQI CHU NGHIA VIET NAM");
        assertThat(HeadPieces.of(line))
                .extracting(p -> p.kind() + " " + p.line().text())
                .containsExactly("OTHER UBND TINH LAM HAI", "MOTTO CONG HOA XA HQI CHU NGHIA VIET NAM");
    }

    @Test
    void leavesOutADayWrittenByHandWhoseFiguresAreHigherThanTheYears() {
        List<Word> set = words("An Mẫu, ngày 20 tháng 3 năm 2018");
        List<Word> written = new java.util.ArrayList<>(set);
        written.set(3, Word.read("20", new Box(0, 0, 6, 13), 0.95, WordSource.OCR, Word.Style.UNKNOWN));

        assertThat(PlaceAndDate.find(printed(set)).orElseThrow().date()).isEqualTo("2018-03-20");
        assertThat(PlaceAndDate.find(printed(written)).orElseThrow().date()).isEqualTo("2018-03");
    }

    @Test
    void leavesANumberOpenWhoseFiguresWereWrittenByHandAndBadlyRead() {
        assertThat(number(word("Số:", 10, 0.95), word("12", 10, 0.5), word("/KH-SNV", 10, 0.9)))
                .isEqualTo("12/KH-SNV");
        assertThat(number(word("Số:", 10, 0.95), word("12", 15, 0.5), word("/KH-SNV", 10, 0.9)))
                .isEqualTo("/KH-SNV");
        assertThat(number(word("Số:", 10, 0.95), word("12", 15, 0.9), word("/KH-SNV", 10, 0.9)))
                .isEqualTo("12/KH-SNV");
    }

    private static String number(Word... words) {
        HeadZone.Builder zone = new HeadZone.Builder();
        zone.number(NumberGrammar.read(List.of(words)).orElseThrow(), List.of(words));
        return zone.build(List.of(), new AgencyCase(new KnownNames(Gazetteer.load())))
                .number();
    }

    private static Word word(String text, double height, double confidence) {
        return Word.read(text, new Box(0, 0, 20, height), confidence, WordSource.OCR, Word.Style.UNKNOWN);
    }

    private static FlowLine printed(List<Word> words) {
        FlowLine line = line("x");
        return new FlowLine(1, words, line.box(), line.margins(), 1, true, false, line.kind());
    }

    private static FlowLine line(String text) {
        List<Word> words = words(text);
        Box box = words.stream().map(Word::box).reduce(Box::union).orElseThrow();
        return new FlowLine(
                1, words, box, new Margins(0, 480, 12, true), 1, true, true, vn.trich.pipeline.layout.Line.Kind.BODY);
    }

    private static List<Word> words(String text) {
        return Arrays.stream(text.split("\\s+"))
                .map(w -> Word.read(w, new Box(0, 0, 6, 10), 0.9, WordSource.OCR, Word.Style.UNKNOWN))
                .toList();
    }

    @Test
    void aDistrictIsNoMisreadProvince() {
        KnownNames names = new KnownNames(Gazetteer.load());
        assertThat(names.province("Ninh Phước")).isEmpty();
        assertThat(names.province("Bịnh Phước")).contains("Bình Phước");
        assertThat(names.province("Hà Tỉnh")).contains("Hà Tĩnh");
    }
}
