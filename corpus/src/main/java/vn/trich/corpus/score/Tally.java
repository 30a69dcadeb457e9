package vn.trich.corpus.score;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Collects the figures and mistakes of one document while it is scored; mutable, for one thread. */
final class Tally {

    private final Map<Measure, Figure> figures = new EnumMap<>(Measure.class);
    private final List<Mistake> mistakes = new ArrayList<>();

    /** Counts one thing that is right or not, and notes it if it is not. */
    void judge(Measure measure, boolean right, String gold, String output) {
        add(measure, new Figure.Share(right ? 1 : 0, 1));
        if (!right) {
            mistakes.add(new Mistake(measure, gold, output));
        }
    }

    /** Adds counts to a figure. */
    void add(Measure measure, Figure figure) {
        figures.merge(measure, figure, Figure::plus);
    }

    /** Notes a mistake counted elsewhere. */
    void note(Measure measure, String gold, String output) {
        mistakes.add(new Mistake(measure, gold, output));
    }

    /** The figures so far. */
    Figures figures() {
        return new Figures(figures);
    }

    /** The mistakes so far, in the order noted. */
    List<Mistake> mistakes() {
        return List.copyOf(mistakes);
    }
}
