package vn.trich.pipeline.restore;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.trich.output.Box;
import vn.trich.pipeline.page.Word;

/**
 * Puts a page's words into an order in which neighbours belong together, without knowing the page's layout: words become
 * runs between wide gaps, and a run is followed by the one right below it. So a table's cells are read by themselves.
 */
final class ReadingChains {

    // In heights of a word: a wider gap parts runs; a run further below begins a new chain.
    private static final double WIDE_GAP = 1.6;
    private static final double FAR_BELOW = 1.6;

    private ReadingChains() {}

    private record Run(List<Integer> words, double x0, double x1, double y0, double y1) {}

    /**
     * The chains of a page, each a list of indices of words.
     *
     * @param words of one page, in any order
     */
    static List<List<Integer>> of(List<Word> words) {
        List<List<Run>> chains = new ArrayList<>();
        List<Run> open = new ArrayList<>();
        for (Run run : runs(words)) {
            int best = -1;
            double bestGap = Double.MAX_VALUE;
            for (int i = 0; i < open.size(); i++) {
                double gap = run.y0 - open.get(i).y1;
                double overlap = Math.min(run.x1, open.get(i).x1) - Math.max(run.x0, open.get(i).x0);
                double narrower = Math.min(run.x1 - run.x0, open.get(i).x1 - open.get(i).x0);
                boolean below = gap > -0.5 * (run.y1 - run.y0) && gap < FAR_BELOW * (run.y1 - run.y0);
                if (below && overlap > 0.5 * narrower && gap < bestGap) {
                    best = i;
                    bestGap = gap;
                }
            }
            if (best < 0) {
                chains.add(new ArrayList<>(List.of(run)));
                open.add(run);
            } else {
                chains.get(best).add(run);
                open.set(best, run);
            }
        }
        return chains.stream()
                .map(chain -> chain.stream().flatMap(run -> run.words.stream()).toList())
                .toList();
    }

    private static List<Run> runs(List<Word> words) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingDouble((Integer i) -> middle(words.get(i).box()))
                .thenComparingDouble(i -> words.get(i).box().x0()));
        List<Run> runs = new ArrayList<>();
        int from = 0;
        while (from < order.size()) {
            Box first = words.get(order.get(from)).box();
            int to = from + 1;
            while (to < order.size()
                    && middle(words.get(order.get(to)).box()) - middle(first) < 0.5 * (first.y1() - first.y0())) {
                to++;
            }
            List<Integer> line = new ArrayList<>(order.subList(from, to));
            line.sort(Comparator.comparingDouble(i -> words.get(i).box().x0()));
            split(line, words, runs);
            from = to;
        }
        return runs;
    }

    private static void split(List<Integer> line, List<Word> words, List<Run> runs) {
        List<Integer> run = new ArrayList<>();
        for (int i : line) {
            Box box = words.get(i).box();
            if (!run.isEmpty()
                    && box.x0() - words.get(run.get(run.size() - 1)).box().x1() > WIDE_GAP * (box.y1() - box.y0())) {
                runs.add(run(run, words));
                run = new ArrayList<>();
            }
            run.add(i);
        }
        runs.add(run(run, words));
    }

    private static Run run(List<Integer> indices, List<Word> words) {
        double x0 = Double.MAX_VALUE;
        double x1 = -Double.MAX_VALUE;
        double y0 = Double.MAX_VALUE;
        double y1 = -Double.MAX_VALUE;
        for (int i : indices) {
            Box box = words.get(i).box();
            x0 = Math.min(x0, box.x0());
            x1 = Math.max(x1, box.x1());
            y0 = Math.min(y0, box.y0());
            y1 = Math.max(y1, box.y1());
        }
        return new Run(List.copyOf(indices), x0, x1, y0, y1);
    }

    private static double middle(Box box) {
        return (box.y0() + box.y1()) / 2;
    }
}
