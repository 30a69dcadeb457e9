/**
 * Repair of words by what {@code vn.trich.models} knows of Vietnamese: Unicode form, lost marks, wrong letters. Every
 * change keeps the original. Knows nothing of layout.
 */
package vn.trich.pipeline.restore;
