package vn.trich.pipeline.outline;

import java.util.List;
import java.util.stream.Collectors;
import vn.trich.output.Box;
import vn.trich.output.Region;
import vn.trich.pipeline.layout.Line;
import vn.trich.pipeline.page.Word;

/**
 * A line of text in a document's flow, with what its place on the page gives away.
 *
 * @param page page of the source file, from 1
 * @param words its words, at least one
 * @param box around them
 * @param margins of its page
 * @param gap distance from the line before on its page, in line pitches: 1 where they follow closely, 0 on the first
 * @param top whether it is among the first lines of its page
 * @param synthetic whether boxes are made up
 * @param kind what part of the page it is
 */
record FlowLine(
        int page,
        List<Word> words,
        Box box,
        Margins margins,
        double gap,
        boolean top,
        boolean synthetic,
        Line.Kind kind)
        implements FlowItem {

    FlowLine {
        words = List.copyOf(words);
    }

    /** The words with single blanks between them. */
    String text() {
        return words.stream().map(Word::text).collect(Collectors.joining(" "));
    }

    /** Where it stands, for the records. */
    Region region() {
        return new Region(page, synthetic ? null : box);
    }

    /** This line with other words, its box drawn around them. */
    FlowLine with(List<Word> newWords) {
        Box around = newWords.stream().map(Word::box).reduce(Box::union).orElseThrow();
        return new FlowLine(page, newWords, around, margins, gap, top, synthetic, kind);
    }

    /** How far it begins to the right of the margin, in points. */
    double indent() {
        return box.x0() - margins.left();
    }

    /** How far it ends short of the margin, in points. */
    double shortfall() {
        return margins.right() - box.x1();
    }

    /** Whether it stands in the middle between the margins, both sides free. */
    boolean centred() {
        double left = indent();
        double right = shortfall();
        return left > 20 && right > 20 && Math.abs(left - right) < 0.12 * (margins.right() - margins.left());
    }

    /** Whether most of it is set bold. */
    boolean bold() {
        return share(true) > 0.7;
    }

    /** Whether most of it is set in italics. */
    boolean italic() {
        return share(false) > 0.7;
    }

    private double share(boolean bold) {
        int all = 0;
        int set = 0;
        for (Word word : words) {
            all += word.text().length();
            set += (bold ? word.style().bold() : word.style().italic())
                    ? word.text().length()
                    : 0;
        }
        return set / (double) Math.max(1, all);
    }

    /** Whether its letters are capitals; a line of fewer than two letters is not. */
    boolean capitals() {
        return capitals(text());
    }

    /** Whether the letters of a text are capitals, an odd one aside; a text of fewer than two letters is not. */
    static boolean capitals(String text) {
        long letters = text.codePoints().filter(Character::isLetter).count();
        long upper = text.codePoints().filter(Character::isUpperCase).count();
        return letters >= 2 && upper >= 0.85 * letters;
    }
}
