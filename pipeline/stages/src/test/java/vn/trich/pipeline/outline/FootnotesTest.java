package vn.trich.pipeline.outline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.trich.output.SectionRecord.Kind;
import vn.trich.pipeline.layout.DocumentLayout;
import vn.trich.pipeline.layout.Line;
import vn.trich.pipeline.layout.PageLayout;
import vn.trich.pipeline.table.TableReading;

class FootnotesTest {

    private static final String PAGE = """
                 I. KẾT QUẢ
                 1. Công tác tiêm chủng đạt kế hoạch trong sáu tháng đầu năm1, tăng so
            với cùng kỳ.
                 2. Công tác dân số đạt hai phần ba kế hoạch được giao trong năm2.
            1 Không tính số trẻ vãng lai.
            2Theo số liệu đến hết tháng 6, các huyện chưa
            báo cáo đủ.
            """;

    @Test
    void tiesANoteToTheSectionThatBearsItsMark() {
        List<Section> sections = new OutlineRecognition()
                .apply(withNotes(Sheets.printed().page(PAGE).reading(), 4))
                .papers()
                .get(0)
                .allSections();
        assertThat(sections)
                .extracting(s -> s.level() + " " + s.kind() + " " + s.label())
                .containsExactly("1 HEADING I", "2 CLAUSE 1", "3 FOOTNOTE 1", "2 CLAUSE 2", "3 FOOTNOTE 2");
        assertThat(sections.get(4).blocks())
                .singleElement()
                .isInstanceOfSatisfying(
                        Block.Paragraph.class,
                        p -> assertThat(p.text())
                                .isEqualTo("Theo số liệu đến hết tháng 6, các huyện chưa báo cáo đủ."));
        assertThat(sections)
                .filteredOn(s -> s.kind() == Kind.CLAUSE)
                .allSatisfy(s -> assertThat(s.blocks()).hasSize(1));
    }

    /** The reading with all lines from that index on as footnotes. */
    private static TableReading withNotes(TableReading reading, int from) {
        PageLayout page = reading.rest().pages().get(0);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < page.lines().size(); i++) {
            Line line = page.lines().get(i);
            Line.Kind kind = i < from ? Line.Kind.BODY : Line.Kind.FOOTNOTE;
            lines.add(new Line(line.page(), line.words(), line.box(), kind));
        }
        return new TableReading(List.of(), new DocumentLayout(List.of(new PageLayout(page.page(), lines))));
    }
}
