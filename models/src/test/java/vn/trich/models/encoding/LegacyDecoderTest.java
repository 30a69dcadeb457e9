package vn.trich.models.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The formulas that head every paper are the yardstick: their bytes are known, whatever our tables say. */
class LegacyDecoderTest {

    private final LegacyDecoder decoder = LegacyDecoder.load();

    @Test
    void readsTcvn3() {
        assertThat(decoder.decode("Céng hoµ x· héi chñ nghÜa ViÖt Nam", LegacyEncoding.TCVN3, false))
                .isEqualTo("Cộng hoà xã hội chủ nghĩa Việt Nam");
        assertThat(decoder.decode("§éc lËp - Tù do - H¹nh phóc", LegacyEncoding.TCVN3, false))
                .isEqualTo("Độc lập - Tự do - Hạnh phúc");
    }

    @Test
    void readsTcvn3AsPdfReadersGiveIt() {
        assertThat(decoder.decode(
                        "Thñ t\u2212íng ChÝnh phñ, \u00AD\u00ADu tiªn, b\u2219i bá", LegacyEncoding.TCVN3, false))
                .isEqualTo("Thủ tướng Chính phủ, ưưu tiên, bãi bỏ");
    }

    @Test
    void readsCapitalFontsInUpperCase() {
        assertThat(decoder.decode("céng hoµ x· héi chñ nghÜa viÖt nam", LegacyEncoding.TCVN3, true))
                .isEqualTo("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    }

    @Test
    void readsVniTwoCharactersBeforeOne() {
        assertThat(decoder.decode("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", LegacyEncoding.VNI, false))
                .isEqualTo("Cộng hòa xã hội chủ nghĩa Việt Nam");
        assertThat(decoder.decode("ÑOÄC LAÄP - TÖÏ DO - HAÏNH PHUÙC", LegacyEncoding.VNI, false))
                .isEqualTo("ĐỘC LẬP - TỰ DO - HẠNH PHÚC");
    }

    @Test
    void readsViscii() {
        assertThat(decoder.decode("Cµng hòa xã hµi chü nghîa Vi®t Nam", LegacyEncoding.VISCII, false))
                .isEqualTo("Cộng hòa xã hội chủ nghĩa Việt Nam");
    }

    @Test
    void readsVps() {
        assertThat(decoder.decode("C¶ng hòa xã h¶i chû nghïa ViŒt Nam", LegacyEncoding.VPS, false))
                .isEqualTo("Cộng hòa xã hội chủ nghĩa Việt Nam");
    }

    @Test
    void leavesPlainLettersFiguresAndBlanks() {
        assertThat(decoder.decode("12/2004 abc XYZ", LegacyEncoding.TCVN3, false))
                .isEqualTo("12/2004 abc XYZ");
    }

    @Test
    void knowsFontsWithAndWithoutTheDot() {
        assertThat(LegacyFont.named("FBHPEM+VnTime")).contains(new LegacyFont(LegacyEncoding.TCVN3, false));
        assertThat(LegacyFont.named(".VnTime")).contains(new LegacyFont(LegacyEncoding.TCVN3, false));
        assertThat(LegacyFont.named(".VnTimeH,Bold")).contains(new LegacyFont(LegacyEncoding.TCVN3, true));
        assertThat(LegacyFont.named("FBHPFO+VnTimeHBold")).contains(new LegacyFont(LegacyEncoding.TCVN3, true));
        assertThat(LegacyFont.named(".Vn3DH")).contains(new LegacyFont(LegacyEncoding.TCVN3, true));
        assertThat(LegacyFont.named("VNI-Times")).contains(new LegacyFont(LegacyEncoding.VNI, false));
        assertThat(LegacyFont.named("TimesNewRomanPS-BoldMT")).isEmpty();
        assertThat(LegacyFont.named("Verdana")).isEmpty();
    }
}
