package vn.trich.pipeline.outline;

import java.util.List;

/**
 * One way to read the beginning of a line as a label.
 *
 * @param style its kind
 * @param numbers its number; several for dotted labels, outermost first; for points the place in
 *     {@link LabelGrammar#POINTS}
 * @param text the label as it goes into the record
 * @param damage how much of it had to be guessed, 0 for none
 * @param length characters of the line that it takes up, its punctuation and the blank after it included
 */
record LabelReading(LabelStyle style, List<Integer> numbers, String text, double damage, int length) {

    LabelReading {
        numbers = List.copyOf(numbers);
    }

    /** This reading where a speck or a dash of so many characters stands before the label. */
    LabelReading behind(int speck) {
        return new LabelReading(style, numbers, text, damage + 1.3, length + speck);
    }

    /** The last of its numbers. */
    int last() {
        return numbers.get(numbers.size() - 1);
    }

    /** All its numbers but the last. */
    List<Integer> prefix() {
        return numbers.subList(0, numbers.size() - 1);
    }
}
