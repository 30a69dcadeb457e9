package vn.trich.pipeline.table;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.trich.output.ColumnRole;
import vn.trich.pipeline.page.Word;

/**
 * Tells whether the first row of a page goes on with the last row of the page before, cut in two by the page break: it
 * has no label where rows have labels, its cells go on in the middle of sentences.
 */
final class RowCut {

    private static final double ENOUGH = 2;
    private static final Pattern BULLET = Pattern.compile("\\s*[-–—+•*]\\s?\\S");

    private final Draft above;
    private final int headerRows;
    private final int inner;
    private final int task;
    private final boolean nested;
    private final Set<String> opening = new HashSet<>();
    private final Set<String> within = new HashSet<>();

    /**
     * Prepares to judge rows below a table.
     *
     * @param above the table so far
     * @param headerRows rows of its header
     * @param roles what its columns hold; cells of activities stand below those of tasks
     */
    RowCut(Draft above, int headerRows, List<ColumnRole> roles) {
        this.above = above;
        this.headerRows = headerRows;
        this.inner = roles.indexOf(ColumnRole.ACTIVITY);
        this.task = roles.indexOf(ColumnRole.TASK);
        this.nested = inner >= 0;
        above.cells().stream().filter(c -> c.row() >= headerRows).forEach(this::learn);
    }

