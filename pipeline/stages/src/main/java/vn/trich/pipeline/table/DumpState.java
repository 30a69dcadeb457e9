package vn.trich.pipeline.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One way to have put the words of a text, up to some word, into rows and columns.
 *
 * @param before the way up to the word before; null at the beginning
 * @param row the row of the last word, from 0; -1 at the beginning
 * @param column the column of the last word
 * @param last the last word of each column of the row, by its place in the text; -1 where the column is empty
 * @param count how many words each column of the row has
 * @param reach how many characters of its line the last word's column has got
 * @param label the label of the row, if it has one
 * @param open the lists of labels that go on, outermost first
 * @param score how well it fits, as a logarithm
 */
record DumpState(
        DumpState before,
        int row,
        int column,
        int[] last,
        int[] count,
        int reach,
        Optional<RowLabel> label,
        List<RowLabel> open,
        double score) {

    static DumpState start(int columns) {
        int[] empty = new int[columns];
        Arrays.fill(empty, -1);
        return new DumpState(null, -1, 0, empty, new int[columns], 0, Optional.empty(), List.of(), 0);
    }

    boolean has(int c) {
        return last[c] >= 0;
    }

    /** This way with one more word. */
    DumpState with(int word, int c, int characters, double gain) {
        int[] now = last.clone();
        now[c] = word;
        int[] more = count.clone();
        more[c]++;
        return new DumpState(this, row, c, now, more, characters, label, open, score + gain);
    }

    /** This way with one more word that begins a row. */
    DumpState inNewRow(int word, int c, int characters, double gain) {
        int[] now = new int[last.length];
        Arrays.fill(now, -1);
        now[c] = word;
        int[] one = new int[last.length];
        one[c] = 1;
        return new DumpState(this, row + 1, c, now, one, characters, Optional.empty(), open, score + gain);
    }

    /** This way with its last word taken for the row's label. */
    DumpState labelled(RowLabel found) {
        List<RowLabel> lists = new ArrayList<>();
        boolean closed = false;
        for (RowLabel list : open) {
            closed |= list.sameList(found);
            boolean goesOn = isOuter(found)
                    && list.series() == RowLabel.Series.NUMBER
                    && list.prefix().isEmpty();
            if (!closed || goesOn && !list.sameList(found)) {
                lists.add(list);
            }
        }
        lists.add(found);
        return new DumpState(before, row, column, last, count, reach, Optional.of(found), lists, score);
    }

    /** Whether numbers may count on below the next label of its list. */
    static boolean isOuter(RowLabel label) {
        return label.series() == RowLabel.Series.ROMAN || label.series() == RowLabel.Series.CAPITAL;
    }

    /** What the future depends on. */
    record Key(int column, List<Integer> last, Optional<RowLabel> label, List<RowLabel> open) {}

    Key key() {
        return new Key(column, Arrays.stream(last).boxed().toList(), label, open);
    }
}
