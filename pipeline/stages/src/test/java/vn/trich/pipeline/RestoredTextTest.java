package vn.trich.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.trich.output.Box;
import vn.trich.output.ColumnRole;
import vn.trich.output.Region;
import vn.trich.output.SectionRecord;
import vn.trich.output.TableRecord;
import vn.trich.output.TextChoice;
import vn.trich.output.WordSource;
import vn.trich.pipeline.layout.Line;
import vn.trich.pipeline.layout.PageLayout;
import vn.trich.pipeline.outline.Block;
import vn.trich.pipeline.outline.Head;
import vn.trich.pipeline.outline.Paper;
import vn.trich.pipeline.outline.Section;
import vn.trich.pipeline.page.PageText;
import vn.trich.pipeline.page.Word;
import vn.trich.pipeline.table.Cell;
import vn.trich.pipeline.table.Table;

/** What the text file says of pages that look so. */
class RestoredTextTest {

    private static final double LINE = 20;

    @Test
    void aParagraphIsALineThoughItIsPrintedOnSeveral() {
        Line first = line(1, 1, "Rà soát văn bản");
        Line second = line(1, 2, "quy phạm pháp luật.");
        assertThat(compose(paper("", paragraph(first, second)), page(1, first, second)))
                .isEqualTo("Rà soát văn bản quy phạm pháp luật.\n");
    }

    @Test
    void aLabelStaysBeforeItsParagraph() {
        Line line = line(1, 1, "a) Rà soát văn bản");
        Block paragraph =
                new Block.Paragraph(line.words().subList(1, line.words().size()), List.of(new Region(1, line.box())));
        assertThat(compose(paper("", paragraph), page(1, line))).isEqualTo("a) Rà soát văn bản\n");
    }

    @Test
    void aSectionIsOpenedByTheLabelThatItHasWhateverWasReadOfIt() {
        Line heading = line(1, 1, "II. TỔ CHỨC THỰC HIỆN");
        Line clause = line(1, 2, "23.1 Các phòng báo cáo.");
        Block paragraph = new Block.Paragraph(
                clause.words().subList(1, clause.words().size()), List.of(new Region(1, clause.box())));
        Section inner = section("2.3.1", "", clause, List.of(paragraph), List.of());
        Section outer = section("III", "TỔ CHỨC THỰC HIỆN", heading, List.of(), List.of(inner));
        assertThat(compose(paper(List.of(outer), ""), page(1, heading, clause)))
                .isEqualTo("III. TỔ CHỨC THỰC HIỆN\n2.3.1. Các phòng báo cáo.\n");
    }

    private static Section section(String label, String title, Line line, List<Block> blocks, List<Section> children) {
        return new Section(
                SectionRecord.Kind.HEADING,
                label,
                1,
                title,
                blocks,
                children,
                List.of(new Region(1, line.box())),
                1,
                List.of());
    }

    @Test
    void aParagraphThatRunsOverPagesStandsWholeOnTheFirst() {
        Line first = line(1, 1, "Rà soát văn bản");
        Line footnote = new Line(1, line(1, 2, "1 Ghi chú").words(), new Box(0, 40, 90, 50), Line.Kind.FOOTNOTE);
        Line second = line(2, 1, "quy phạm pháp luật.");
        Line next = line(2, 2, "Nơi nhận:");
        assertThat(compose(paper("", paragraph(first, second)), page(1, first, footnote), page(2, second, next)))
                .isEqualTo("Rà soát văn bản quy phạm pháp luật.\n1 Ghi chú\n\fNơi nhận:\n");
    }

    @Test
    void pageNumbersRunningHeadsAndNoiseAreLeftOut() {
        List<Line> lines = new ArrayList<>();
        for (Line.Kind kind : Line.Kind.values()) {
            Line line = line(1, lines.size() + 1, "dòng " + kind);
            lines.add(new Line(1, line.words(), line.box(), kind));
        }
        assertThat(compose(paper(""), page(1, lines.toArray(Line[]::new)))).isEqualTo("dòng BODY\ndòng FOOTNOTE\n");
    }

