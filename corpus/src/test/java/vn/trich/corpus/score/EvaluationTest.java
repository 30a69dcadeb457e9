package vn.trich.corpus.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.trich.corpus.gold.GoldReader;

/** Every kind of mistake lowers its own figure and no other. */
class EvaluationTest {

    /** A plan with everything that is scored; all of it invented. */
    private static final String PLAN = """
            <!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Kế hoạch</title></head><body>
            <header><div class="issuer-parent">UBND TỈNH SÔNG LAM</div><div class="issuer">SỞ VĂN HÓA</div>
            <div class="number" data-number="17/KH-SVH">Số: 17/KH-SVH</div>
            <div class="place-date" data-place="Sông Lam" data-date="2023-02-06">Sông Lam, ngày 06 tháng 02 năm 2023</div>
            </header>
            <div class="doc-type" data-type="Kế hoạch">KẾ HOẠCH</div>
            <div class="doc-title">Sửa chữa mái đình và mở lớp dạy hát ru năm 2023</div>
            <p class="basis">Căn cứ <cite class="ref" data-type="Nghị định" data-number="12/2019/NĐ-CP">Nghị định số 12/2019/NĐ-CP</cite>;</p>
            <section data-label="I" data-level="1"><h2>I. MỤC TIÊU</h2>
            <section data-label="1" data-level="2"><p>1. Giữ gìn nghề dệt chiếu cói của làng ven sông; <mark class="target" data-t="level &gt;= 85 - %">tối thiểu 85% nghệ nhân được mời dạy</mark>.</p></section>
            <section data-label="2" data-level="2"><h3>2. Mục tiêu riêng</h3><p>- <mark class="target" data-t="level range 2 3 lớp_học">Mở từ 02 đến 03 lớp học mới cho thiếu nhi</mark>.</p>
            <p>Trẻ em <span class="unsure">khuyết</span> tật học miễn phí.</p></section>
            </section>
            <footer class="recipients"><p>Nơi nhận:</p><p>- Lưu: VT.</p></footer>
            <div class="signature" data-authority="KT. GIÁM ĐỐC" data-position="PHÓ GIÁM ĐỐC" data-name="Lý Thu Bình"></div>
            <section class="appendix" data-label="Phụ lục"><h2>PHỤ LỤC<br>PHÂN CÔNG VIỆC</h2>
            <table data-kind="tasks"><thead>
            <tr><th data-role="stt">TT</th><th data-role="objective">Mục tiêu</th><th data-role="task">Nhiệm vụ</th><th data-role="product">Kết quả</th><th data-role="lead">Chủ trì</th><th data-role="coord">Phối hợp</th><th data-role="due">Thời gian</th></tr>
            <tr class="colnum"><td>1</td><td>2</td><td>3</td><td>4</td><td>5</td><td>6</td><td>7</td></tr></thead><tbody>
            <tr class="group" data-label="I"><td colspan="7">I. Tu bổ di tích</td></tr>
            <tr class="task" data-label="1"><td>1</td><td rowspan="2">Mái đình không còn dột</td><td>Thay ngói vỡ và đảo lại toàn bộ mái đình làng</td><td>Mái mới</td><td data-units="Phòng Di sản">Phòng Di sản</td><td data-units="Văn phòng|Đội thợ mộc">Văn phòng, Đội thợ mộc</td><td data-due="quarter 2023-04-01 2023-06-30 -">Quý II</td></tr>
            <tr class="task" data-label="2"><td>2</td><td>Chống mối cho cột gỗ lim ở gian giữa</td><td>Biên bản</td><td data-units="Phòng Di sản">Phòng Di sản</td><td data-units=""></td><td data-due="month 2023-09-01 2023-09-30 -">Tháng 9/2023</td></tr>
            <tr class="group" data-label="II"><td colspan="7">II. Truyền dạy</td></tr>
            <tr class="task" data-label="1"><td>1</td><td>Trẻ biết hát</td><td>Mời các cụ trong làng dạy hát ru vào mỗi tối thứ bảy</td><td>Lớp học</td><td data-units="Nhà văn hóa">Nhà văn hóa</td><td data-units="Hội phụ nữ">Hội phụ nữ</td><td data-due="ongoing - - -">Thường xuyên</td></tr>
            </tbody></table></section>
            <section class="appendix" data-label="Biểu 2"><h2>Biểu 2. SỐ LIỆU</h2>
            <table data-kind="indicators"><thead><tr><th data-role="code">Mã</th><th data-role="name">Chỉ tiêu</th><th data-role="unit">Đơn vị tính</th><th data-role="value">Giá trị</th></tr></thead><tbody>
            <tr class="indicator" data-label="1.1" data-value="1849" data-unit="Chiếc"><td>1.1</td><td>Số chiếu cói dệt xong trong kỳ</td><td>Chiếc</td><td>1.849</td></tr>
            <tr class="indicator" data-label="1.2" data-value="" data-unit="%"><td>1.2</td><td>Tỷ lệ thợ trẻ dưới ba mươi tuổi</td><td>%</td><td></td></tr>
            </tbody></table></section>
            </body></html>
            """;

