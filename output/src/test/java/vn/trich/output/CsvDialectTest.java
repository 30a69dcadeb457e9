package vn.trich.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvDialectTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+84 123",
                "-5% so với năm trước",
                "@SUM(A1)",
                "\tx",
                "\rx",
                "\nx",
                "=",
                "=cmd|' /C calc'!A0",
                "--5",
                "'=already",
                "'-",
                "''=x"
            })
    void aCellThatCouldBeAFormulaIsGuardedAndComesBack(String text) {
        String cell = CsvDialect.guard(text);
        assertThat("=+-@\t\r\n".indexOf(cell.charAt(0))).isNegative();
        assertThat(CsvDialect.unguard(cell)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Rà soát", "5-6", "'trích dẫn'", "a=b", "– đã là gạch dài"})
    void otherTextStaysAsItIs(String text) {
        assertThat(CsvDialect.guard(text)).isEqualTo(text);
        assertThat(CsvDialect.unguard(text)).isEqualTo(text);
    }

    @Test
    void theDashOfAListItemBecomesAnEnDash() {
        assertThat(CsvDialect.guard("- Một;\n- Hai: 2-3")).isEqualTo("– Một;\n– Hai: 2-3");
        assertThat(CsvDialect.guard("-Sở Nội vụ")).isEqualTo("–Sở Nội vụ");
        assertThat(CsvDialect.guard("-")).isEqualTo("–");
        assertThat(CsvDialect.guard("Tăng\n-3%")).isEqualTo("Tăng\n-3%");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-nháp.pdf", "- ghi chú.pdf", "=1+1.txt", "'-a.pdf", "@b.png", "+84.pdf"})
    void theNameOfAFileKeepsEveryLetter(String name) {
        String cell = CsvDialect.guardName(name);
        assertThat("=+-@".indexOf(cell.charAt(0))).isNegative();
        assertThat(CsvDialect.unguard(cell)).isEqualTo(name);
    }

    @Test
    void severalValuesArePartedBySemicolonAndBlank() {
        assertThat(CsvDialect.join(List.of("Lưu: VT; TH", "Như trên"))).isEqualTo("Lưu: VT, TH; Như trên");
        assertThat(CsvDialect.join(List.of())).isEmpty();
    }
}
