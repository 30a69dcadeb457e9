package vn.trich.pipeline.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.trich.models.gazetteer.Gazetteer;
import vn.trich.models.language.Syllables;
import vn.trich.output.CorrectedRecord;
import vn.trich.output.Correction;
import vn.trich.output.DocumentRecord;
import vn.trich.output.Trust;

class LessonsTest {

    private final Lessons lessons = new Lessons(Gazetteer.load(), Syllables.load());

    @Test
    void aSlipOrAShorteningOfAUnitsNameIsItsAlias() {
        learn(
                unit("Phòng Kế haach tổng hợp; Văn phòng", "Phòng Kế hoạch tổng hợp; Văn phòng"),
                unit("Phòng KHTH", "Phòng Kế hoạch tổng hợp"));
        assertThat(lessons.aliases())
                .isEqualTo(Map.of(
                        List.of("Phòng Kế haach tổng hợp", ""), "Phòng Kế hoạch tổng hợp",
                        List.of("Phòng KHTH", ""), "Phòng Kế hoạch tổng hợp"));
    }

    @Test
    void anotherUnitIsNoAlias() {
        learn(
                unit("Phòng Tổ chức", "Trung tâm Lưu trữ"),
                unit("Sở Nội vụ", "Sở Nội vị"),
                unit("Phòng A; Phòng B", "Phòng C"));
        assertThat(lessons.aliases()).isEmpty();
    }

    @Test
    void aWordThatIsNoneIsLearnedAndAWordThatIsOneIsNot() {
        learn(text("Rà soát cbínb sách, mau đơn", "Rà soát chính sách, mẫu đơn"));
        assertThat(lessons.words()).isEqualTo(Map.of("cbínb", "chính"));
    }

    @Test
    void whatIsTaughtInTwoWaysIsTold() {
        learn(text("cbínb sách", "chính sách"), text("cbínb đồ", "chinh đồ"));
        assertThat(lessons.words()).containsEntry("cbínb", "chính");
        assertThat(lessons.disputed())
                .containsExactly("'cbínb' was set to 'chính' and to 'chinh'; the first is learned");
    }

    private static Correction unit(String read, String right) {
        return new Correction("lead_units", right, read, List.of(), "corrections.csv");
    }

    private static Correction text(String read, String right) {
        return new Correction("task", right, read, List.of(), "corrections.csv");
    }

    private void learn(Correction... fields) {
        DocumentRecord d = DocumentRecord.failed("ab".repeat(32), "x.pdf", "application/pdf", "1", "s", "");
        lessons.learn(new DocumentRecord(
                d.documentId(),
                d.schemaVersion(),
                d.softwareVersion(),
                d.settings(),
                d.sourceFile(),
                d.sourceNames(),
                d.sha256(),
                d.mediaType(),
                1,
                d.textSource(),
                "",
                "Sở Du lịch",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                List.of(),
                "",
                d.meanOcrConfidence(),
                d.trust(),
                "",
                d.status(),
                List.of(),
                List.of(new CorrectedRecord("k1", Trust.FULL, List.of(fields))),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                ""));
    }
}
