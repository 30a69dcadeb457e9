package vn.trich.corpus.score.icdar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.trich.corpus.score.Figure;
import vn.trich.corpus.score.icdar.Grid.Cell;

class AdjacencyTest {

    @TempDir
    Path folder;

    /** A grid from rows of cells parted by {@code |}, none of them spanning. */
    private static Grid grid(String... rows) {
        List<Cell> cells = new ArrayList<>();
        for (int row = 0; row < rows.length; row++) {
            String[] texts = rows[row].split("\\|", -1);
            for (int column = 0; column < texts.length; column++) {
                cells.add(new Cell(row, column, 1, 1, texts[column].strip()));
            }
        }
        return new Grid(cells);
    }

    private static List<String> relations(Grid grid) {
        return Relation.of(grid).stream()
                .map(r -> r.from() + (r.direction() == Relation.Direction.RIGHT ? ">" : "v") + r.to())
                .toList();
    }

    @Test
    void eachCellIsRelatedToTheNextOnItsRightAndBelow() {
        assertThat(relations(grid("a|b", "c|d"))).containsExactlyInAnyOrder("a>b", "c>d", "avc", "bvd");
    }

    @Test
    void blankCellsArePassedOver() {
        assertThat(relations(grid("a||b", "||", "c|d|"))).containsExactlyInAnyOrder("a>b", "c>d", "avc");
    }

    @Test
    void aSpanningCellIsRelatedToEachNeighbourOnce() {
        Grid grid = new Grid(List.of(
                new Cell(0, 0, 1, 2, "wide"),
                new Cell(0, 2, 2, 1, "tall"),
                new Cell(1, 0, 1, 1, "x"),
                new Cell(1, 1, 1, 1, "y")));
        assertThat(relations(grid)).containsExactlyInAnyOrder("wide>tall", "widevx", "widevy", "x>y", "y>tall");
    }

    @Test
    void whiteSpaceInsideACellDoesNotCount() {
        assertThat(Relation.of(grid("to air kg|b"))).isEqualTo(Relation.of(grid("toair\u00a0 kg|b")));
    }

    @Test
    void foundRelationsGiveRecallAndPrecision() {
        Map<String, List<Grid>> truth = Map.of("one", List.of(grid("a|b", "c|d")), "two", List.of(grid("e|f")));
        Map<String, List<Grid>> output = Map.of("one", List.of(grid("a|b", "c d|")));
        AdjacencyScore score = AdjacencyScore.of(truth, output);
        assertThat(score.documents().get("one")).isEqualTo(new Figure.F1(1, 4, 2));
        assertThat(score.documents().get("two")).isEqualTo(new Figure.F1(0, 1, 0));
        assertThat(score.pooled()).isEqualTo(new Figure.F1(1, 5, 2));
        assertThat(score.meanRecall()).isCloseTo(0.125, within(1e-9));
        assertThat(score.meanPrecision()).isCloseTo(0.25, within(1e-9));
    }

    @Test
    void aRelationFoundTwiceCountsOnce() {
        Map<String, List<Grid>> truth = Map.of("one", List.of(grid("a|b")));
        Map<String, List<Grid>> output = Map.of("one", List.of(grid("a|b"), grid("a|b")));
        assertThat(AdjacencyScore.of(truth, output).pooled()).isEqualTo(new Figure.F1(1, 1, 2));
    }

    @Test
    void theTruthIsReadWithItsSpans() {
        List<Grid> grids = TableFiles.regions("""
                <?xml version="1.0" encoding="UTF-8"?>
                <document filename="x.xml"><table id="1"><region id="1" page="1" col-increment="0" row-increment="0">
                <cell id="1" start-row="0" start-col="1" end-col="3"><bounding-box x1="3" x2="4" y1="5" y2="6"/>
                <content>Năm &amp; tháng</content></cell>
                <cell id="1" start-row="1" start-col="0" end-row="2"><content/></cell></region></table></document>
                """);
        assertThat(grids)
                .containsExactly(new Grid(List.of(new Cell(0, 1, 1, 3, "Năm & tháng"), new Cell(1, 0, 2, 1, ""))));
    }

    @Test
    void anOutputFoldersTablesFallApartAtPageBreaks() throws IOException {
        Files.createDirectories(folder.resolve("csv"));
        Files.writeString(folder.resolve("csv/documents.csv"), "\ufeffdocument_id,source_file\r\n0a,in/mau.pdf\r\n");
        Files.writeString(
                folder.resolve("csv/cells.csv"),
                "\ufeffdocument_id,table_id,row,column,row_span,column_span,text,page\r\n"
                        + "0a,t1,1,1,1,2,\"a, b\",3\r\n0a,t1,2,1,1,1,c,4\r\n");
        assertThat(TableFiles.output(folder))
                .isEqualTo(Map.of(
                        "mau",
                        List.of(
                                new Grid(List.of(new Cell(1, 1, 1, 2, "a, b"))),
                                new Grid(List.of(new Cell(2, 1, 1, 1, "c"))))));
    }

    @Test
    void tabulasRowsAreReadByTheirPlaces() throws IOException {
        Files.writeString(
                folder.resolve("mau.json"),
                "[{\"extraction_method\":\"lattice\",\"data\":[[{\"text\":\"a\"},{\"text\":\"\"}],[{\"text\":\"b\"}]]}]");
        assertThat(TableFiles.tabula(folder))
                .isEqualTo(Map.of(
                        "mau",
                        List.of(new Grid(List.of(
                                new Cell(0, 0, 1, 1, "a"), new Cell(0, 1, 1, 1, ""), new Cell(1, 0, 1, 1, "b"))))));
    }

    @Test
    void theComparisonHasALinePerDocument() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        AdjacencyScore score =
                AdjacencyScore.of(Map.of("one", List.of(grid("a|b"))), Map.of("one", List.of(grid("a|b"))));
        TableBenchmark.print(Map.of("mine", score), new PrintStream(bytes, true, StandardCharsets.UTF_8));
        assertThat(bytes.toString(StandardCharsets.UTF_8).lines().filter(l -> l.startsWith("one")))
                .singleElement()
                .asString()
                .endsWith("1.0000");
    }

    @Test
    void theCompetitionsTruthScoresFullAgainstItself() throws IOException {
        Path truth = Path.of("../../shared/bench/tabula/icdar2013");
        assumeTrue(Files.isDirectory(truth), "no competition documents here");
        Map<String, List<Grid>> tables = TableFiles.truth(truth);
        assertThat(tables).hasSizeGreaterThan(20);
        assertThat(AdjacencyScore.of(tables, tables).meanF1()).isEqualTo(1);
    }
}
