/**
 * From lines, words and rulings to tables: grids with spans, joined over pages, their header, column roles, heading
 * rows and kind told. Conserves words: each word of a table's area is in exactly one cell.
 */
package vn.trich.pipeline.table;
