package vn.trich.models.restore;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuinedNumbersTest {

    @ParameterizedTest
    @CsvSource({
        "90/2025/QHis, 90/2025/QH15",
        "22/2023/QH1s, 22/2023/QH15",
        "22/2023/QHyIs, 22/2023/QH15",
        "68/2006/QHn, 68/2006/QH11",
        "88/2015/QHs, 88/2015/QH13",
        "10/2020/UBTVQHl4, 10/2020/UBTVQH14",
        "90/2025/0H15, 90/2025/QH15",
        "90/202$/QHis, 90/2025/QH15"
    })
    void theYearTellsTheTermOfTheNationalAssembly(String read, String printed) {
        assertThat(RuinedNumbers.told(read)).isEqualTo(printed);
    }

    @Test
    void inAYearOfTwoTermsTheLastLetterTells() {
        assertThat(RuinedNumbers.told("31/2021/QHls")).isEqualTo("31/2021/QH15");
        assertThat(RuinedNumbers.told("31/2021/QHlA")).isEqualTo("31/2021/QH14");
        assertThat(RuinedNumbers.told("31/2021/QHl")).isEqualTo("31/2021/QHl");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"57/2024/QH19", "90/2025/QH1", "5/1993/QHi", "12/2045/QHis", "35/QH-is", "TT-BTC", "12/QĐ-BOP"})
    void whatNothingTellsStaysAsItWasRead(String read) {
        assertThat(RuinedNumbers.told(read)).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource({"Il, II", "lI, II", "Ill, III", "IIL, III"})
    void strokesBesideEachOtherAreARomanNumber(String read, String printed) {
        assertThat(RuinedNumbers.roman(read)).contains(printed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"I", "IV", "IT", "Là", "li", "1l", "IIII"})
    void whatIsNoRowOfTwoOrThreeStrokesIsNoSuchNumber(String read) {
        assertThat(RuinedNumbers.roman(read)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "01/2022/NB-CP, 01/2022/NĐ-CP",
        "167/QB-TTg, 167/QĐ-TTg",
        "148/2025/1T-BTC, 148/2025/TT-BTC",
        "03/2023/T'T-BCA, 03/2023/TT-BCA",
        "150/2025/TT-BOP, 150/2025/TT-BQP"
    })
    void partsOfSymbolsThatNothingElseIsLikeAreSetRight(String read, String printed) {
        assertThat(RuinedNumbers.told(read)).isEqualTo(printed);
    }
}
