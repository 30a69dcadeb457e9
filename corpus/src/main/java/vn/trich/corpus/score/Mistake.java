package vn.trich.corpus.score;

/**
 * One thing that lowered a figure.
 *
 * @param measure the figure
 * @param gold what should have come; empty if nothing
 * @param output what came; empty if nothing
 */
public record Mistake(Measure measure, String gold, String output) {}
