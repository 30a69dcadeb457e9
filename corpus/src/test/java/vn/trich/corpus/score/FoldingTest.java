package vn.trich.corpus.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FoldingTest {

    @ParameterizedTest
    @CsvSource({
        "hoà, hòa",
        "HOÁ, hóa",
        "thuý, thúy",
        "khoẻ, khỏe",
        "tòan, toàn",
        "qúy, quý",
        "gìa, già",
        "nứơc, nước",
        "chúôi, chuối",
        "ngòai, ngoài",
        "Uỷ, ủy",
        "khuỷu, khủyu",
        "gíêng, giếng"
    })
    void bothPlacesOfAToneMarkAreEqual(String one, String other) {
        assertThat(Folding.fold(one)).isEqualTo(Folding.fold(other));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hòa",
                "thúy",
                "khỏe",
                "toàn",
                "quý",
                "già",
                "nước",
                "chuối",
                "ngoài",
                "khuỷu",
                "giếng",
                "gì",
                "quả",
                "mía",
                "huệ",
                "thuở",
                "tiếng việt",
                "được",
                "ủy",
                "oải"
            })
    void wordsInTheirUsualSpellingStayAsTheyAre(String word) {
        assertThat(Folding.fold(word)).isEqualTo(word);
    }

    @ParameterizedTest
    @CsvSource({"má, mà", "bả, bạ", "đa, da", "cua, của", "hoa, hòa", "lưu, luu"})
    void otherWordsStayApart(String one, String other) {
        assertThat(Folding.fold(one)).isNotEqualTo(Folding.fold(other));
        assertThat(Folding.bare(one)).isEqualTo(Folding.bare(other));
    }

    @Test
    void caseFormAndPunctuationFold() {
        String decomposed = Normalizer.normalize("  «ĐƯỜNG-sắt»;\t1.849,5 km² ", Normalizer.Form.NFD);
        assertThat(Folding.fold(decomposed)).isEqualTo("đường sắt 1 849 5 km");
        assertThat(Folding.bare("ĐƯỜNG sắt")).isEqualTo("duong sat");
    }

    @Test
    void rawTextKeepsCaseAndMarksAndLosesOnlyWhiteSpace() {
        assertThat(Folding.foldSpace(" Số:\u00a012\f\n\tKẾ ")).isEqualTo("Số: 12 KẾ");
    }
}
