package vn.trich.pipeline.normalize;

import java.util.ArrayList;
import java.util.List;

/**
 * Which heading rows of a table stand above a row, told from how their labels count: a label goes on counting the rows
 * before it if it can; else it goes on counting headings still open, and closes them down to that one; else it opens a
 * level below. To be fed the labels of a table's rows in order; for one table.
 */
final class GroupNesting {

    private final List<Heading> open = new ArrayList<>();
    private RowLabel lastRow;

    /** Enters a heading row. */
    void heading(String label, String title) {
        RowLabel read = enter(label, true);
        open.add(new Heading(read, (label + " " + title).strip()));
        lastRow = null;
    }

    /** Enters a body row; gives the headings above it, outermost first. */
    List<String> row(String label) {
        if (!label.isEmpty()) {
            lastRow = enter(label, false);
        }
        return open.stream().map(Heading::name).toList();
    }

    private RowLabel enter(String text, boolean heading) {
        List<RowLabel> readings = RowLabel.readings(text);
        if (!heading && lastRow != null) {
            for (RowLabel reading : readings) {
                if (reading.follows(lastRow)) {
                    return reading;
                }
            }
        }
        for (int i = open.size() - 1; i >= 0; i--) {
            for (RowLabel reading : readings) {
                if (reading.follows(open.get(i).label())) {
                    closeFrom(i);
                    return reading;
                }
            }
        }
        RowLabel likeliest = readings.get(0);
        closeOtherStems(likeliest);
        if (likeliest.value() > 1) {
            for (int i = open.size() - 1; i >= 0; i--) {
                if (open.get(i).label().style() == likeliest.style()
                        && open.get(i).label().depth() == likeliest.depth()) {
                    closeFrom(i);
                    break;
                }
            }
        }
        return likeliest;
    }

    /** A row {@code 3.1} cannot stand below a heading {@code 2}. */
    private void closeOtherStems(RowLabel label) {
        for (int i = 0; label.depth() > 1 && i < open.size(); i++) {
            RowLabel above = open.get(i).label();
            if (above.style() == RowLabel.Style.NUMBER && !label.stem().startsWith(above.stemBelow())) {
                closeFrom(i);
            }
        }
    }

    private void closeFrom(int index) {
        open.subList(index, open.size()).clear();
    }

    private record Heading(RowLabel label, String name) {}
}
