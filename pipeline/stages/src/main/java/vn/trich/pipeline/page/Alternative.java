package vn.trich.pipeline.page;

/**
 * Another reading of a word.
 *
 * @param text NFC, without blanks
 * @param likelihood natural logarithm of how likely its reader holds it, over the reading that it chose; 0 or less
 */
public record Alternative(String text, double likelihood) {}
