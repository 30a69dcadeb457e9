package vn.trich.output;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Invented documents with every kind of record. */
final class Examples {

    static final Box BOX = new Box(56.7, 100.13, 300, 120.5);
    static final Trust SURE = new Trust(0.9876, List.of());
    static final Trust DOUBTFUL = new Trust(0.4, List.of("due unreadable", "unit unknown"));

    private Examples() {}

    /** A plan with something in every field. */
    static DocumentRecord plan() {
        return document("00112233445566aa", "kế hoạch/plan.pdf", "12/KH-BQL", "Ban Quản lý Cảng Mẫu", "2024-02-05");
    }

    static DocumentRecord document(String id, String file, String number, String issuer, String date) {
        return new DocumentRecord(
                id,
                DocumentRecord.SCHEMA_VERSION,
                "0.1.0",
                "maxPages=10",
                file,
                List.of(file),
                id.substring(0, 16).repeat(4),
                "application/pdf",
                2,
                DocumentRecord.TextSource.MIXED,
                "Ủy ban nhân dân tỉnh Mẫu",
                issuer,
                number,
                "Kế hoạch",
                "Cải cách hành chính năm 2024",
                "Mẫu",
                date,
                "2024-01-01",
                "2024-12-31",
                "Kt. Trưởng ban",
                "Phó Trưởng ban",
                "Lê Văn Mẫu",
                List.of("Như trên", "Lưu: VT; TH"),
                "vi",
                OptionalDouble.of(0.93456),
                DOUBTFUL,
                "",
                DocumentRecord.Status.PARTIAL,
                List.of("page 2: could not be read"),
                List.of(),
                List.of(page(), PageRecordExamples.blank(2)),
                sections(),
                List.of(table()),
                List.of(task(), taskFromText()),
                List.of(unit("u1", "Văn phòng", List.of("VP", "Văn phòng Ban")), unit("u2", "Sở Nội vụ", List.of())),
                List.of(target()),
                List.of(indicator()),
                List.of(reference()),
                "KẾ HOẠCH\nCải cách hành chính\f1\tRà soát\n");
    }

    private static PageRecord page() {
        WordRecord read = new WordRecord("Kế", "", BOX, 0.91, WordSource.OCR, List.of());
        WordRecord mended =
                new WordRecord("hoạch", "hoach", BOX, 0.5, WordSource.TEXT_LAYER, List.of("hoặch", "hoách"));
        return new PageRecord(
                1,
                595.276,
                841.89,
                90,
                TextChoice.OCR,
                List.of("no text layer"),
                List.of(new LineRecord(BOX, List.of(read, mended))),
                List.of(new PageRegion(PageRegion.Kind.RUNNING_HEAD, BOX, "tiêu đề")));
    }

    private static List<SectionRecord> sections() {
        return List.of(
                section("s1", "", 1, 1, "I", SectionRecord.Kind.HEADING, "MỤC TIÊU", ""),
                section("s2", "s1", 2, 2, "1", SectionRecord.Kind.CLAUSE, "", "- Một.\n- Hai."),
                section("s3", "s2", 3, 3, "a", SectionRecord.Kind.CLAUSE, "", "Ba."),
                section("s4", "", 4, 1, "Phụ lục", SectionRecord.Kind.APPENDIX, "NHIỆM VỤ", ""));
    }

    static SectionRecord section(
            String id,
            String parent,
            int ordinal,
            int level,
            String label,
            SectionRecord.Kind kind,
            String title,
            String text) {
        return new SectionRecord(
                id, parent, ordinal, level, label, kind, title, text, List.of(new Region(1, BOX)), 2, SURE);
    }

    private static TableRecord table() {
        CellRecord header = new CellRecord(1, 1, 1, 2, true, "STT", List.of(new Region(1, BOX)), 0.99, false);
        CellRecord cut = new CellRecord(
                2, 1, 1, 1, false, "Rà soát\nvăn bản", List.of(new Region(1, BOX), new Region(2, BOX)), 0.5, true);
        return new TableRecord(
                "t1",
                "s4",
                "Bảng 1",
                TableRecord.Kind.TASKS,
                2,
                2,
                1,
                List.of(ColumnRole.STT, ColumnRole.TASK),
                List.of(new Region(1, BOX), new Region(2, BOX)),
                List.of(header, cut),
                SURE);
    }

