package vn.trich.pipeline.outline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SymbolEvidenceTest {

    private final SymbolEvidence evidence = new SymbolEvidence(new DocumentTypes());

    @ParameterizedTest
    @CsvSource({
        "123/UBND-NG, 123/UBND-NC",
        "45/2020/TT-BVT, 45/2020/TT-BYT",
        "12/QĐ-SŸT, 12/QĐ-SYT",
        "7/UBND-KĐ, 7/UBND-KĐ",
        "14/CT-TTq, 14/CT-TTg",
        "20/SYT-NVV, 20/SYT-NVY",
        "30c/NQ-CD, 30c/NQ-CP",
        "51-CT/TỪ, 51-CT/TU",
        "22-QĐĐ/TW, 22-QĐ/TW",
        "22-QĐ/TW, 22-QĐ/TW",
        "9/S5TC-NS, 9/STC-NS",
        "9/ỤSTC-TH, 9/STC-TH",
        "123/UBND-NC, 123/UBND-NC",
        "30/2020/NĐ-CP, 30/2020/NĐ-CP",
        "9/QĐ-XYZW, 9/QĐ-XYZW"
    })
    void aPartUnlikeAnyKnownOneIsReadAsTheOneItLooksLike(String read, String meant) {
        assertThat(evidence.repaired(read, "", Map.of())).isEqualTo(meant);
    }

    @Test
    void whatThePaperNamesElsewhereAndWhoIssuedItAreEvidence() {
        assertThat(evidence.repaired("5/QĐ-BQLDG", "", Map.of())).isEqualTo("5/QĐ-BQLDG");
        assertThat(evidence.repaired("5/QĐ-BQLDG", "", Map.of("BQLDC", 3L))).isEqualTo("5/QĐ-BQLDC");
        assertThat(evidence.repaired("5/UBND-NG", "", Map.of("NG", 2L))).isEqualTo("5/UBND-NC");
        assertThat(evidence.repaired("5/QĐ-HDL", "Hội Du lịch", Map.of())).isEqualTo("5/QĐ-HDL");
        assertThat(evidence.repaired("5/QĐ-NDL", "Hội Du lịch", Map.of())).isEqualTo("5/QĐ-HDL");
    }
}
