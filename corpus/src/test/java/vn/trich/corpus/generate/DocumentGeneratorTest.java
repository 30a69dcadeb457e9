package vn.trich.corpus.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import vn.trich.corpus.gold.GoldCell;
import vn.trich.corpus.gold.GoldFile;
import vn.trich.corpus.gold.GoldReader;
import vn.trich.corpus.gold.GoldTable;
import vn.trich.corpus.paper.Block;
import vn.trich.corpus.paper.Bundle;
import vn.trich.corpus.paper.GoldWriter;
import vn.trich.corpus.paper.Grid;
import vn.trich.corpus.paper.Paper;

class DocumentGeneratorTest {

    private static final int MANY = 80;

    private static String gold(long seed, int number) {
        return new GoldWriter().write(new DocumentGenerator(seed).document(number));
    }

    private static List<Bundle> many() {
        DocumentGenerator generator = new DocumentGenerator(11);
        return IntStream.rangeClosed(1, MANY).mapToObj(generator::document).toList();
    }

    @Test
    void theSameSeedGivesTheSameDocumentWhateverWasComposedBefore() {
        DocumentGenerator generator = new DocumentGenerator(5);
        generator.document(1);
        generator.document(2);
        assertThat(new GoldWriter().write(generator.document(3))).isEqualTo(gold(5, 3));
        assertThat(gold(6, 3)).isNotEqualTo(gold(5, 3));
    }

    @Test
    void itsGoldIsReadByTheReaderOfGold() {
        Set<String> kinds = new HashSet<>();
        for (Bundle bundle : many()) {
            GoldFile file = GoldReader.parse(bundle.name(), new GoldWriter().write(bundle));
            assertThat(file.documents()).hasSameSizeAs(bundle.papers());
            file.documents().forEach(document -> {
                kinds.add(document.tasks().isEmpty() ? "" : "tasks");
                kinds.add(document.targets().isEmpty() ? "" : "targets");
                kinds.add(document.indicators().isEmpty() ? "" : "indicators");
                kinds.add(document.references().isEmpty() ? "" : "references");
            });
        }
        assertThat(kinds).contains("tasks", "targets", "indicators", "references");
    }

    @Test
    void everyPlaceOfATableIsCoveredByOneCell() {
        for (Bundle bundle : many()) {
            for (Grid grid : grids(bundle)) {
                covered(grid.header(), grid, bundle.name());
                covered(grid.rows(), grid, bundle.name());
            }
        }
    }

    @Test
    void everyPlaceOfATableInGoldIsCoveredByOneCell() {
        for (long seed = 5; seed < 10; seed++) {
            DocumentGenerator generator = new DocumentGenerator(seed);
            for (DocumentKind kind :
                    List.of(DocumentKind.PLAN, DocumentKind.LONG_PLAN, DocumentKind.INDICATOR_REPORT)) {
                for (int number = 1; number <= 12; number++) {
                    Bundle bundle = generator.document(number, kind);
                    GoldFile gold = GoldReader.parse(bundle.name(), new GoldWriter().write(bundle));
                    gold.documents().forEach(d -> d.tables().forEach(t -> covered(t, bundle.name())));
                }
            }
        }
    }

    private static void covered(GoldTable table, String name) {
        int[][] count = new int[table.rows().size()][table.columnCount()];
        for (GoldCell cell : table.cells()) {
            for (int y = cell.row(); y < cell.row() + cell.rowSpan(); y++) {
                for (int x = cell.column(); x < cell.column() + cell.columnSpan(); x++) {
                    count[y - 1][x - 1]++;
                }
            }
        }
        for (int r = 0; r < count.length; r++) {
            assertThat(count[r]).as("%s row %d", name, r + 1).containsOnly(1);
        }
    }

    @Test
    void namesOfNarrowColumnsAreTurnedAtTimesAndTellTheSame() {
        List<Bundle> reports = IntStream.rangeClosed(1, 40)
                .mapToObj(n -> new DocumentGenerator(12).document(n, DocumentKind.STATISTICS_REPORT))
                .toList();
        long turned = reports.stream()
                .filter(bundle -> grids(bundle).stream()
                        .flatMap(grid -> grid.header().stream())
                        .flatMap(row -> row.cells().stream())
                        .anyMatch(cell -> cell.align() == Grid.Align.BOLD_UP || cell.align() == Grid.Align.BOLD_DOWN))
                .count();
        assertThat(turned).isBetween(1L, 20L);
    }

