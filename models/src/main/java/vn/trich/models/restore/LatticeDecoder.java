package vn.trich.models.restore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.trich.models.language.LanguageModel;
import vn.trich.models.language.PairBounds;
import vn.trich.models.language.Vocabulary;

/**
 * Finds the likeliest path through a lattice of readings (Viterbi with a beam), and for each reading on it by how much it
 * beats the others.
 */
final class LatticeDecoder {

    private final LanguageModel model;
    private final float modelWeight;
    private final int width;
    private final float beam;
    private final Optional<Once<PairBounds>> bounds;

    /**
     * @param model the language model
     * @param modelWeight factor of its logarithms
     * @param width most hypotheses kept per slot
     * @param beam hypotheses further than this below the best are dropped
     * @param bounds of the model; worth the while only where many hypotheses meet many readings, of which most are hopeless
     */
    LatticeDecoder(LanguageModel model, float modelWeight, int width, float beam, Optional<Once<PairBounds>> bounds) {
        this.model = model;
        this.modelWeight = modelWeight;
        this.width = width;
        this.beam = beam;
        this.bounds = bounds;
    }

    /**
     * A reading on the best path.
     *
     * @param from its first slot
     * @param arc the reading
     * @param margin how far the best path without it is behind
     */
    record Chosen(int from, Arc arc, float margin) {}

    /**
     * The best path, and what the others are worth.
     *
     * @param path the readings on the best path, in order
     * @param through for each slot and reading, the logarithm of the likelihood of the best path that passes it
     */
    record Decoding(List<Chosen> path, float[][] through) {}

    /**
     * Decodes, and tells of every reading how good it is.
     *
     * @param arcs for each slot, the readings that begin there; at least one, which leads one slot on
     */
    Decoding decoded(List<List<Arc>> arcs) {
        int n = arcs.size();
        Column[] columns = new Column[n + 1];
        for (int i = 0; i <= n; i++) {
            columns[i] = new Column();
        }
        columns[0].add(Vocabulary.STOP, -1, -1, 0, -1, -1, -1, 0);
        Extension extension = new Extension(columns);
        for (int i = 0; i < n; i++) {
            columns[i].prune(width, beam);
            extension.begin(i);
            extension.by(arcs.get(i));
        }
        columns[n].prune(width, beam);
        return trace(columns, arcs);
    }

    /** Extends the hypotheses before one slot by its readings. */
    private final class Extension {
        private final Column[] columns;
        private final LanguageModel.Step step = new LanguageModel.Step();
        private final LanguageModel.Contexts contexts = model.new Contexts(width, bounds.map(Once::get));
        private int slot;
        private Column column;
        // Best first.
        private int[] hypotheses;
        // Of each group of hypotheses that end in the same word the best and the last, by their ranks; of each
        // hypothesis the next of its group.
        private int[] best = new int[0];
        private int[] last = new int[0];
        private int[] next = new int[0];

        Extension(Column[] columns) {
            this.columns = columns;
        }

        void begin(int from) {
            slot = from;
            column = columns[from];
            hypotheses = column.keptBestFirst();
            if (next.length < hypotheses.length) {
                best = new int[hypotheses.length];
                last = new int[hypotheses.length];
                next = new int[hypotheses.length];
            }
            contexts.clear();
            for (int rank = 0; rank < hypotheses.length; rank++) {
                int h = hypotheses[rank];
                int groups = contexts.groups();
                int group = contexts.add(column.one[h], column.two[h], column.three[h]);
                if (group == groups) {
                    best[group] = rank;
                } else {
                    next[last[group]] = rank;
                }
                last[group] = rank;
                next[rank] = -1;
            }
        }

        // Group by group: what the language model knows of the words after one word lies close together.
        void by(List<Arc> arcs) {
            float[] most = new float[arcs.size()];
            for (int number = 0; number < most.length; number++) {
                Arc arc = arcs.get(number);
                most[number] = arc.score() + modelWeight * highest(arc.words(), 0);
            }
            for (int group = 0; group < contexts.groups(); group++) {
                float score = score(best[group]);
                for (int number = 0; number < most.length; number++) {
                    Arc arc = arcs.get(number);
                    // No path through it can be better than this: hopeless ones are not worth looking up.
                    if (score + most[number] >= least(arc)) {
                        contexts.ask(group, arc.words()[0]);
                        extend(group, arc, number);
                    }
                }
            }
        }

