/**
 * A composed document before it is printed: text with its truth, blocks, tables, head and signature, and its truth
 * written as gold HTML. Knows nothing of how documents are composed, printed or scanned.
 */
package vn.trich.corpus.paper;
