package vn.trich.corpus.chance;

import java.util.ArrayList;
import java.util.List;

/**
 * Chance that falls alike on every machine: SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number
 * generators", OOPSLA 2014).
 */
public final class Dice {

    private long state;

    /** Dice that fall as the seed says. */
    public Dice(long seed) {
        state = seed;
    }

    /** Dice of their own for the number, the same for the same state and number; these dice are left as they are. */
    public Dice fork(long number) {
        return new Dice(mix(state ^ mix(number + 0x632BE59BD9B4E019L)));
    }

    /** The next 64 bits. */
    public long next() {
        state += 0x9E3779B97F4A7C15L;
        return mix(state);
    }

    private static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** A whole number from 0 up to but without the bound. */
    public int below(int bound) {
        return (int) Long.remainderUnsigned(next(), bound);
    }

    /** A whole number, both ends included. */
    public int between(int low, int high) {
        return low + below(high - low + 1);
    }

    /** A number from 0 up to but without 1. */
    public double fraction() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    /** A number between the two. */
    public double between(double low, double high) {
        return low + (high - low) * fraction();
    }

    /** Roughly normal, mean 0, deviation 1: the sum of four even draws, scaled. */
    public double bell() {
        return (fraction() + fraction() + fraction() + fraction() - 2) * 1.7320508;
    }

    /** Whether an event of this probability happens. */
    public boolean chance(double probability) {
        return fraction() < probability;
    }

    /** One of the list. */
    public <T> T pick(List<T> list) {
        return list.get(below(list.size()));
    }

    /** One of the words. */
    public String of(String... words) {
        return words[below(words.length)];
    }

    /** Some of the list without repetition, in chance order; all of it if it is shorter. */
    public <T> List<T> some(List<T> list, int count) {
        List<T> left = new ArrayList<>(list);
        List<T> taken = new ArrayList<>();
        while (taken.size() < count && !left.isEmpty()) {
            taken.add(left.remove(below(left.size())));
        }
        return taken;
    }
}
