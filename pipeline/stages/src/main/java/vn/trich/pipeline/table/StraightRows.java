package vn.trich.pipeline.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import vn.trich.output.Box;
import vn.trich.pipeline.page.Word;

/**
 * Parts a row straight across, whatever its cells hold: between labels that stand one below the other, or between
 * figures that stand line by line. Words go to the rows by their height.
 */
final class StraightRows {

    /** Labels that stand at the top of their rows have blank paper above them at least this high, in ems. */
    private static final double CLEAR = 0.15;

    private static final int MAX_PARTS = 400;

    private final double em;

    StraightRows(double em) {
        this.em = em;
    }

    /** Rows of a band, one for each label. */
    Band.Rows byLabels(Band band) {
        List<Draft.DraftCell> cells =
                band.columns().stream().map(Band.Column::cell).toList();
        List<List<Word>> labels = band.labels().stream().map(Block::words).toList();
        return rows(band, labels.size() > MAX_PARTS ? new double[0] : byLabels(cells, labels));
    }

    /** Rows of a band, one for each line of figures; one if its cells do not hold figures line by line. */
    Band.Rows byFigures(Band band) {
        return rows(
                band, byFigures(band.columns().stream().map(Band.Column::cell).toList()));
    }

    private static Band.Rows rows(Band band, double[] cuts) {
        List<Double> edges = new ArrayList<>(List.of(band.top()));
        Arrays.stream(cuts)
                .map(y -> Math.max(band.top(), Math.min(band.bottom(), y)))
                .forEach(edges::add);
        edges.add(band.bottom());
        List<List<Band.Range>> cells = new ArrayList<>();
        for (Band.Column column : band.columns()) {
            List<List<Word>> parts = new ArrayList<>();
            for (int i = 0; i <= cuts.length; i++) {
                parts.add(new ArrayList<>());
            }
            for (Word word : column.cell().words()) {
                int at = Arrays.binarySearch(cuts, word.box().centreY());
                parts.get(at < 0 ? -at - 1 : at).add(word);
            }
            List<Band.Range> ranges = new ArrayList<>();
            for (int i = 0; i < parts.size(); i++) {
                List<Word> words = parts.get(i);
                ranges.add(new Band.Range(i, i + 1, words.isEmpty() ? null : new Block(0, 0, words)));
            }
            cells.add(ranges);
        }
        return new Band.Rows(edges, cells);
    }

    private double[] byLabels(List<Draft.DraftCell> cells, List<List<Word>> labels) {
        List<double[]> clear = clearings(cells);
        boolean tops = labelsOnTop(clear, labels);
        List<Double> cuts = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            double top = labels.get(i).get(0).box().y0();
            double above = i == 0
                    ? Double.NEGATIVE_INFINITY
                    : labels.get(i - 1).get(0).box().y1();
            double cut = tops ? clearAbove(clear, top) : i == 0 ? Double.NaN : widest(clear, above, top);
            boolean first = i == 0 && !wordsAbove(cells, cut);
            if (!Double.isNaN(cut) && cut > above - em && !first) {
                cuts.add(cut);
            } else if (i > 0) {
                cuts.add(tops ? top - 0.1 * em : (above + top) / 2);
            }
        }
        return cuts.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    private static boolean wordsAbove(List<Draft.DraftCell> cells, double y) {
        return cells.stream()
                .flatMap(c -> c.words().stream())
                .anyMatch(w -> w.box().centreY() < y);
    }

    /** Heights without any word of the row, from top to bottom. */
    private List<double[]> clearings(List<Draft.DraftCell> cells) {
        List<Box> boxes = cells.stream()
                .flatMap(c -> c.words().stream())
                .map(Word::box)
                .sorted(Comparator.comparingDouble(Box::y0))
                .toList();
        List<double[]> clear = new ArrayList<>();
        double bottom = Double.NaN;
        for (Box box : boxes) {
            double shrink = 0.12 * box.height();
            if (!Double.isNaN(bottom) && box.y0() + shrink > bottom) {
                clear.add(new double[] {bottom, box.y0() + shrink});
            }
            bottom = Double.isNaN(bottom) ? box.y1() - shrink : Math.max(bottom, box.y1() - shrink);
        }
        return clear;
    }

    /** Whether most labels stand right under clear paper, at the top of their rows. */
    private boolean labelsOnTop(List<double[]> clear, List<List<Word>> labels) {
        long onTop = labels.stream()
                .skip(1)
                .filter(l -> !Double.isNaN(clearAbove(clear, l.get(0).box().y0())))
                .count();
        return onTop * 4 >= (labels.size() - 1) * 3L;
    }

    private double clearAbove(List<double[]> clear, double top) {
        for (double[] gap : clear) {
            if (gap[1] >= top - 0.45 * em && gap[0] < top + 0.2 * em && gap[1] - gap[0] >= CLEAR * em) {
                return (gap[0] + gap[1]) / 2;
            }
        }
        return Double.NaN;
    }

    private static double widest(List<double[]> clear, double from, double to) {
        double best = 0;
        double at = Double.NaN;
        for (double[] gap : clear) {
            if (gap[0] > from - 3 && gap[1] < to + 3 && gap[1] - gap[0] > best) {
                best = gap[1] - gap[0];
                at = (gap[0] + gap[1]) / 2;
            }
        }
        return at;
    }

    /** A row whose cells hold figures line by line, each beside a line of its first cell, is as many rows. */
    private double[] byFigures(List<Draft.DraftCell> cells) {
        List<List<List<Word>>> lines = cells.stream()
                .map(c -> CellText.lines(c.words()))
                .filter(l -> !l.isEmpty())
                .toList();
        long figures = lines.stream().skip(1).filter(StraightRows::onlyFigures).count();
        List<List<Word>> first = lines.isEmpty() ? List.of() : lines.get(0);
        boolean even = first.size() > 1
                && figures >= (onlyFigures(first) ? 1 : 2)
                && figures + 1 >= lines.size() - (lines.size() > 4 ? 1 : 0)
                && first.size() <= MAX_PARTS
                && lines.stream().skip(1).allMatch(l -> beside(l, first));
        if (!even) {
            return new double[0];
        }
        double[] cuts = new double[first.size() - 1];
        for (int i = 1; i < first.size(); i++) {
            cuts[i - 1] = (height(first.get(i - 1)) + height(first.get(i))) / 2;
        }
        return cuts;
    }

    /** Whether lines stand each beside one of others, most of these beside one of them. */
    private boolean beside(List<List<Word>> lines, List<List<Word>> others) {
        return lines.size() * 2 > others.size()
                && lines.stream()
                        .allMatch(l -> others.stream().anyMatch(o -> Math.abs(height(l) - height(o)) < 0.35 * em));
    }

    private static double height(List<Word> line) {
        return line.stream().mapToDouble(w -> w.box().centreY()).average().orElse(0);
    }

    private static boolean onlyFigures(List<List<Word>> lines) {
        return lines.stream()
                .allMatch(l -> l.size() == 1 && Labels.isFigure(l.get(0).text()));
    }
}
