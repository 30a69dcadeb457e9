package vn.trich.pipeline.outline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LabelJudgeTest {

    @Test
    void nestsAPlan() {
        assertThat(judge("I. MỤC TIÊU", "1. Chung", "2. Cụ thể", "a) Một", "b) Hai", "II. NỘI DUNG", "1. Đầu"))
                .containsExactly("0 I", "1 1", "1 2", "2 a", "2 b", "0 II", "1 1");
    }

    @Test
    void nestsArticlesInChaptersWhoseNumbersRunOn() {
        assertThat(judge(
                        "Chương I QUY ĐỊNH CHUNG",
                        "Điều 1. Phạm vi",
                        "1. Quy chế này",
                        "a) Một",
                        "Điều 2. Đối tượng",
                        "Chương II NỘI DUNG",
                        "Điều 3. Nguyên tắc"))
                .containsExactly("0 Chương I", "1 Điều 1", "2 1", "3 a", "1 Điều 2", "0 Chương II", "1 Điều 3");
    }

    @Test
    void nestsRomanSectionsInAnArticleThatHoldsAWholePlan() {
        assertThat(judge("Điều 1. Phê duyệt", "I. QUAN ĐIỂM", "1. Một", "II. MỤC TIÊU", "Điều 2. Hiệu lực"))
                .containsExactly("0 Điều 1", "1 I", "2 1", "1 II", "0 Điều 2");
    }

    @Test
    void readsDamagedRomanNumeralsByTheirPlace() {
        assertThat(judge("I. MỤC ĐÍCH", "IL NHIỆM VỤ", "I1I. GIẢI PHÁP", "1V. KINH PHÍ", "V. TỔ CHỨC", "YL HIỆU LỰC"))
                .containsExactly("0 I", "0 II", "0 III", "0 IV", "0 V", "0 VI");
    }

    @Test
    void readsANumeralThatRanIntoItsHeading() {
        assertThat(judge(
                        "I. MỤC ĐÍCH",
                        "1. Một",
                        "II. NHIỆM VỤ",
                        "IIIGIẢI PHÁP",
                        "IVKINH PHÍ",
                        "VINH QUANG THAY",
                        "V. TỔ CHỨC"))
                .containsExactly("0 I", "1 1", "0 II", "0 III", "0 IV", "0 V");
    }

    @Test
    void readsDamagedFiguresByTheirPlace() {
        assertThat(judge("l. Một việc", "2. Hai việc", "3. Ba việc", "4. Bốn việc", "S. Năm việc", "ó. Sáu việc"))
                .containsExactly("0 1", "0 2", "0 3", "0 4", "0 5", "0 6");
    }

    @Test
    void followsTheVietnameseAlphabet() {
        assertThat(judge("a) Một", "b) Hai", "c) Ba", "d) Bốn", "đ) Năm", "e) Sáu", "g) Bảy", "h) Tám", "i) Chín"))
                .containsExactly("0 a", "0 b", "0 c", "0 d", "0 đ", "0 e", "0 g", "0 h", "0 i");
    }

    @Test
    void restoresTheBarOfAPoint() {
        assertThat(judge("a) Một", "b) Hai", "c) Ba", "d) Bốn", "d) Năm", "e) Sáu"))
                .containsExactly("0 a", "0 b", "0 c", "0 d", "0 đ", "0 e");
    }

    @Test
    void putsDottedNumbersBelowTheirNumber() {
        assertThat(judge("I. CHUNG", "1. Đầu", "1.1. Một", "1.1.1 Nhỏ", "1.2. Hai", "2. Sau", "2.1- Ba"))
                .containsExactly("0 I", "1 1", "2 1.1", "3 1.1.1", "2 1.2", "1 2", "2 2.1");
    }

    @Test
    void partsNumbersThatRanTogetherWhereTheSequenceSaysSo() {
        assertThat(judge("2. Sau", "2.1. Một", "2.1.1. Đầu", "2.12. Hai", "21.3. Ba", "2.1.4. Bốn", "22. Sau nữa"))
                .containsExactly("0 2", "1 2.1", "2 2.1.1", "2 2.1.2", "2 2.1.3", "2 2.1.4", "1 2.2");
    }

    @Test
    void takesNoFigureOrDateForALabel() {
        assertThat(judge("I. CHUNG", "2022. của Chính phủ", "15. tháng sau", "II. RIÊNG"))
                .containsExactly("0 I", "0 II");
    }

    @Test
    void bearsALostLabel() {
        assertThat(judge("1. Một", "2. Hai", "4. Bốn", "5. Năm")).containsExactly("0 1", "0 2", "0 4", "0 5");
    }

    @Test
    void readsPartsInWords() {
        assertThat(judge("Phần thứ nhất", "I. MỘT", "Phần thứ hai", "I. HAI"))
                .containsExactly("0 Phần thứ nhất", "1 I", "0 Phần thứ hai", "1 I");
    }

    private static List<String> judge(String... lines) {
        List<LabelCandidate> candidates = Arrays.stream(lines)
                .map(line -> new LabelCandidate(LabelGrammar.read(line), 2.0))
                .toList();
        return new LabelJudge()
                .judge(candidates).stream()
                        .flatMap(Optional::stream)
                        .map(j -> j.depth() + " " + j.reading().text())
                        .toList();
    }
}
