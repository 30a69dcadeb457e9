/**
 * The truth of a document, as its gold HTML tells it: text with the words nobody can decide marked as such, outline,
 * tables, and the tasks, targets, indicators and references that follow from them.
 *
 * <p>Only reading lives here; comparing output with the truth is {@code vn.trich.corpus.score}.
 */
package vn.trich.corpus.gold;
