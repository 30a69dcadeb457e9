package vn.trich.pipeline.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.trich.output.Box;

/**
 * Finds the foot of a document in the rows of a page: the recipients under {@code Nơi nhận} on the left and the signature
 * beside them, whose lines are set with another pitch, so that they share few rows. The recipients are read first.
 */
final class FootColumns {

    private static final Pattern RECIPIENTS =
            Pattern.compile("(?iu)[^\\p{L}]{0,2}n[ơoớờ]i\\s?nh[ậâạaăặ]n[^\\p{L}]{0,3}");

    /** How far right of the recipients the signature begins at least, as a share of the page's width. */
    private static final double APART = 0.2;

    /** Recipients end left of this share of the page's width. */
    private static final double LEFT_PART = 0.62;

    /** A line whose middle is so near the page's middle, as a share of its width, stands under both columns. */
    private static final double CENTRED = 0.06;

    /** White this high, in ems, ends the list of recipients. */
    private static final double LIST_ENDS = 3;

    /** So many ems above the recipients' first line the signature may begin. */
    private static final double BEGINS_ABOVE = 3.5;

    private final double width;
    private final double em;

    /**
     * For a page of that width.
     *
     * @param width in points
     * @param em height of its usual text, in points
     */
    FootColumns(double width, double em) {
        this.width = width;
        this.em = em;
    }

    /**
     * The end (exclusive) of the foot that begins with a row.
     *
     * @param rows lines at the same height together, from the top
     * @param start the row
     * @return {@code start} if no foot begins there
     */
    int end(List<List<Line>> rows, int start) {
        Optional<Line> label = label(rows, start);
        if (label.isEmpty()) {
            return start;
        }
        double left = label.get().box().x0();
        double lastLeft = label.get().box().y1();
        int end = start;
        while (end < rows.size()) {
            List<Line> row = rows.get(end);
            for (Line line : row) {
                Box box = line.box();
                boolean below = box.centreY() > label.get().box().y1();
                boolean centred = Math.abs(box.centreX() - width / 2) < CENTRED * width;
                boolean fits = isRight(box, left)
                        ? !(below && centred)
                        : box.x1() < LEFT_PART * width && box.y0() - lastLeft < LIST_ENDS * em;
                if (!fits) {
                    return end;
                }
                lastLeft = isRight(box, left) ? lastLeft : Math.max(lastLeft, box.y1());
            }
            end++;
        }
        return end;
    }

    /** The lines of a foot in reading order: the recipients, then the signature. */
    List<Line> order(List<List<Line>> foot) {
        double left = label(foot, 0).orElseThrow().box().x0();
        List<Line> recipients = new ArrayList<>();
        List<Line> signature = new ArrayList<>();
        for (Line line : foot.stream().flatMap(List::stream).toList()) {
            (isRight(line.box(), left) ? signature : recipients).add(line);
        }
        recipients.addAll(signature);
        return recipients;
    }

    /** The line {@code Nơi nhận} of a row, or of one a little below that the signature alone stands above. */
    private Optional<Line> label(List<List<Line>> rows, int start) {
        double top = rows.get(start).get(0).box().y0();
        for (int i = start; i < rows.size(); i++) {
            Line first = rows.get(i).get(0);
            if (RECIPIENTS.matcher(first.text()).matches() && first.box().x0() < width / 2 - APART * width / 2) {
                return Optional.of(first);
            }
            boolean above = rows.get(i).size() == 1
                    && first.box().x0() > width * 0.4
                    && first.box().centreX() > width * (0.5 + CENTRED);
            if (!above
                    || rows.get(Math.min(i + 1, rows.size() - 1)).get(0).box().y0() - top > BEGINS_ABOVE * em) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private boolean isRight(Box box, double left) {
        return box.x0() - left > APART * width && box.centreX() > 0.45 * width;
    }
}
