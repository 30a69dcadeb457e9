package vn.trich.models.restore;

/**
 * One reading of a stretch of slots.
 *
 * @param to the slot after the stretch
 * @param words numbers of the words it stands for, as the language model sees them
 * @param text the reading, in lower case, blanks between words; {@code null} keeps what is printed
 * @param score logarithm of the probability that the words were read as what is printed
 */
record Arc(int to, int[] words, String text, float score) {}
