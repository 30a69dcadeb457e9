package vn.trich.corpus.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.trich.corpus.chance.Dice;
import vn.trich.corpus.paper.Inline;

class FormsTest {

    private static Map<String, String> deadlines() {
        DueForms forms = new DueForms(new Dice(1), 2024, "Bộ Y tế");
        Map<String, String> seen = new HashMap<>();
        for (int i = 0; i < 6000; i++) {
            DueForms.Deadline due = forms.any();
            seen.put(due.text(), due.data());
        }
        return seen;
    }

    @Test
    void deadlinesMeanWhatTheContractSays() {
        assertThat(deadlines())
                .containsEntry("Quý II", "quarter 2024-04-01 2024-06-30 -")
                .containsEntry("Quý I-IV năm 2024", "quarter 2024-01-01 2024-12-31 -")
                .containsEntry("Quý II, quý IV/2024", "quarter 2024-04-01 2024-06-30 -")
                .containsEntry("Trong năm 2024", "year 2024-01-01 2024-12-31 -")
                .containsEntry("Tháng 9/2024", "month 2024-09-01 2024-09-30 -")
                .containsEntry("Năm 2024-2026", "period 2024-01-01 2026-12-31 -")
                .containsEntry("Năm 2024 và các năm tiếp theo", "period 2024-01-01 - -")
                .containsEntry("6 tháng đầu năm", "half 2024-01-01 2024-06-30 -")
                .containsEntry("Thường xuyên", "ongoing - - -")
                .containsEntry("Định kỳ, đột xuất", "periodic - - -")
                .containsEntry("Hằng quý", "periodic - - P3M")
                .containsEntry("Sau khi có quyết định phê duyệt", "event - - -")
                .containsEntry("Theo kế hoạch của Bộ Y tế", "per_plan - - -")
                .containsEntry("Trước ngày 31/12 hằng năm", "date - 2024-12-31 P1Y");
    }

    @Test
    void quantitiesMeanWhatTheContractSays() {
        TargetForms forms = new TargetForms(new Dice(2));
        for (int i = 0; i < 2000; i++) {
            for (TargetForms.Quantity quantity : List.of(forms.share(), forms.lowShare(), forms.change())) {
                assertThat(quantity.comparator()).as(quantity.text()).isEqualTo(comparator(quantity.text()));
                String value = quantity.value().replace('.', ',');
                assertThat(quantity.text()).contains(value + "%");
            }
        }
    }

    private static String comparator(String text) {
        if (text.contains("tối thiểu")
                || text.contains("ít nhất")
                || text.contains("trở lên")
                || text.contains("không dưới")) {
            return ">=";
        }
        if (text.contains("không quá") || text.contains("không vượt quá") || text.contains("tối đa")) {
            return "<=";
        }
        if (text.contains("đến")) {
            return "range";
        }
        return text.contains("dưới") ? "<" : text.contains("trên") || text.contains("hơn") ? ">" : "=";
    }

    @Test
    void aRangeOfCountsHasBothEnds() {
        TargetForms forms = new TargetForms(new Dice(3));
        for (int i = 0; i < 500; i++) {
            TargetForms.Quantity count = forms.count("lớp tập huấn", 2, 6);
            assertThat(count.unit()).isEqualTo("lớp_tập_huấn");
            assertThat(count.high().equals("-")).isEqualTo(!count.comparator().equals("range"));
        }
    }

    @Test
    void numbersAndDatesArePrintedAsTheDecreeAsks() {
        assertThat(NumberForms.padded(5)).isEqualTo("05");
        assertThat(NumberForms.grouped(1849000)).isEqualTo("1.849.000");
        assertThat(NumberForms.decimal(12345, 1, ',')).isEqualTo("1.234,5");
        assertThat(NumberForms.decimal(12345, 2, '.')).isEqualTo("123.45");
        assertThat(NumberForms.point(5)).isEqualTo("đ");
        assertThat(NumberForms.longDate(LocalDate.of(2020, 1, 5))).isEqualTo("ngày 05 tháng 01 năm 2020");
        assertThat(NumberForms.longDate(LocalDate.of(2020, 4, 15))).isEqualTo("ngày 15 tháng 4 năm 2020");
    }

    @Test
    void theOlderPlacementOfMarksChangesOpenSyllablesOnly() {
        assertThat(NumberForms.olderPlacement("Ủy ban nhân dân tỉnh Hòa Bình, quý I, toàn khóa, thủy lợi, HÒA"))
                .isEqualTo("Uỷ ban nhân dân tỉnh Hoà Bình, quý I, toàn khoá, thuỷ lợi, HOÀ");
    }

    @Test
    void markupKeepsGoalsMentionsAndNotesApart() {
        String mention = Markup.mention(
                new Inline.Mention("Kế hoạch", "1/KH-UBND", "2024-01-02", "Ủy ban", "Kế hoạch số 1/KH-UBND"));
        String text = "Theo " + mention + ", " + Markup.goal("level = 5 - lớp", "", "mở 05 lớp") + Markup.note(1) + ".";
        assertThat(Markup.plain(text)).isEqualTo("Theo Kế hoạch số 1/KH-UBND, mở 05 lớp.");
        assertThat(Markup.parse(text).parts())
                .hasAtLeastOneElementOfType(Inline.Goal.class)
                .hasAtLeastOneElementOfType(Inline.Mention.class)
                .hasAtLeastOneElementOfType(Inline.NoteMark.class);
    }
}
