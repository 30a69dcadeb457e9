package vn.trich.models.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.trich.models.encoding.LegacyEncoding;
import vn.trich.models.language.TextTrust.Verdict;

class TrustAssessorTest {

    private static final String GOOD =
            "Các phòng, đơn vị trực thuộc căn cứ nhiệm vụ được giao, xây dựng kế hoạch cụ thể"
                    + " để tổ chức thực hiện, bảo đảm đúng tiến độ và báo cáo kết quả về Văn phòng trước ngày 15 hằng tháng.";

    private final TrustAssessor assessor = TrustAssessor.load();

    @Test
    void trustsTextWithItsMarks() {
        assertThat(assessor.assess(GOOD).verdict()).isEqualTo(Verdict.GOOD);
    }

    @Test
    void noticesThatMarksAreGone() {
        TextTrust trust = assessor.assess(Letters.bare(GOOD));
        assertThat(trust.verdict()).isEqualTo(Verdict.STRIPPED);
        assertThat(trust.marklessShare()).isGreaterThanOrEqualTo(0.25);
    }

    @Test
    void noticesThatEverySecondWordLostItsMarks() {
        StringBuilder half = new StringBuilder();
        int i = 0;
        for (String word : GOOD.split(" ")) {
            half.append(i++ % 2 == 0 ? Letters.bare(word) : word).append(' ');
        }
        assertThat(assessor.assess(half.toString()).isUnusable()).isTrue();
    }

    @Test
    void noticesWhatAnEngineForAnotherLanguageLeft() {
        String ruined = "Cäc phöng, don vj trtrc thuOc can cir nhim vi dugc giao, xây dimg ké hoach cu thê dé to chtrc"
                + " thrc hin, bao dam düng tin d và báo cáo két qua vê Van phông truôc ngày 15 häng tháng.";
        assertThat(assessor.assess(ruined).verdict()).isEqualTo(Verdict.RUINED);
    }

    @Test
    void tellsTheLegacyEncodings() {
        TextTrust tcvn = assessor.assess("C¨n cø LuËt Tæ chøc ChÝnh phñ; theo ®Ò nghÞ cña Bé tr−ëng Bé Néi vô vÒ viÖc");
        assertThat(tcvn.verdict()).isEqualTo(Verdict.LEGACY);
        assertThat(tcvn.encoding()).contains(LegacyEncoding.TCVN3);
        TextTrust vni = assessor.assess(
                "Caên cöù Luaät Toå chöùc Chính phuû; theo ñeà nghò cuûa Boä tröôûng Boä Noäi vuï veà vieäc");
        assertThat(vni.encoding()).contains(LegacyEncoding.VNI);
    }

    @Test
    void leavesOtherLanguagesAlone() {
        String english = "The Department of Home Affairs is responsible for the implementation of this plan and shall"
                + " report the results to the committee before the end of each quarter of the year.";
        assertThat(assessor.assess(english).verdict()).isEqualTo(Verdict.FOREIGN);
        assertThat(assessor.assess("El señor José Peña vive en São Paulo con la señora Núñez desde el año pasado")
                        .encoding())
                .isEmpty();
    }

    @Test
    void doesNotJudgeAFewCodes() {
        assertThat(assessor.assess("15/2020/QĐ-UBND 1 2 3 4,5 KH-BQL").verdict())
                .isEqualTo(Verdict.UNKNOWN);
    }
}
