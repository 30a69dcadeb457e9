package vn.trich.pipeline.outline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says which lines open a section, with which label and how deep, from the sequence of all that look like labels. A beam
 * search over outlines: each candidate is refused, or taken in one of its readings as the next of an open row of labels
 * or as the first of a new row below; whatever breaks the sequence costs, and so do damaged readings. The cheapest
 * outline wins. Numbering governs; how lines look enters as the cost of refusing them.
 */
final class LabelJudge {
    private static final int BEAM = 48;
    private static final double NEW_ROW = 0.5;

    /** For each candidate the label it bears, or empty if it is none. */
    List<Optional<Judged>> judge(List<LabelCandidate> candidates) {
        List<State> beam = List.of(State.START);
        for (LabelCandidate candidate : candidates) {
            beam = step(beam, candidate);
        }
        List<Optional<Judged>> judged = new ArrayList<>();
        for (State state = beam.get(0); state.before != null; state = state.before) {
            judged.add(0, Optional.ofNullable(state.judged));
        }
        return List.copyOf(judged);
    }

    private static List<State> step(List<State> beam, LabelCandidate candidate) {
        Map<String, State> best = new LinkedHashMap<>();
        for (State state : beam) {
            offer(best, state.refuse(candidate.refusal()));
            for (LabelReading reading : candidate.readings()) {
                for (State next : follow(state, reading)) {
                    offer(best, next);
                }
            }
        }
        return best.values().stream()
                .sorted(Comparator.comparingDouble(State::cost))
                .limit(BEAM)
                .toList();
    }

    private static void offer(Map<String, State> best, State state) {
        best.merge(state.signature, state, (a, b) -> a.cost <= b.cost ? a : b);
    }

    private static List<State> follow(State state, LabelReading reading) {
        List<State> next = new ArrayList<>();
        int open = state.find(reading.style());
        if (open >= 0) {
            LabelReading before = state.stack.get(open);
            double cost = sibling(before, reading, state) + 0.02 * (state.stack.size() - open - 1);
            next.add(state.take(open, reading, cost + reading.damage()));
            return next;
        }
        for (int depth = state.stack.size(); depth >= 0; depth--) {
            double cost = NEW_ROW + below(state, depth, reading) + leaving(state, depth, reading);
            next.add(state.take(depth, reading, cost + reading.damage()));
        }
        return next;
    }

    /** Cost of a label that follows another of its row. */
    private static double sibling(LabelReading before, LabelReading reading, State state) {
        if (reading.style().dotted() && !before.prefix().equals(reading.prefix())) {
            boolean nextPrefix = reading.last() == 1
                    && reading.prefix().get(0) >= before.prefix().get(0);
            return parentCost(state.above(reading.style()), reading) + (nextPrefix ? 1.8 : 3.5);
        }
        int step = reading.style() == LabelStyle.POINT
                ? pointStep(before.last(), reading.last())
                : reading.last() - before.last();
        return switch (step) {
            case 1 -> 0;
            case 2 -> 1.4;
            case 3 -> 2.2;
            case 0 -> 2.4;
            default -> restart(reading) ? 1.8 : step > 0 ? Math.min(5, 2 + 0.4 * step) : 4;
        };
    }

    private static boolean restart(LabelReading reading) {
        return reading.last() == (reading.style() == LabelStyle.POINT ? 0 : 1);
    }

    /** Steps from one point letter to the next; letters that some writers leave out may be left out. */
    static int pointStep(int from, int to) {
        if (to <= from) {
            return to - from;
        }
        int step = 1;
        for (int i = from + 1; i < to; i++) {
            step += "đfjwz".indexOf(LabelGrammar.POINTS.charAt(i)) >= 0 ? 0 : 1;
        }
        return step;
    }

    /** Cost of the first label of a new row below the label at {@code depth - 1}. */
    private static double below(State state, int depth, LabelReading reading) {
        Optional<LabelReading> parent = depth == 0 ? Optional.empty() : Optional.of(state.stack.get(depth - 1));
        double cost = 0;
        if (reading.style().dotted()) {
            cost += parentCost(parent, reading);
        } else if (parent.isPresent()) {
            cost += nesting(parent.get().style(), reading.style());
        }
        return cost + start(state, reading);
    }