    @TempDir
    Path folder;

    private PerfectOutput output;

    @BeforeEach
    void startFromAPerfectOutput() throws IOException {
        Files.createDirectories(folder.resolve("gold"));
        Files.writeString(folder.resolve("gold/ke-hoach.html"), PLAN);
        output = PerfectOutput.of(GoldReader.parse("ke-hoach", PLAN), "ke-hoach.fair.pdf");
    }

    private Report report() throws IOException {
        output.write(folder.resolve("out"));
        return Evaluation.of(folder.resolve("gold"), folder.resolve("out"));
    }

    /** Asserts that these figures and no others are below their best. */
    private Figures lowers(Measure... measures) throws IOException {
        Figures figures = report().all();
        Set<Measure> worse = EnumSet.noneOf(Measure.class);
        for (Measure measure : figures.values().keySet()) {
            double best = measure.lessIsBetter() ? 0 : 1;
            if (figures.get(measure).filter(f -> f.value() != best).isPresent()) {
                worse.add(measure);
            }
        }
        assertThat(worse).containsExactlyInAnyOrder(measures);
        return figures;
    }

    private static double value(Figures figures, Measure measure) {
        return figures.get(measure).orElseThrow().value();
    }

    private void text(String from, String to) {
        assertThat(output.texts.get("0123456789abcdef")).contains(from);
        output.texts.computeIfPresent("0123456789abcdef", (id, text) -> text.replace(from, to));
    }

