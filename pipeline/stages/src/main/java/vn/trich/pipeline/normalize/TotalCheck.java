package vn.trich.pipeline.normalize;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.trich.output.TableRecord;
import vn.trich.pipeline.table.Cell;
import vn.trich.pipeline.table.Table;

/**
 * Adds up tables of figures that print their totals: a sum that fails means that a figure was misread, or that the paper
 * is wrong. A row of totals, first or last, is the sum of all others in a flat table. Where rows are parts of others by
 * their labels ({@code I}, {@code 1}, {@code 1.1}) or by the signs before their names ({@code -}, {@code +}), a row is taken for the sum of its parts only if it is so for most of the
 * table's rows and columns: parts may overlap, or be some of the whole. Immutable.
 */
public final class TotalCheck {

    private static final int LEAST_PARTS = 2;
    /** So many sums by levels must hold before one that fails says anything. */
    private static final int LEAST_HELD = 3;

    private static final int HELD_TO_FAILED = 3;
    /** The level of rows that have a name and no label. */
    private static final int BY_NAME = 8;

    /** Dirt, words that lead up to parts, the sign before a part. */
    private static final Pattern OPENING =
            Pattern.compile("[^a-z0-9+-]*(?<of>(?:trong do|chia ra|bao gom)[ :]*)?(?<sign>[-+]?)");

    /** The cells of totals that are not the sums of their parts, and of those parts; none where there is nothing to add up. */
    public Set<Cell> failing(Table table) {
        Set<Cell> cells = new LinkedHashSet<>();
        if (table.kind() == TableRecord.Kind.STATISTICS) {
            failsFlat(table, cells);
        }
        if (cells.isEmpty() && table.kind() != TableRecord.Kind.TASKS && table.kind() != TableRecord.Kind.OTHER) {
            failsByLevels(table, cells);
        }
        return cells;
    }

    private static void add(Table table, List<Integer> parts, int total, int column, Set<Cell> cells) {
        table.at(total, column).ifPresent(cells::add);
        parts.forEach(row -> table.at(row, column).ifPresent(cells::add));
    }

    private static void failsFlat(Table table, Set<Cell> cells) {
        List<Integer> body = new ArrayList<>();
        for (int row = 1; row <= table.rows(); row++) {
            if (table.rowKinds().get(row - 1) == Table.RowKind.GROUP) {
                return;
            }
            if (table.rowKinds().get(row - 1) == Table.RowKind.BODY) {
                body.add(row);
            }
        }
        List<Integer> totals = body.stream().filter(row -> isTotal(table, row)).toList();
        if (totals.size() != 1 || body.size() <= LEAST_PARTS) {
            return;
        }
        int total = totals.get(0);
        body.remove(Integer.valueOf(total));
        boolean atEdge = total < body.get(0) || total > body.get(body.size() - 1);
        for (int column = 1; atEdge && column <= table.columns(); column++) {
            if (!isShare(table, column) && isFlat(table, body) && fails(table, body, total, column)) {
                add(table, body, total, column, cells);
            }
        }
    }

    /** A few sums that fail where most hold. */
    private static void failsByLevels(Table table, Set<Cell> cells) {
        int[] levels = levels(table);
        Set<Cell> suspects = new LinkedHashSet<>();
        int held = 0;
        int failed = 0;
        for (int row = 1; row <= table.rows(); row++) {
            List<Integer> parts = parts(levels, row);
            for (int column = 2; parts.size() > 1 && column <= table.columns(); column++) {
                if (!isShare(table, column) && isWhole(table, parts, row, column)) {
                    boolean fails = fails(table, parts, row, column);
                    failed += fails ? 1 : 0;
                    held += fails ? 0 : 1;
                    if (fails) {
                        add(table, parts, row, column, suspects);
                    }
                }
            }
        }
        if (held >= LEAST_HELD && held >= HELD_TO_FAILED * failed) {
            cells.addAll(suspects);
        }
    }

    private static boolean isWhole(Table table, List<Integer> parts, int row, int column) {
        return Stream.concat(Stream.of(row), parts.stream())
                .map(each -> number(table, each, column))
                .allMatch(number ->
                        number.isPresent() && number.get().stripTrailingZeros().scale() <= 0);
    }

