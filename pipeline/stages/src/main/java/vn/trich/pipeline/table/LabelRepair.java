package vn.trich.pipeline.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.trich.output.ColumnRole;
import vn.trich.output.WordSource;
import vn.trich.pipeline.page.Word;

/**
 * Repairs row labels that a recogniser misread: labels count ({@code I, 1, 2, a, b, 3}), so the reading of a whole column
 * of labels that counts on best, and is most like what was read, is taken (beam search over rows). A label is only
 * changed where what was read does not count on and the row before and after it do.
 */
final class LabelRepair {

    private static final int BEAM = 48;
    /** Rows up or down within which a label read well must bear out a changed one. */
    private static final int REACH = 3;

    private static final int MAX_LISTS = 6;
    private static final double FIRST = 0.25;
    private static final double FIRST_BELOW = 0.3;
    private static final double AGAIN = 0.6;
    private static final double JUMP = 2.2;
    /** The rows below a heading count on from those above it. */
    private static final double RUNS_ON = 0.15;
    /** A heading takes the next label of the rows' own count. */
    private static final double HEADING_AMONG_ROWS = 1.5;

    private static final double NO_LABEL = 2.6;
    private static final double NONE_PRINTED = 0.1;
    private static final double MISSED = 0.9;
    /** A label this near to what was read may be taken though its neighbours are doubtful too. */
    private static final double NEAR = 1.4;
    /** Strokes of a Roman number were read as one letter. */
    private static final double AS_STROKES = 0.5;
    /** What was read is a label too, only another. */
    private static final double OTHER_LABEL = 0.3;
    /** A label read with this confidence is rarely another. */
    private static final double SURE = 0.85;

    private static final double READ_SURELY = 1.6;
    /** More changed labels than this share of them all means that the column is no list. */
    private static final double MAX_CHANGED = 0.45;

    /** Signs that stand for others in misread labels. */
    private static final String[] LOOK_ALIKE = {
        "1lI|i!ítTJ'‘]j",
        "2zZ?",
        "3ởồ35B8ôđdấ",
        "4áAạÁ",
        "5sS$ỗ9g",
        "6óGb0ố",
        "7?1Tí/",
        "8$B&gSẻ",
        "9gqg0°øọ",
        "0oOọ°Q",
        "aáàạ4",
        "bhó6",
        "cée(",
        "dđ",
        "đd",
        "eéc",
        "IlL1|TtJ!H",
        "VvYý"
    };

    /** Signs of lists and of misreading around a label. */
    private static final Pattern AROUND = Pattern.compile("[.)(\\-:,;'\"“”]+$|^[(\\-'\"“”.]+");

    private static final Pattern SIGNS = Pattern.compile("[.)(\\-:]+");
    private static final Pattern OUTER_SIGNS = Pattern.compile("[)(\\-:]|\\.$");
    private static final Pattern TWO_STROKES = Pattern.compile("[HNUnu]");
    private static final Pattern THREE_STROKES = Pattern.compile("[Mm]");

    private final List<Row> rows = new ArrayList<>();

    /** A row's label cell: its place among the cells, what was read. */
    private record Row(int cell, String read, boolean sure, boolean fixed, boolean heading, boolean afterHeading) {}

    /**
     * A reading of the rows so far: lists open, outermost first, the last plain number of a row that is no heading, the
     * labels chosen, what it costs.
     */
    private record Path(
            List<RowLabel> open, Optional<RowLabel> number, Path before, Optional<RowLabel> label, double cost) {

        /** What can follow: ways that agree in it are one. */
        State state() {
            return new State(open, number);
        }

        /** Whether the label is the next in the count of the rows just above. */
        boolean countsRows(RowLabel label) {
            return !open.isEmpty()
                    && number.filter(open.get(open.size() - 1)::equals)
                            .filter(last -> last.value() + 1 == label.value())
                            .isPresent();
        }
    }

    private record State(List<RowLabel> open, Optional<RowLabel> number) {}