        private void extend(int group, Arc arc, int number) {
            float most = arc.score() + modelWeight * (contexts.most() + highest(arc.words(), 1));
            for (int rank = best[group]; rank >= 0 && score(rank) + most >= least(arc); rank = next[rank]) {
                extendHypothesis(rank, arc, number);
            }
        }

        private float score(int rank) {
            return column.best[hypotheses[rank]];
        }

        // What is further behind will not be kept.
        private float least(Arc arc) {
            return columns[arc.to()].top - beam;
        }

        private float highest(int[] words, int from) {
            float log = 0;
            for (int w = from; w < words.length; w++) {
                log += model.highest(words[w]);
            }
            return log;
        }

        private void extendHypothesis(int rank, Arc arc, int number) {
            int[] words = arc.words();
            contexts.next(rank, step);
            float log = step.logProbability();
            for (int w = 1; w < words.length; w++) {
                model.next(words[w - 1], step.two(), step.three(), words[w], step);
                log += step.logProbability();
            }
            float score = arc.score() + modelWeight * log;
            float total = score(rank) + score;
            if (total >= least(arc)) {
                int h = hypotheses[rank];
                columns[arc.to()].add(words[words.length - 1], step.two(), step.three(), total, slot, h, number, score);
            }
        }
    }

    private static Decoding trace(Column[] columns, List<List<Arc>> arcs) {
        int n = arcs.size();
        float[][] through = new float[n][];
        for (int i = 0; i < n; i++) {
            through[i] = new float[arcs.get(i).size()];
            Arrays.fill(through[i], Float.NEGATIVE_INFINITY);
        }
        for (Column column : columns) {
            column.ahead = new float[column.size];
            Arrays.fill(column.ahead, Float.NEGATIVE_INFINITY);
        }
        Column last = columns[n];
        int best = last.bestIndex();
        for (int h = 0; h < last.size; h++) {
            last.ahead[h] = last.kept[h] ? 0 : Float.NEGATIVE_INFINITY;
        }
        for (int i = n; i > 0; i--) {
            columns[i].passBack(columns, through);
        }
        List<Chosen> path = new ArrayList<>();
        int at = n;
        int h = best;
        float total = last.best[best];
        while (at > 0) {
            int edge = columns[at].bestEdge[h];
            int from = columns[at].edgeColumn[edge];
            int arc = columns[at].edgeArc[edge];
            path.add(new Chosen(from, arcs.get(from).get(arc), margin(total, through, from, at, arc)));
            h = columns[at].edgeHypothesis[edge];
            at = from;
        }
        java.util.Collections.reverse(path);
        return new Decoding(path, through);
    }

