/**
 * Runs over many files: what is new, in which order, by how many workers, and how output appears whole or not at all.
 */
package vn.trich.pipeline.batch;