    @Test
    void theTitleOfTheDocumentIsOneLine() {
        Line type = line(1, 1, "KẾ HOẠCH");
        Line first = line(1, 2, "Cải cách hành chính");
        Line second = line(1, 3, "của tỉnh năm 2024");
        assertThat(compose(paper("Cải cách hành chính của tỉnh năm 2024"), page(1, type, first, second)))
                .isEqualTo("KẾ HOẠCH\nCải cách hành chính của tỉnh năm 2024\n");
    }

    @Test
    void aTableStandsInItsPlaceARowPerLine() {
        Line before = line(1, 1, "Danh mục:");
        Line after = line(1, 9, "Nơi nhận:");
        Table table = table(
                List.of(new Region(1, new Box(0, 50, 300, 150))),
                cell(1, 1, "STT", 1),
                cell(1, 2, "Nội dung\ncông việc", 1),
                cell(2, 1, "1", 1),
                cell(2, 2, "Rà soát", 1),
                cell(3, 2, "Tập huấn", 1));
        assertThat(compose(paper("", new Block.TableBlock(table, "")), page(1, before, after)))
                .isEqualTo("Danh mục:\nSTT\tNội dung công việc\n1\tRà soát\n\tTập huấn\nNơi nhận:\n");
    }

    @Test
    void theRowsOfATableStandOnThePageWhereTheyBegin() {
        Table table = table(
                List.of(new Region(1, new Box(0, 50, 300, 150)), new Region(2, new Box(0, 0, 300, 90))),
                cell(1, 1, "STT", 1),
                cell(2, 1, "1", 1),
                cell(3, 1, "2", 2));
        Line after = line(2, 9, "Nơi nhận:");
        assertThat(compose(paper("", new Block.TableBlock(table, "")), page(1), page(2, after)))
                .isEqualTo("STT\n1\n\f2\nNơi nhận:\n");
    }

    private static String compose(Paper paper, PageLayout... pages) {
        List<Table> tables =
                paper.allTables().stream().map(t -> t.block().table()).toList();
        return new RestoredText(paper).compose(List.of(pages), tables);
    }

    private static Paper paper(String title, Block... blocks) {
        Section section = new Section(
                SectionRecord.Kind.PREAMBLE, "", 1, "", List.of(blocks), List.of(), List.of(), 1, List.of());
        return paper(List.of(section), title);
    }

    private static Paper paper(List<Section> sections, String title) {
        Head head = new Head("", "", "", "", title, "", "", "", "", "", List.of(), 1, List.of());
        return new Paper(head, sections, List.of(), 1, 2);
    }

    private static Block paragraph(Line... lines) {
        List<Word> words = Stream.of(lines).flatMap(l -> l.words().stream()).toList();
        return new Block.Paragraph(words, List.of(new Region(lines[0].page(), lines[0].box())));
    }

    private static Line line(int page, int number, String text) {
        List<Word> words = new ArrayList<>();
        double y = number * LINE;
        for (String word : text.split(" ")) {
            words.add(Word.read(
                    word,
                    new Box(words.size() * 30, y, words.size() * 30 + 25, y + 10),
                    1,
                    WordSource.OCR,
                    Word.Style.UNKNOWN));
        }
        return new Line(page, words, new Box(0, y, words.size() * 30, y + 10), Line.Kind.BODY);
    }

    private static PageLayout page(int number, Line... lines) {
        List<Word> words = Stream.of(lines).flatMap(l -> l.words().stream()).toList();
        PageText text = new PageText(
                number, 595, 842, 0, TextChoice.OCR, List.of(), words, List.of(), List.of(), false, Optional.empty());
        return new PageLayout(text, List.of(lines));
    }

    private static Cell cell(int row, int column, String text, int page) {
        return new Cell(row, column, 1, 1, text, List.of(), List.of(new Region(page, new Box(0, 60, 10, 70))));
    }

    private static Table table(List<Region> regions, Cell... cells) {
        int rows = Stream.of(cells).mapToInt(Cell::row).max().orElse(0);
        int columns = Stream.of(cells).mapToInt(Cell::column).max().orElse(0);
        return new Table(
                TableRecord.Kind.OTHER,
                rows,
                columns,
                1,
                Collections.nCopies(columns, ColumnRole.OTHER),
                Collections.nCopies(rows, Table.RowKind.BODY),
                List.of(cells),
                regions,
                List.of());
    }
}
