package vn.trich.corpus.score;

/** One figure as the counts it comes from, so that figures of several documents can be pooled. */
public sealed interface Figure {

    /** The figure; NaN if there is nothing to count. */
    double value();

    /** Whether there was nothing to count. */
    boolean isEmpty();

    /**
     * The same figure over both sets of counts.
     *
     * @param other a figure of the same kind
     * @throws IllegalArgumentException if it is of another kind
     */
    Figure plus(Figure other);

    /**
     * A share of a whole.
     *
     * @param right what is right
     * @param of what could be right
     */
    record Share(double right, double of) implements Figure {
        @Override
        public double value() {
            return right / of;
        }

        @Override
        public boolean isEmpty() {
            return of == 0;
        }

        @Override
        public Share plus(Figure other) {
            if (other instanceof Share share) {
                return new Share(right + share.right, of + share.of);
            }
            throw new IllegalArgumentException("a share and " + other);
        }
    }

    /**
     * Pairs between what should be there and what is, as F1.
     *
     * @param pairs pairs found
     * @param gold how many there are in truth
     * @param output how many the output has
     */
    record F1(double pairs, double gold, double output) implements Figure {
        @Override
        public double value() {
            return 2 * pairs / (gold + output);
        }

        /** Share of the truth that was found; NaN if there is none. */
        public double recall() {
            return pairs / gold;
        }

        /** Share of the output that is true; NaN if there is none. */
        public double precision() {
            return pairs / output;
        }

        @Override
        public boolean isEmpty() {
            return gold + output == 0;
        }

        @Override
        public F1 plus(Figure other) {
            if (other instanceof F1 f1) {
                return new F1(pairs + f1.pairs, gold + f1.gold, output + f1.output);
            }
            throw new IllegalArgumentException("an F1 and " + other);
        }
    }

    /**
     * Errors over a length; less is better, and more than 1 is possible.
     *
     * @param errors insertions, deletions and substitutions
     * @param of length of the truth
     */
    record ErrorRate(double errors, double of) implements Figure {
        @Override
        public double value() {
            return errors / of;
        }

        @Override
        public boolean isEmpty() {
            return of == 0;
        }

        @Override
        public ErrorRate plus(Figure other) {
            if (other instanceof ErrorRate rate) {
                return new ErrorRate(errors + rate.errors, of + rate.of);
            }
            throw new IllegalArgumentException("an error rate and " + other);
        }
    }
}
