/**
 * Documents of our own with their truth, the generator of realistic scans, and the scoring of output against truth.
 * Knows the records of {@code vn.trich.output} and nothing of the pipeline.
 */
package vn.trich.corpus;
