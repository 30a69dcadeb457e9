package vn.trich.pipeline.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vn.trich.pipeline.layout.Line;
import vn.trich.pipeline.layout.PageLayout;
import vn.trich.pipeline.page.Word;

/**
 * The lines of a plain text over all its pages.
 *
 * @param lines the lines, top to bottom, those without words left out
 */
record DumpText(List<TextLine> lines) {

    /** Lines stand this far apart in the geometry of plain text, and a character is so wide. */
    private static final double LINE_HEIGHT = 12;

    private static final double CHARACTER = 6;

    DumpText {
        lines = List.copyOf(lines);
    }

    /**
     * A printed line.
     *
     * @param page its page
     * @param words its words, left to right
     * @param bare their bare text
     * @param blank whether blank lines stand before it on its page
     */
    record TextLine(int page, List<Word> words, String bare, boolean blank) {

        /** Its bare text before it was restored: {@code TT} is no word, and restoration may have made it one. */
        String asFound() {
            return Fold.bare(words.stream().map(Word::original).collect(Collectors.joining(" ")));
        }

        /** How many characters wide the gap before a word is; 0 before the first. */
        int gap(int word) {
            return word == 0
                    ? 0
                    : (int) Math.round((words.get(word).box().x0()
                                    - words.get(word - 1).box().x1())
                            / CHARACTER);
        }

        /** Where a word begins and ends, in characters. */
        static int character(double x) {
            return (int) Math.round(x / CHARACTER);
        }
    }

    /** The text of pages without the words that others have. */
    static DumpText of(List<PageLayout> pages, Predicate<Word> wanted) {
        List<TextLine> lines = new ArrayList<>();
        for (PageLayout page : pages) {
            Map<Double, List<Word>> byHeight = new TreeMap<>();
            page.lines().stream()
                    .filter(l -> l.kind() == Line.Kind.BODY || l.kind() == Line.Kind.FOOTNOTE)
                    .flatMap(l -> l.words().stream())
                    .filter(wanted)
                    .forEach(w -> byHeight.computeIfAbsent(w.box().y0(), y -> new ArrayList<>())
                            .add(w));
            double before = Double.NEGATIVE_INFINITY;
            for (Map.Entry<Double, List<Word>> line : byHeight.entrySet()) {
                List<Word> words = line.getValue();
                words.sort(Comparator.comparingDouble(w -> w.box().x0()));
                boolean blank = line.getKey() - before > 1.5 * LINE_HEIGHT && before >= 0;
                before = line.getKey();
                lines.add(new TextLine(page.page().number(), List.copyOf(words), bare(words), blank));
            }
        }
        return new DumpText(lines);
    }

    static String bare(List<Word> words) {
        return Fold.bare(words.stream().map(Word::text).collect(Collectors.joining(" ")));
    }
}
