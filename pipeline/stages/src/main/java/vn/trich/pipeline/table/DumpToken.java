package vn.trich.pipeline.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.trich.output.ColumnRole;
import vn.trich.pipeline.page.Word;

/**
 * A word of a table whose grid is lost, with what the search for its place asks of it.
 *
 * @param word the word
 * @param first whether it begins a line
 * @param blank whether blank lines stand before it
 * @param wideGap whether more than one blank stands before it
 * @param afterBar whether a bar stands before it
 * @param lower whether it begins in lower case
 * @param opens whether it begins a line that can begin a paragraph
 * @param sign whether it has no letter or digit
 * @param ends whether it ends a sentence
 * @param line how many characters its line has
 * @param length how many it has, with a blank
 * @param number its number in the language model
 * @param opening its first words, bare
 * @param kinds what a cell that begins with it can be
 * @param labels what it can be as a row's label
 * @param fit how well it fits each column, as a logarithm; not changed
 */
record DumpToken(
        Word word,
        boolean first,
        boolean blank,
        boolean wideGap,
        boolean afterBar,
        boolean lower,
        boolean opens,
        boolean sign,
        boolean ends,
        int line,
        int length,
        int number,
        String opening,
        Set<CellOpenings.Kind> kinds,
        List<RowLabel> labels,
        double[] fit) {

    private static final int OPENING_WORDS = 4;

    /**
     * What is known of words.
     *
     * @param openings how cells begin
     * @param words what stands in which column
     * @param flow how words follow one another
     */
    record Knowledge(CellOpenings openings, ColumnWords words, TextFlow flow) {}

    /** The words of a line, for a table with those columns. */
    static List<DumpToken> of(DumpText.TextLine line, List<ColumnRole> roles, Knowledge known) {
        List<DumpToken> tokens = new ArrayList<>();
        int length = line.words().stream().mapToInt(w -> w.text().length() + 1).sum();
        for (int i = 0; i < line.words().size(); i++) {
            Word word = line.words().get(i);
            String rest = line.words().subList(i, Math.min(line.words().size(), i + OPENING_WORDS + 1)).stream()
                    .map(Word::text)
                    .filter(t -> t.codePoints().anyMatch(Character::isLetterOrDigit))
                    .limit(OPENING_WORDS)
                    .collect(Collectors.joining(" "));
            tokens.add(new DumpToken(
                    word,
                    i == 0,
                    i == 0 && line.blank(),
                    line.gap(i) > 1,
                    i > 0 && isBar(line.words().get(i - 1)),
                    Character.isLowerCase(word.text().codePointAt(0)),
                    i == 0 && opens(word.text()),
                    word.text().codePoints().noneMatch(Character::isLetterOrDigit),
                    word.text().matches(".*[.;:!?]\\W?"),
                    length,
                    word.text().length() + 1,
                    known.flow().number(meant(line.words(), i)),
                    firstWords(Fold.bare(rest)),
                    known.openings().of(Fold.bare(rest)),
                    i == 0 ? labels(word) : List.of(),
                    known.words().fit(word.text(), roles)));
        }
        return tokens;
    }

    /** A sign between words is read with the word after it. */
    private static String meant(List<Word> words, int i) {
        boolean sign = words.get(i).text().codePoints().noneMatch(Character::isLetterOrDigit);
        return words.get(sign && i + 1 < words.size() ? i + 1 : i).text();
    }

    /** Whether a line that begins so can begin a paragraph. */
    private static boolean opens(String word) {
        int first = word.codePointAt(0);
        return Character.isUpperCase(first) || "-–—+•".indexOf(first) >= 0;
    }

    private static String firstWords(String bare) {
        int one = bare.indexOf(' ');
        int two = one < 0 ? -1 : bare.indexOf(' ', one + 1);
        return two < 0 ? bare : bare.substring(0, two);
    }

    /** What a word can be as a row's label: a restored word may have been one, and a one looks like an I. */
    private static List<RowLabel> labels(Word word) {
        List<RowLabel> labels = new ArrayList<>();
        RowLabel.parse(word.text()).ifPresent(labels::add);
        if (!word.original().equals(word.text())) {
            RowLabel.parse(word.original()).ifPresent(labels::add);
        }
        if (word.original().matches("[Il]")) {
            labels.add(new RowLabel(RowLabel.Series.NUMBER, "", 1, "%"));
        }
        return labels;
    }

    private static boolean isBar(Word word) {
        return word.text().equals("|") || word.text().equals("¦");
    }
}
