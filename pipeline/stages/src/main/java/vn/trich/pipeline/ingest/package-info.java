/**
 * The first stage: what a file is, by its content, and whether it may be read at all. Knows nothing of what stands on
 * the pages.
 */
package vn.trich.pipeline.ingest;
