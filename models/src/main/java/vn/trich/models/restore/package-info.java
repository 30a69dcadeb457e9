/**
 * Restoration of Vietnamese whose marks or letters were lost: a channel model says what a misread syllable may have been, a
 * language model which of that makes sense, a lattice decoder weighs both. Text in, text out.
 */
package vn.trich.models.restore;
