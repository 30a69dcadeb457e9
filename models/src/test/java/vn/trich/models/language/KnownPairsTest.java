package vn.trich.models.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Words that stand side by side in administrative text, and words that never do. */
class KnownPairsTest {

    private final KnownPairs pairs = KnownPairs.load();

    @Test
    void wordsOfOneTermAreAPairInAnyCase() {
        assertThat(pairs.contains("kế", "hoạch")).isTrue();
        assertThat(pairs.contains("KẾ", "HOẠCH")).isTrue();
        assertThat(pairs.contains("Ủy", "ban")).isTrue();
    }

    @Test
    void withAWrongMarkTheyAreNone() {
        assertThat(pairs.contains("kể", "hoách")).isFalse();
        assertThat(pairs.contains("nhiễm", "vũ")).isFalse();
        assertThat(pairs.contains("hoạch", "qwrtz")).isFalse();
    }

    @Test
    void textOfPossibleSyllablesThatNobodyWritesIsRuined() {
        String good =
                "Các phòng chuyên môn xây dựng kế hoạch thực hiện nhiệm vụ được giao và báo cáo kết quả về Văn phòng để "
                        + "tổng hợp trình Ủy ban nhân dân tỉnh xem xét quyết định theo quy định của pháp luật hiện hành";
        String wrong =
                "Cạc phỏng chuyển mộn xây dừng kể hoách thức hiền nhiễm vũ đước giảo và bạo cào kệt quà vẻ Vằn phóng đễ "
                        + "tống hớp trính Ủy bán nhận dẫn tịnh xém xệt quyệt đĩnh thẻo quỷ đỉnh cúa phạp luất hiền hánh";
        TrustAssessor assessor = TrustAssessor.load();

        assertThat(assessor.assess(good).verdict()).isEqualTo(TextTrust.Verdict.GOOD);
        assertThat(assessor.assess(wrong).verdict()).isEqualTo(TextTrust.Verdict.RUINED);
    }
}
