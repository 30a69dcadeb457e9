package vn.trich.pipeline.layout;

import java.util.Comparator;
import java.util.List;
import vn.trich.pipeline.page.PageText;
import vn.trich.pipeline.page.Ruling;
import vn.trich.pipeline.page.Word;

/** Measures of a page that several steps need: the usual height of a word, and where vertical rulings run. */
final class PageMeasure {

    private static final double SYNTHETIC_HEIGHT = 12;
    private static final double DEFAULT_HEIGHT = 10;

    private final double em;
    private final List<Ruling> verticals;

    PageMeasure(PageText page) {
        this.em = page.synthetic() ? SYNTHETIC_HEIGHT : usualHeight(page.words());
        this.verticals = page.rulings().stream()
                .filter(r -> !r.horizontal() && r.length() > 1.2 * em)
                .sorted(Comparator.comparingDouble(Ruling::at))
                .toList();
    }

    /** The median height of the page's words that hold at least two letters, in points; 10 if there are none. */
    double em() {
        return em;
    }

    private static double usualHeight(List<Word> words) {
        double[] heights = words.stream()
                .filter(w -> w.text().chars().filter(Character::isLetter).count() >= 2)
                .mapToDouble(w -> w.box().height())
                .filter(h -> h > 0)
                .sorted()
                .toArray();
        return heights.length == 0 ? DEFAULT_HEIGHT : Math.max(3, heights[heights.length / 2]);
    }

    /** Whether a vertical ruling passes between two x positions at the height {@code y}. */
    boolean ruledBetween(double x0, double x1, double y) {
        for (int i = firstFrom(x0); i < verticals.size() && verticals.get(i).at() <= x1; i++) {
            if (verticals.get(i).from() <= y && y <= verticals.get(i).to()) {
                return true;
            }
        }
        return false;
    }

    /** Whether at least two vertical rulings pass the height {@code y}, as they do inside a ruled table. */
    boolean insideRules(double y) {
        long passing = verticals.stream()
                .filter(r -> r.from() <= y && y <= r.to())
                .limit(2)
                .count();
        return passing == 2;
    }

    private int firstFrom(double x) {
        int low = 0;
        int high = verticals.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (verticals.get(middle).at() < x) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
