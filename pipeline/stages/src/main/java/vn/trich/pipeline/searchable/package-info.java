/**
 * Searchable copies: a file's pages as they were, with what was read from them as hidden text in place of a text layer that
 * could not be used. Works from the records alone, so a copy can be made long after the reading.
 */
package vn.trich.pipeline.searchable;
