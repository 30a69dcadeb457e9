package vn.trich.pipeline.normalize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.trich.output.ColumnRole.ACTIVITY;
import static vn.trich.output.ColumnRole.CODE;
import static vn.trich.output.ColumnRole.COORD;
import static vn.trich.output.ColumnRole.DUE;
import static vn.trich.output.ColumnRole.LEAD;
import static vn.trich.output.ColumnRole.NAME;
import static vn.trich.output.ColumnRole.OBJECTIVE;
import static vn.trich.output.ColumnRole.PRODUCT;
import static vn.trich.output.ColumnRole.STT;
import static vn.trich.output.ColumnRole.TASK;
import static vn.trich.output.ColumnRole.UNIT;
import static vn.trich.output.ColumnRole.VALUE;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.trich.models.gazetteer.Gazetteer;
import vn.trich.models.language.LanguageModel;
import vn.trich.output.ColumnRole;
import vn.trich.output.Due;
import vn.trich.output.SectionRecord;
import vn.trich.output.TableRecord;
import vn.trich.output.TargetRecord;
import vn.trich.output.TaskRecord;
import vn.trich.output.UnitRecord;
import vn.trich.pipeline.outline.Head;
import vn.trich.pipeline.outline.Paper;
import vn.trich.pipeline.outline.Section;

class NormalizationTest {

    private static final List<ColumnRole> PLAN = List.of(STT, TASK, PRODUCT, LEAD, COORD, DUE);

    private final Normalization normalization = new Normalization(Gazetteer.load(), LanguageModel.load());
    private final PaperBuilder paper = new PaperBuilder();

    private static List<String> names(List<TaskRecord.UnitPart> parts) {
        return parts.stream().map(TaskRecord.UnitPart::name).toList();
    }

    @Test
    void joinsTheNameOfAUnitThatWasPartedWhereTheDocumentHasItWhole() {
        Normalized read = normalization.apply(paper.table(TableRecord.Kind.TASKS, List.of(STT, TASK, LEAD), """
                        TT | Nhiệm vụ | Chủ trì
                        1 | Kiểm kê rừng dừa | Trung tâm Y tế huyện
                        2 | Trồng dặm cây dừa | Trung tâm Y tế, Huyện
                        3 | Cắm mốc ranh giới | Văn phòng, Phòng Tư pháp
                        """)
                .build());

        assertThat(read.tasks())
                .extracting(task -> names(task.leadUnits()))
                .containsExactly(
                        List.of("Trung tâm Y tế huyện"),
                        List.of("Trung tâm Y tế huyện"),
                        List.of("Văn phòng", "Phòng Tư pháp"));
    }

    @Test
    void provincesListedBehindTheBodyOfOneHaveThatBodyToo() {
        Normalized read = normalization.apply(paper.table(TableRecord.Kind.TASKS, List.of(STT, TASK, LEAD), """
                        TT | Nhiệm vụ | Chủ trì
                        1 | Kiểm kê rừng dừa | UBND thành phố Cần Thơ, Thành phố Đà Nẵng, Bến Tre và Cà Mau
                        """)
                .build());

        assertThat(names(read.tasks().get(0).leadUnits()))
                .containsExactly(
                        "Ủy ban nhân dân thành phố Cần Thơ",
                        "Ủy ban nhân dân thành phố Đà Nẵng",
                        "Ủy ban nhân dân tỉnh Bến Tre",
                        "Ủy ban nhân dân tỉnh Cà Mau");
    }

    @Test
    void asksAboutTwoDeadlinesInOneCell() {
        Normalized read = normalization.apply(paper.table(TableRecord.Kind.TASKS, List.of(STT, TASK, LEAD, DUE), """
                        TT | Nhiệm vụ | Chủ trì | Thời gian
                        1 | Kiểm kê rừng dừa | Phòng Tư pháp | Trong quý II năm 2024
                        2 | Trồng dặm cây dừa | Phòng Nội vụ | Cả năm 2024 Trước ngày 10/12/2024
                        """)
                .build());

        assertThat(read.tasks().get(0).trust().reviewReasons()).doesNotContain("rows run together");
        assertThat(read.tasks().get(1).trust().reviewReasons()).contains("rows run together");
    }

