package vn.trich.pipeline.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What can be done with ruling lines of one direction. */
public final class Rulings {

    private Rulings() {}

    /**
     * Joins pieces that lie in one line and touch.
     *
     * @param pieces of one direction
     * @param slack how far apart, in points, the positions of two pieces of one line may lie
     * @param gap how long a gap between them may be, in points
     * @return joined lines, each at the mean of its pieces' positions weighted by length; by position, then start
     */
    public static List<Ruling> join(List<Ruling> pieces, double slack, double gap) {
        List<Ruling> sorted = new ArrayList<>(pieces);
        sorted.sort(Comparator.comparingDouble(Ruling::from)
                .thenComparingDouble(Ruling::at)
                .thenComparingDouble(Ruling::to));
        List<Ruling> open = new ArrayList<>();
        List<Ruling> done = new ArrayList<>();
        for (Ruling piece : sorted) {
            int best = -1;
            for (int i = open.size() - 1; i >= 0; i--) {
                Ruling line = open.get(i);
                if (line.to() + gap < piece.from()) {
                    done.add(open.remove(i));
                    best = best > i ? best - 1 : best;
                } else if (Math.abs(line.at() - piece.at()) <= slack
                        && (best < 0
                                || Math.abs(line.at() - piece.at())
                                        < Math.abs(open.get(best).at() - piece.at()))) {
                    best = i;
                }
            }
            if (best < 0) {
                open.add(piece);
            } else {
                open.set(best, joined(open.get(best), piece));
            }
        }
        done.addAll(open);
        done.sort(Comparator.comparingDouble(Ruling::at)
                .thenComparingDouble(Ruling::from)
                .thenComparingDouble(Ruling::to));
        return done;
    }

    private static Ruling joined(Ruling a, Ruling b) {
        double weightA = a.length() + 1e-6;
        double weightB = b.length() + 1e-6;
        double at = (a.at() * weightA + b.at() * weightB) / (weightA + weightB);
        return new Ruling(a.horizontal(), at, Math.min(a.from(), b.from()), Math.max(a.to(), b.to()));
    }
}