    private static double start(State state, LabelReading reading) {
        int first = reading.style() == LabelStyle.POINT ? 0 : 1;
        int missing = reading.last() - first;
        if (missing == 0) {
            return 0;
        }
        if (reading.style() == LabelStyle.ARTICLE && reading.last() == state.article + 1) {
            return 0;
        }
        return Math.min(5, 1.6 + 0.5 * missing);
    }

    /** Cost of a dotted label that does not continue its parent's number. */
    private static double parentCost(Optional<LabelReading> parent, LabelReading reading) {
        if (parent.isEmpty()) {
            return 1.2;
        }
        LabelReading above = parent.get();
        boolean numbered = above.style() == LabelStyle.NUMBER || above.style().dotted();
        if (numbered && above.numbers().equals(reading.prefix())) {
            return 0;
        }
        boolean same = above.last() == reading.prefix().get(reading.prefix().size() - 1);
        if (above.style() == LabelStyle.ROMAN
                || above.style() == LabelStyle.CAPITAL
                || above.style().worded()) {
            return same ? 0.3 : 1.2;
        }
        return 2.2;
    }

    private static double nesting(LabelStyle parent, LabelStyle child) {
        if (child.ordinal() > parent.ordinal()) {
            return 0;
        }
        if (child == LabelStyle.CAPITAL && parent == LabelStyle.ROMAN) {
            return 0.6;
        }
        return child.worded() || child == LabelStyle.ROMAN ? 2.5 : 1.2;
    }

    /** Cost of closing open rows that would nest the new one. */
    private static double leaving(State state, int depth, LabelReading reading) {
        double cost = 0;
        for (int i = depth; i < state.stack.size(); i++) {
            LabelReading left = state.stack.get(i);
            boolean above = left.style().ordinal() < reading.style().ordinal();
            cost += above ? 1.3 : 0.1;
        }
        return cost;
    }

    /**
     * A label as judged.
     *
     * @param reading what it is
     * @param depth how many labels are open above it
     * @param surprise how badly it fits the sequence, 0 if it does
     */
    record Judged(LabelReading reading, int depth, double surprise) {}

    /** An outline so far. */
    private static final class State {
        static final State START = new State(null, List.of(), 0, 0, null);

        final State before;
        final List<LabelReading> stack;
        final double cost;
        final int article;
        final Judged judged;
        final String signature;

        State(State before, List<LabelReading> stack, double cost, int article, Judged judged) {
            this.before = before;
            this.stack = stack;
            this.cost = cost;
            this.article = article;
            this.judged = judged;
            StringBuilder sign = new StringBuilder().append(article);
            stack.forEach(r -> sign.append('|').append(r.style().ordinal()).append(r.numbers()));
            this.signature = sign.toString();
        }

        double cost() {
            return cost;
        }

        /** Index in the stack of the open label of that style, or -1. */
        int find(LabelStyle style) {
            for (int i = stack.size() - 1; i >= 0; i--) {
                if (stack.get(i).style() == style) {
                    return i;
                }
            }
            return -1;
        }

        /** The label above the open row of that style. */
        Optional<LabelReading> above(LabelStyle style) {
            int at = find(style);
            return at > 0 ? Optional.of(stack.get(at - 1)) : Optional.empty();
        }

        State refuse(double refusal) {
            return new State(this, stack, cost + refusal, article, null);
        }

        State take(int depth, LabelReading reading, double more) {
            List<LabelReading> deeper = new ArrayList<>(stack.subList(0, depth));
            deeper.add(reading);
            int lastArticle = reading.style() == LabelStyle.ARTICLE ? reading.last() : article;
            return new State(
                    this,
                    List.copyOf(deeper),
                    cost + more,
                    lastArticle,
                    new Judged(reading, depth, Math.max(0, more - NEW_ROW)));
        }
    }
}