    @Test
    void partsNamesThatRunTogetherThoughTheyAreMetNowhereElse() {
        Normalized read = normalization.apply(paper.table(TableRecord.Kind.TASKS, List.of(STT, TASK, LEAD), """
                        TT | Nhiệm vụ | Chủ trì
                        1 | Kiểm kê rừng dừa | Phòng Nghiệp vụ Phòng Pháp chế
                        2 | Cắm mốc ranh giới | Thanh tra.Sở Chi cục trực thuộc Sở
                        """)
                .build());

        assertThat(read.tasks())
                .extracting(task -> names(task.leadUnits()))
                .containsExactly(
                        List.of("Phòng Nghiệp vụ", "Phòng Pháp chế"), List.of("Thanh tra Sở", "Chi cục trực thuộc Sở"));
    }

    @Test
    void aPlanForYearsToComeMeansTheFirstOfThemWhereItNamesNone() {
        Normalized read = normalization.apply(
                paper.headed("Kế hoạch", "Trồng rừng dừa giai đoạn 2013 - 2017 trên địa bàn tỉnh Hà Tĩnh", "2012-12-28")
                        .table(TableRecord.Kind.TASKS, List.of(STT, TASK, DUE), """
                        TT | Nhiệm vụ | Thời gian
                        1 | Ươm cây giống | Quý II
                        """)
                        .build());

        assertThat(read.tasks().get(0).due().start()).hasToString("Optional[2013-04-01]");
    }

    @Test
    void readsAnAbbreviationWithOneWrongLetterWhereOneIsMeant() {
        Normalized read = normalization.apply(paper.table(TableRecord.Kind.TASKS, List.of(STT, TASK, LEAD), """
                        TT | Nhiệm vụ | Chủ trì
                        1 | Kiểm kê rừng dừa | 'FTYT huyện
                        2 | Cắm mốc ranh giới | Công đoàn cơ SỞ
                        """)
                .build());

        assertThat(read.tasks())
                .extracting(task -> names(task.leadUnits()))
                .containsExactly(List.of("Trung tâm Y tế huyện"), List.of("Công đoàn cơ sở"));
    }

    @Test
    void makesATaskOfEachInnermostRowAndRepeatsWhatSpansIt() {
        Normalized read = normalization.apply(
                paper.table(TableRecord.Kind.TASKS, List.of(STT, OBJECTIVE, TASK, ACTIVITY, DUE), """
                        TT | Mục tiêu | Nhiệm vụ | Hoạt động | Thời gian
                        1 | Giữ rừng dừa | Kiểm kê rừng dừa | Đo vẽ lô dừa | Quý I
                        ^ | ^ | ^ | Cắm mốc ranh giới | Quý II
                        2 | ^ | Trồng dặm cây dừa | Ươm cây giống | Trước ngày 30/9
                        """)
                        .build());

        assertThat(read.tasks())
                .extracting(TaskRecord::taskId, TaskRecord::label, TaskRecord::task, TaskRecord::activity)
                .containsExactly(
                        tuple("k1", "1", "Kiểm kê rừng dừa", "Đo vẽ lô dừa"),
                        tuple("k2", "1", "Kiểm kê rừng dừa", "Cắm mốc ranh giới"),
                        tuple("k3", "2", "Trồng dặm cây dừa", "Ươm cây giống"));
        assertThat(read.tasks()).extracting(TaskRecord::objective).containsOnly("Giữ rừng dừa");
        assertThat(read.tasks().get(2).due().end()).hasToString("Optional[2024-09-30]");
    }

    @Test
    void namesTheHeadingRowsAboveATask() {
        Normalized read = normalization.apply(
                paper.table(TableRecord.Kind.TASKS, PLAN, """
                        TT | Nhiệm vụ | Sản phẩm | Chủ trì | Phối hợp | Thời gian
                        # I | DU LỊCH BIỂN
                        # 1 | Bãi tắm
                        a | Dọn bãi tắm hằng tuần | Biên bản | Văn phòng | | Hằng tuần
                        # II | DU LỊCH NÚI
                        1 | Sửa đường lên suối | Báo cáo | Văn phòng | | Tháng 5
                        """).build());

        assertThat(read.tasks())
                .extracting(TaskRecord::groupPath)
                .containsExactly(List.of("I DU LỊCH BIỂN", "1 Bãi tắm"), List.of("II DU LỊCH NÚI"));
    }

