package vn.trich.corpus.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.trich.corpus.gold.GoldReader;
import vn.trich.corpus.gold.GoldTable;
import vn.trich.corpus.score.OutputFolder.Cell;
import vn.trich.corpus.score.OutputFolder.Table;

class TreeDistanceTest {

    /** 11 nodes: the table, header and body, two rows, six cells. */
    private static final GoldTable GOLD = table("""
            <table><thead><tr><th>Tên</th><th>Đơn vị</th><th>Số</th></tr></thead>
            <tbody><tr><td>thuyền</td><td>chiếc</td><td>12</td></tr></tbody></table>
            """);

    private static GoldTable table(String html) {
        return GoldReader.parse("t", html).documents().get(0).tables().get(0);
    }

    private static Cell cell(int row, int column, String text) {
        return new Cell(row, column, 1, 1, row == 1, text);
    }

    private static double distance(int headerRows, Cell... cells) {
        int rows = List.of(cells).stream().mapToInt(Cell::row).max().orElse(0);
        Figure.Share share =
                TreeDistance.compare(GOLD, new Table(rows, headerRows, List.of(), List.of(cells), Set.of()));
        return share.of() - share.right();
    }

    private static final Cell[] HEADER = {cell(1, 1, "Tên"), cell(1, 2, "Đơn vị"), cell(1, 3, "Số")};

    private static Cell[] with(Cell... body) {
        Cell[] all = java.util.Arrays.copyOf(HEADER, 3 + body.length);
        System.arraycopy(body, 0, all, 3, body.length);
        return all;
    }

    @Test
    void theSameTableIsAtNoDistance() {
        assertThat(TreeDistance.nodes(GOLD)).isEqualTo(11);
        assertThat(distance(1, with(cell(2, 1, "Thuyền"), cell(2, 2, "chiếc"), cell(2, 3, "12"))))
                .isZero();
    }

    @Test
    void aLostCellCostsOne() {
        assertThat(distance(1, with(cell(2, 1, "thuyền"), cell(2, 3, "12")))).isEqualTo(1);
    }

    @Test
    void aWrongTextCostsItsShareOfEdits() {
        assertThat(distance(1, with(cell(2, 1, "thuyên"), cell(2, 2, "chiếc"), cell(2, 3, "12"))))
                .isCloseTo(1 / 6.0, within(1e-6));
    }

    @Test
    void anotherSpanCostsOneWhateverTheText() {
        Cell wide = new Cell(2, 2, 1, 2, false, "chiếc");
        assertThat(distance(1, with(cell(2, 1, "thuyền"), wide, cell(2, 3, "12"))))
                .isEqualTo(1);
    }

    @Test
    void aLostRowCostsItselfAndItsCellsAndItsEmptyPart() {
        assertThat(distance(1, HEADER)).isEqualTo(5);
    }

    @Test
    void aHeaderReadAsBodyCostsBothPartsAndTheOneThatHoldsAll() {
        Cell[] all = with(cell(2, 1, "thuyền"), cell(2, 2, "chiếc"), cell(2, 3, "12"));
        assertThat(distance(0, all)).isEqualTo(3);
    }

    @Test
    void anExtraRowCostsItselfAndItsCells() {
        assertThat(distance(
                        1,
                        with(
                                cell(2, 1, "thuyền"),
                                cell(2, 2, "chiếc"),
                                cell(2, 3, "12"),
                                cell(3, 1, "xe"),
                                cell(3, 2, "chiếc"))))
                .isEqualTo(3);
    }

    @Test
    void aTableOfThousandsOfCellsIsComparedRowByRow() {
        StringBuilder html = new StringBuilder("<table>");
        List<Cell> cells = new java.util.ArrayList<>();
        for (int row = 1; row <= 700; row++) {
            html.append("<tr>");
            for (int column = 1; column <= 9; column++) {
                String text = "ô " + row + " " + column;
                html.append("<td>").append(text).append("</td>");
                if (row != 350 && !(row == 9 && column == 9)) {
                    cells.add(new Cell(row, column, 1, 1, false, text));
                }
            }
            html.append("</tr>");
        }
        cells.removeIf(cell -> cell.row() == 350);
        List<Cell> moved = cells.stream()
                .map(c -> new Cell(c.row() > 350 ? c.row() - 1 : c.row(), c.column(), 1, 1, false, c.text()))
                .toList();
        Figure.Share share =
                TreeDistance.compare(table(html + "</table>"), new Table(699, 0, List.of(), moved, Set.of()));
        assertThat(share.of() - share.right()).isEqualTo(11);
    }
}
