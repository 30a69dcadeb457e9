/**
 * The catalogue of a folder of results: an SQLite database that is the ledger (every file ever seen, every attempt to read
 * it) and the store (every record), from which JSON, text and CSV files are exported.
 */
package vn.trich.pipeline.catalogue;