    @Test
    void knowsUnitsByTheirOfficialNames() {
        Normalized read = normalization.apply(
                paper.table(TableRecord.Kind.TASKS, PLAN, """
                        TT | Nhiệm vụ | Sản phẩm | Chủ trì | Phối hợp | Thời gian
                        1 | Mở tuyến thuyền mới | Đề án | Sở GTVT | UBND tỉnh; các phòng chuyên môn | Quý III
                        2 | Tập huấn thuyền viên | Lớp học | Văn phòng | Bộ Công an, UBND cấp huyện | Quý IV
                        """).build());

        assertThat(read.units())
                .extracting(UnitRecord::name, UnitRecord::level, UnitRecord::kind)
                .contains(
                        tuple("Sở Giao thông vận tải", UnitRecord.Level.PROVINCIAL, UnitRecord.Kind.DEPARTMENT),
                        tuple(
                                "Ủy ban nhân dân tỉnh Hà Tĩnh",
                                UnitRecord.Level.PROVINCIAL,
                                UnitRecord.Kind.PEOPLE_COMMITTEE),
                        tuple("Bộ Công an", UnitRecord.Level.CENTRAL, UnitRecord.Kind.MINISTRY),
                        tuple("Văn phòng", UnitRecord.Level.INTERNAL, UnitRecord.Kind.OFFICE),
                        tuple("Các phòng chuyên môn", UnitRecord.Level.COLLECTIVE, UnitRecord.Kind.COLLECTIVE),
                        tuple(
                                "Ủy ban nhân dân cấp huyện",
                                UnitRecord.Level.COLLECTIVE,
                                UnitRecord.Kind.PEOPLE_COMMITTEE));
        assertThat(names(read.tasks().get(0).coordUnits()))
                .containsExactly("Ủy ban nhân dân tỉnh", "Các phòng chuyên môn");
        assertThat(read.units())
                .filteredOn(unit -> unit.name().equals("Bộ Công an"))
                .extracting(UnitRecord::province)
                .containsExactly("");
    }

    @Test
    void givesOneUnitOneIdOverDocumentsButTheOfficesOfTwoAgenciesTwo() {
        String drawing = "TT | Nhiệm vụ | Sản phẩm | Chủ trì | Phối hợp | Thời gian\n"
                + "1 | Kiểm tra cầu tàu | Biên bản | Văn phòng | Bộ Công an | Quý I";
        Paper one =
                new PaperBuilder().table(TableRecord.Kind.TASKS, PLAN, drawing).build();
        Paper same =
                new PaperBuilder().table(TableRecord.Kind.TASKS, PLAN, drawing).build();
        Head other = new Head(
                "Ủy ban nhân dân tỉnh Quảng Bình",
                "Sở Công Thương",
                "",
                "Kế hoạch",
                "Công tác năm 2024",
                "Quảng Bình",
                "2024-02-01",
                "",
                "",
                "",
                List.of(),
                1,
                List.of());
        Paper elsewhere = new Paper(other, one.sections(), List.of(), 1, 1);

        TaskRecord first = normalization.apply(one).tasks().get(0);
        TaskRecord again = normalization.apply(same).tasks().get(0);
        TaskRecord far = normalization.apply(elsewhere).tasks().get(0);

        assertThat(again).isEqualTo(first);
        assertThat(far.coordUnits()).isEqualTo(first.coordUnits());
        assertThat(far.leadUnits().get(0).unitId())
                .isNotEqualTo(first.leadUnits().get(0).unitId());
    }

