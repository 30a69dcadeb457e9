package vn.trich.pipeline.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class StrayMarksTest {

    private static final PixelBox BOX = new PixelBox(0, 0, 10, 10);

    @Test
    void dirtBesideAWordGoes() {
        assertThat(read("_Độc", "lập", "'Tổ", "đơn!", "|Kiểm", "ˆ07", "[nước", "thôn›"))
                .containsExactly("Độc", "lập", "Tổ", "đơn", "Kiểm", "07", "nước", "thôn");
    }

    @Test
    void whatBelongsToTheWordStays() {
        assertThat(read("M'gar", "“Một", "(TTHC)", "[1]", "35°", "100%", "kỳ;", "10.", "...", "30c/NQ-CP"))
                .containsExactly("M'gar", "“Một", "(TTHC)", "[1]", "35°", "100%", "kỳ;", "10.", "...", "30c/NQ-CP");
    }

    @Test
    void marksAloneGoUnlessTheyWereReadSurely() {
        assertThat(apply(0.4, "hòa", ".", "xã", "ˆ", "hội", "-", "chủ", "…"))
                .containsExactly("hòa", "xã", "hội", "-", "chủ", "…");
        assertThat(read("hòa", ":", "xã")).containsExactly("hòa", ":", "xã");
    }

    @Test
    void aStrokeAtTheHeadOfALineIsADash() {
        assertThat(read("=", "Bảo", "đảm", "=", "100%")).containsExactly("-", "Bảo", "đảm", "=", "100%");
        assertThat(read("_¬", "Xây", "dựng")).containsExactly("-", "Xây", "dựng");
        assertThat(read("+", "Xây", "dựng")).containsExactly("+", "Xây", "dựng");
    }

    private static List<String> read(String... words) {
        return apply(0.8, words);
    }

    private static List<String> apply(double confidence, String... words) {
        RecognisedLine line = new RecognisedLine(
                BOX,
                Arrays.stream(words)
                        .map(word -> new RecognisedWord(word, BOX, confidence, List.of()))
                        .toList());
        return new StrayMarks()
                .apply(line).words().stream().map(RecognisedWord::text).toList();
    }
}