    private static TaskRecord task() {
        return new TaskRecord(
                "k1",
                TaskRecord.Source.TABLE,
                "t1",
                "s4",
                OptionalInt.of(2),
                "1",
                List.of("I Cải cách thể chế", "1 Rà soát"),
                "Mục tiêu",
                "Rà soát văn bản",
                "",
                "Báo cáo",
                List.of(new TaskRecord.UnitPart("u1", "Văn phòng")),
                List.of(new TaskRecord.UnitPart("u2", "Sở Nội vụ")),
                new Due(
                        "Tháng 9/2024",
                        Due.Kind.MONTH,
                        Optional.of(LocalDate.of(2024, 9, 1)),
                        Optional.of(LocalDate.of(2024, 9, 30)),
                        ""),
                "10 triệu",
                "",
                List.of(new Region(1, BOX)),
                DOUBTFUL);
    }

    private static TaskRecord taskFromText() {
        return new TaskRecord(
                "k2",
                TaskRecord.Source.TEXT,
                "",
                "s3",
                OptionalInt.empty(),
                "",
                List.of(),
                "",
                "Tập huấn",
                "",
                "",
                List.of(new TaskRecord.UnitPart("u1", "Văn phòng")),
                List.of(),
                new Due("hằng quý", Due.Kind.PERIODIC, Optional.empty(), Optional.empty(), "P3M"),
                "",
                "",
                List.of(),
                SURE);
    }

    static UnitRecord unit(String id, String name, List<String> aliases) {
        return new UnitRecord(
                id,
                name,
                UnitRecord.Level.PROVINCIAL,
                UnitRecord.Kind.OFFICE,
                "Mẫu",
                "",
                "",
                "2025-06-30",
                "",
                aliases,
                "");
    }

    private static TargetRecord target() {
        return new TargetRecord(
                "g1",
                "s3",
                "",
                OptionalInt.empty(),
                "100% hồ sơ đúng hạn",
                "hồ sơ đúng hạn",
                TargetRecord.Direction.LEVEL,
                TargetRecord.Comparator.EQUAL,
                new BigDecimal("100"),
                Optional.empty(),
                "%",
                "cấp tỉnh",
                "",
                Optional.of(LocalDate.of(2024, 1, 1)),
                Optional.empty(),
                List.of(new Region(1, BOX)),
                SURE);
    }

    private static IndicatorRecord indicator() {
        return new IndicatorRecord(
                "i1",
                "t1",
                2,
                "3.1",
                "Số hồ sơ",
                "Hồ sơ",
                Optional.of(new BigDecimal("-2.50")),
                "-2,50",
                "",
                List.of("3 Hồ sơ"),
                List.of(new Region(2, BOX)),
                SURE);
    }

    private static ReferenceRecord reference() {
        return new ReferenceRecord(
                "r1",
                "s2",
                "Nghị định",
                "01/2024/NĐ-CP",
                "2024-01",
                "Chính phủ",
                "Nghị định số 01/2024/NĐ-CP",
                List.of(new Region(1, BOX)),
                0.8);
    }

    /** A plan of the same paper as {@link #plan()}, from plain text: no boxes, no OCR. */
    static final class PageRecordExamples {

        private PageRecordExamples() {}

        static PageRecord blank(int number) {
            return new PageRecord(number, 595, 842, 0, TextChoice.NONE, List.of(), List.of(), List.of());
        }

        static PageRecord plainText() {
            WordRecord word = new WordRecord("Kế", "", null, 1, WordSource.PLAIN_TEXT, List.of());
            return new PageRecord(
                    1, 0, 0, 0, TextChoice.KEEP, List.of(), List.of(new LineRecord(null, List.of(word))), List.of());
        }
    }
}
