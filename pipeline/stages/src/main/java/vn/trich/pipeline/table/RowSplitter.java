package vn.trich.pipeline.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.trich.output.Box;
import vn.trich.output.ColumnRole;
import vn.trich.pipeline.page.Word;

/**
 * Parts rows between which no line is drawn: where a ruled row holds several labels one below the other, or figures line
 * by line, or, in a table that has such rows, several blocks of text in its innermost column. Cells that span rows stay
 * whole; no word is lost.
 */
final class RowSplitter {

    static final String DOUBT = "rows without lines";

    private static final int MAX_PARTS = 400;
    /** Share of short words in the column of labels that must read as labels. */
    private static final double LABELS = 0.7;
    /** So many columns on average must tell a row where no labels do. */
    private static final double STRONG = 3;
    /** The same where they tell more than two. */
    private static final double MANY_ROWS = 2;

    private final Draft table;
    private final List<ColumnRole> roles;
    private final int headerRows;
    private final boolean known;
    private final double pitch;

    private RowSplitter(Draft table, List<ColumnRole> roles, int headerRows, boolean known) {
        this.table = table;
        this.roles = roles;
        this.headerRows = headerRows;
        this.known = known;
        this.pitch = Block.pitch(table);
    }

    /**
     * The table of one page with such rows parted.
     *
     * @param table the table as its lines tell
     * @param roles what its columns hold, as far as known
     * @param headerRows rows of its header
     * @param known whether an earlier page of the same table has rows without lines
     */
    static Draft split(Draft table, List<ColumnRole> roles, int headerRows, boolean known) {
        return new RowSplitter(table, roles, headerRows, known).split();
    }

    private Draft split() {
        List<Optional<Band>> bands = new ArrayList<>();
        for (int r = 0; r < table.rows(); r++) {
            bands.add(band(r));
        }
        List<Band> body = bands.stream()
                .skip(headerRows)
                .flatMap(Optional::stream)
                .filter(b -> 2 * b.columns().size() > table.columns())
                .toList();
        boolean middle = body.stream().mapToInt(Band::middleVotes).sum() > 0;
        boolean unruled = known || body.stream().anyMatch(b -> b.labels().size() > 1) || holdRows(body, middle);
        List<Optional<Band.Rows>> rows = new ArrayList<>();
        for (int r = 0; r < table.rows(); r++) {
            boolean may = unruled && r >= headerRows;
            rows.add(bands.get(r).flatMap(b -> rows(b, may, middle)).filter(p -> p.count() > 1));
        }
        return rows.stream().noneMatch(Optional::isPresent)
                ? table
                : parted(bands, rows).withDoubt(DOUBT);
    }

    /** Whether text tells several rows between lines, though no labels do: there are none, or they were misread. */
    private static boolean holdRows(List<Band> body, boolean middle) {
        boolean labels = body.stream().anyMatch(b -> b.label() >= 0);
        return body.stream().anyMatch(b -> {
            int first = b.columns().get(0).blocks().size();
            boolean may = b.label() < 0 && (first > 1 || first == 0 && !labels);
            Optional<RowMarks.Marks> marks = may ? RowMarks.of(b, middle) : Optional.empty();
            return marks.filter(m -> m.blocks().size() > 1 && m.strength() >= STRONG)
                    .isPresent();
        });
    }

    private Optional<Band> band(int row) {
        List<Draft.DraftCell> cells = table.startingIn(row);
        boolean plain = cells.size() >= 2
                && cells.get(0).column() == 0
                && cells.stream().allMatch(c -> c.rowSpan() == 1 && c.pieces().size() == 1);
        if (!plain) {
            return Optional.empty();
        }
        List<Band.Column> columns = new ArrayList<>();
        for (Draft.DraftCell cell : cells) {
            ColumnRole role = cell.columnSpan() == 1 ? roles.get(cell.column()) : ColumnRole.OTHER;
            columns.add(new Band.Column(cell, role, Block.of(cell.words(), pitch)));
        }
        int label = -1;
        List<Block> labels = labels(cells.get(0));
        if (!labels.isEmpty()) {
            label = 0;
            columns.set(0, new Band.Column(cells.get(0), columns.get(0).role(), labels));
        }
        Box box = cells.get(0).pieces().get(0).box();
        Band band = new Band(box.y0(), box.y1(), pitch, columns, label, Math.max(0, label));
        return Optional.of(row < headerRows ? band : withLeaf(band));
    }

    /** The labels that stand one below the other in a cell; none if it holds anything else. */
    private static List<Block> labels(Draft.DraftCell cell) {
        List<List<Word>> lines = CellText.lines(cell.words());
        long labels = lines.stream()
                .filter(l -> l.size() == 1 && Labels.isLabel(l.get(0).text()))
                .count();
        boolean allShort =
                lines.stream().allMatch(l -> l.size() == 1 && l.get(0).text().length() <= 6);
        if (!allShort || lines.size() > MAX_PARTS || labels == 0 || labels < LABELS * lines.size()) {
            return List.of();
        }
        return lines.stream()
                .map(l -> new Block(l.get(0).box().centreY(), l.get(0).box().centreY(), l))
                .toList();
    }

