package vn.trich.corpus.gold;

/**
 * Another document that the source truly names.
 *
 * @param type Vietnamese name of its type
 * @param number its number, or empty
 */
public record GoldReference(String type, String number) {}
