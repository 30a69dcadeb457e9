package vn.trich.models.train;

import java.util.Arrays;
import vn.trich.models.restore.ContextExamples;

/** Examples to train a model of contexts with, packed into arrays. */
final class ContextSet {

    private int[] contexts = new int[1 << 20];
    private int[] candidates = new int[1 << 18];
    private float[] numbers = new float[ContextExamples.DENSE << 18];
    private int[] firstCandidate = new int[1 << 17];
    private byte[] rights = new byte[1 << 17];
    private int size;
    private int width;

    /** How many examples there are. */
    int size() {
        return size;
    }

    /** How many hashes of contexts each has. */
    int width() {
        return width;
    }

    /** Adds one, see {@link ContextExamples.Taker}. */
    void add(int[] context, int[] candidate, float[] number, int right) {
        int end = firstCandidate[size];
        width = context.length;
        contexts = room(contexts, (size + 1) * width);
        System.arraycopy(context, 0, contexts, size * width, width);
        candidates = room(candidates, end + candidate.length);
        System.arraycopy(candidate, 0, candidates, end, candidate.length);
        int most = ContextExamples.DENSE * (end + candidate.length);
        if (most > numbers.length) {
            numbers = Arrays.copyOf(numbers, most * 3 / 2);
        }
        System.arraycopy(number, 0, numbers, ContextExamples.DENSE * end, number.length);
        if (size == rights.length) {
            rights = Arrays.copyOf(rights, size * 2);
        }
        firstCandidate = room(firstCandidate, size + 2);
        rights[size] = (byte) right;
        firstCandidate[++size] = end + candidate.length;
    }

    private static int[] room(int[] array, int needed) {
        return needed > array.length
                ? Arrays.copyOf(array, Math.max(needed, (int) Math.min(Integer.MAX_VALUE - 8, array.length * 3L / 2)))
                : array;
    }

    int candidates(int example) {
        return firstCandidate[example + 1] - firstCandidate[example];
    }

    int right(int example) {
        return rights[example];
    }

    float number(int example, int candidate, int dense) {
        return numbers[ContextExamples.DENSE * (firstCandidate[example] + candidate) + dense];
    }

    int key(int example, int candidate, int context) {
        return ContextExamples.key(
                contexts[example * width + context], candidates[firstCandidate[example] + candidate]);
    }
}