    // The best path that passes the stretch by another reading.
    private static float margin(float total, float[][] through, int from, int to, int chosen) {
        float other = Float.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            for (int a = 0; a < through[i].length; a++) {
                if (i != from || a != chosen) {
                    other = Math.max(other, through[i][a]);
                }
            }
        }
        return (float) Math.min(RestoredToken.SURE, Math.max(0, total - other));
    }

    /** The hypotheses that end before one slot, with every way that leads to each. */
    private static final class Column {
        private static final int BUCKETS = 32;

        private int size;
        // Hypotheses by their last word.
        private final int[] newest = new int[BUCKETS];
        private int[] older = new int[8];
        private float top = Float.NEGATIVE_INFINITY;
        private int[] one = new int[8];
        private int[] two = new int[8];
        private int[] three = new int[8];
        private float[] best = new float[8];
        private int[] bestEdge = new int[8];
        private boolean[] kept = new boolean[8];
        private float[] ahead;
        private int edges;
        private int[] edgeTo = new int[16];
        private int[] edgeColumn = new int[16];
        private int[] edgeHypothesis = new int[16];
        private int[] edgeArc = new int[16];
        private float[] edgeScore = new float[16];

        Column() {
            Arrays.fill(newest, -1);
        }

        void add(int w1, int w2, int w3, float total, int column, int hypothesis, int arc, float score) {
            int h = newest[w1 & BUCKETS - 1];
            while (h >= 0 && (one[h] != w1 || two[h] != w2 || three[h] != w3)) {
                h = older[h];
            }
            if (h < 0) {
                h = size;
                addHypothesis(w1, w2, w3);
            }
            if (edges == edgeTo.length) {
                growEdges();
            }
            top = Math.max(top, total);
            if (total > best[h]) {
                best[h] = total;
                bestEdge[h] = edges;
            }
            edgeTo[edges] = h;
            edgeColumn[edges] = column;
            edgeHypothesis[edges] = hypothesis;
            edgeArc[edges] = arc;
            edgeScore[edges++] = score;
        }

        private void addHypothesis(int w1, int w2, int w3) {
            if (size == one.length) {
                int more = size * 2;
                older = Arrays.copyOf(older, more);
                one = Arrays.copyOf(one, more);
                two = Arrays.copyOf(two, more);
                three = Arrays.copyOf(three, more);
                best = Arrays.copyOf(best, more);
                bestEdge = Arrays.copyOf(bestEdge, more);
                kept = Arrays.copyOf(kept, more);
            }
            older[size] = newest[w1 & BUCKETS - 1];
            newest[w1 & BUCKETS - 1] = size;
            one[size] = w1;
            two[size] = w2;
            three[size] = w3;
            best[size++] = Float.NEGATIVE_INFINITY;
        }

        private void growEdges() {
            int more = edges * 2;
            edgeTo = Arrays.copyOf(edgeTo, more);
            edgeColumn = Arrays.copyOf(edgeColumn, more);
            edgeHypothesis = Arrays.copyOf(edgeHypothesis, more);
            edgeArc = Arrays.copyOf(edgeArc, more);
            edgeScore = Arrays.copyOf(edgeScore, more);
        }

        int bestIndex() {
            int index = 0;
            for (int h = 1; h < size; h++) {
                if (best[h] > best[index]) {
                    index = h;
                }
            }
            return index;
        }

        void prune(int width, float beam) {
            float least = best[bestIndex()] - beam;
            if (size > width) {
                least = Math.max(least, highest(width));
            }
            for (int h = 0; h < size; h++) {
                kept[h] = best[h] >= least;
            }
        }

        // The score that so many reach.
        private float highest(int rank) {
            float[] sorted = new float[rank];
            Arrays.fill(sorted, Float.NEGATIVE_INFINITY);
            for (int h = 0; h < size; h++) {
                float score = best[h];
                if (score > sorted[rank - 1]) {
                    int at = rank - 1;
                    while (at > 0 && sorted[at - 1] < score) {
                        sorted[at] = sorted[at - 1];
                        at--;
                    }
                    sorted[at] = score;
                }
            }
            return sorted[rank - 1];
        }

        int[] keptBestFirst() {
            int[] order = new int[size];
            int n = 0;
            for (int h = 0; h < size; h++) {
                if (kept[h]) {
                    int at = n++;
                    while (at > 0 && best[order[at - 1]] < best[h]) {
                        order[at] = order[at - 1];
                        at--;
                    }
                    order[at] = h;
                }
            }
            return Arrays.copyOf(order, n);
        }

        void passBack(Column[] columns, float[][] through) {
            for (int e = 0; e < edges; e++) {
                int h = edgeTo[e];
                if (!kept[h] || edgeColumn[e] < 0) {
                    continue;
                }
                Column from = columns[edgeColumn[e]];
                float rest = ahead[h] + edgeScore[e];
                int source = edgeHypothesis[e];
                from.ahead[source] = Math.max(from.ahead[source], rest);
                float whole = from.best[source] + rest;
                float[] arcs = through[edgeColumn[e]];
                arcs[edgeArc[e]] = Math.max(arcs[edgeArc[e]], whole);
            }
        }
    }
}