    /** Notes which capitalised words, alone and with the next word, begin a cell, and which stand within sentences. */
    private void learn(Draft.DraftCell cell) {
        List<Word> words = cell.words();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i).text();
            boolean first = i == 0 || endsSentence(words.get(i - 1).text()) || i == 1 && word.length() < 3;
            if (Character.isUpperCase(word.codePointAt(0))) {
                Set<String> seen = first ? opening : within;
                seen.add(start(words.subList(i, i + 1)));
                seen.add(start(words.subList(i, Math.min(words.size(), i + 2))));
            }
        }
    }

    private static String start(List<Word> words) {
        return words.stream().map(w -> w.text().replaceAll("[,;.:)]+$", "")).collect(Collectors.joining(" "));
    }

    /** Whether the first row of {@code below}, header dropped, belongs to the last row of the table above. */
    boolean goesOn(Draft below) {
        int last = above.rows() - 1;
        if (last < headerRows || below.rows() == 0) {
            return false;
        }
        List<Draft.DraftCell> first = below.startingIn(0);
        if (first.stream().allMatch(Draft.DraftCell::isEmpty)) {
            return true;
        }
        if (isHeading(first, below.columns()) || isHeading(above.startingIn(last), above.columns())) {
            return false;
        }
        return !opensInner(first, last) && evidence(first, last) >= ENOUGH;
    }

    /** Whether the inner column begins a new entry: then the row is new, whatever else of the row above goes on. */
    private boolean opensInner(List<Draft.DraftCell> first, int last) {
        Optional<Draft.DraftCell> entry =
                first.stream().filter(c -> c.column() == inner && !c.isEmpty()).findFirst();
        Optional<Draft.DraftCell> before = above.at(last, inner).filter(c -> !c.isEmpty());
        if (entry.isEmpty() || before.isEmpty()) {
            return false;
        }
        List<Word> words = entry.get().words();
        boolean capital = Character.isUpperCase(entry.get().text().codePointAt(0));
        boolean name = within.contains(start(words.subList(0, Math.min(2, words.size()))));
        return !goesOn(before.get(), entry.get()) || capital && !name;
    }

    /** Whether the text of a cell goes on with that of another. */
    boolean goesOn(Draft.DraftCell upper, Draft.DraftCell lower) {
        if (upper.isEmpty() || lower.isEmpty()) {
            return false;
        }
        String first = start(lower.words().subList(0, 1));
        boolean opensEntries = opening.contains(first) && !within.contains(first);
        return unfinished(upper.text(), lower.text()) || breaksInside(upper, lower) && !opensEntries;
    }

    /** Whether text beside a new label goes on with that of a cell above, which nothing begins with. */
    boolean spansOn(Draft.DraftCell upper, Draft.DraftCell lower) {
        return goesOn(upper, lower) && !opening.contains(start(lower.words().subList(0, 1)));
    }

    /** Whether a list that a semicolon leaves open in one cell goes on in another; no other cell of the column ends so. */
    boolean listGoesOn(Draft.DraftCell upper, Draft.DraftCell lower) {
        boolean open = upper.text().strip().endsWith(";")
                && BULLET.matcher(lower.text()).lookingAt();
        return open
                && above.cells().stream()
                        .filter(c -> c.column() == upper.column() && c != upper && c.row() >= headerRows)
                        .noneMatch(c -> c.text().strip().endsWith(";"));
    }

    private static boolean isHeading(List<Draft.DraftCell> cells, int columns) {
        return cells.stream().anyMatch(c -> c.columnSpan() >= Math.max(2, 0.7 * columns));
    }

    /** Whether a first row that is not cut lacks a label where rows have labels: it stands below the row above. */
    boolean standsBelow(Draft below) {
        return below.rows() > 0
                && lacksHead(below)
                && (nested || spanning().contains(0))
                && !isHeading(below.startingIn(0), below.columns())
                && above.rows() > headerRows
                && !isHeading(above.startingIn(above.rows() - 1), above.columns());
    }

    /** Whether there is no label where rows have labels, or, in a table without labels, no task beside an activity. */
    private boolean lacksHead(Draft below) {
        if (labelShare() >= 0.5) {
            return textAt(below.startingIn(0), 0).isEmpty();
        }
        Optional<Draft.DraftCell> entry = cellAt(below, inner).filter(c -> !c.isEmpty());
        Optional<Draft.DraftCell> head = cellAt(below, task);
        return nested
                && task >= 0
                && entry.isPresent()
                && head.isPresent()
                && (head.get().isEmpty()
                        || above.at(above.rows() - 1, task)
                                .filter(c -> goesOn(c, head.get()))
                                .isPresent());
    }

    private static Optional<Draft.DraftCell> cellAt(Draft below, int column) {
        return below.startingIn(0).stream().filter(c -> c.column() == column).findFirst();
    }

    private double evidence(List<Draft.DraftCell> first, int last) {
        boolean labelled = labelShare() >= 0.6;
        String label = textAt(first, 0);
        String labelAbove =
                above.at(last, 0).map(Draft.DraftCell::text).orElse("").strip();
        double score = 0;
        if (labelled) {
            boolean missing = label.isEmpty() && !labelAbove.isEmpty() || Labels.isLabel(label) && labelAbove.isEmpty();
            if (!missing && !(label.isEmpty() && labelAbove.isEmpty())) {
                return 0;
            }
            score += label.isEmpty() ? nested || spanning().contains(0) ? 0.5 : 1.5 : 0.5;
        }
        int filled = 0;
        int goingOn = 0;
        int opening = 0;
        for (Draft.DraftCell cell : first) {
            if (cell.column() == 0 && labelled || cell.isEmpty()) {
                continue;
            }
            filled++;
            Optional<Draft.DraftCell> before = above.at(last, cell.column()).filter(c -> !c.isEmpty());
            if (before.filter(c -> unfinished(c.text(), cell.text())).isPresent()) {
                goingOn++;
            } else if (before.isEmpty() || !breaksInside(before.get(), cell)) {
                opening++;
            }
        }
        score += Math.min(2, goingOn);
        score += goingOn > 0 && opening == 0 ? 1 : 0;
        score -= goingOn == 0 && opening > 0 && (nested || spanning().contains(0)) ? 1.5 : 0;
        if (2 * filled <= first.size() - (labelled ? 1 : 0)) {
            score += 0.7;
        }
        boolean wholeRow = filled >= first.size() - 1 && goingOn == 0;
        score -= wholeRow && filled > 2 ? 1 : 0;
        score -= opening > goingOn && goingOn == 0 && !label.isEmpty() ? 1 : 0;
        return score;
    }

    private static boolean unfinished(String upper, String lower) {
        return startsLower(lower) && !endsSentence(upper) || upper.endsWith(",");
    }

    /** Whether the text above breaks off at the end of a full line, so that it may go on with a capital. */
    private static boolean breaksInside(Draft.DraftCell above, Draft.DraftCell below) {
        Draft.Piece piece = above.pieces().get(above.pieces().size() - 1);
        if (piece.words().isEmpty() || below.isEmpty() || endsSentence(above.text())) {
            return false;
        }
        List<List<Word>> lines = CellText.lines(piece.words());
        List<Word> lastLine = lines.get(lines.size() - 1);
        Word next = below.words().get(0);
        double used = lastLine.get(lastLine.size() - 1).box().x1()
                - lastLine.get(0).box().x0();
        return used + next.box().width() + 0.5 * next.box().height()
                > piece.box().width();
    }

    /** Share of the body rows above that have a label in their first column. */
    private double labelShare() {
        int labels = 0;
        int rows = 0;
        for (int r = headerRows; r < above.rows(); r++) {
            Optional<Draft.DraftCell> cell = above.at(r, 0);
            if (cell.isPresent() && cell.get().row() == r && cell.get().columnSpan() == 1) {
                rows++;
                labels += Labels.isLabel(cell.get().text()) ? 1 : 0;
            }
        }
        return rows == 0 ? 0 : (double) labels / rows;
    }

    /** Columns in which a cell spans several body rows. */
    Set<Integer> spanning() {
        Set<Integer> columns = new HashSet<>();
        above.cells().stream()
                .filter(c -> c.row() >= headerRows && c.rowSpan() > 1)
                .forEach(c -> columns.add(c.column()));
        return columns;
    }

    /** Columns in which a cell spans rows of several labels, as a unit that does several tasks. */
    Set<Integer> spanningLabels() {
        Set<Integer> columns = new HashSet<>();
        for (Draft.DraftCell cell : above.cells()) {
            if (cell.row() >= headerRows && cell.rowSpan() > 1 && cell.column() > 0) {
                int label =
                        above.at(cell.row(), 0).map(Draft.DraftCell::rowSpan).orElse(1);
                if (label < cell.rowSpan()) {
                    columns.add(cell.column());
                }
            }
        }
        return columns;
    }

    private static String textAt(List<Draft.DraftCell> cells, int column) {
        return cells.stream()
                .filter(c -> c.column() == column)
                .map(c -> c.text().strip())
                .findFirst()
                .orElse("");
    }

    static boolean startsLower(String text) {
        int first = text.strip().isEmpty() ? ' ' : text.strip().codePointAt(0);
        return Character.isLowerCase(first) || first == ',' || first == ';' || first == ')';
    }

    private static boolean endsSentence(String text) {
        return text.isEmpty() || ".;:!?".indexOf(text.charAt(text.length() - 1)) >= 0;
    }
}
