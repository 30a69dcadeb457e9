package vn.trich.pipeline.outline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.trich.output.Box;
import vn.trich.output.ColumnRole;
import vn.trich.output.Region;
import vn.trich.output.TableRecord;
import vn.trich.pipeline.table.Cell;
import vn.trich.pipeline.table.Table;
import vn.trich.pipeline.table.Table.RowKind;
import vn.trich.pipeline.table.TableReading;

class PlacedTablesTest {

    private static final String PAGE = """
                 I. KẾT QUẢ
                 1. Công tác đào tạo
                 Số lớp đã mở trong năm như sau.
                             Bảng 1. Số lớp theo huyện



                 Các huyện còn lại chưa báo cáo.
                 2. Công tác khác
            """;

    @Test
    void standWhereTheyArePrintedWithTheirCaption() {
        Box between = new Box(100, 136, 500, 180);
        Paper paper = new OutlineRecognition()
                .apply(new TableReading(
                        List.of(table(between)),
                        Sheets.printed().page(PAGE).reading().rest()))
                .papers()
                .get(0);
        assertThat(paper.allTables()).singleElement().satisfies(placed -> {
            assertThat(placed.block().caption()).isEqualTo("Bảng 1. Số lớp theo huyện");
            assertThat(paper.allSections().get(placed.section()).label()).isEqualTo("1");
        });
        Section training = paper.allSections().get(1);
        assertThat(training.blocks()).hasSize(3).element(1).isInstanceOf(Block.TableBlock.class);
        assertThat(paper.allSections()).extracting(Section::label).containsExactly("I", "1", "2");
    }

    private static Table table(Box box) {
        List<Region> regions = List.of(new Region(1, box));
        return new Table(
                TableRecord.Kind.OTHER,
                1,
                1,
                0,
                List.of(ColumnRole.OTHER),
                List.of(RowKind.BODY),
                List.of(new Cell(1, 1, 1, 1, "12", List.of(), regions)),
                regions,
                List.of());
    }
}
