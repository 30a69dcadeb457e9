package vn.trich.models.train;

/**
 * Documents to train on parted into folds, so that a model can be asked about text that it has not seen. Held-back documents
 * are in none.
 *
 * @param count how many folds there are
 * @param fold the one in question, from 0
 */
record Folds(int count, int fold) {

    /** Whether a document, by its number in its file, is in the fold. */
    boolean isOwn(int document) {
        return TextCorpus.Part.TRAINING.includes(document) && of(document) == fold;
    }

    /** Whether a document is in another fold. */
    boolean isOther(int document) {
        return TextCorpus.Part.TRAINING.includes(document) && of(document) != fold;
    }

    private int of(int document) {
        return (document / 10 * 9 + document % 10 - 1) % count;
    }
}
