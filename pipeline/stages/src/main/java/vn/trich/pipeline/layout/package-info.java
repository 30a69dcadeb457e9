/**
 * From words to lines in reading order, running heads, page numbers and noise told apart from text. Knows nothing of
 * what the lines say beyond what their form gives away.
 */
package vn.trich.pipeline.layout;
