package vn.trich.pipeline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.trich.models.encoding.LegacyDecoder;
import vn.trich.models.encoding.LegacyEncoding;
import vn.trich.models.encoding.VietnameseForm;

class TextDecodingTest {

    private static final String TEXT =
            "Kế hoạch cải cách hành chính năm sau của Ban Quản lý\nCác phòng chuyên môn báo cáo kết quả thực hiện"
                    + " nhiệm vụ được giao trước ngày 15 tháng 12, gửi Văn phòng tổng hợp, trình lãnh đạo xem xét.\n";

    private final TextDecoding decoding = new TextDecoding();

    @Test
    void unicodeProvesItself() {
        assertThat(decoding.decode(TEXT.getBytes(StandardCharsets.UTF_8))).contains(TEXT);
        assertThat(decoding.decode(("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_8)))
                .contains(TEXT);
        assertThat(decoding.decode(("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_16LE)))
                .contains(TEXT);
        assertThat(decoding.decode(TEXT.getBytes(StandardCharsets.UTF_16))).contains(TEXT);
    }

    @Test
    void theTextOfOldWindowsWithMarksOfTheirOwnIsComposed() {
        // Windows-1258 has the letters with their shape, and the five tones as marks that follow.
        byte[] bytes = inWindows1258(TEXT);

        assertThat(decoding.decode(bytes).map(VietnameseForm::of)).contains(TEXT);
    }

    @Test
    void theTextOfAFontFromBeforeUnicodeKeepsItsCodes() {
        // The codes of the standard TCVN 5712, third set.
        byte[] bytes = tcvn3("KÕ ho¹ch c¶i c¸ch hµnh chÝnh n¨m sau cña Ban Qu¶n lý, c¸c phßng chuyªn m«n b¸o c¸o");

        String text = decoding.decode(bytes).orElseThrow();

        assertThat(LegacyDecoder.load().decode(text, LegacyEncoding.TCVN3, false))
                .isEqualTo("Kế hoạch cải cách hành chính năm sau của Ban Quản lý, các phòng chuyên môn báo cáo");
    }

    @Test
    void whatAnEngineForAnotherLanguageLeftIsText() {
        String ruins = "Ké hoach cài cách hành chinh nam sau cùa Ban Quàn ly, các phòng chuyên môn bào cáo kêt quà";

        assertThat(decoding.decode(ruins.getBytes(Charset.forName("windows-1252"))))
                .contains(ruins);
    }

    @Test
    void textOfAnotherScriptIsNotGuessed() {
        byte[] bytes = "Отчёт о выполнении плана за второй квартал".getBytes(Charset.forName("windows-1251"));

        assertThat(decoding.decode(bytes)).isEmpty();
    }

    private static byte[] tcvn3(String codes) {
        return codes.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] inWindows1258(String text) {
        Charset charset = Charset.forName("windows-1258");
        List<String> tones = List.of("\u0300", "\u0301", "\u0303", "\u0309", "\u0323");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int c : text.codePoints().toArray()) {
            String parts = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD);
            String tone = tones.stream().filter(parts::contains).findFirst().orElse("");
            String letter = tone.isEmpty() ? parts : parts.replace(tone, "");
            bytes.writeBytes((Normalizer.normalize(letter, Normalizer.Form.NFC) + tone).getBytes(charset));
        }
        return bytes.toByteArray();
    }
}