    private Map<String, String> cell(String text) {
        return output.rows("cells").stream()
                .filter(row -> row.get("text").equals(text))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aPerfectOutputHasEveryFigureAtItsBest() throws IOException {
        Figures figures = lowers();
        for (Measure measure : Measure.values()) {
            assertThat(figures.get(measure).isPresent()).as(measure.key()).isEqualTo(measure != Measure.REVIEW_CAUGHT);
        }
    }

    @Test
    void aLostWordLowersWordsAndErrorRates() throws IOException {
        text("ven sông", "ven");
        Figures figures = lowers(
                Measure.WORDS,
                Measure.WORDS_BARE,
                Measure.CER,
                Measure.WER,
                Measure.MARKS,
                Measure.LETTERS,
                Measure.RESTORED);
        Figure.Share words = (Figure.Share) figures.get(Measure.WORDS).orElseThrow();
        assertThat(words.of() - words.right()).isEqualTo(1);
    }

    @Test
    void anExtraWordLowersPrecisionAndErrorRates() throws IOException {
        text("Nơi nhận", "bleed through from behind Nơi nhận");
        lowers(Measure.WORDS_PRECISION, Measure.WORDS_BARE_PRECISION, Measure.CER, Measure.WER);
    }

    @Test
    void lostMarksLowerNothingThatIsBare() throws IOException {
        text("nghề dệt chiếu", "nghe det chieu");
        Figures figures = lowers(
                Measure.WORDS, Measure.WORDS_PRECISION, Measure.CER, Measure.WER, Measure.MARKS, Measure.RESTORED);
        Figure.Share marks = (Figure.Share) figures.get(Measure.MARKS).orElseThrow();
        assertThat(marks.of() - marks.right()).isEqualTo(3);
        Figure.ErrorRate cer = (Figure.ErrorRate) figures.get(Measure.CER).orElseThrow();
        assertThat(cer.errors()).isEqualTo(3);
    }

    @Test
    void theOtherPlaceOfAToneMarkIsNoMistakeButInTheRawErrorRates() throws IOException {
        text("VĂN HÓA", "VĂN HOÁ");
        lowers(Measure.CER, Measure.WER);
    }

    @Test
    void caseAndPunctuationCountOnlyInTheRawErrorRates() throws IOException {
        text("Nơi nhận:", "NƠI NHẬN");
        lowers(Measure.CER, Measure.WER);
    }

    @Test
    void oneLostColonShiftsNothing() throws IOException {
        text("Nơi nhận:", "Nơi nhận");
        Figure.ErrorRate cer = (Figure.ErrorRate)
                lowers(Measure.CER, Measure.WER).get(Measure.CER).orElseThrow();
        assertThat(cer.errors()).isEqualTo(1);
    }

    @Test
    void anotherReadingOrderKeepsTheBagOfWords() throws IOException {
        text("Mái mới Phòng Di sản Văn phòng, Đội thợ mộc", "Phòng Di sản Mái mới Văn phòng, Đội thợ mộc");
        lowers(Measure.CER, Measure.WER, Measure.MARKS, Measure.LETTERS, Measure.RESTORED);
    }

    @Test
    void anUndecidableWordCountsNeitherFoundNorLostNorWrong() throws IOException {
        text("Trẻ em khuyết tật", "Trẻ em tật");
        lowers();
        text("Trẻ em tật", "Trẻ em khuyểt tật");
        lowers();
    }

    @Test
    void wordsLongerByAnInsertionBesideAnUndecidableWordStillCount() throws IOException {
        text("Trẻ em khuyết tật", "Trẻ em khuyết tật tật nguyền lắm thay đấy nhé");
        lowers(Measure.WORDS_PRECISION, Measure.WORDS_BARE_PRECISION, Measure.CER, Measure.WER);
    }

    @Test
    void aWrongHeadFieldCountsOnce() throws IOException {
        output.row("documents", 0).put("number", "17/KH-SVHTT");
        Figures figures = lowers(Measure.HEAD, Measure.HEAD_NUMBER);
        assertThat(value(figures, Measure.HEAD)).isCloseTo(0.9, within(1e-9));
    }

    @Test
    void headFieldsAreFoldedButNumberAndDateAreExact() throws IOException {
        output.row("documents", 0).put("issuer", "Sở Văn hoá");
        output.row("documents", 0).put("signer_authority", "KT. Giám đốc");
        lowers();
        output.row("documents", 0).put("date", "2023-02-6");
        lowers(Measure.HEAD, Measure.HEAD_DATE);
    }

    @Test
    void aWrongLevelKeepsTheSection() throws IOException {
        output.row("sections", 1).put("level", "1");
        Figures figures = lowers(Measure.SECTION_LEVELS);
        assertThat(value(figures, Measure.SECTION_LEVELS)).isCloseTo(0.8, within(1e-9));
    }

    @Test
    void aWrongLabelLosesTheSection() throws IOException {
        output.row("sections", 1).put("label", "l");
        Figures figures = lowers(Measure.SECTIONS);
        assertThat(value(figures, Measure.SECTIONS)).isCloseTo(0.8, within(1e-9));
    }

    @Test
    void aSectionMayHoldItsHeadingAsTextAndOthersKindsAreNotOutline() throws IOException {
        Map<String, String> heading = output.row("sections", 2);
        heading.put("text", heading.get("title") + ": " + heading.get("text"));
        heading.put("title", "");
        Map<String, String> preamble = new java.util.LinkedHashMap<>(heading);
        preamble.put("kind", "preamble");
        output.rows("sections").add(preamble);
        lowers();
    }

    @Test
    void aWrongReferenceIsLostAndExtra() throws IOException {
        output.row("references", 0).put("number", "72/2019/NĐ-CP");
        assertThat(value(lowers(Measure.REFERENCES), Measure.REFERENCES)).isZero();
    }

    @Test
    void aWrongCellLowersCellsAndTreeSimilarity() throws IOException {
        cell("Biên bản").put("text", "Biển bán");
        Figures figures = lowers(Measure.CELLS, Measure.TEDS);
        Figure.F1 cells = (Figure.F1) figures.get(Measure.CELLS).orElseThrow();
        assertThat(cells.gold() - cells.pairs()).isEqualTo(1);
        assertThat(cells.output()).isEqualTo(cells.gold());
    }

    @Test
    void swappedCellsAreBothWrong() throws IOException {
        Map<String, String> one = cell("Lớp học");
        Map<String, String> other = cell("Nhà văn hóa");
        one.put("text", "Nhà văn hóa");
        other.put("text", "Lớp học");
        Figure.F1 cells = (Figure.F1)
                lowers(Measure.CELLS, Measure.TEDS).get(Measure.CELLS).orElseThrow();
        assertThat(cells.gold() - cells.pairs()).isEqualTo(2);
    }

    @Test
    void aLostSpanIsAWrongCell() throws IOException {
        cell("Mái đình không còn dột").put("row_span", "1");
        lowers(Measure.CELLS, Measure.TEDS);
    }

    @Test
    void anExtraRowLowersPrecisionOnlyOfItself() throws IOException {
        int rows = Integer.parseInt(output.row("tables", 1).get("row_count"));
        output.row("tables", 1).put("row_count", String.valueOf(rows + 1));
        Map<String, String> extra = new java.util.LinkedHashMap<>(cell("1.2"));
        extra.put("row", String.valueOf(rows + 1));
        extra.put("text", "Trang 3");
        output.rows("cells").add(extra);
        Figure.F1 found = (Figure.F1) lowers(Measure.CELLS, Measure.TEDS, Measure.GROUP_ROWS, Measure.ROWS)
                .get(Measure.ROWS)
                .orElseThrow();
        assertThat(found.pairs()).isEqualTo(found.gold());
        assertThat(found.output()).isEqualTo(found.gold() + 1);
    }

    @Test
    void aRowThatCameTwiceIsNamed() throws IOException {
        int rows = Integer.parseInt(output.row("tables", 0).get("row_count"));
        output.row("tables", 0).put("row_count", String.valueOf(rows + 1));
        List<Map<String, String>> twice = new ArrayList<>();
        for (Map<String, String> row : output.rows("cells")) {
            if (row.get("table_id").equals("t1") && row.get("row").equals(String.valueOf(rows))) {
                Map<String, String> again = new java.util.LinkedHashMap<>(row);
                again.put("row", String.valueOf(rows + 1));
                twice.add(again);
            }
        }
        output.rows("cells").addAll(twice);
        assertThat(report().details()).contains("doubled: ").doesNotContain("lost: ");
    }

    @Test
    void aRowThatDidNotComeIsNamed() throws IOException {
        int rows = Integer.parseInt(output.row("tables", 0).get("row_count"));
        output.rows("cells")
                .removeIf(row ->
                        row.get("table_id").equals("t1") && row.get("row").equals(String.valueOf(rows)));
        assertThat(report().details()).contains("lost: ").doesNotContain("doubled: ");
    }

    @Test
    void aRowTooManyAtTheTopShiftsNothing() throws IOException {
        for (Map<String, String> row : output.rows("cells")) {
            if (row.get("table_id").equals("t1")) {
                row.put("row", String.valueOf(Integer.parseInt(row.get("row")) + 1));
            }
        }
        output.rows("tasks").forEach(row -> row.put("row", String.valueOf(Integer.parseInt(row.get("row")) + 1)));
        output.row("tables", 0).put("header_rows", "3");
        output.row("tables", 0).put("row_count", "9");
        Figure.F1 cells = (Figure.F1) lowers(Measure.TEDS).get(Measure.CELLS).orElseThrow();
        assertThat(cells.pairs()).isEqualTo(cells.gold());
    }

    @Test
    void aSplitTableLosesItsSmallerHalf() throws IOException {
        Map<String, String> second = new java.util.LinkedHashMap<>(output.row("tables", 0));
        second.put("table_id", "t9");
        second.put("row_count", "1");
        second.put("header_rows", "0");
        output.rows("tables").add(second);
        int last = 7;
        for (Map<String, String> row : output.rows("cells")) {
            if (row.get("table_id").equals("t1") && row.get("row").equals(String.valueOf(last))) {
                row.put("table_id", "t9");
                row.put("row", "1");
            }
        }
        output.row("tables", 0).put("row_count", String.valueOf(last - 1));
        output.row("tasks", 2).put("table_id", "t9");
        output.row("tasks", 2).put("row", "1");
        Figures figures = lowers(Measure.CELLS, Measure.TEDS, Measure.TABLES, Measure.ROWS);
        Figure.F1 tables = (Figure.F1) figures.get(Measure.TABLES).orElseThrow();
        assertThat(tables.output()).isEqualTo(tables.gold() + 1);
        Figure.F1 cells = (Figure.F1) figures.get(Measure.CELLS).orElseThrow();
        assertThat(cells.gold() - cells.pairs()).isEqualTo(7);
    }

    @Test
    void aLostTableLosesItsCellsRolesAndGroups() throws IOException {
        output.rows("tables").remove(0);
        Figures figures = lowers(
                Measure.CELLS, Measure.TEDS, Measure.TABLES, Measure.ROWS, Measure.COLUMN_ROLES, Measure.GROUP_ROWS);
        assertThat(value(figures, Measure.GROUP_ROWS)).isZero();
        assertThat(value(figures, Measure.COLUMN_ROLES)).isCloseTo(4 / 11.0, within(1e-9));
    }

    @Test
    void aWrongRoleLowersRoles() throws IOException {
        output.row("tables", 0).put("column_roles", "stt; objective; task; product; coord; coord; due");
        assertThat(value(lowers(Measure.COLUMN_ROLES), Measure.COLUMN_ROLES)).isCloseTo(10 / 11.0, within(1e-9));
    }

    @Test
    void aTaskMadeOfAHeadingRowIsExtra() throws IOException {
        Map<String, String> extra = new java.util.LinkedHashMap<>(output.row("tasks", 0));
        extra.put("row", "3");
        extra.put("task", "I. Tu bổ di tích");
        extra.put("needs_review", "true");
        output.rows("tasks").add(extra);
        Figures figures = lowers(Measure.TASKS, Measure.GROUP_ROWS, Measure.REVIEW_FLAGGED);
        assertThat(value(figures, Measure.TASKS)).isCloseTo(2 * 3 / 7.0, within(1e-9));
        assertThat(value(figures, Measure.REVIEW_FLAGGED)).isCloseTo(0.25, within(1e-9));
        assertThat(value(figures, Measure.REVIEW_CAUGHT)).isEqualTo(1);
    }

    @Test
    void aLostTaskIsARowThatIsNotRight() throws IOException {
        output.rows("tasks").remove(1);
        Figures figures = lowers(Measure.TASKS, Measure.TASK_RIGHT, Measure.GROUP_ROWS);
        assertThat(value(figures, Measure.TASK_RIGHT)).isCloseTo(2 / 3.0, within(1e-9));
    }

    @Test
    void wrongTaskFieldsLowerTheirFigureAndTheRow() throws IOException {
        output.row("tasks", 0).put("lead_units", "Văn phòng");
        lowers(Measure.TASK_LEAD, Measure.TASK_RIGHT, Measure.REVIEW_CAUGHT);
        output.row("tasks", 0).put("needs_review", "true");
        lowers(Measure.TASK_LEAD, Measure.TASK_RIGHT, Measure.REVIEW_FLAGGED);
    }

    @Test
    void unitsAreSets() throws IOException {
        output.row("tasks", 0).put("coord_units", "đội thợ mộc; Văn phòng");
        lowers();
        output.row("tasks", 0).put("coord_units", "Văn phòng, Đội thợ mộc");
        lowers(Measure.TASK_COORD, Measure.TASK_RIGHT, Measure.REVIEW_CAUGHT);
    }

    @Test
    void eachPartOfADeadlineCounts() throws IOException {
        for (String column : List.of("due_kind", "due_start", "due_end", "due_recurrence")) {
            String before = output.row("tasks", 1).put(column, "P1Y");
            lowers(Measure.TASK_DUE, Measure.TASK_RIGHT, Measure.REVIEW_CAUGHT);
            output.row("tasks", 1).put(column, before);
        }
    }

    @Test
    void labelGroupAndObjectiveAreNotPartOfARightRow() throws IOException {
        output.row("tasks", 0).put("label", "7");
        output.row("tasks", 0).put("group_path", "II Truyền dạy");
        output.row("tasks", 1).put("objective", "");
        lowers(Measure.TASK_LABEL, Measure.TASK_GROUP, Measure.TASK_OBJECTIVE);
    }

    @Test
    void taskTextMayStandInActivityAndMayBeAlittleWrongToPair() throws IOException {
        output.row("tasks", 0).put("activity", output.row("tasks", 0).put("task", ""));
        lowers();
        output.row("tasks", 0).put("activity", "Thay ngói vo va dao lai toan bộ mái đình làng");
        lowers(Measure.TASK_TEXT, Measure.TASK_RIGHT, Measure.REVIEW_CAUGHT);
    }

    @Test
    void aTargetWithAnotherValueIsNotFound() throws IOException {
        output.row("targets", 0).put("value", "35");
        Figures figures = lowers(
                Measure.TARGETS_FOUND, Measure.TARGETS_RECALL, Measure.TARGETS_EXACT, Measure.TARGETS_EXACT_RECALL);
        assertThat(value(figures, Measure.TARGETS_FOUND)).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void aTargetIsExactOnlyWithEveryField() throws IOException {
        Map<String, String> range = output.row("targets", 1);
        for (String column : List.of("direction", "comparator", "value_max", "unit", "scope")) {
            String before = range.put(column, "4");
            lowers(Measure.TARGETS_EXACT, Measure.TARGETS_EXACT_RECALL);
            range.put(column, before);
        }
    }

    @Test
    void halfOfTheShorterTextIsEnoughForATarget() throws IOException {
        output.row("targets", 0).put("text", "85% nghệ nhân");
        output.row("targets", 0).put("value", "85.0");
        lowers();
    }

    @Test
    void indicatorFieldsCountOnPairs() throws IOException {
        output.row("indicators", 0).put("value", "1.849");
        lowers(Measure.INDICATOR_VALUE);
        output.row("indicators", 0).put("value", "1849.0");
        output.row("indicators", 1).put("unit", "‰");
        output.row("indicators", 1).put("code", "1.7");
        lowers(Measure.INDICATOR_UNIT, Measure.INDICATOR_CODE);
    }

    @Test
    void anIndicatorWithAnotherNameIsLostAndExtra() throws IOException {
        output.row("indicators", 0).put("name", "Tổng kinh phí");
        assertThat(value(lowers(Measure.INDICATORS), Measure.INDICATORS)).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void aDocumentWithNothingReadScoresNothing() throws IOException {
        output.csv.keySet().removeIf(file -> !file.equals("documents"));
        output.texts.clear();
        Figures figures = report().all();
        assertThat(value(figures, Measure.WORDS)).isZero();
        assertThat(value(figures, Measure.CER)).isEqualTo(1);
        for (Measure measure :
                List.of(Measure.CELLS, Measure.TEDS, Measure.TASKS, Measure.TASK_RIGHT, Measure.SECTIONS)) {
            assertThat(value(figures, measure)).as(measure.key()).isZero();
        }
    }

    @Test
    void filesWithoutGoldAndGoldWithoutFilesAreListed() throws IOException {
        Files.writeString(folder.resolve("gold/bao-cao.html"), "<body><p>Báo cáo</p></body>");
        Map<String, String> other = new java.util.LinkedHashMap<>(output.row("documents", 0));
        other.put("document_id", "ffff");
        other.put("source_file", "cong-van.pdf");
        output.rows("documents").add(other);
        Report report = report();
        assertThat(report.unscored()).containsExactly("cong-van.pdf");
        assertThat(report.missing()).containsExactly("bao-cao");
        assertThat(report.documents()).extracting(Report.ScoredDocument::state).containsExactly("fair");
        assertThat(report.table()).contains("cong-van.pdf", "bao-cao", "ke-hoach.fair.pdf", "TEDS");
    }

    @Test
    void goldIsFoundByTheNameOfTheFile() {
        Set<String> golds = Set.of("a.b", "c");
        assertThat(Evaluation.goldName("in/a.b.poor.pdf", golds)).contains("a.b");
        assertThat(Evaluation.goldName("a.b.pdf", golds)).contains("a.b");
        assertThat(Evaluation.goldName("c.txt", golds)).contains("c");
        assertThat(Evaluation.goldName("c", golds)).contains("c");
        assertThat(Evaluation.goldName("cd.pdf", golds)).isEmpty();
    }

    @Test
    void figuresArePooledAsSumsOfCounts() throws IOException {
        Files.writeString(folder.resolve("gold/ngan.html"), "<body><p>một hai ba bốn</p></body>");
        PerfectOutput small =
                PerfectOutput.of(GoldReader.parse("ngan", "<body><p>một hai ba bốn</p></body>"), "ngan.poor.pdf");
        Map<String, String> row = small.row("documents", 0);
        row.put("document_id", "ffff");
        output.rows("documents").add(row);
        output.texts.put("ffff", "một hai");
        Report report = report();
        Figure.Share all = (Figure.Share) report.all().get(Measure.WORDS).orElseThrow();
        assertThat(all.of() - all.right()).isEqualTo(2);
        assertThat(report.states()).containsOnlyKeys("fair", "poor");
        assertThat(value(report.states().get("poor"), Measure.WORDS)).isEqualTo(0.5);
    }

    @Test
    void aFileOfTwoDocumentsScoresEachHeadAgainstItsOwnRow() throws IOException {
        String two = """
                <body><article><header><div class="issuer">SỞ CẦU ĐƯỜNG</div></header>
                <div class="doc-type" data-type="Quyết định">QUYẾT ĐỊNH</div><p>Ban hành</p></article>
                <article><header><div class="issuer">SỞ CẦU ĐƯỜNG</div></header>
                <div class="doc-type" data-type="Kế hoạch">KẾ HOẠCH</div><p>Vá đường</p></article></body>
                """;
        Files.writeString(folder.resolve("gold/hai.html"), two);
        output = PerfectOutput.of(GoldReader.parse("hai", two), "hai.pdf");
        List<Map<String, String>> documents = new ArrayList<>(output.rows("documents"));
        lowers();
        output.rows("documents").remove(0);
        Figures figures = lowers(
                Measure.HEAD,
                Measure.HEAD_ISSUER,
                Measure.HEAD_TYPE,
                Measure.WORDS,
                Measure.WORDS_BARE,
                Measure.CER,
                Measure.WER,
                Measure.MARKS,
                Measure.LETTERS,
                Measure.RESTORED);
        assertThat(value(figures, Measure.HEAD)).isEqualTo(0.5);
        assertThat(documents).hasSize(2);
    }

    @Test
    void theJsonHoldsFiguresWithTheirCounts() throws IOException {
        output.rows("tasks").remove(1);
        String json = report().json();
        assertThat(json).contains("\"tasks\"", "\"pairs\" : 2.0", "\"gold\" : 3.0", "\"state\" : \"fair\"");
    }

    @Test
    void aFolderWithoutRecordsIsRefused() {
        assertThatThrownBy(() -> Evaluation.of(folder.resolve("gold"), folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("documents.csv");
    }

    @Test
    void mistakesAreListedForPeople() throws IOException {
        output.row("tasks", 0).put("lead_units", "Văn phòng");
        assertThat(report().details()).contains("ke-hoach.fair.pdf\ttask_lead\tPhòng Di sản\tVăn phòng");
    }
}
