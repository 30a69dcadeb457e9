package vn.trich.corpus.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Pairs two lists one to one, the best pair first. */
final class Pairing {

    private Pairing() {}

    /**
     * A pair that could be.
     *
     * @param gold index on the gold's side
     * @param output index on the output's side
     * @param score the higher, the sooner it is taken
     * @param tie the higher, the sooner among equal scores
     */
    record Candidate(int gold, int output, double score, double tie) {}

    /**
     * Takes pairs by falling score; among equal ones by falling tie, then by least shift between the two orders, then
     * from the top.
     *
     * @return for each index of gold its partner, or -1
     */
    static int[] greedy(int goldSize, int outputSize, List<Candidate> candidates) {
        double scale = goldSize == 0 ? 1 : (double) outputSize / goldSize;
        List<Candidate> sorted = new ArrayList<>(candidates);
        sorted.sort(Comparator.comparingDouble(Candidate::score)
                .thenComparingDouble(Candidate::tie)
                .reversed()
                .thenComparingDouble(c -> Math.abs(c.gold() * scale - c.output()))
                .thenComparingInt(Candidate::gold)
                .thenComparingInt(Candidate::output));
        int[] partner = new int[goldSize];
        Arrays.fill(partner, -1);
        boolean[] used = new boolean[outputSize];
        for (Candidate candidate : sorted) {
            if (partner[candidate.gold()] < 0 && !used[candidate.output()]) {
                partner[candidate.gold()] = candidate.output();
                used[candidate.output()] = true;
            }
        }
        return partner;
    }

    /** How many have a partner. */
    static int count(int[] partner) {
        return (int) Arrays.stream(partner).filter(p -> p >= 0).count();
    }
}
