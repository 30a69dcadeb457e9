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
    void aDeputyMinisterIsReadThoughTheMarksOfTheWordWereLost() {
        assertThat(read("KT. BỘ TRƯỞNG", "THỦ TRƯỞNG", "", "Lý Thu Bình").position())
                .isEqualTo("Thứ trưởng");
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
        "Đăng Thu Bình, Đặng Thu Bình",
        "guyễn Thu Bình, Nguyễn Thu Bình",
        "ạ m Thu Bình, Phạm Thu Bình",
        "rân Thu Bình, Trần Thu Bình",
        ".LýThuBình, Lý Thu Bình",
        "BSCKII. Lý Thu Bình, Lý Thu Bình",
        "ThS.BS. Lý Thu Bình, Lý Thu Bình",
        "PGS.TS Lý Thu Bình, Lý Thu Bình",
        "Thiếu tướng Lý Thu Bình, Lý Thu Bình",
        "ĐẠI TÁ LÝ THU BÌNH, LÝ THU BÌNH",
        "Y Thu Niê, Y Thu Niê",
        "=-Đ-.. Đífh Thu Bình, Đinh Thu Bình",
        "Si: Thu Bình, Siu Thu Bình",
        "lê Thu Bình, Lê Thu Bình",
        "'I,ý Thu Bình', Lý Thu Bình",
        "Šsor Thu Bình, Ksor Thu Bình",
        "Lượng Thu Bình, Lương Thu Bình"
    })
    void aNameIsFreedOfSpecksAndCompletedWhereOneFamilyNameFits(String line, String name) {
        assertThat(read("GIÁM ĐỐC", "", line).name()).isEqualTo(name);
    }

    @Test
    void aDeputyIsReadThoughSpecksStandBeforeOrInTheWords() {
        for (String spoilt : List.of("; PHÓ BÍ THƯ", "PHÓ`BÍ THƯ", "Ó BÍ THƯ")) {
            assertThat(read("T/M BAN THƯỜNG VỤ", spoilt, "", "Lý Thu Bình").position())
                    .as(spoilt)
                    .isEqualTo("Phó bí thư");
        }
    }

    @Test
    void aPartyCommitteeSignsWithASlashWhateverWasReadForIt() {
        List<FlowLine> lines = Flow.of(Sheets.printed()
                        .page("   ".repeat(13) + "“T/M-BAN THƯỜNG VỤ\n" + "   ".repeat(13) + "BÍ THƯ")
                        .reading())
                .stream()
                .map(FlowLine.class::cast)
                .toList();
        assertThat(READER.read(lines, "Tỉnh ủy Bến Mẫu"))
                .extracting(Signature::authority, Signature::position)
                .containsExactly("T/M Ban Thường vụ", "Bí thư");
    }

    @Test
    void aNameThatHadToBeCompletedIsDoubted() {
        assertThat(read("GIÁM ĐỐC", "", "guyễn Thu Bình").doubts()).containsExactly("signer unsure");
    }

    @Test
    void aNameThatSeveralFamiliesCouldBeginIsNotMadeUp() {
        assertThat(read("GIÁM ĐỐC", "", "ương Thu Bình").name()).isEmpty();
    }

    @Test
    void aPositionWhoseLettersAreMixedIsNoName() {
        assertThat(read("GIÁM ĐỐC", "", "Phó GIÁM B Ø").name()).isEmpty();
    }

    @Test
    void theLinesOfAnElectronicSignatureAreNoNameButForThePersonTheyName() {
        assertThat(read("GIÁM ĐỐC", "Signature Not Verified", "", "Lý Thu Bình").name())
                .isEqualTo("Lý Thu Bình");
        assertThat(read("GIÁM ĐỐC", "Ký bởi: Nông Thu Bình", "Ngày ký: 05-03-2024")
                        .name())
                .isEqualTo("Nông Thu Bình");
        assertThat(read("GIÁM ĐỐC", "Người ký: Sở Nội vụ", "Signature Not Verified")
                        .name())
                .isEmpty();
    }

    @Test
    void whatIsLeftOfAWrittenSignBeforeTheHeadSaysThatADeputySigns() {
        for (String before : List.of("VI, ", "tt. ", "V¬ ,", "vY + ")) {
            assertThat(read(before + "GIÁM ĐỐC", "", "Lý Thu Bình"))
                    .as(before)
                    .extracting(Signature::authority, Signature::position)
                    .containsExactly("KT. Giám đốc", "Phó giám đốc");
        }
    }

    @Test
    void aJudgeSignsAsOne() {
        assertThat(read("THẨM PHÁN", "", "Lý Thu Bình"))
                .extracting(Signature::authority, Signature::position, Signature::name)
                .containsExactly("", "Thẩm phán", "Lý Thu Bình");
    }
}
