package vn.trich.pipeline.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import vn.trich.output.ColumnRole;

/** What stands in the columns of a table below its header. */
final class Columns {
    private final Draft table;
    private final List<List<String>> texts = new ArrayList<>();

    Columns(Draft table, int headerRows) {
        this.table = table;
        for (int c = 0; c < table.columns(); c++) {
            texts.add(new ArrayList<>());
        }
        table.cells().stream()
                .filter(c -> c.row() >= headerRows && c.columnSpan() == 1 && !c.isEmpty())
                .forEach(c -> texts.get(c.column()).add(c.text()));
    }

    int count() {
        return table.columns();
    }

    private double share(int column, Predicate<String> test) {
        List<String> column1 = texts.get(column);
        return column1.isEmpty() ? 0 : (double) column1.stream().filter(test).count() / column1.size();
    }

    /** Cells below the header of that column that hold anything. */
    int filled(int column) {
        return texts.get(column).size();
    }

    /** All text below the header of that column. */
    String text(int column) {
        return String.join(" ", texts.get(column));
    }

    double labels(int column) {
        return share(column, Labels::isLabel);
    }

    double figures(int column) {
        return share(column, Labels::isFigure);
    }

    double matching(int column, Pattern pattern) {
        return share(
                column,
                t -> pattern.matcher(Fold.bare(t).toLowerCase(Locale.ROOT)).matches());
    }

    /** Columns of figures, those of labels, codes and dates left out. */
    long figureColumns(List<ColumnRole> roles) {
        long count = 0;
        for (int c = 0; c < roles.size(); c++) {
            boolean counts = roles.get(c) != ColumnRole.STT
                    && roles.get(c) != ColumnRole.CODE
                    && roles.get(c) != ColumnRole.DUE
                    && !(c == 0 && labels(c) > 0.6);
            count += counts && figures(c) > 0.6 ? 1 : 0;
        }
        return count;
    }

    /** The column of no role yet with the most text, or -1. */
    int widestText(List<ColumnRole> roles) {
        int best = -1;
        long most = 0;
        for (int c = 0; c < count(); c++) {
            long length = texts.get(c).stream().mapToLong(String::length).sum();
            if (roles.get(c) == ColumnRole.OTHER && length > most) {
                most = length;
                best = c;
            }
        }
        return best;
    }
}