    private LabelRepair() {}

    /** The table with labels repaired in its column of labels, if it has one and was read from a picture or dump. */
    static Draft repair(Draft table, int headerRows, List<ColumnRole> roles, List<Table.RowKind> kinds) {
        int column = roles.indexOf(ColumnRole.STT);
        column = column < 0 ? roles.indexOf(ColumnRole.CODE) : column;
        return column < 0 || column > 1 ? table : new LabelRepair().repaired(table, headerRows, column, kinds);
    }

    private Draft repaired(Draft table, int headerRows, int column, List<Table.RowKind> kinds) {
        for (int i = 0; i < table.cells().size(); i++) {
            Draft.DraftCell cell = table.cells().get(i);
            if (cell.column() == column && cell.row() >= headerRows && cell.columnSpan() == 1) {
                boolean layer = cell.words().stream().anyMatch(w -> w.source() == WordSource.TEXT_LAYER);
                boolean heading = kinds.get(cell.row()) == Table.RowKind.GROUP;
                boolean afterHeading = cell.row() > 0 && kinds.get(cell.row() - 1) == Table.RowKind.GROUP;
                String read = cell.text().strip();
                boolean sure = RowLabel.parse(read).isPresent()
                        && cell.words().stream().allMatch(w -> w.confidence() >= SURE);
                rows.add(new Row(i, read, sure, layer, heading, afterHeading));
            }
        }
        List<Optional<RowLabel>> labels = best();
        List<Draft.DraftCell> cells = new ArrayList<>(table.cells());
        int changed = 0;
        for (int r = 0; r < rows.size(); r++) {
            if (changes(labels, r)) {
                cells.set(
                        rows.get(r).cell(),
                        withLabel(
                                cells.get(rows.get(r).cell()),
                                labels.get(r).get().text()));
                changed++;
            }
        }
        return changed == 0 || changed > MAX_CHANGED * rows.size() ? table : table.withCells(cells);
    }

    /** Whether a row gets another label: what was read is not it, and its neighbours bear it out. */
    private boolean changes(List<Optional<RowLabel>> labels, int r) {
        Row row = rows.get(r);
        if (row.fixed()
                || labels.get(r).isEmpty()
                || labels.get(r).get().text().equals(row.read())
                || row.read().length() > 6) {
            return false;
        }
        boolean same = RowLabel.parse(row.read())
                .filter(l -> l.sameList(labels.get(r).get())
                        && l.value() == labels.get(r).get().value())
                .isPresent();
        if (same) {
            return false;
        }
        boolean besides = r > 0 && asRead(labels, r - 1) && r + 1 < rows.size() && asRead(labels, r + 1);
        boolean before = borneOut(labels, r, -1);
        boolean after = borneOut(labels, r, 1);
        boolean ends = r < REACH || r + REACH >= rows.size();
        boolean near = !row.read().isEmpty() && cost(row.read(), labels.get(r).get()) <= NEAR;
        return besides || near && (before && after || ends && (before || after));
    }

    /** Whether one of the next rows up (-1) or down (1) has a label that was read as it counts. */
    private boolean borneOut(List<Optional<RowLabel>> labels, int r, int step) {
        for (int i = 1; i <= REACH; i++) {
            int other = r + i * step;
            if (other < 0 || other >= rows.size()) {
                return false;
            }
            if (asRead(labels, other)) {
                return true;
            }
        }
        return false;
    }

    private boolean asRead(List<Optional<RowLabel>> labels, int r) {
        return labels.get(r).filter(l -> cost(rows.get(r).read(), l) < 0.5).isPresent();
    }

