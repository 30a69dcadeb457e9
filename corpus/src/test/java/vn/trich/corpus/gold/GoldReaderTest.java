package vn.trich.corpus.gold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class GoldReaderTest {

    private static GoldDocument read(String body) {
        return GoldReader.parse("mau", "<html><body>" + body + "</body></html>")
                .documents()
                .get(0);
    }

    private static GoldTask task(String head, String row) {
        return read("<table data-kind=\"tasks\"><thead><tr>" + head
                        + "</tr></thead><tbody><tr class=\"task\" data-label=\"1\">" + row + "</tr></tbody></table>")
                .tasks()
                .get(0);
    }

    @Test
    void textIsInReadingOrderWithTheSignaturesWords() {
        GoldDocument document = read(
                "<p>Một<br>hai</p><table><tr><td>ba</td><td>bốn</td></tr></table>"
                        + "<div class=\"signature\" data-authority=\"\" data-position=\"GIÁM ĐỐC\" data-name=\"Vũ Ba\"></div><p>năm<sup>1</sup></p>");
        assertThat(document.text().text()).isEqualTo("Một hai ba bốn GIÁM ĐỐC Vũ Ba năm1");
    }

    @Test
    void doubtfulWordsAreMarked() {
        GoldText text =
                read("<p>gửi <span class=\"unsure\">về phòng</span> trước</p>").text();
        assertThat(text.unsureParts()).containsExactly("về phòng");
        assertThat(text.isUndecidable()).isFalse();
        assertThat(text.unsure().cardinality()).isEqualTo("về phòng".length());
    }

    @Test
    void aHeadFieldThatHangsOnADoubtIsNotGiven() {
        GoldHead head = read("<div class=\"number\" data-number=\"5/KH\">Số: <span class=\"unsure\">5</span>/KH</div>"
                        + "<div class=\"place-date\" data-place=\"Bến Sỏi\" data-date=\"2020-02-03\">Bến Sỏi, ngày <span class=\"unsure\">3</span></div>"
                        + "<div class=\"signature\" data-authority=\"\" data-position=\"CHỦ TỊCH\" data-name=\"\"></div>")
                .head();
        assertThat(head.fields()).containsOnlyKeys(HeadField.PLACE, HeadField.SIGNER_POSITION);
    }

    @Test
    void sectionsLoseTheirLabelInTitleAndText() {
        List<GoldSection> sections = read("<section data-label=\"I\" data-level=\"1\"><h2>I. ĐẮP ĐÊ</h2><p>Đất tốt.</p>"
                        + "<section data-label=\"a\" data-level=\"2\"><p>a) Đắp cao.</p></section></section>"
                        + "<section class=\"appendix\" data-label=\"Biểu 2\"><h2>BIỂU 2: SỐ ĐÊ</h2></section>")
                .sections();
        assertThat(sections).extracting(s -> s.title().text()).containsExactly("ĐẮP ĐÊ", "", "SỐ ĐÊ");
        assertThat(sections).extracting(s -> s.body().text()).containsExactly("Đất tốt.", "Đắp cao.", "");
        assertThat(sections).extracting(GoldSection::level).containsExactly(1, 2, 1);
        assertThat(sections.get(1).path()).containsExactly("I ĐẮP ĐÊ");
    }

    @Test
    void spansAreLaidOutAndRepeatedInTheTasksTheyCover() {
        GoldDocument document =
                read("<table data-kind=\"tasks\"><thead><tr><th data-role=\"objective\" rowspan=\"2\">A</th>"
                        + "<th colspan=\"2\">B</th></tr><tr><th data-role=\"task\">C</th><th data-role=\"activity\">D</th></tr></thead><tbody>"
                        + "<tr class=\"task\" data-label=\"\"><td rowspan=\"2\">đích</td><td rowspan=\"2\">việc</td><td>một</td></tr>"
                        + "<tr class=\"task\" data-label=\"\"><td>hai</td></tr></tbody></table>");
        GoldTable table = document.tables().get(0);
        assertThat(table.columnCount()).isEqualTo(3);
        assertThat(table.cells().get(3).column()).isEqualTo(3);
        assertThat(document.tasks()).extracting(t -> t.texts().get(0).text()).containsExactly("việc một", "việc hai");
        assertThat(document.tasks())
                .extracting(t -> t.objective().orElseThrow().text())
                .containsExactly("đích", "đích");
    }

    @Test
    void aCellThatSaysBothPartsIsTakenApart() {
        String head = "<th data-role=\"task\">A</th><th data-role=\"responsibility\">B</th>";
        GoldTask both = task(head, "<td>đào</td><td data-lead=\"Đội một\" data-coord=\"Đội hai|Đội ba\">…</td>");
        assertThat(both.lead()).contains(List.of("Đội một"));
        assertThat(both.coord()).contains(List.of("Đội hai", "Đội ba"));
        GoldTask one = task(head, "<td>đào</td><td data-units=\"Đội một\">…</td>");
        assertThat(one.lead()).contains(List.of("Đội một"));
        assertThat(one.coord()).contains(List.of());
    }

    @Test
    void whatGoldDoesNotGiveIsNotAsked() {
        GoldTask task = task("<th data-role=\"task\">A</th><th data-role=\"lead\">B</th>", "<td>đào</td><td>Đội</td>");
        assertThat(task.lead()).isEmpty();
        assertThat(task.coord()).isEmpty();
        assertThat(task.product()).isEmpty();
        assertThat(task.due()).isEmpty();
        assertThat(task.group()).isEmpty();
    }

    @Test
    void aFieldReadFromADoubtfulWordIsNotAsked() {
        String head =
                "<th data-role=\"task\">A</th><th data-role=\"responsibility\">B</th><th data-role=\"due\">C</th>";
        GoldTask task = task(
                head,
                "<td>đào</td><td data-lead=\"Đội một\" data-coord=\"Trạm bơm\"><span class=\"unsure\">Đội một</span> cùng Trạm bơm</td>"
                        + "<td data-due=\"year 2021-01-01 2021-12-31 -\"><span class=\"unsure\">Năm 2021</span></td>");
        assertThat(task.lead()).isEmpty();
        assertThat(task.coord()).contains(List.of("Trạm bơm"));
        assertThat(task.due()).isEmpty();
    }

    @Test
    void aCriterionToldInPointsIsOneTaskWithOrWithoutItsWork() {
        GoldTask task =
                read("<section class=\"task\" data-label=\"1.1\" data-level=\"3\" data-lead=\"Đội một\"><h4>1.1. Kênh mương</h4>"
                                + "<section data-label=\"b\" data-level=\"4\" data-part=\"work\"><h5>b) Nhiệm vụ:</h5><p>- Nạo vét kênh.</p></section></section>")
                        .tasks()
                        .get(0);
        assertThat(task.texts()).extracting(GoldText::text).containsExactly("Kênh mương", "Kênh mương - Nạo vét kênh.");
        assertThat(task.lead()).contains(List.of("Đội một"));
    }

    @Test
    void aLabelledTaskOfTheTextMayEndAtItsHeading() {
        GoldTask task =
                read("<section data-label=\"II\" data-level=\"1\"><h2>II. Việc tới</h2><section class=\"task\" data-label=\"1\" data-level=\"2\">"
                                + "<h3>1. Nạo vét kênh</h3><p>- Trước mùa mưa.</p></section></section>")
                        .tasks()
                        .get(0);
        assertThat(task.texts())
                .extracting(GoldText::text)
                .containsExactly("Nạo vét kênh - Trước mùa mưa.", "Nạo vét kênh");
        assertThat(task.group()).contains("II Việc tới");
        assertThat(task.label()).contains("1");
    }

    @Test
    void halfAYearIsSpeltAsInTheRecords() {
        assertThat(GoldDue.parse("half 2022-01-01 2022-06-30 -"))
                .isEqualTo(new GoldDue("half_year", "2022-01-01", "2022-06-30", ""));
    }

    @Test
    void aBrokenAttributeIsNamed() {
        assertThatThrownBy(() -> read("<p><mark class=\"target\" data-t=\"level 5\">5</mark></p>"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mau")
                .hasMessageContaining("level 5");
    }
}
