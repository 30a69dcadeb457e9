package vn.trich.corpus.gold;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import vn.trich.output.CellRecord;
import vn.trich.output.ColumnRole;
import vn.trich.output.CorrectedRecord;
import vn.trich.output.Correction;
import vn.trich.output.DocumentRecord;
import vn.trich.output.Due;
import vn.trich.output.SectionRecord;
import vn.trich.output.TableRecord;
import vn.trich.output.TaskRecord;
import vn.trich.output.Trust;

class ReviewedGoldTest {

    private static final Trust READ = new Trust(0.8, List.of("odd words"));
    private static final Trust LOOKED_AT = new Trust(1, List.of());

    @Test
    void aConfirmedRowIsTrueAndTheRowsAroundItAreOpen() {
        GoldDocument gold = gold(new CorrectedRecord("k1", READ, List.of()));
        assertThat(gold.tasks()).hasSize(2);
        GoldTask confirmed = gold.tasks().get(0);
        assertThat(confirmed.texts().get(0)).isEqualTo(GoldText.of("Rà soát thủ tục"));
        assertThat(confirmed.lead()).contains(List.of("Văn phòng", "Sở Nội vụ"));
        assertThat(confirmed.due()).contains(new GoldDue("quarter", "2024-04-01", "2024-06-30", ""));
        GoldTask other = gold.tasks().get(1);
        assertThat(other.texts().get(0).isUndecidable()).isTrue();
        assertThat(other.lead()).isEmpty();
        assertThat(other.due()).isEmpty();
    }

    @Test
    void ofARecordStillDoubtedOnlyWhatWasSetRightIsTrue() {
        GoldDocument gold = gold(new CorrectedRecord(
                "k2",
                READ,
                List.of(new Correction("lead_units", "Văn phòng", "Văn phong", List.of(), "corrections.csv"))));
        GoldTask corrected = gold.tasks().get(1);
        assertThat(corrected.lead()).contains(List.of("Văn phòng"));
        assertThat(corrected.due()).isEmpty();
        assertThat(corrected.texts().get(0).isUndecidable()).isTrue();
    }

    @Test
    void whatAnAliasChangedNobodyLookedAt() {
        CorrectedRecord aliased = new CorrectedRecord(
                "k1", READ, List.of(new Correction("lead_units", "Văn phòng", "VP", List.of(), "aliases.csv")));
        assertThat(ReviewedGold.isReviewed(document(aliased))).isFalse();
        assertThat(gold(aliased).tasks().get(0).lead()).isEmpty();
    }

    @Test
    void aCorrectedHeadFieldIsTrueAndTheOthersAreOpen() {
        GoldDocument gold = gold(new CorrectedRecord(
                "", READ, List.of(new Correction("number", "12/KH-BQL", "l2/KH-BQL", List.of(), "corrections.csv"))));
        assertThat(gold.head().fields().keySet()).containsExactly(HeadField.NUMBER);
    }

    @Test
    void severalDocumentsOfAFileAreArticles() {
        CorrectedRecord confirmed = new CorrectedRecord("k1", READ, List.of());
        String html = new ReviewedGold().write(List.of(document(confirmed), document(confirmed)));
        assertThat(html).contains(ReviewedGold.MARK);
        assertThat(GoldReader.parse("two", html).documents()).hasSize(2);
    }

    private static GoldDocument gold(CorrectedRecord reviewed) {
        String html = new ReviewedGold().write(List.of(document(reviewed)));
        return GoldReader.parse("plan", html).documents().get(0);
    }

    private static DocumentRecord document(CorrectedRecord reviewed) {
        boolean head = reviewed.recordId().isEmpty();
        return new DocumentRecord(
                "00112233445566aa",
                DocumentRecord.SCHEMA_VERSION,
                "0.1.0",
                "",
                "plan.pdf",
                List.of("plan.pdf"),
                "00112233445566aa".repeat(4),
                "application/pdf",
                1,
                DocumentRecord.TextSource.OCR,
                "",
                "Ban Quản lý Cảng Mẫu",
                "12/KH-BQL",
                "Kế hoạch",
                "Cải cách năm 2024",
                "Mẫu",
                "2024-02-05",
                "",
                "",
                "",
                "",
                "",
                List.of(),
                "vi",
                OptionalDouble.empty(),
                head ? READ : LOOKED_AT,
                "",
                DocumentRecord.Status.OK,
                List.of(),
                List.of(reviewed),
                List.of(),
                List.of(new SectionRecord(
                        "s1",
                        "",
                        1,
                        1,
                        "Phụ lục",
                        SectionRecord.Kind.APPENDIX,
                        "Nhiệm vụ",
                        "",
                        List.of(),
                        1,
                        LOOKED_AT)),
                List.of(table()),
                List.of(
                        task("k1", 2, "Rà soát thủ tục", List.of("Văn phòng", "Sở Nội vụ"), LOOKED_AT),
                        task("k2", 3, "Tập huấn cán bộ", List.of("Văn phòng"), READ)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "");
    }

    private static TableRecord table() {
        List<CellRecord> cells = new ArrayList<>();
        String[][] texts = {
            {"STT", "Nhiệm vụ", "Chủ trì", "Thời gian"},
            {"1", "Rà soat thủ tục", "VP Sở Nội vụ", "Quý II"},
            {"2", "Tập huấn cán bộ", "Văn phong", "Quý III"}
        };
        for (int row = 0; row < texts.length; row++) {
            for (int column = 0; column < texts[row].length; column++) {
                cells.add(
                        new CellRecord(row + 1, column + 1, 1, 1, row == 0, texts[row][column], List.of(), 0.9, false));
            }
        }
        return new TableRecord(
                "t1",
                "s1",
                "",
                TableRecord.Kind.TASKS,
                3,
                4,
                1,
                List.of(ColumnRole.STT, ColumnRole.TASK, ColumnRole.LEAD, ColumnRole.DUE),
                List.of(),
                cells,
                LOOKED_AT);
    }

    private static TaskRecord task(String id, int row, String text, List<String> leads, Trust trust) {
        return new TaskRecord(
                id,
                TaskRecord.Source.TABLE,
                "t1",
                "s1",
                OptionalInt.of(row),
                Integer.toString(row - 1),
                List.of(),
                "",
                text,
                "",
                "",
                leads.stream().map(name -> new TaskRecord.UnitPart("u", name)).toList(),
                List.of(),
                new Due(
                        "Quý II",
                        Due.Kind.QUARTER,
                        Optional.of(LocalDate.of(2024, 4, 1)),
                        Optional.of(LocalDate.of(2024, 6, 30)),
                        ""),
                "",
                "",
                List.of(),
                trust);
    }
}