    /** How deep each row is by its label, from 1; 0 for the header and for rows that no label places. Rows from 1. */
    private static int[] levels(Table table) {
        int[] levels = new int[table.rows() + 1];
        for (int row = 1; row <= table.rows(); row++) {
            boolean header = table.rowKinds().get(row - 1) == Table.RowKind.HEADER;
            String label = table.at(row, 1).map(Cell::text).orElse("").strip().replaceFirst("[.)]+$", "");
            String name = table.at(row, 2).map(Cell::text).orElse("");
            boolean bare = label.chars().noneMatch(Character::isLetterOrDigit);
            levels[row] = header ? 0 : isTotal(table, row) ? 1 : bare ? level(name, BY_NAME) : level(label);
        }
        return levels;
    }

    /** How deep a row without a label is by the sign before its name. */
    private static int level(String name, int plain) {
        Matcher opening = OPENING.matcher(BareText.of(name));
        if (name.isBlank() || !opening.lookingAt()) {
            return 0;
        }
        return switch (opening.group("sign")) {
            case "-" -> plain + 1;
            case "+" -> plain + 2;
            default -> opening.group("of") == null ? plain : plain + 1;
        };
    }

    private static int level(String label) {
        if (label.matches("[A-HK-UY]")) {
            return 2;
        }
        if (label.matches("[IVX]+")) {
            return 3;
        }
        return label.matches("\\d{1,3}(?:\\.\\d{1,3}){0,3}")
                ? 4 + (int) label.chars().filter(c -> c == '.').count()
                : 0;
    }

    /** The rows right below that one in depth, up to the next as deep as it; none if a row among them has no place. */
    private static List<Integer> parts(int[] levels, int row) {
        List<Integer> parts = new ArrayList<>();
        int depth = 0;
        for (int next = row + 1; levels[row] > 0 && next < levels.length && levels[next] != levels[row]; next++) {
            if (levels[next] == 0) {
                return List.of();
            }
            if (levels[next] < levels[row]) {
                break;
            }
            depth = depth == 0 ? levels[next] : depth;
            if (levels[next] < depth) {
                // Parts told by a sign before them end where the next name has none.
                if (levels[next] >= BY_NAME) {
                    break;
                }
                return List.of();
            }
            if (levels[next] == depth) {
                parts.add(next);
            }
        }
        return parts;
    }

    private static boolean fails(Table table, List<Integer> parts, int total, int column) {
        Optional<BigDecimal> printed = number(table, total, column);
        BigDecimal sum = BigDecimal.ZERO;
        for (int row : parts) {
            Optional<BigDecimal> part = number(table, row, column);
            // Whole numbers only: decimals are rounded, and averages and shares do not add up.
            if (part.isEmpty() || part.get().stripTrailingZeros().scale() > 0) {
                return false;
            }
            sum = sum.add(part.get());
        }
        return printed.isPresent()
                && printed.get().stripTrailingZeros().scale() <= 0
                && printed.get().compareTo(sum) != 0;
    }

    private static Optional<BigDecimal> number(Table table, int row, int column) {
        return table.at(row, column)
                .filter(cell -> cell.row() == row && cell.rowSpan() == 1 && cell.columnSpan() == 1)
                .flatMap(cell -> Numbers.parse(cell.text()));
    }

    private static boolean isTotal(Table table, int row) {
        return table.cells().stream()
                .filter(cell -> cell.row() == row)
                .map(Cell::text)
                .anyMatch(text -> BareText.words(text).matches("(?:tong|tong so|tong cong|cong)"));
    }

    /** Whether the heading says that the column holds no amounts. */
    private static boolean isShare(Table table, int column) {
        for (int row = 1; row <= table.headerRows(); row++) {
            String heading = table.at(row, column).map(Cell::text).orElse("");
            if (heading.contains("%")
                    || BareText.words(heading)
                            .matches("(?:.* )?(?:ty le|binh quan|so thu tu|stt|tt|diem)(?: .*)?|nam|cac nam")) {
                return true;
            }
        }
        return column == 1;
    }

    /** Whether no row is part of another: plain numbers in the first column, or none. */
    private static boolean isFlat(Table table, List<Integer> rows) {
        return rows.stream()
                .map(row -> table.at(row, 1).map(Cell::text).orElse("").strip())
                .allMatch(label -> label.isEmpty() || label.matches("\\d{1,3}\\.?"));
    }
}
