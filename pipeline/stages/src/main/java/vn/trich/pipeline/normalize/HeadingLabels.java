package vn.trich.pipeline.normalize;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds labels of heading rows that stand before their titles with the dot lost ({@code HI NÂNG CAO} for
 * {@code III. NÂNG CAO}): where other headings of the table bear Roman numbers, a first word that looks like the number
 * next in the count is it. Without the count nothing tells such a word from a title's own.
 */
final class HeadingLabels {

    /** A word that is less like a number than this is a word. */
    private static final double SAME_STROKES = 0.4;
    /** A number that is less like the next one than this is another. */
    private static final double ONE_STROKE = 0.8;

    /** What recognisers make of Roman numbers, without letters that words such as {@code THI, TỪ} begin with. */
    private static final Pattern STROKES = Pattern.compile("[IVXHJÌÍl1|!][IVXLHJUNÌÍĨỈỊl1|!]{0,4}");

    private final LabelCost cost = new LabelCost();

    /** The headings with such labels parted from their titles; all others as they are. */
    List<RowLabel.Labelled> completed(List<RowLabel.Labelled> headings) {
        List<RowLabel.Labelled> completed = new ArrayList<>();
        String last = "";
        for (RowLabel.Labelled heading : headings) {
            RowLabel.Labelled parted = heading.label().isEmpty() && !last.isEmpty() ? parted(heading, last) : heading;
            completed.add(parted);
            last = roman(parted.label())
                    ? parted.label()
                    : looksLikeNext(parted.label(), last) ? Labels.next(last) : last;
        }
        return completed;
    }

    private RowLabel.Labelled parted(RowLabel.Labelled heading, String last) {
        int blank = heading.text().indexOf(' ');
        if (blank < 0) {
            return heading;
        }
        String word = heading.text().substring(0, blank);
        String title = heading.text().substring(blank).strip();
        boolean opens = !title.isEmpty() && Character.isUpperCase(title.charAt(0));
        boolean number = STROKES.matcher(word).matches() && looksLikeNext(word, last);
        return opens && number ? new RowLabel.Labelled(RowLabel.clean(word), title) : heading;
    }

    private boolean looksLikeNext(String read, String last) {
        double most = roman(read) ? ONE_STROKE : SAME_STROKES;
        return !read.isEmpty() && !last.isEmpty() && cost.of(read, Labels.next(last)) <= most;
    }

    private static boolean roman(String label) {
        return RowLabel.readings(label).get(0).style() == RowLabel.Style.ROMAN;
    }
}
