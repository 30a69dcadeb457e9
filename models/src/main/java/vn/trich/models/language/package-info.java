/**
 * The Vietnamese language as the software knows it: letters and marks, syllables, how far a text can be trusted to be
 * Vietnamese, and the n-gram language model.
 */
package vn.trich.models.language;
