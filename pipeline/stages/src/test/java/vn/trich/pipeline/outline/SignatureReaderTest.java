package vn.trich.pipeline.outline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.trich.models.gazetteer.Gazetteer;
import vn.trich.pipeline.outline.SignatureReader.Signature;

/** Given the lines of a signature as a seal and a pen left them, it says who signed. */
class SignatureReaderTest {

    private static final SignatureReader READER =
            new SignatureReader(new TitleReader(), new AgencyCase(new KnownNames(Gazetteer.load())));

    private static Signature read(String... lines) {
        List<FlowItem> flow = Flow.of(Sheets.printed()
                .page("   ".repeat(13) + String.join("\n" + "   ".repeat(13), lines))
                .reading());
        return READER.read(flow.stream().map(FlowLine.class::cast).toList(), "");
    }

    @Test
    void noPositionIsGuessedThatTheIssuerDoesNotHave() {
        List<FlowLine> lines = Flow.of(
                        Sheets.printed().page("   ".repeat(13) + "XƯỞNG TRƯỞNG").reading())
                .stream()
                .map(FlowLine.class::cast)
                .toList();
        List<FlowLine> minister = Flow.of(
                        Sheets.printed().page("   ".repeat(13) + "IBỘ TRƯỞNG").reading())
                .stream()
                .map(FlowLine.class::cast)
                .toList();

        assertThat(READER.read(lines, "Trường Đại học Bến Mẫu").position()).isNotEqualTo("Bộ trưởng");
        assertThat(READER.read(minister, "Bộ Nội vụ").position()).isEqualTo("Bộ trưởng");
        assertThat(READER.read(minister, "Sở Nội vụ").position()).isEmpty();
    }

    @Test
    void aMisreadLetterBeforeTheHeadStillSaysThatADeputySigns() {
        assertThat(read("VT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "", "Lý Thu Bình"))
                .extracting(Signature::authority, Signature::position)
                .containsExactly("KT. Giám đốc", "Phó giám đốc");
    }

    @Test
    void whoSignsForTheHeadIsTheDeputyThoughTheSealSpoiltTheWord() {
        for (String spoilt :
                List.of("P. ó CHỦ TỊCH", "DHÓ CHỦ TỊCH", "PIIÓ CHỦ TỊCH", "3 CHỦ TỊCH", "PHÓ CHỦ gi", "“Hồ CHỦ TỊCH")) {
            Signature signature = read("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", spoilt, "", "", "Lý Thu Bình");
            assertThat(signature.authority()).isEqualTo("TM. Ủy ban nhân dân KT. Chủ tịch");
            assertThat(signature.position()).as(spoilt).isEqualTo("Phó chủ tịch");
            assertThat(signature.name()).isEqualTo("Lý Thu Bình");
        }
    }

    @Test
    void scrapsOfASealBesideAPositionAreNoPartOfIt() {
        assertThat(read("TM. ỦY BAN NHÂN DÂN", "Zz\" CHỦ TỊCH th", "", "Lý Thu Bình")
                        .position())
                .isEqualTo("Chủ tịch");
        assertThat(read("KT. TRƯỞNG BAN", "N H A N D A N * PHÓ TRƯỞNG BAN", "", "Lý Thu Bình")
                        .position())
                .isEqualTo("Phó trưởng ban");
    }

    @Test
    void aPositionThatWasNotReadFollowsFromTheFormAndIsDoubted() {
        Signature signature = read("KT. BỘ TRƯỞNG", "", "", "Lý Thu Bình");
        assertThat(signature.position()).isEqualTo("Thứ trưởng");
        assertThat(signature.doubts()).containsExactly("position not read");
    }

    @Test
    void whatWasReadWellIsNotDoubted() {
        assertThat(read("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "", "Lý Thu Bình").doubts())
                .isEmpty();
    }

    @Test
    void twoPositionsOneBelowTheOtherMeanThatTheUpperIsSignedFor() {
        assertThat(read("'T. GIÁM ĐỐC", "ˆ GIÁM ĐỐC", "", "Lý Thu Bình"))
                .extracting(Signature::authority, Signature::position)
                .containsExactly("KT. Giám đốc", "Phó giám đốc");
    }

    @Test
    void noDeputyIsMadeUpWhereNobodySignsForAnother() {
        assertThat(read("GIÁM ĐỐC", "", "Lý Thu Bình"))
                .extracting(Signature::authority, Signature::position)
                .containsExactly("", "Giám đốc");
    }

    @ParameterizedTest
    @CsvSource({
        "= Nông Thu Bình, Nông Thu Bình",
        "õ Thu Bình, Võ Thu Bình",
        "TS. Lý Thu Bình, Lý Thu Bình",
        ".T§ Võ Thu Bình, Võ Thu Bình",
        "Nguyên Thu Bình, Nguyễn Thu Bình",
        "Đăng Thu Bình, Đặng Thu Bình"
    })
    void aNameIsFreedOfSpecksAndCompletedWhereOneFamilyNameFits(String line, String name) {
        assertThat(read("GIÁM ĐỐC", "", line).name()).isEqualTo(name);
    }

    @Test
    void aNameThatSeveralFamiliesCouldBeginIsNotMadeUp() {
        assertThat(read("GIÁM ĐỐC", "", "ương Thu Bình").name()).isEmpty();
    }
}