    /** The band with the column that has a block in every row: activities, if there are any, else labels. */
    private static Band withLeaf(Band band) {
        int leaf = band.leaf();
        for (int c = 0; c < band.columns().size(); c++) {
            Band.Column column = band.columns().get(c);
            boolean inner = column.role() == ColumnRole.ACTIVITY
                    && column.blocks().size() >= Math.max(1, band.labels().size() - 1);
            leaf = inner ? c : leaf;
        }
        return new Band(band.top(), band.bottom(), band.pitch(), band.columns(), band.label(), leaf);
    }

    private Optional<Band.Rows> rows(Band band, boolean unruled, boolean middle) {
        boolean several = band.labels().size() > 1;
        boolean nested =
                band.leaf() != Math.max(0, band.label()) && band.leaves().size() > 1;
        boolean rest = band.label() >= 0 && unruled;
        Optional<RowMarks.Marks> marks =
                unruled ? RowMarks.of(band, middle).filter(m -> m.blocks().size() > 1) : Optional.empty();
        if (marks.isEmpty() && !several && !(unruled && nested) && !rest) {
            return Optional.of(new StraightRows(pitch / 1.2).byFigures(band));
        }
        if (!middle) {
            return marks.map(RowSplitter::topRows)
                    .or(() -> band.leaves().isEmpty() ? Optional.empty() : Optional.of(TopRows.of(band)));
        }
        List<CentredRows.Fit> fits = new ArrayList<>();
        CentredRows.of(band).ifPresent(fits::add);
        marks.ifPresent(m -> fits.addAll(centred(m)));
        return fits.stream()
                .min(Comparator.comparingDouble(CentredRows.Fit::price))
                .map(CentredRows.Fit::rows)
                .or(() -> several ? Optional.of(new StraightRows(pitch / 1.2).byLabels(band)) : Optional.empty());
    }

    private static Band.Rows topRows(RowMarks.Marks marks) {
        Band band = marks.band();
        Band.Rows rows = TopRows.of(band.withRows(marks.blocks(), band.holdsActivities() ? band.label() : -1));
        return new Band.Rows(
                rows.edges(), rows.cells().subList(0, band.columns().size()));
    }

    /** Rows by what all columns tell; those of one task held together by labels, or by the tasks. */
    private static List<CentredRows.Fit> centred(RowMarks.Marks marks) {
        Band band = marks.band();
        List<CentredRows.Fit> fits = new ArrayList<>();
        for (int label : band.holdsActivities() && band.label() >= 0 ? new int[] {band.label(), -1} : new int[] {-1}) {
            CentredRows.of(band.withRows(marks.blocks(), label)).ifPresent(f -> {
                List<List<Band.Range>> cells =
                        f.rows().cells().subList(0, band.columns().size());
                fits.add(new CentredRows.Fit(new Band.Rows(f.rows().edges(), cells), f.price()));
            });
        }
        return fits;
    }

    private Draft parted(List<Optional<Band>> bands, List<Optional<Band.Rows>> rows) {
        int[] start = new int[table.rows() + 1];
        for (int r = 0; r < table.rows(); r++) {
            start[r + 1] = start[r] + rows.get(r).map(Band.Rows::count).orElse(1);
        }
        List<Draft.DraftCell> cells = new ArrayList<>();
        for (int r = 0; r < table.rows(); r++) {
            if (rows.get(r).isPresent()) {
                cells.addAll(parted(bands.get(r).orElseThrow(), rows.get(r).get(), start[r]));
                continue;
            }
            for (Draft.DraftCell cell : table.startingIn(r)) {
                int span = start[cell.endRow()] - start[r];
                cells.add(new Draft.DraftCell(start[r], cell.column(), span, cell.columnSpan(), cell.pieces()));
            }
        }
        return new Draft(table.parts(), table.edges(), start[table.rows()], cells, table.synthetic(), table.doubts());
    }

    private static List<Draft.DraftCell> parted(Band band, Band.Rows rows, int firstRow) {
        List<Draft.DraftCell> cells = new ArrayList<>();
        for (int c = 0; c < band.columns().size(); c++) {
            Draft.DraftCell whole = band.columns().get(c).cell();
            Draft.Piece piece = whole.pieces().get(0);
            for (Band.Range range : rows.cells().get(c)) {
                double y0 = rows.edges().get(range.from());
                double y1 = Math.max(y0, rows.edges().get(range.to()));
                Box box = new Box(piece.box().x0(), y0, piece.box().x1(), y1);
                List<Word> words =
                        range.block() == null ? List.of() : range.block().words();
                cells.add(new Draft.DraftCell(
                        firstRow + range.from(),
                        whole.column(),
                        range.to() - range.from(),
                        whole.columnSpan(),
                        List.of(CellText.piece(piece.page(), box, words))));
            }
        }
        return cells;
    }
}
