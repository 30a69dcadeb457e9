/**
 * Scores tables on the documents of the ICDAR 2013 table competition by adjacency relations, the output's tables and
 * those of tabula-java side by side. Enter by {@link vn.trich.corpus.score.icdar.TableBenchmark}.
 */
package vn.trich.corpus.score.icdar;