    @Test
    void readsLabelledTasksBelowAHeadingThatAnnouncesThem() {
        Normalized read = normalization.apply(paper.headed("Báo cáo", "Kết quả công tác quý I năm 2024", "2024-03-30")
                .section(paper.heading(
                        "I", "Kết quả quý I", List.of(), paper.heading("1", "", List.of("Đã đón khách."))))
                .section(paper.heading(
                        "II",
                        "Phương hướng, nhiệm vụ quý II",
                        List.of(),
                        paper.heading("1", "", List.of("Mở hội đua thuyền trên sông.")),
                        paper.heading("2", "Quảng bá", List.of("- In bản đồ bến thuyền."))))
                .build());

        assertThat(read.tasks()).extracting(TaskRecord::label).containsExactly("1", "2");
        assertThat(read.tasks().get(0).task()).isEqualTo("Mở hội đua thuyền trên sông.");
        assertThat(read.tasks().get(1).groupPath()).containsExactly("II Phương hướng, nhiệm vụ quý II");
        assertThat(read.tasks()).extracting(TaskRecord::source).containsOnly(TaskRecord.Source.TEXT);
        assertThat(read.planStart() + " " + read.planEnd()).isEqualTo("2024-01-01 2024-03-31");
    }

    @Test
    void readsWhatALetterAsksFor() {
        PaperBuilder letter = new PaperBuilder().headed("Công văn", "V/v dọn bến thuyền", "2024-05-02");
        Normalized read = normalization.apply(
                letter.section(preamble(letter, "Sở Du lịch đề nghị các đơn vị thực hiện một số nội dung sau:"))
                        .section(letter.heading("1", "", List.of("Dọn rác ở bến.")))
                        .section(letter.heading("2", "", List.of("Sơn lại cọc neo.")))
                        .build());

        assertThat(read.tasks()).extracting(TaskRecord::task).containsExactly("Dọn rác ở bến.", "Sơn lại cọc neo.");
    }

    private static Section preamble(PaperBuilder paper, String text) {
        return new Section(
                SectionRecord.Kind.PREAMBLE,
                "",
                1,
                "",
                paper.heading("", "", List.of(text)).blocks(),
                List.of(),
                List.of(),
                1,
                List.of());
    }

    @Test
    void inADirectiveWhoOpensAPointOrTheHeadingAboveLeads() {
        Normalized read = normalization.apply(paper.headed("Chỉ thị", "Về mùa đua thuyền", "2024-05-02")
                .section(paper.heading(
                        "I", "Yêu cầu chung", List.of(), paper.heading("1", "", List.of("Vui là chính."))))
                .section(paper.heading(
                        "II",
                        "Tổ chức thực hiện",
                        List.of(),
                        paper.heading(
                                "1",
                                "Sở Du lịch",
                                List.of(),
                                paper.heading("a", "", List.of("Lập bản đồ bến thuyền trước ngày 10/6/2024;")),
                                paper.heading("b", "", List.of("Phối hợp với Sở Y tế tổ chức trạm cứu hộ."))),
                        paper.heading("2", "", List.of("Giao Công an tỉnh tuần tra trên sông."))))
                .build());

        assertThat(read.tasks()).extracting(TaskRecord::label).containsExactly("a", "b", "2");
        assertThat(read.tasks())
                .extracting(task -> names(task.leadUnits()))
                .containsExactly(List.of("Sở Du lịch"), List.of("Sở Du lịch"), List.of("Công an tỉnh"));
        assertThat(names(read.tasks().get(1).coordUnits())).containsExactly("Sở Y tế");
        assertThat(read.tasks().get(0).due().end()).hasToString("Optional[2024-06-10]");
    }

    @Test
    void inALetterThatConcludesAMeetingOnlyPointsThatChargeSomebodyAreTasks() {
        PaperBuilder letter = new PaperBuilder().headed("Thông báo", "Kết luận cuộc họp", "2024-05-02");
        Normalized read =
                normalization.apply(letter.section(preamble(letter, "Chủ tịch tỉnh có ý kiến chỉ đạo như sau:"))
                        .section(letter.heading("1", "", List.of("Mùa đua thuyền năm nay có nhiều tiến bộ.")))
                        .section(letter.heading("2", "", List.of("Giao Sở Du lịch rà soát các bến thuyền.")))
                        .build());

        assertThat(read.tasks()).extracting(TaskRecord::label).containsExactly("2");
    }