    private static Draft.DraftCell withLabel(Draft.DraftCell cell, String label) {
        Draft.Piece first = cell.pieces().stream()
                .filter(p -> !p.words().isEmpty())
                .findFirst()
                .orElse(cell.pieces().get(0));
        List<Draft.Piece> pieces = new ArrayList<>();
        for (Draft.Piece piece : cell.pieces()) {
            if (piece == first) {
                List<Word> words = new ArrayList<>(piece.words());
                if (!words.isEmpty()) {
                    words.set(
                            0,
                            words.get(0)
                                    .restored(label, Math.min(0.6, words.get(0).confidence())));
                }
                pieces.add(new Draft.Piece(piece.page(), piece.box(), words, label));
            } else {
                pieces.add(new Draft.Piece(piece.page(), piece.box(), piece.words(), ""));
            }
        }
        return cell.with(pieces);
    }

    private List<Optional<RowLabel>> best() {
        List<Path> beam = List.of(new Path(List.of(), Optional.empty(), null, Optional.empty(), 0));
        for (Row row : rows) {
            Map<State, Path> next = new HashMap<>();
            for (Path path : beam) {
                extend(path, row).forEach(p -> next.merge(p.state(), p, (a, b) -> a.cost() <= b.cost() ? a : b));
            }
            beam = next.values().stream()
                    .sorted(Comparator.comparingDouble(Path::cost)
                            .thenComparing(p -> p.state().toString()))
                    .limit(BEAM)
                    .toList();
        }
        List<Optional<RowLabel>> labels = new ArrayList<>();
        for (Path path = beam.get(0); path.before() != null; path = path.before()) {
            labels.add(0, path.label());
        }
        return labels;
    }

    private static List<Path> extend(Path path, Row row) {
        List<Path> paths = new ArrayList<>();
        double none = row.read().isEmpty() ? NONE_PRINTED : NO_LABEL;
        paths.add(new Path(path.open(), path.number(), path, Optional.empty(), path.cost() + none));
        for (int level = path.open().size() - 1; level >= 0; level--) {
            RowLabel open = path.open().get(level);
            List<RowLabel> outer = path.open().subList(0, level);
            add(paths, path, row, outer, open.next(), 0);
            RowLabel first = new RowLabel(open.series(), open.prefix(), 1, open.form());
            if (open.prefix().isEmpty()) {
                add(
                        paths,
                        path,
                        row,
                        outer,
                        first,
                        row.afterHeading() && level == path.open().size() - 1 ? 0.1 : AGAIN);
            }
        }
        if (path.open().isEmpty() || row.afterHeading()) {
            RowLabel one = new RowLabel(RowLabel.Series.NUMBER, "", 1, "%");
            add(paths, path, row, List.of(), one, FIRST);
        }
        if (row.afterHeading() && !row.heading()) {
            path.number().ifPresent(last -> add(paths, path, row, path.open(), last.next(), RUNS_ON));
        }
        if (row.afterHeading()) {
            impliedParents(path.open())
                    .forEach(outer -> outer.get(outer.size() - 1)
                            .firstBelow()
                            .forEach(first -> add(paths, path, row, outer, first, FIRST_BELOW)));
        }
        if (!path.open().isEmpty()) {
            RowLabel innermost = path.open().get(path.open().size() - 1);
            innermost.firstBelow().forEach(first -> add(paths, path, row, path.open(), first, FIRST_BELOW));
        }
        RowLabel.parse(row.read()).ifPresent(read -> {
            boolean start = path.open().isEmpty();
            add(paths, path, row, outerOf(path.open(), read), read, start ? 0.2 : read.value() == 1 ? AGAIN : JUMP);
        });
        return paths;
    }

    /** Lists open if the heading before a row counts on in one of them, though its label stands in its text. */
    private static List<List<RowLabel>> impliedParents(List<RowLabel> open) {
        List<List<RowLabel>> implied = new ArrayList<>();
        for (int level = 0; level < open.size(); level++) {
            if (open.get(level).series() == RowLabel.Series.NUMBER) {
                List<RowLabel> outer = new ArrayList<>(open.subList(0, level));
                outer.add(open.get(level).next());
                implied.add(outer);
            }
        }
        implied.add(List.of(new RowLabel(RowLabel.Series.NUMBER, "", 1, "%")));
        return implied;
    }

