package vn.trich.pipeline.normalize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.trich.output.Box;
import vn.trich.output.ColumnRole;
import vn.trich.output.Region;
import vn.trich.output.SectionRecord;
import vn.trich.output.TableRecord;
import vn.trich.output.WordSource;
import vn.trich.pipeline.outline.Block;
import vn.trich.pipeline.outline.Head;
import vn.trich.pipeline.outline.Paper;
import vn.trich.pipeline.outline.Section;
import vn.trich.pipeline.page.Word;
import vn.trich.pipeline.table.Cell;
import vn.trich.pipeline.table.Table;

/** Puts papers together for tests. Tables are drawn a row per line, cells parted by bars, {@code ^} goes on with the cell above. */
final class PaperBuilder {

    private final List<Section> sections = new ArrayList<>();
    private Head head = head("Kế hoạch", "Công tác năm 2024", "2024-01-15");
    private double confidence = 1;

    static Head head(String type, String title, String date) {
        return new Head(
                "Ủy ban nhân dân tỉnh Hà Tĩnh",
                "Sở Du lịch",
                "12/KH-SDL",
                type,
                title,
                "Hà Tĩnh",
                date,
                "",
                "",
                "",
                List.of(),
                1,
                List.of());
    }

    PaperBuilder headed(String type, String title, String date) {
        head = head(type, title, date);
        return this;
    }

    /** How surely the words that follow were read. */
    PaperBuilder readWith(double sure) {
        confidence = sure;
        return this;
    }

    PaperBuilder section(Section section) {
        sections.add(section);
        return this;
    }

    Section heading(String label, String title, List<String> paragraphs, Section... children) {
        return new Section(
                title.isEmpty() ? SectionRecord.Kind.CLAUSE : SectionRecord.Kind.HEADING,
                label,
                1,
                title,
                paragraphs.stream().map(this::paragraph).map(Block.class::cast).toList(),
                List.of(children),
                List.of(new Region(1, new Box(0, 0, 10, 10))),
                1,
                List.of());
    }

    private Block.Paragraph paragraph(String text) {
        return new Block.Paragraph(words(text), List.of(new Region(1, new Box(0, 0, 10, 10))));
    }

    PaperBuilder table(TableRecord.Kind kind, List<ColumnRole> roles, String drawing) {
        sections.add(new Section(
                SectionRecord.Kind.APPENDIX,
                "Phụ lục",
                1,
                "",
                List.of(new Block.TableBlock(draw(kind, roles, drawing), "")),
                List.of(),
                List.of(),
                1,
                List.of()));
        return this;
    }

    private Table draw(TableRecord.Kind kind, List<ColumnRole> roles, String drawing) {
        String[] rows = drawing.strip().split("\n");
        List<Table.RowKind> kinds = new ArrayList<>();
        Cell[][] grid = new Cell[rows.length][roles.size()];
        for (int r = 0; r < rows.length; r++) {
            String row = rows[r].strip();
            kinds.add(r == 0 ? Table.RowKind.HEADER : row.startsWith("#") ? Table.RowKind.GROUP : Table.RowKind.BODY);
            String[] texts = row.replaceFirst("^#", "").split("\\|", -1);
            for (int c = 0; c < roles.size(); c++) {
                String text = c < texts.length ? texts[c].strip().replace(" // ", "\n") : "";
                if (text.equals("^")) {
                    Cell above = grid[r - 1][c];
                    grid[r][c] = taller(above);
                    for (int y = above.row() - 1; y < r; y++) {
                        grid[y][c] = grid[r][c];
                    }
                } else {
                    Region here = new Region(1, new Box(c * 50, r * 20, c * 50 + 50, r * 20 + 20));
                    grid[r][c] = new Cell(r + 1, c + 1, 1, 1, text, words(text), List.of(here));
                }
            }
        }
        List<Cell> cells =
                Arrays.stream(grid).flatMap(Arrays::stream).distinct().toList();
        return new Table(kind, rows.length, roles.size(), 1, roles, kinds, cells, List.of(), List.of());
    }

    private static Cell taller(Cell cell) {
        return new Cell(cell.row(), cell.column(), cell.rowSpan() + 1, 1, cell.text(), cell.words(), cell.regions());
    }

    private List<Word> words(String text) {
        return Arrays.stream(text.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .map(word -> Word.read(word, new Box(0, 0, 10, 10), confidence, WordSource.OCR, Word.Style.UNKNOWN))
                .toList();
    }

    Paper build() {
        return new Paper(head, sections, List.of(), 1, 1);
    }
}