    private static void covered(List<Grid.Row> rows, Grid grid, String name) {
        int[][] count = new int[rows.size()][grid.roles().size()];
        for (int r = 0; r < rows.size(); r++) {
            for (Grid.Cell cell : rows.get(r).cells()) {
                for (int y = r; y < r + cell.rowSpan(); y++) {
                    for (int x = cell.column(); x < cell.column() + cell.columnSpan(); x++) {
                        count[y][x]++;
                    }
                }
            }
        }
        for (int r = 0; r < count.length; r++) {
            assertThat(count[r]).as("%s row %d", name, r).containsOnly(1);
        }
    }

    @Test
    void unitsAreSpeltOutAndDeadlinesWellFormed() {
        for (Bundle bundle : many()) {
            Element body = Jsoup.parse(new GoldWriter().write(bundle)).body();
            for (String attribute : List.of("data-units", "data-lead", "data-coord")) {
                for (String units : body.select("[" + attribute + "]").eachAttr(attribute)) {
                    assertThat(units).doesNotContain("UBND", "HĐND", "&", "BQL", "GDĐT", "TTTT");
                    for (String unit : units.split("\\|")) {
                        assertThat(unit.isEmpty() || Character.isUpperCase(unit.charAt(0)))
                                .as(units)
                                .isTrue();
                    }
                }
            }
            for (String due : body.select("[data-due]").eachAttr("data-due")) {
                assertThat(due)
                        .matches("(date|month|quarter|half|year|period|ongoing|periodic|event|per_plan|none)"
                                + "( (\\d{4}-\\d{2}-\\d{2}|-)){2} (P1M|P3M|P6M|P1Y|-)");
            }
        }
    }

    @Test
    void columnsHeadersGroupsAndSpansVary() {
        Map<String, Integer> seen = new HashMap<>();
        for (Bundle bundle : many()) {
            for (Grid grid : grids(bundle)) {
                seen.merge(grid.roles().size() + " columns", 1, Integer::sum);
                seen.merge("header rows " + grid.header().size(), 1, Integer::sum);
                seen.merge(grid.numbers().isEmpty() ? "no numbers" : "numbers", 1, Integer::sum);
                seen.merge(grid.print().rules().name(), 1, Integer::sum);
                boolean spans =
                        grid.rows().stream().flatMap(r -> r.cells().stream()).anyMatch(c -> c.rowSpan() > 1);
                seen.merge(spans ? "spans" : "no spans", 1, Integer::sum);
            }
        }
        assertThat(seen.keySet())
                .contains("4 columns", "5 columns", "6 columns", "7 columns", "8 columns", "9 columns")
                .contains("header rows 1", "header rows 2", "numbers", "spans", "NO_INNER_ROWS");
    }

    @Test
    void noTaskStandsTwiceInATable() {
        for (Bundle bundle : many()) {
            for (Grid grid : grids(bundle)) {
                int column = grid.roles().indexOf("task");
                List<String> tasks = grid.rows().stream()
                        .filter(row -> row.kind() == Grid.RowKind.TASK)
                        .flatMap(row -> row.cells().stream())
                        .filter(cell -> cell.column() == column)
                        .map(cell -> cell.text().plain())
                        .toList();
                if (tasks.size() < 30) {
                    assertThat(tasks).as(bundle.name()).doesNotHaveDuplicates();
                }
            }
        }
    }

    private static List<Grid> grids(Bundle bundle) {
        return bundle.papers().stream()
                .flatMap(paper -> Stream.concat(
                        paper.body().stream(),
                        paper.appendices().stream().map(Paper.Appendix::blocks).flatMap(List::stream)))
                .flatMap(DocumentGeneratorTest::grids)
                .toList();
    }

    private static Stream<Grid> grids(Block block) {
        if (block instanceof Block.Figure figure) {
            return Stream.of(figure.grid());
        }
        return block instanceof Block.Section section
                ? section.blocks().stream().flatMap(DocumentGeneratorTest::grids)
                : Stream.empty();
    }
}
