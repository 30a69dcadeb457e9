package vn.trich.models.restore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpeltAbbreviationsTest {

    @Test
    void anAbbreviationHasTheLettersOfTheWordsBeforeIt() {
        assertThat(told("số vụ tai nạn lao động (TNLD), bệnh nghề nghiệp"))
                .isEqualTo("số vụ tai nạn lao động (TNLĐ), bệnh nghề nghiệp");
        assertThat(told("đơn vị vận động (DVVD)")).isEqualTo("đơn vị vận động (ĐVVĐ)");
    }

    @Test
    void itHasThemWhereverElseTheTextHasIt() {
        assertThat(told("TNLD tăng. Tai nạn lao động (TNLD) giảm, TNLD; hồ sơ TNLD."))
                .isEqualTo("TNLĐ tăng. Tai nạn lao động (TNLĐ) giảm, TNLĐ; hồ sơ TNLĐ.");
    }

    @Test
    void wordsMayStandBetween() {
        assertThat(told("Ban chỉ đạo (sau đây gọi tắt là BCD)")).isEqualTo("Ban chỉ đạo (sau đây gọi tắt là BCĐ)");
    }

    @Test
    void smallWordsArePassedOver() {
        assertThat(told("Giáo dục và Đào tạo (GDDT)")).isEqualTo("Giáo dục và Đào tạo (GDĐT)");
    }

    @Test
    void aPlainDStaysOne() {
        assertThat(told("sử dụng đất (SDĐ) và dân dụng (DD)")).isEqualTo("sử dụng đất (SDĐ) và dân dụng (DD)");
    }

    @Test
    void otherWordsBeforeItSayNothing() {
        assertThat(told("theo quy định (TNLD) hiện hành")).isEqualTo("theo quy định (TNLD) hiện hành");
        assertThat(told("(TNLD)")).isEqualTo("(TNLD)");
    }

    private static String told(String text) {
        List<RestoredToken> tokens = new ArrayList<>();
        for (String word : text.split(" ")) {
            tokens.add(new RestoredToken(tokens.size(), tokens.size() + 1, word, word, 1));
        }
        return String.join(
                " ",
                SpeltAbbreviations.told(tokens).stream()
                        .map(RestoredToken::text)
                        .toList());
    }
}