    /** The lists that stay open when a label is taken as read. */
    private static List<RowLabel> outerOf(List<RowLabel> open, RowLabel label) {
        for (int level = 0; level < open.size(); level++) {
            if (open.get(level).sameList(label)) {
                return open.subList(0, level);
            }
        }
        return open;
    }

    private static void add(List<Path> paths, Path path, Row row, List<RowLabel> outer, RowLabel label, double extra) {
        if (outer.size() >= MAX_LISTS || label.value() > 999) {
            return;
        }
        double edits = cost(row.read(), label);
        if (row.fixed() && edits > 0) {
            return;
        }
        double cost = edits > 0 && row.sure() ? edits + READ_SURELY : edits;
        RowLabel formed = RowLabel.parse(row.read())
                .filter(l -> l.sameList(label) && l.value() == label.value())
                .orElse(label);
        boolean number =
                formed.series() == RowLabel.Series.NUMBER && formed.prefix().isEmpty();
        boolean amongRows = row.heading() && number && path.countsRows(formed);
        List<RowLabel> open = new ArrayList<>(outer);
        open.add(formed);
        paths.add(new Path(
                List.copyOf(open),
                number && (!row.heading() || amongRows) ? Optional.of(formed) : path.number(),
                path,
                Optional.of(formed),
                path.cost() + cost + extra + (amongRows ? HEADING_AMONG_ROWS : 0)));
    }

    /** What it costs to have read {@code read} where {@code label} stands: edits, cheap between signs that look alike. */
    static double cost(String read, RowLabel label) {
        if (read.isEmpty()) {
            return MISSED;
        }
        String core = AROUND.matcher(read).replaceAll("");
        String wanted = label.prefix() + SIGNS.matcher(label.text()).replaceAll("");
        String plain = label.prefix().isEmpty()
                ? SIGNS.matcher(label.text()).replaceAll("")
                : OUTER_SIGNS.matcher(label.text()).replaceAll("");
        String target = label.prefix().isEmpty() ? plain : plain.isEmpty() ? wanted : plain;
        boolean otherLabel = !core.equals(target) && RowLabel.parse(core).isPresent();
        double edits = distance(core, target);
        if (label.series() == RowLabel.Series.ROMAN && !core.equals(target)) {
            edits = Math.min(edits, AS_STROKES + distance(strokes(core), target));
        }
        return Math.min(edits + (otherLabel ? OTHER_LABEL : 0), 3);
    }

    /** What was read with the strokes of Roman numbers taken apart that run together into one letter. */
    private static String strokes(String read) {
        return THREE_STROKES.matcher(TWO_STROKES.matcher(read).replaceAll("II")).replaceAll("III");
    }

    private static double distance(String read, String wanted) {
        double[][] d = new double[read.length() + 1][wanted.length() + 1];
        for (int i = 0; i <= read.length(); i++) {
            for (int j = 0; j <= wanted.length(); j++) {
                if (i == 0 && j == 0) {
                    continue;
                }
                double best = Double.MAX_VALUE;
                if (i > 0) {
                    best = Math.min(best, d[i - 1][j] + 0.8);
                }
                if (j > 0) {
                    best = Math.min(best, d[i][j - 1] + (wanted.charAt(j - 1) == '.' ? 0.25 : 0.8));
                }
                if (i > 0 && j > 0) {
                    best = Math.min(best, d[i - 1][j - 1] + change(read.charAt(i - 1), wanted.charAt(j - 1)));
                }
                d[i][j] = best;
            }
        }
        return d[read.length()][wanted.length()];
    }

    private static double change(char read, char wanted) {
        if (read == wanted) {
            return 0;
        }
        for (String alike : LOOK_ALIKE) {
            if (alike.charAt(0) == wanted && alike.indexOf(read) > 0) {
                return 0.4;
            }
        }
        return Character.isDigit(read) && Character.isDigit(wanted) ? 0.9 : 1;
    }
}
