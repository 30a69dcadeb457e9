package vn.trich.models.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PieceScannerTest {

    @ParameterizedTest
    @CsvSource({
        "đồng/m2, WORD:đồng SIGN:/ CODE:m2",
        "chính/BQP, WORD:chính SIGN:/ WORD:BQP",
        "5%/năm, NUMBER:5% SIGN:/ WORD:năm",
        "hành17, WORD:hành NUMBER:17",
        "(10)Đánh, SIGN:( NUMBER:10 SIGN:) WORD:Đánh",
        "tên(1):, WORD:tên SIGN:( NUMBER:1 SIGN:) STOP::",
    })
    void wordsBesideFiguresAndCodesAreWords(String text, String pieces) {
        assertThat(pieces(text)).isEqualTo(pieces);
    }

    @ParameterizedTest
    @CsvSource({
        "12/2031/QĐ-UBND",
        "KH-SNV",
        "m2",
        "CO2",
        "lienhe@tinh.example.vn",
        "www.tinh.example.vn/van-ban",
        "https://tinh.example.vn/tin/bai-viet",
    })
    void documentNumbersUnitsAndAddressesStayWhole(String text) {
        assertThat(pieces(text)).isEqualTo("CODE:" + text);
    }

    private static String pieces(String text) {
        List<Piece> pieces = PieceScanner.scan(text);
        return String.join(
                " ",
                pieces.stream()
                        .map(piece -> piece.kind() + ":" + text.substring(piece.start(), piece.end()))
                        .toList());
    }
}