    @Test
    void makesOneTaskOfACriterionWhoseSectionsSayGoalWorkWhoAndWhen() {
        Normalized read = normalization.apply(paper.section(paper.heading(
                        "1.1",
                        "Tiêu chí “Bến thuyền sạch”",
                        List.of(),
                        paper.heading("a", "", List.of("Mục tiêu: 100% bến thuyền có thùng rác.")),
                        paper.heading("b", "Nhiệm vụ", List.of("- Văn phòng mua thùng rác.")),
                        paper.heading(
                                "c",
                                "Phân công trách nhiệm",
                                List.of("- Đơn vị phụ trách: Văn phòng.", "- Phối hợp: Các phòng chuyên môn.")),
                        paper.heading("d", "", List.of("Thời gian thực hiện: Quý II."))))
                .build());

        assertThat(read.tasks()).hasSize(1);
        TaskRecord task = read.tasks().get(0);
        assertThat(task.objective()).isEqualTo("100% bến thuyền có thùng rác.");
        assertThat(task.task()).isEqualTo("Tiêu chí “Bến thuyền sạch”");
        assertThat(task.activity()).isEqualTo("- Văn phòng mua thùng rác.");
        assertThat(names(task.leadUnits())).containsExactly("Văn phòng");
        assertThat(names(task.coordUnits())).containsExactly("Các phòng chuyên môn");
        assertThat(task.due().kind()).isEqualTo(Due.Kind.QUARTER);
    }

    @Test
    void readsGoalsInPlansButNotInReports() {
        PaperBuilder plan = new PaperBuilder();
        Paper sets = plan.section(plan.heading("I", "Mục tiêu", List.of("- Đón ít nhất 90% khách bằng vé điện tử.")))
                .build();
        PaperBuilder report = new PaperBuilder().headed("Báo cáo", "Công tác năm 2023", "2024-01-05");
        Paper tells = report.section(
                        report.heading("I", "Kết quả", List.of("- Đón ít nhất 90% khách bằng vé điện tử.")))
                .build();

        TargetRecord goal = normalization.apply(sets).targets().get(0);
        assertThat(goal.value()).isEqualByComparingTo(new BigDecimal(90));
        assertThat(goal.comparator()).isEqualTo(TargetRecord.Comparator.AT_LEAST);
        assertThat(goal.sectionId()).isEqualTo("s1");
        assertThat(goal.periodEnd()).hasToString("Optional[2024-12-31]");
        assertThat(normalization.apply(tells).targets()).isEmpty();
    }

    @Test
    void readsTheFiguresOfAnIndicatorTable() {
        Normalized read = normalization.apply(paper.headed("Báo cáo", "Số liệu quý I năm 2024", "2024-04-02")
                .table(TableRecord.Kind.INDICATORS, List.of(CODE, NAME, UNIT, VALUE), """
                        Mã | Chỉ tiêu | Đơn vị | Số liệu
                        # I | Khách
                        1.1 | Khách nội địa | Lượt | 31.602
                        1.2 | Tỷ lệ quay lại | % | 12,5
                        1.3 | Khách đoàn | Đoàn |
                        """)
                .build());

        assertThat(read.indicators())
                .extracting(i -> i.code() + "="
                        + i.value().map(BigDecimal::toPlainString).orElse("-"))
                .containsExactly("1.1=31602", "1.2=12.5", "1.3=-");
        assertThat(read.indicators().get(0).groupPath()).containsExactly("I Khách");
    }

    @Test
    void saysWhyAPersonShouldLook() {
        Normalized read = normalization.apply(
                paper.table(TableRecord.Kind.TASKS, PLAN, """
                        TT | Nhiệm vụ | Sản phẩm | Chủ trì | Phối hợp | Thời gian
                        1 | Lập danh sách bến thuyền | Báo cáo | Văn phòng | | Quý I
                        2 | Vẽ sơ đồ bến thuyền | Sơ đồ | Văn phòng | | Tháng 3/2021
                        4 | Sơn lại cầu tàu | Cầu tàu | Văn phòng | | Tuỳ con nước
                        5 | Thay phao luồng | Phao | Hzqw Krtx | | Quý II
                        """).build());

        assertThat(read.tasks().subList(1, 4))
                .extracting(task -> task.trust().reviewReasons())
                .containsExactly(
                        List.of("due before date"),
                        List.of("row skipped", "due unread"),
                        List.of("odd words", "unit unknown"));
    }

