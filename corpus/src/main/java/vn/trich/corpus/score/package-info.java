/**
 * Scores an output folder against gold: every figure, per document and pooled over documents as sums of counts, and the
 * ratchet that keeps figures from falling. Reads only the published files of the output (CSV and text), so that
 * anybody's output can be scored.
 *
 * <p>Enter by {@link vn.trich.corpus.score.Evaluation}. Nothing here reads documents or knows the pipeline.
 */
package vn.trich.corpus.score;
