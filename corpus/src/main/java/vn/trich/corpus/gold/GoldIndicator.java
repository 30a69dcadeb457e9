package vn.trich.corpus.gold;

/**
 * A true measured figure.
 *
 * @param code printed code, or empty
 * @param name what is measured
 * @param unit unit of measure
 * @param value plain number, empty if the cell is empty
 */
public record GoldIndicator(String code, String name, String unit, String value) {}