    @Test
    void asksAboutNoRowOfATableThatIsReadWell() {
        Normalized read = normalization.apply(
                paper.readWith(0.96).table(TableRecord.Kind.TASKS, PLAN, """
                        TT | Nhiệm vụ | Sản phẩm | Chủ trì | Phối hợp | Thời gian
                        1 | Lập danh sách các bến thuyền trên địa bàn | Báo cáo | Văn phòng | Phòng Kế toán | Quý I
                        2 | Xây dựng kế hoạch nạo vét luồng | Báo cáo | Phòng Tổng hợp | Phòng Kế toán | Tháng 3
                        3 | Tổ chức tập huấn cho chủ thuyền | Báo cáo | Thanh tra | Phòng Kế toán | Quý II
                        4 | Kiểm tra việc đăng ký phương tiện | Báo cáo | Văn phòng | Phòng Kế toán | Tháng 6
                        5 | Báo cáo kết quả thực hiện | Báo cáo | Phòng Tổng hợp | Phòng Kế toán | Quý I
                        6 | Công bố danh sách bến thuyền an toàn | Báo cáo | Thanh tra | Phòng Kế toán | Tháng 3
                        7 | Rà soát biển báo trên các tuyến | Báo cáo | Văn phòng | Phòng Kế toán | Quý II
                        8 | Sửa chữa cầu tàu | Báo cáo | Phòng Tổng hợp | Phòng Kế toán | Tháng 6
                        9 | Thanh tra các bến khách | Báo cáo | Thanh tra | Phòng Kế toán | Quý I
                        10 | Tổng kết công tác năm | Báo cáo | Văn phòng | Phòng Kế toán | Tháng 3
                        """).build());

        assertThat(read.tasks()).hasSize(10).noneMatch(task -> task.trust().needsReview());
    }

    @Test
    void flagsWhatWasReadBadly() {
        Normalized read = normalization.apply(
                paper.readWith(0.5).table(TableRecord.Kind.TASKS, PLAN, """
                        TT | Nhiệm vụ | Sản phẩm | Chủ trì | Phối hợp | Thời gian
                        1 | Lập sổ bến thuyền | Sổ | Văn phòng | | Quý I
                        """).build());

        assertThat(read.tasks().get(0).trust().reviewReasons()).containsExactly("low ocr");
        assertThat(read.tasks().get(0).trust().confidence()).isLessThan(0.7);
    }

    @Test
    void takesTheYearOfTheDecisionThatIssuesAPlan() {
        Paper plan = paper.headed("Kế hoạch", "Thực hiện Đề án bến thuyền", "")
                .table(TableRecord.Kind.TASKS, PLAN, """
                        TT | Nhiệm vụ | Sản phẩm | Chủ trì | Phối hợp | Thời gian
                        1 | Lập sổ bến thuyền | Sổ | Văn phòng | | Quý III
                        """)
                .build();

        Normalized read = normalization.apply(plan, PaperBuilder.head("Quyết định", "Ban hành Kế hoạch", "2023-05-04"));

        assertThat(read.tasks().get(0).due().start()).hasToString("Optional[2023-07-01]");
    }

    @Test
    void leavesOutRowsThatHoldNothingButSpecks() {
        Normalized read = normalization.apply(
                paper.table(TableRecord.Kind.TASKS, PLAN, """
                        TT | Nhiệm vụ | Sản phẩm | Chủ trì | Phối hợp | Thời gian
                        1 | Lập sổ bến thuyền | Sổ | Văn phòng | | Quý I
                        ' | . ặ : | | | |
                        """).build());

        assertThat(read.tasks()).hasSize(1);
    }

    @Test
    void saysWhereTwoUnitsRanTogetherIntoOneName() {
        assertThat(List.of(
                        "Chi cục Kiểm lâm Văn phòng Sở",
                        "Văn phòng Sở Phòng Kiểm tra",
                        "Đoàn Thanh niên cơ quan Các phòng chuyên môn"))
                .allMatch(TaskFinisher::runTogether);
        assertThat(List.of(
                        "Văn phòng Sở",
                        "Chánh Văn phòng Ban",
                        "Ban Giám đốc Trung tâm Lưu trữ",
                        "Các phòng chuyên môn thuộc Văn phòng Sở",
                        "Văn phòng Ủy ban nhân dân tỉnh"))
                .noneMatch(TaskFinisher::runTogether);
    }
}
