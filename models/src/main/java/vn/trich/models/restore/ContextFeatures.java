package vn.trich.models.restore;

/**
 * Features of words for {@link ContextModel}: what stands around each, marks taken off (that much of a stripped text is
 * known for sure), next to the readings of the neighbours that the language model holds likeliest.
 */
final class ContextFeatures {

    /** How many hashed features a place has. */
    static final int COUNT = 45;

    // Words this far off are looked at without regard to their order.
    private static final int NEAR = 3;
    private static final int FAR = 9;

    /** Stands for every figure. */
    static final int NUMBER = 0x1B873593;
    /** Stands for every code. */
    static final int CODE = 0x38B34AE5;
    /** Stands for every stop. */
    static final int STOP = 0x52DCE729;

    private static final int OUTSIDE = 0x2545F491;

    // Per slot: hash of the word without marks, hash of the likeliest reading, how it is capitalised.
    private final int[] bare;
    private final int[] likeliest;
    private final int[] letterCase;
    // The same words and figures without the stops between them, and where each slot stands among them.
    private final int[] flowing;
    private final int[] place;

    private ContextFeatures(int[] bare, int[] likeliest, int[] letterCase) {
        this.bare = bare;
        this.likeliest = likeliest;
        this.letterCase = letterCase;
        this.flowing = new int[bare.length];
        this.place = new int[bare.length];
        int n = 0;
        for (int i = 0; i < bare.length; i++) {
            place[i] = n;
            if (bare[i] != STOP) {
                flowing[n++] = bare[i];
            }
        }
        for (int i = n; i < bare.length; i++) {
            flowing[i] = OUTSIDE;
        }
    }

    /**
     * Of words in order.
     *
     * @param bare per word: its hash without marks, or one of {@link #NUMBER}, {@link #CODE}, {@link #STOP}
     * @param likeliest per word: hash of its likeliest reading
     * @param letterCase per word: 0 for what is no word, else how it is capitalised
     */
    static ContextFeatures of(int[] bare, int[] likeliest, int[] letterCase) {
        return new ContextFeatures(bare, likeliest, letterCase);
    }

    /** Hash of a word, the same for ever. */
    static int hash(String word) {
        int h = 0x811C9DC5;
        for (int i = 0; i < word.length(); i++) {
            h = (h ^ word.charAt(i)) * 0x01000193;
        }
        return mix(h);
    }

    /** Key of a feature: a candidate's hash with that of something around it. */
    static int key(int context, int candidate) {
        return mix(context + candidate * 0x9E3779B1);
    }

    private static int mix(int h) {
        int x = h;
        x = (x ^ x >>> 16) * 0x85EBCA6B;
        x = (x ^ x >>> 13) * 0xC2B2AE35;
        return x ^ x >>> 16;
    }

    private static int join(int template, int a) {
        return mix(a * 31 + template * 0x632BE5AB);
    }

    private static int join(int template, int a, int b) {
        return mix(join(template, a) * 31 + b);
    }

    private static int join(int template, int a, int b, int c) {
        return mix(join(template, a, b) * 31 + c);
    }

    private static int join(int template, int a, int b, int c, int d) {
        return mix(join(template, a, b, c) * 31 + d);
    }

    private static int at(int[] values, int i) {
        return i < 0 || i >= values.length ? OUTSIDE : values[i];
    }

    /** Hashes of what stands around a word, {@link #COUNT} of them. */
    int[] at(int slot) {
        int[] out = new int[COUNT];
        int n = windows(slot, out);
        n = readings(slot, out, n);
        n = cases(slot, out, n);
        n = flow(slot, out, n);
        if (n != COUNT) {
            throw new IllegalStateException(n + " features");
        }
        return out;
    }

    private int windows(int i, int[] out) {
        int a3 = at(bare, i - 3);
        int a2 = at(bare, i - 2);
        int a1 = at(bare, i - 1);
        int b1 = at(bare, i + 1);
        int b2 = at(bare, i + 2);
        int b3 = at(bare, i + 3);
        int n = 0;
        out[n++] = join(1, 0);
        out[n++] = join(2, a1);
        out[n++] = join(3, b1);
        out[n++] = join(4, a2);
        out[n++] = join(5, b2);
        out[n++] = join(6, a1, b1);
        out[n++] = join(7, a2, a1);
        out[n++] = join(8, b1, b2);
        out[n++] = join(9, a3, a2, a1);
        out[n++] = join(10, b1, b2, b3);
        out[n++] = join(11, a2, a1, b1);
        out[n++] = join(12, a1, b1, b2);
        out[n++] = join(13, a2, a1, b1, b2);
        out[n++] = join(14, a2, b1);
        out[n++] = join(15, a1, b2);
        out[n++] = join(16, at(bare, i - 4), a3, a2, a1);
        out[n++] = join(17, b1, b2, b3, at(bare, i + 4));
        return n;
    }

    private int readings(int i, int[] out, int begin) {
        int a1 = at(likeliest, i - 1);
        int b1 = at(likeliest, i + 1);
        int n = begin;
        out[n++] = join(20, a1);
        out[n++] = join(21, b1);
        out[n++] = join(22, a1, b1);
        out[n++] = join(23, at(likeliest, i - 2), a1);
        out[n++] = join(24, b1, at(likeliest, i + 2));
        return n;
    }

    private int cases(int i, int[] out, int begin) {
        int shape = at(letterCase, i) + 8 * (at(letterCase, i - 1) & 7) + 64 * (at(letterCase, i + 1) & 7);
        int n = begin;
        out[n++] = join(30, letterCase[i]);
        out[n++] = join(31, shape);
        out[n++] = join(32, letterCase[i], at(bare, i - 1));
        out[n++] = join(33, letterCase[i], at(bare, i + 1));
        out[n++] = join(34, shape, at(bare, i - 1), at(bare, i + 1));
        return n;
    }

    private int flow(int i, int[] out, int begin) {
        int p = place[i];
        int n = begin;
        out[n++] = join(40, at(flowing, p - 1));
        out[n++] = join(41, at(flowing, p + 1));
        out[n++] = join(42, at(flowing, p - 2), at(flowing, p - 1));
        out[n++] = join(43, at(flowing, p + 1), at(flowing, p + 2));
        for (int d = NEAR; d <= FAR; d++) {
            out[n++] = join(50, at(flowing, p - d));
            out[n++] = join(50, at(flowing, p + d));
        }
        return n;
    }
}
